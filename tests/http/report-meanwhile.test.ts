/** 年度报告：批准、公布、报送的就是看到的那一份；编制期间别处有了变化，按变化之后的核对（第四十九条）。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveReport, submitReport } from '../../src/office/reports/approve-report.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { lookAt, saveProse } from '../../src/office/reports/edit-report.ts'
import { publishReport } from '../../src/office/reports/publish-report.ts'
import { setCount } from '../../src/office/reports/set-count.ts'
import { viewReport } from '../../src/office/reports/view-report.ts'
import { ZERO_KEYS } from '../../src/record/reports/zero-report.ts'
import { type County, county, must } from './county.ts'
import { asSeen, write } from './reports.ts'

const PROSE = { preface: ['编制说明。'], overall: ['全年主动公开信息。'], problems: ['政策解读形式单一。'], other: ['无'] }

let place: County
beforeAll(async () => {
  place = await county('2026-01-12')
  const { office } = place
  const clerk = place.actor('clerk')
  must(await compileReport(office, clerk, 2025))
  for (const kind of ['permits', 'penalties', 'compulsion', 'feesWanYuan'] as const)
    must(await setCount(office, clerk, { year: 2025, kind, value: 1, basis: '台账' }))
  for (const key of ZERO_KEYS) must(await lookAt(office, clerk, { year: 2025, key, looked: true }))
  must(await write(office, clerk, 2025, PROSE))
})
afterAll(() => place.close())

function codesOf(result: { ok: boolean; refusals?: readonly { code: string; field?: string }[] }) {
  return result.refusals?.map(({ code, field }) => (field ? `${code} ${field}` : code)) ?? []
}

test('两个人改不同的部分，互不覆盖；改同一部分，后保存的一个被告知，不盖掉前一个的', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const { prose: was } = must(await viewReport(office, clerk, 2025))
  must(await saveProse(office, clerk, { year: 2025, was, prose: { other: ['第一个人写的其他事项。'] } }))
  must(await saveProse(office, clerk, { year: 2025, was, prose: { problems: ['第二个人写的问题，解读偏少。'] } }))
  const late = await saveProse(office, clerk, { year: 2025, was, prose: { other: ['第二个人也写了其他事项。'] } })
  expect(codesOf(late)).toEqual(['changed-meanwhile other'])
  expect(must(await viewReport(office, clerk, 2025)).prose).toMatchObject({
    problems: ['第二个人写的问题，解读偏少。'],
    other: ['第一个人写的其他事项。'],
  })
})

test('负责人打开之后又改过、重新送审的，按旧页面批准不了；批准、公布的是看到的那一份', async () => {
  const { office } = place
  const [clerk, head] = [place.actor('clerk'), place.actor('head')]
  must(await submitReport(office, clerk, await asSeen(office, clerk, 2025)))
  const opened = await asSeen(office, head, 2025)
  must(await write(office, clerk, 2025, { ...PROSE, overall: ['负责人没有看过的一段话。'] }))
  must(await submitReport(office, clerk, await asSeen(office, clerk, 2025)))
  expect(codesOf(await approveReport(office, head, opened))).toEqual(['changed-meanwhile'])
  expect(must(await viewReport(office, clerk, 2025)).state).toBe('submitted')
  must(await approveReport(office, head, await asSeen(office, head, 2025)))
  expect(codesOf(await publishReport(office, head, opened))).toEqual(['changed-meanwhile'])
})
