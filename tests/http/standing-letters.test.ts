/** 哪些文书还算数：更正掉的文书对谁都作废；被责令重新答复的答复，送达仍是它自己的。 */
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { volumePdf } from '../../src/edge/archive/volume.ts'
import { caseVolume } from '../../src/record/archive/volume.ts'
import { localDate } from '../../src/law/date.ts'
import { exportBundle } from '../../src/office/archive/bundle.ts'
import { listOutgoing } from '../../src/office/letters/outgoing.ts'
import { openOwnLetter, ownLetter } from '../../src/office/requester/open-letter.ts'
import type { BundleScope } from '../../src/record/archive/bundle.ts'
import { caseWork, GRANTED } from './case-work.ts'
import { type County, county, must } from './county.ts'
import { disputeWork } from './dispute-work.ts'
import { ELECTRONIC, fileOnline, officeReplies, status } from './requester-deeds.ts'

let place: County
let disputes: ReturnType<typeof disputeWork>
beforeAll(async () => {
  place = await county('2026-01-05')
  disputes = disputeWork(place)
})
afterAll(() => place.close())

const on = localDate

/** Received on the wrong day, then on the right one; answered, taken back, answered again. */
async function mended() {
  place.setToday('2026-03-02')
  const made = await fileOnline(place)
  const work = caseWork(place, made.id)
  const annul = async (kind: 'received' | 'replied', day: string) => {
    const of = (await work.view()).acts.findLast(({ act, annulled }) => act.kind === kind && !annulled)?.seq ?? -1
    must(await work.record({ kind: 'annulled', on: on(day), of, reason: '登记有误' }))
  }
  must(await work.record({ kind: 'received', on: on('2026-03-03'), via: 'web' }))
  await annul('received', '2026-03-04')
  must(await work.record({ kind: 'received', on: on('2026-03-02'), via: 'web' }, { today: '2026-03-04' }))
  await officeReplies(place, made, '2026-03-10', {
    outcome: 'unable.needsMaking',
    reasons: '本机关没有按村汇总的现成信息，需要另行加工。',
  })
  await annul('replied', '2026-03-11')
  await officeReplies(place, made, '2026-03-12', GRANTED)
  return { made, work }
}

async function bundled(caseId: string, scope: BundleScope) {
  const opened = must(await exportBundle(place.office, place.actor('clerk'), { caseId, scope, form: 'pdf' }))
  return { opened, letters: opened.bundle.parts.flatMap((part) => (part.kind === 'letter' ? [part] : [])) }
}

describe('文书所依据的一步被更正，文书作废', () => {
  test('申请人看到“已作废”，打不开、下载不了；有效的照常', async () => {
    const { made } = await mended()
    const { letters } = await status(place, made)
    expect(letters.map(({ code, void: gone }) => `${code} ${gone}`).toSorted()).toEqual([
      'D01 false',
      'D01 true',
      'D11 false',
      'D21 true',
    ])
    for (const { id, void: gone } of letters) {
      expect((await ownLetter(place.office, { ...made.own, letterId: id })).ok).toBe(!gone)
      expect((await openOwnLetter(place.office, { ...made.own, letterId: id })).ok).toBe(!gone)
    }
  })

  test('证据卷、证据目录里没有作废的文书；案卷里留着，标明作废', async () => {
    const { work } = await mended()
    const evidence = await bundled(work.id, 'evidence')
    expect(evidence.letters.map(({ letter }) => letter.code).toSorted()).toEqual(['D01', 'D11'])
    const volume = await bundled(work.id, 'volume')
    expect(volume.letters.filter((part) => part.void).map(({ title }) => title.endsWith('（已作废）'))).toEqual([true, true])
    expect(volume.letters).toHaveLength(4)
    expect(
      (await PDFDocument.load(await volumePdf(caseVolume(volume.opened.bundle), volume.opened.bytesOf))).getPageCount(),
    ).toBeGreaterThan(4)
    must(await work.record({ kind: 'served', on: on('2026-03-13'), by: 'in-person', proof: '本人签收' }))
    const id = await disputes.opened(work, { on: on('2026-03-20') })
    const listed = (await disputes.view(id)).paper.content.evidence.map(({ name }) => name).join('\n')
    expect(listed).toContain('登记回执')
    expect(listed.match(/登记回执/gu)).toHaveLength(1)
    expect(listed).not.toContain('无现成信息')
  })
})

test('责令重新答复后，原答复不再待送达，也不能再寄出；它的送达之日不变', async () => {
  const work = await disputes.answered()
  const posting = { ...(await work.named('D21')), by: 'in-person' } as const
  const id = await disputes.opened(work, {})
  must(await disputes.record(id, { kind: 'decided', on: on('2026-03-16'), result: 'revoked', answerAgain: true }))
  const waiting = async () =>
    must(await listOutgoing(place.office, place.actor('clerk')))
      .filter(({ caseId }) => caseId === work.id)
      .map(({ code }) => code)
  expect(await waiting()).toEqual([])
  expect(await work.service('D21')).toMatchObject({ state: 'proven', proven: { on: '2026-01-22' } })
  expect(await work.record({ kind: 'dispatched', on: on('2026-03-17'), ...posting })).toMatchObject({
    refusals: [{ code: 'already-done', field: 'letter' }],
  })
  await work.reply(GRANTED, '2026-03-20')
  expect(await waiting()).toEqual(['D11'])
  must(await work.record({ kind: 'served', on: on('2026-03-23'), by: 'in-person', proof: '本人签收' }))
  expect(await work.service('D21')).toMatchObject({ state: 'proven', proven: { on: '2026-01-22' } })
})

test('网上提供的答复没有打开、改为邮寄的：网上提供之日就是发出之日，不逾期（235号）；这一天由系统写入，不由经办人填', async () => {
  place.setToday('2026-03-02')
  const made = await fileOnline(place, ELECTRONIC)
  const work = caseWork(place, made.id)
  must(await work.record({ kind: 'received', on: on('2026-03-02'), via: 'web' }))
  await officeReplies(place, made, '2026-03-30')
  const ems = { by: 'signed-mail', carrier: 'ems', mailNumber: '1012345678901' } as const
  const named = await work.named('D11')
  must(await work.record({ kind: 'dispatched', on: on('2026-04-09'), ...named, ...ems, offeredOn: on('2026-01-01') }))
  const { clock, acts } = await work.view()
  expect([clock.breaches, acts.at(-1)?.act]).toMatchObject([
    [],
    { kind: 'dispatched', on: '2026-04-09', offeredOn: '2026-03-30' },
  ])
})

test('本机关没有网上申请行政复议的渠道，就不能网上送达：不等申请人打开，答复当即待寄（《行政复议法》第二十二条第二款）', async () => {
  const online = (way: string) =>
    place.asOwner(
      `update agency_version set data = data || jsonb_build_object('onlineReconsideration', $2::text) where agency_id = $1`,
      [place.ids.bureau, way],
    )
  await online('')
  place.setToday('2026-03-02')
  const made = await fileOnline(place, ELECTRONIC)
  const work = caseWork(place, made.id)
  must(await work.record({ kind: 'received', on: on('2026-03-02'), via: 'web' }))
  await officeReplies(place, made, '2026-03-30')
  const waiting = must(await listOutgoing(place.office, place.actor('clerk')))
  await online('https://fuyi.example.invalid/')
  expect(waiting.filter(({ caseId }) => caseId === made.id).map(({ code, state }) => [code, state])).toEqual([['D11', 'unsent']])
})
