/** 年度报告：批准、公布、报送的就是看到的那一份；编制期间别处有了变化，按变化之后的核对（第四十九条）。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { publishDocument } from '../../src/office/publication/publish-document.ts'
import { approveReport, submitReport } from '../../src/office/reports/approve-report.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { explainFinding, lookAt, saveProse } from '../../src/office/reports/edit-report.ts'
import { publishReport } from '../../src/office/reports/publish-report.ts'
import { viewReport } from '../../src/office/reports/view-report.ts'
import { reasonKey, unresolved } from '../../src/record/reports/explanation.ts'
import { ZERO_KEYS } from '../../src/record/reports/zero-report.ts'
import { type County, county, must } from './county.ts'
import { asSeen, compiled2025, write } from './reports.ts'
import { setCount } from '../../src/office/reports/set-count.ts'

const PROSE = { preface: ['编制说明。'], overall: ['全年主动公开信息。'], problems: ['政策解读形式单一。'], other: ['无'] }

let place: County
beforeAll(async () => {
  place = await county('2026-01-12')
  const { office } = place
  const clerk = place.actor('clerk')
  await compiled2025(place)
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

test('两个人同时填写同一项数量：后保存的被告知，不盖掉前一个的；送两次、两个人填得一样的，不算冲突', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const set = (value: number | null, basis: string, was: { value: number; basis: string } | null) =>
    setCount(office, clerk, { year: 2025, kind: 'permits', value, basis, was })
  const seen = { value: 1, basis: '台账' }
  must(await set(8, '第一个人：平台汇总', seen))
  expect(codesOf(await set(9, '第二个人：窗口台账', seen))).toEqual(['changed-meanwhile value'])
  expect(codesOf(await set(null, '', seen))).toEqual(['changed-meanwhile value'])
  expect(codesOf(await set(9, '第二个人：窗口台账', null))).toEqual(['changed-meanwhile value'])
  must(await set(8, '第一个人：平台汇总', seen))
  const now = must(await viewReport(office, clerk, 2025)).counts.find(({ kind }) => kind === 'permits')
  expect(now?.byHand).toEqual({ value: 8, basis: '第一个人：平台汇总' })
  must(await set(1, '台账', now?.byHand ?? null))
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

const heldBy = (result: { ok: boolean; refusals?: readonly { say: string }[] }) =>
  result.refusals?.map(({ say }) => say.split('：')[0]) ?? []

/** Last year's report comes into the archive, or is corrected there: so many were carried forward. */
async function lastYear(version: number, carried: number) {
  const tables = { disclosed: null, disputes: null, requests: { carriedForward: [carried, 0, 0, 0, 0, 0, carried] } }
  await place.asOwner(
    `insert into report (agency_id, year, version, format, state, source, tables, prose)
     values ($1, 2024, $2, '2021', 'published', 'imported', $3, '{"preface":[],"overall":["全年公开信息更及时。"],"problems":[],"other":[]}')`,
    [place.ids.bureau, version, JSON.stringify(tables)],
  )
}

test('汇编之后才导入、更正了上年报告的，送审、批准、公布都按现在的核对（X4）；原因一列一说，另一列、别的数不算说过', async () => {
  const { office } = place
  const [clerk, head] = [place.actor('clerk'), place.actor('head')]
  must(await write(office, clerk, 2025, PROSE))
  const explain = async () => {
    const { findings, explained } = must(await viewReport(office, clerk, 2025))
    const open = findings.find((one) => one.code === 'X4' && !(reasonKey(one) in explained))
    const finding = open ? reasonKey(open) : 'X4'
    return explainFinding(office, clerk, { year: 2025, finding, text: '上年报告公布之后更正了结转。', was: '' })
  }
  const submit = async () => submitReport(office, clerk, await asSeen(office, clerk, 2025))
  await lastYear(1, 1)
  expect(heldBy(await submit())).toEqual(['X4', 'X4'])
  must(await explain())
  expect(heldBy(await submit())).toEqual(['X4'])
  must(await explain())
  must(await submit())
  await lastYear(2, 2)
  expect(heldBy(await approveReport(office, head, await asSeen(office, head, 2025)))).toEqual(['X4', 'X4'])
  must(await explain())
  must(await explain())
  expect(codesOf(await explain())).toEqual(['field-invalid finding'])
  must(await submit())
  must(await approveReport(office, head, await asSeen(office, head, 2025)))
  await lastYear(3, 3)
  const publish = await publishReport(office, place.actor('officeHead'), await asSeen(office, clerk, 2025))
  expect(heldBy(publish)).toEqual(['X4', 'X4'])
})

