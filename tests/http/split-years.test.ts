/** 一份申请拆分为多件、跨年才全部办结的：按申请件数计数，不丢也不重。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { compileTables } from '../../src/office/reports/tables.ts'
import { splitRequest } from '../../src/office/requests/split-request.ts'
import { caseWork, newCase } from './case-work.ts'
import { type County, county, must } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county('2025-12-15')
})
afterAll(() => place.close())

async function table(year: number) {
  const asOf = localDate(`${year}-12-31`)
  const of = { agencyId: place.ids.bureau, year, format: '2021', asOf } as const
  const { tables } = await place.office.transact((tx) => compileTables(tx, of, asOf))
  return (row: 'received' | 'carriedOver' | 'handled' | 'carriedForward') => tables.requests?.[row]?.at(-1)
}

test('第一件当年办结，另一件次年才办：当年结转一件，次年的上年结转也是一件', async () => {
  const work = await newCase(place, '2025-12-15')
  const { version: seen } = await work.view()
  const items = [
    { subject: '学区划分方案', description: '' },
    { subject: '听证记录', description: '' },
  ]
  must(await splitRequest(place.office, place.actor('clerk'), { caseId: work.id, commandId: randomUUID(), seen, items }))
  must(await work.record({ kind: 'withdrawn', on: localDate('2025-12-20') }))
  place.setToday('2026-12-31')
  const [first, next] = [await table(2025), await table(2026)]
  expect([first('received'), first('handled'), first('carriedForward')]).toEqual([1, 0, 1])
  expect([next('carriedOver'), next('handled'), next('carriedForward')]).toEqual([1, 0, 1])
})

test('确认收到之前拆分，第一件当年收到并办结，另一件次年才确认收到：整份仍是一件，当年结转', async () => {
  const before = [await table(2025), await table(2026)] as const
  const work = await newCase(place, '2025-12-29', { via: 'ordinary-mail' })
  const { version: seen } = await work.view()
  const items = [
    { subject: '招生计划', description: '' },
    { subject: '招生简章', description: '' },
  ]
  must(await splitRequest(place.office, place.actor('clerk'), { caseId: work.id, commandId: randomUUID(), seen, items }))
  const [link] = await place.asOwner('select other_id from case_link where case_id = $1', [work.id])
  must(await work.record({ kind: 'received', on: localDate('2025-12-30') }))
  must(await work.record({ kind: 'withdrawn', on: localDate('2025-12-31') }))
  must(await caseWork(place, String(link?.other_id)).record({ kind: 'received', on: localDate('2026-01-05') }))
  place.setToday('2026-12-31')
  const [first, next] = [await table(2025), await table(2026)]
  expect(first('carriedForward')).toBe(Number(before[0]('carriedForward')) + 1)
  expect(next('carriedOver')).toBe(first('carriedForward'))
})
