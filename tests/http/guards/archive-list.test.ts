/** 待归档清单: what waits for what, how long it will be kept, and several archived in one deed. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate as on } from '../../../src/law/date.ts'
import { archiveSeveral } from '../../../src/office/archive/archive-several.ts'
import { viewArchive } from '../../../src/office/archive/view-archive.ts'
import { openDispute } from '../../../src/office/disputes/open-dispute.ts'
import { recordDispute } from '../../../src/office/disputes/record-dispute.ts'
import { viewDispute } from '../../../src/office/disputes/view-dispute.ts'
import { CORRECTED, newAmendment } from '../amendment-work.ts'
import { type CaseWork, GRANTED, newCase } from '../case-work.ts'
import { county, type County, must } from '../county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-01-05')
})
afterAll(() => place.close())

const clerk = () => place.actor('clerk')
const list = async () => must(await viewArchive(place.office, clerk(), {}))

async function answered(served: boolean): Promise<CaseWork> {
  const work = await newCase(place, '2026-01-05')
  await work.reply(GRANTED, '2026-01-20')
  if (served) must(await work.record({ kind: 'served', on: on('2026-01-22'), by: 'in-person', proof: '本人签收' }))
  return work
}

async function disputed(work: CaseWork, decided: boolean): Promise<void> {
  place.setToday('2026-02-12')
  const opened = { kind: 'opened', on: on('2026-02-12'), path: 'reconsideration', claimant: 'requester' } as const
  const acceptedOn = on('2026-02-09')
  const { disputeId } = must(
    await openDispute(place.office, clerk(), {
      commandId: randomUUID(),
      caseId: work.id,
      opened: { ...opened, procedure: 'simplified', acceptedOn, reference: '云政复〔2026〕3号' },
    }),
  )
  if (!decided) return
  place.setToday('2026-03-06')
  const { version: seen } = must(await viewDispute(place.office, clerk(), disputeId))
  const act = { kind: 'decided', on: on('2026-03-06'), result: 'upheld', answerAgain: false } as const
  must(await recordDispute(place.office, clerk(), { commandId: randomUUID(), disputeId, seen, act }))
}

test('发生过复议的按“永久”列出，未结的、没有送达凭证的不能归档；能归档的列在前面', async () => {
  const plain = await answered(true)
  const unserved = await answered(false)
  const pending = await answered(true)
  const over = await answered(true)
  await disputed(pending, false)
  await disputed(over, true)
  const { waiting, counts } = await list()
  const row = ({ id }: CaseWork) => waiting.find((one) => one.id === id)
  expect(row(plain)).toMatchObject({ state: 'ready', retention: 'years30' })
  expect(row(unserved)).toMatchObject({ state: 'unserved', retention: 'years30' })
  expect(row(pending)).toMatchObject({ state: 'disputed', retention: 'permanent' })
  expect(row(over)).toMatchObject({ state: 'ready', retention: 'permanent' })
  expect(counts).toEqual({ ready: 2, unserved: 1, disputed: 1 })
  expect(waiting.map(({ state }) => state === 'ready')).toEqual([true, true, false, false])
})

test('成批归档：逐件核对，归了的写明案卷号，归不了的写明原因；同一次操作重复提交只归一次', async () => {
  const matter = await newAmendment(place, '2026-03-09')
  must(await matter.propose(CORRECTED))
  must(await matter.approve())
  must(await matter.serve('2026-03-09'))
  const before = await list()
  const items = before.waiting.map(({ of, id, version }) => ({ of, id, seen: version, commandId: randomUUID() }))
  const send = () => archiveSeveral(place.office, clerk(), { on: on('2026-03-09'), items })
  const rows = must(await send())
  expect(rows.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
  expect(rows.map(({ volume }) => volume)).toEqual([
    '云教公开档〔2026〕1号',
    '云教公开档〔2026〕2号',
    '云教公开档〔2026〕3号',
    null,
    null,
  ])
  expect(rows.flatMap(({ refusals }) => refusals.map(({ code }) => code))).toEqual(['archive-too-early', 'archive-too-early'])
  const after = await list()
  expect(after.counts).toEqual({ ready: 0, unserved: 1, disputed: 1 })
  expect(after.volumes.map(({ retention }) => retention).sort()).toEqual(['permanent', 'years10', 'years30'])
  expect(must(await send()).map(({ volume }) => volume)).toEqual(rows.map(({ volume }) => volume))
  expect((await list()).volumes).toHaveLength(3)
})

test('他人先办了一步的，不按旧情况归档', async () => {
  const { waiting } = await list()
  const one = waiting.find(({ state }) => state === 'disputed')
  if (!one) throw new Error('one is still disputed')
  const items = [{ of: one.of, id: one.id, seen: one.version - 1, commandId: randomUUID() }]
  const rows = must(await archiveSeveral(place.office, clerk(), { on: on('2026-03-09'), items }))
  expect(rows.flatMap(({ refusals }) => refusals.map(({ code }) => code))).toEqual(['changed-meanwhile'])
})
