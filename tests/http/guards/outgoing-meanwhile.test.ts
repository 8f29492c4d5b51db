/** 答复附件、案卷材料：看的时候还能办，写的时候答复已经发出、案件已经归档的，不再改动。 */
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate as on } from '../../../src/law/date.ts'
import { archiveCase } from '../../../src/office/archive/archive-case.ts'
import type { OfficeContext } from '../../../src/office/context.ts'
import { attachToCase } from '../../../src/office/files/attach-to-case.ts'
import { addOutgoing, uploadOutgoing } from '../../../src/office/outgoing/add-outgoing.ts'
import { clearOutgoing, withdrawOutgoing } from '../../../src/office/outgoing/decide-outgoing.ts'
import { cleanOutgoing } from '../../../src/office/outgoing/remake-outgoing.ts'
import { viewOutgoing } from '../../../src/office/outgoing/view-outgoing.ts'
import { GRANTED, newCase } from '../case-work.ts'
import { type County, county, must } from '../county.ts'

let place: County
beforeAll(async () => {
  place = await county()
})
afterAll(() => place.close())

const clerk = () => place.actor('clerk')
const fileOf = async (caseId: string) => {
  const [file] = must(await viewOutgoing(place.office, clerk(), caseId)).files
  if (!file) throw new Error('no outgoing file')
  return { ...file, on: { caseId, fileId: file.id, version: file.version } }
}

/** The office in which `meanwhile` is done by somebody else between the first look and the change. */
function whileWorking(meanwhile: () => Promise<unknown>): OfficeContext {
  const { transact } = place.office
  let waiting = true
  return {
    ...place.office,
    async transact(work) {
      if (waiting) {
        waiting = false
        await meanwhile()
      }
      return transact(work)
    },
  }
}
const photo = (background: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer()

const LISTS_IT = { outcome: 'granted' as const, given: { what: '学区划分方案', way: 'attached' as const, attachments: ['甲'] } }

test.each(['清理', '不发出', '再列一个'] as const)('%s', async (what) => {
  const work = await newCase(place, '2026-03-02')
  const bring = async (name: string) => ({ caseId: work.id, upload: { name, bytes: await photo('white') } })
  must(await uploadOutgoing(place.office, clerk(), await bring('甲.png')))
  must(await cleanOutgoing(place.office, clerk(), { ...(await fileOf(work.id)).on, blank: [] }))
  must(await clearOutgoing(place.office, clerk(), { ...(await fileOf(work.id)).on, looked: true }))
  must(await attachToCase(place.office, clerk(), await bring('乙.png')))
  const { candidates } = must(await viewOutgoing(place.office, clerk(), work.id))
  const { on: seen } = await fileOf(work.id)
  const office = whileWorking(() => work.reply(LISTS_IT, '2026-03-09'))
  const done =
    what === '清理'
      ? cleanOutgoing(office, clerk(), { ...seen, blank: [] })
      : what === '不发出'
        ? withdrawOutgoing(office, clerk(), seen)
        : addOutgoing(office, clerk(), { caseId: work.id, fileId: candidates[0]?.id ?? '' })
  expect(await done).toMatchObject({ ok: false })
  const { files } = must(await viewOutgoing(place.office, clerk(), work.id))
  expect(files.map(({ state }) => state)).toEqual(['cleared'])
})

test('存入案卷的材料', async () => {
  const work = await newCase(place, '2026-03-02')
  await work.reply(GRANTED, '2026-03-09')
  must(await work.record({ kind: 'served', on: on('2026-03-10'), by: 'in-person', proof: '本人签收' }))
  place.setToday('2026-10-12')
  const { version: seen } = await work.view()
  const command = { caseId: work.id, commandId: randomUUID(), seen, on: on('2026-10-12'), retention: null }
  const office = whileWorking(async () => must(await archiveCase(place.office, clerk(), command)))
  const upload = { name: '信封.png', bytes: await photo('yellow') }
  expect(await attachToCase(office, clerk(), { caseId: work.id, upload, kind: '信封' })).toMatchObject({ ok: false })
  expect((await work.view()).files.map(({ purpose }) => purpose)).not.toContain('信封')
})
