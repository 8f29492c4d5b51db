/** 藏文: a request in Tibetan, from its words to the letter with its translation. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate as on } from '../../../src/law/date.ts'
import { renderLetterPdf } from '../../../src/edge/paper/index.ts'
import {
  checkTranslation,
  enterTranslation,
  listTranslations,
  openTranslation,
} from '../../../src/office/letters/translations.ts'
import { listOutgoing } from '../../../src/office/letters/outgoing.ts'
import { previewReply } from '../../../src/office/requests/draft-reply.ts'
import type { Actor } from '../../../src/record/people/roles.ts'
import { replyContentSchema } from '../../../src/record/requests/reply.ts'
import { GRANTED, newCase } from '../case-work.ts'
import { county, type County, must } from '../county.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

/** What somebody who opens the translation now has read. */
async function readNow(letterId: string): Promise<string> {
  return must(await openTranslation(place.office, place.actor('translator'), letterId)).digest
}

/** With a blank at either end, a shad, a tsheg and a stacked letter whose parts could be joined: none may change. */
const TEXT = ' བོད་ཡིག་གི་ཞུ་ཡིག\n\n གཞུང་གི་ཆ་འཕྲིན་མངོན་གསལ། \u0f69\u0f40\u0fb5 '

test('藏文申请的文书进入翻译队列；录入的人不能自己校核；逐字节保存；校核通过才随文书', async () => {
  const { office } = place
  const translator = place.actor('translator')
  const second: Actor = { ...place.actor('officeHead'), roles: ['translator'] }
  const chinese = await newCase(place, '2026-03-02')
  await chinese.reply(GRANTED, '2026-03-02')
  const work = await newCase(place, '2026-03-02', { content: { description: 'སློབ་གྲྭའི་ཞིང་ཁམས་ཀྱི་འཆར་གཞི།' } })
  await work.reply(GRANTED, '2026-03-03')
  const { rows: queue } = must(await listTranslations(office, translator, 1))
  expect(queue.map(({ code, state }) => [code, state])).toEqual([
    ['D01', 'pending'],
    ['D11', 'pending'],
  ])
  expect(await listTranslations(office, place.actor('clerk'), 1)).toMatchObject({ refusals: [{ code: 'not-permitted' }] })

  const { id: letterId } = await work.letter('D11')
  expect(
    await enterTranslation(office, translator, { letterId, digest: await readNow(letterId), text: '没有藏文' }),
  ).toMatchObject({
    refusals: [{ code: 'field-invalid' }],
  })
  const entered = must(await enterTranslation(office, translator, { letterId, digest: await readNow(letterId), text: TEXT }))
  expect(entered).toMatchObject({ state: 'entered', mayCheck: false })
  expect(
    await checkTranslation(office, translator, { letterId, digest: await readNow(letterId), pass: true, because: '' }),
  ).toMatchObject({
    refusals: [{ code: 'not-permitted', say: '录入的人不能自己校核。' }],
  })
  expect((await work.opened('D11')).translation).toBeUndefined()
  expect(
    await checkTranslation(office, second, { letterId, digest: await readNow(letterId), pass: false, because: '' }),
  ).toMatchObject({
    refusals: [{ code: 'field-missing', field: 'because' }],
  })
  must(await checkTranslation(office, second, { letterId, digest: await readNow(letterId), pass: false, because: '第二句漏译' }))
  expect(must(await openTranslation(office, translator, letterId))).toMatchObject({
    state: 'returned',
    returnedBecause: '第二句漏译',
  })
  must(await enterTranslation(office, translator, { letterId, digest: await readNow(letterId), text: TEXT }))
  expect(must(await openTranslation(office, second, letterId))).toMatchObject({ mayCheck: true, text: TEXT })
  must(await checkTranslation(office, second, { letterId, digest: await readNow(letterId), pass: true, because: '' }))

  const letter = await work.opened('D11')
  expect(Buffer.from(letter.translation ?? '').equals(Buffer.from(TEXT))).toBe(true)
  expect(letter.addressee).toBe((await work.opened('D11')).addressee)
  expect(
    Buffer.from(await renderLetterPdf(letter))
      .toString('latin1')
      .slice(0, 5),
  ).toBe('%PDF-')
  expect(await enterTranslation(office, translator, { letterId, digest: await readNow(letterId), text: TEXT })).toMatchObject({
    refusals: [{ code: 'already-done' }],
  })
  const [row] = await place.asOwner('select sealed from letter_translation where letter_id = $1', [letterId])
  expect(Buffer.from(row?.sealed as Buffer).includes(Buffer.from('བོད'))).toBe(false)
})