test('给一句雷同写的原因，不算给后来抄的另一句写的（L05）', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const [one, other] = ['全年召开政务公开工作会议专题研究公开事项并部署落实。', '各科室明确专人负责信息报送并按月通报报送情况。']
  await place.asOwner(`update report set prose = jsonb_set(prose, '{overall}', $2) where agency_id = $1 and year = 2024`, [
    place.ids.bureau,
    JSON.stringify([one, other]),
  ])
  const copied = async (overall: string[]) => {
    const { findings, explained } = must(await write(office, clerk, 2025, { ...PROSE, overall }))
    return unresolved(findings, explained).filter(({ code }) => code === 'L05')
  }
  const [finding] = await copied([one])
  if (!finding) throw new Error('抄的一句没有指出')
  const text = '会议制度没有变化，属于固定表述。'
  must(await explainFinding(office, clerk, { year: 2025, finding: reasonKey(finding), text, was: '' }))
  expect(await copied([one])).toEqual([])
  const late = { year: 2025, finding: reasonKey(finding), text: '另一个人写的理由，也是固定表述。', was: '' }
  expect(codesOf(await explainFinding(office, clerk, late))).toEqual(['changed-meanwhile text'])
  must(await explainFinding(office, clerk, { ...late, text }))
  expect(await copied([one, other])).toMatchObject([{ words: expect.stringContaining(other.slice(0, 8)) }])
})

test('零报告在年度结束之前核对的不算：11月问过，12月31日还会有人来（L10）', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  place.setToday('2026-11-01')
  must(await compileReport(office, clerk, 2026))
  const early = await lookAt(office, clerk, { year: 2026, key: 'post', looked: true })
  expect(codesOf(early)).toEqual(['report-incomplete'])
  await place.asOwner(`update report set zero = $2 where agency_id = $1 and year = 2026`, [
    place.ids.bureau,
    JSON.stringify(ZERO_KEYS.map((key) => ({ key, by: clerk.name, on: '2026-11-01' }))),
  ])
  place.setToday('2027-01-11')
  expect(must(await compileReport(office, clerk, 2026)).findings.map(({ code }) => code)).toContain('L10')
  for (const key of ZERO_KEYS) must(await lookAt(office, clerk, { year: 2026, key, looked: true }))
  const { findings, zero } = must(await viewReport(office, clerk, 2026))
  expect(findings.map(({ code }) => code)).not.toContain('L10')
  expect(new Set(zero.map(({ on }) => on))).toEqual(new Set(['2027-01-11']))
})

test('汇编之后更正了规范性文件的成文日期：件数没有变，年度变了，须重新汇编', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  must(
    await publishDocument(office, clerk, {
      column: 'education-admission',
      title: '课后服务管理办法',
      number: '云教规〔2026〕1号',
      summary: '办法。',
      keywords: ['办法'],
      body: '<p>正文。</p>',
      formedOn: localDate('2026-12-30'),
      normative: true,
    }),
  )
  must(await compileReport(office, clerk, 2026))
  expect(must(await viewReport(office, clerk, 2026)).stale).toBe(false)
  await place.asOwner(`update document set formed_on = '2027-01-04' where title = '课后服务管理办法'`)
  expect(must(await viewReport(office, clerk, 2026)).stale).toBe(true)
})