test('校核的是看过的那一稿：看过以后又录入了新稿的，不能通过也不能退回；另一位译员刚录入的不盖掉', async () => {
  const { office } = place
  const translator = place.actor('translator')
  const second: Actor = { ...place.actor('officeHead'), roles: ['translator'] }
  const work = await newCase(place, '2026-03-05', { content: { description: 'སློབ་གྲྭ།' } })
  const { id: letterId } = await work.letter('D01')
  const first = must(await enterTranslation(office, translator, { letterId, digest: await readNow(letterId), text: TEXT }))
  const { digest: read } = must(await openTranslation(office, second, letterId))
  const newer = `${TEXT}༢`
  must(await enterTranslation(office, translator, { letterId, digest: first.digest, text: newer }))
  for (const pass of [true, false])
    expect(await checkTranslation(office, second, { letterId, digest: read, pass, because: '漏译' })).toMatchObject({
      refusals: [{ code: 'changed-meanwhile' }],
    })
  expect(await enterTranslation(office, second, { letterId, digest: read, text: `${TEXT}༣` })).toMatchObject({
    refusals: [{ code: 'changed-meanwhile' }],
  })
  const now = must(await openTranslation(office, second, letterId))
  expect(now).toMatchObject({ state: 'entered', text: newer })
  must(await checkTranslation(office, second, { letterId, digest: now.digest, pass: true, because: '' }))
  expect((await work.opened('D01')).translation).toBe(newer)
})

test('第三方的文书不进翻译队列', async () => {
  const work = await newCase(place, '2026-03-04', { content: { description: 'བོད' } })
  const party = { name: '某公司', contact: '', address: '', isPerson: false }
  must(await work.record({ kind: 'third-party-asked', on: on('2026-03-04'), party: '第三方甲' }, { party }))
  const queue = must(await listTranslations(place.office, place.actor('translator'), 1)).rows.filter(
    ({ issuedOn }) => issuedOn === '2026-03-04',
  )
  expect(queue.map(({ code }) => code).sort()).toEqual(['D01', 'D07'])
})

test('拟稿时说明将附译文；译文没有校核的，交寄时提示，不阻止发出；校核之后不再提示；中文申请都没有', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const content = replyContentSchema.parse(GRANTED)
  const preview = async (caseId: string) => must(await previewReply(office, clerk, { caseId, content })).translated
  const chinese = await newCase(place, '2026-03-09')
  expect(await preview(chinese.id)).toBe(false)

  const work = await newCase(place, '2026-03-09', { content: { description: 'སློབ་གྲྭའི་འཆར་གཞི།' } })
  expect(await preview(work.id)).toBe(true)
  const { id: letterId } = await work.reply(GRANTED, '2026-03-10')
  const outgoing = async () => must(await listOutgoing(office, clerk)).find(({ id }) => id === letterId)?.warnings
  expect(await outgoing()).toEqual([expect.stringContaining('藏文译文待译：现在寄出的只有中文')])
  must(await enterTranslation(office, place.actor('translator'), { letterId, digest: await readNow(letterId), text: TEXT }))
  expect(await outgoing()).toEqual([expect.stringContaining('藏文译文待校核')])
  const second: Actor = { ...place.actor('officeHead'), roles: ['translator'] }
  must(await checkTranslation(office, second, { letterId, digest: await readNow(letterId), pass: true, because: '' }))
  expect(await outgoing()).toEqual([])
})

test('待译队列一页三十件，写明共几件，先作出的在前；页码超过最后一页的给最后一页；另一页的文书照样有提示', async () => {
  const { office } = place
  const translator = place.actor('translator')
  const { total: before } = must(await listTranslations(office, translator, 1))
  const last = await newCase(place, '2026-03-16', { content: { description: 'སློབ་གྲྭ།' } })
  const { id: letterId } = await last.reply(GRANTED, '2026-03-17')
  // 一件答复的译文多抄几份：真的办三十件太慢。
  await place.asOwner(
    `with copied as (
       insert into letter select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'number', l.number || '-' || n))).*
       from letter l, generate_series(1, 40) n where l.id = $1 returning agency_id, id)
     insert into letter_translation (agency_id, letter_id) select agency_id, id from copied`,
    [letterId],
  )
  const total = before + 2 + 40
  const first = must(await listTranslations(office, translator, 1))
  const second = must(await listTranslations(office, translator, 2))
  expect([first.total, first.rows.length, second.total, second.rows.length]).toEqual([total, 30, total, total - 30])
  const shown = [...first.rows, ...second.rows]
  expect(new Set(shown.map(({ letterId: id }) => id)).size).toBe(total)
  expect(shown.map(({ issuedOn }) => issuedOn)).toEqual(shown.map(({ issuedOn }) => issuedOn).toSorted())
  const copies = shown.flatMap(({ number }) => /-(\d+)$/.exec(number)?.[1] ?? [])
  expect(copies).toEqual(Array.from({ length: 40 }, (_, n) => `${n + 1}`))
  expect(must(await listTranslations(office, translator, 99)).rows).toEqual(second.rows)
  const outgoing = must(await listOutgoing(office, place.actor('clerk'))).find(({ id }) => id === letterId)
  expect(outgoing?.warnings).toEqual([expect.stringContaining('藏文译文待译')])
})
