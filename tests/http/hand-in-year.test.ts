/** 汇总 of a year (Art 49, X11, S63): over all notices, each unit once; who is in the totals and who is not; what was replaced is out. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import type { CheckedReport } from '../../src/law/reports/model.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import { establishAgency } from '../../src/office/people/agencies.ts'
import { heldAgainstArchive } from '../../src/office/reports/check-report.ts'
import { cellCases } from '../../src/office/reports/cell-cases.ts'
import { compareHandIns } from '../../src/office/reports/compare-hand-ins.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { acceptHandIn, excuseUnit, returnHandIn } from '../../src/office/reports/decide-hand-in.ts'
import { issueNotice } from '../../src/office/reports/issue-notice.ts'
import { takeInSheet } from '../../src/office/reports/take-in-file.ts'
import { viewNotice } from '../../src/office/reports/view-hand-ins.ts'
import { viewReport } from '../../src/office/reports/view-report.ts'
import { type County, county, details, must } from './county.ts'
import { write } from './reports.ts'
import { PROSE, yearReport } from './year-report.ts'

let place: County
beforeEach(async () => {
  place = await county('2026-01-12')
})
afterEach(() => place.close())

const supervisor = () => place.actor('supervisor', 'government')

async function issue(number: string, units: string[], year = 2025) {
  const { noticeId } = must(
    await issueNotice(place.office, supervisor(), {
      commandId: randomUUID(),
      year,
      title: `关于报送${year}年度报告的通知`,
      number,
      issuedOn: localDate('2026-01-05'),
      fileBy: localDate('2026-01-20'),
      acceptedFirst: false,
      text: '',
      units,
    }),
  )
  return noticeId
}

async function bring(noticeId: string, report: CheckedReport) {
  return must(await takeInSheet(place.office, supervisor(), { noticeId, report, prose: PROSE }))
}

async function accepted(noticeId: string, unitId: string, seq: number, report: CheckedReport) {
  expect(await bring(noticeId, report)).toMatchObject({ kind: 'handedIn' })
  must(await acceptHandIn(place.office, supervisor(), { noticeId, unitId, seq }))
}

const compiled = async () => must(await compileReport(place.office, place.actor('clerk', 'government'), 2025))

test('补充通知不清空汇总：各份通知合计，同一单位只计一次、以后审核通过的为准；未通知的逐个列名，学校写明依据', async () => {
  const { office, ids } = place
  const added = randomUUID()
  await office.transact((tx) =>
    establishAgency(tx, {
      id: added,
      parentId: ids.government,
      slug: 'xz',
      kind: 'bureau',
      regime: 'art54',
      rank: 9,
      versions: [{ from: localDate('2019-05-15'), details: details('云岭县新镇人民政府', '新政') }],
    }),
  )
  const first = await issue('云政办〔2026〕3号', [ids.bureau, ids.otherBureau])
  await accepted(first, ids.bureau, 1, yearReport('云岭县教育局', 2025, '2021', { received: 90, permits: 5 }))
  await accepted(first, ids.otherBureau, 1, yearReport('云岭县民政局', 2025, '2021', { received: 6 }))
  const before = await compiled()
  expect(before.tables.requests?.received?.at(-1)).toBe(96)
  expect(before.units).toMatchObject({ included: ['云岭县教育局', '云岭县民政局'], notAsked: ['云岭县新镇人民政府'] })
  expect(before.units?.schools).toEqual(['云岭县第一小学'])

  const second = await issue('云政办〔2026〕8号', [ids.otherBureau, added])
  expect(must(await viewReport(office, place.actor('clerk', 'government'), 2025)).stale).toBe(true)
  const after = await compiled()
  expect(after.tables.requests?.received?.at(-1)).toBe(96)
  expect(after.units).toMatchObject({ accepted: 2, missing: ['云岭县新镇人民政府'], notAsked: [] })

  // Reported again under the second notice: the later one counts, once.
  await accepted(second, ids.otherBureau, 1, yearReport('云岭县民政局', 2025, '2021', { received: 8 }))
  must(await excuseUnit(office, supervisor(), { noticeId: second, unitId: added, because: '2025年12月新设' }))
  const last = await compiled()
  expect(last.tables.requests?.received?.at(-1)).toBe(98)
  expect(last.units).toMatchObject({ accepted: 2, missing: [], excused: [{ because: '2025年12月新设' }] })
  const cell = { year: 2025, table: 'requests', row: 'received', column: 'total' } as const
  expect(must(await cellCases(office, place.actor('clerk', 'government'), cell)).units).toMatchObject({
    total: 2,
    rows: [
      { id: ids.bureau, noticeId: first, value: 90 },
      { id: ids.otherBureau, noticeId: second, value: 8 },
    ],
  })
})

test('上下级不能同时报送，跨几份通知也不行：上级的报告已经包括下级；不需报送的上级不算', async () => {
  const { office, ids } = place
  const under = randomUUID()
  await office.transact((tx) =>
    establishAgency(tx, {
      id: under,
      parentId: ids.bureau,
      slug: 'zks',
      kind: 'bureau',
      regime: 'art54',
      rank: 9,
      versions: [{ from: localDate('2019-05-15'), details: details('云岭县招生考试服务中心', '招考') }],
    }),
  )
  await expect(issue('云政办〔2026〕3号', [ids.bureau, under])).rejects.toThrow('云岭县教育局和它的下级云岭县招生考试服务中心')
  const first = await issue('云政办〔2026〕4号', [ids.bureau])
  await expect(issue('云政办〔2026〕5号', [under])).rejects.toThrow('重复计算')
  must(await excuseUnit(office, supervisor(), { noticeId: first, unitId: ids.bureau, because: '并入其他机关' }))
  await issue('云政办〔2026〕6号', [under])
})

test('零要各问各的：下级单位收到过申请，本机关一件也没有的，仍要逐项核对（L10）；文字写明不只是本机关的数字', async () => {
  const { ids } = place
  const notice = await issue('云政办〔2026〕3号', [ids.bureau])
  await accepted(notice, ids.bureau, 1, yearReport('云岭县教育局', 2025, '2021', { received: 90, permits: 5 }))
  const report = await compiled()
  expect(report.tables.requests?.received?.at(-1)).toBe(90)
  expect(report.findings.filter(({ code }) => code === 'L10').map(({ table }) => table)).toEqual(['requests', 'disclosed'])
  expect(report.prose.overall.join('')).toContain('本机关及已计入的1个所属单位新收政府信息公开申请90件')
  expect(report.findings.filter(({ code }) => code === 'X8')).toEqual([])
})

test('先备案后公布时还没有一份公布：与同一通知下别的单位已报送的照样比较（L06）；先报的不因后报的被指', async () => {
  const { office, ids } = place
  const notice = await issue('云政办〔2026〕3号', [ids.bureau, ids.otherBureau])
  const sentence = '全年围绕群众关心的事项主动公开各类信息，按时更新公开专栏，回应社会关切，取得较好的成效。'
  const prose = { ...PROSE, overall: [sentence] }
  const report = yearReport('云岭县教育局', 2025, '2021', { received: 9, permits: 5 })
  must(await takeInSheet(office, supervisor(), { noticeId: notice, report, prose }))
  place.setToday('2026-01-13')
  const likeOthers = async (agency: 'bureau' | 'otherBureau') => {
    must(await compileReport(office, place.actor('clerk', agency), 2025))
    const { findings } = must(await write(office, place.actor('clerk', agency), 2025, prose))
    return findings.filter(({ code }) => code === 'L06')
  }
  expect(await likeOthers('otherBureau')).toMatchObject([{ beside: { source: '云岭县教育局2025年报告', words: sentence } }])
  const second = yearReport('云岭县民政局', 2025, '2021', { received: 6 })
  must(await takeInSheet(office, supervisor(), { noticeId: notice, report: second, prose }))
  expect(await likeOthers('bureau')).toEqual([])
})

test('检查一份汇总报告：与本机关登记簿和审核通过的各单位之和逐格核对（X11）', async () => {
  const { office, ids } = place
  const notice = await issue('云政办〔2026〕3号', [ids.bureau])
  await accepted(notice, ids.bureau, 1, yearReport('云岭县教育局', 2025, '2021', { received: 90, permits: 5 }))
  const check = async (received: number) => {
    const report = yearReport('云岭县人民政府办公室', 2025, '2021', { received, permits: 5 })
    const file = { report, prose: PROSE, intro: '', previous: null, asRead: null }
    const { held } = await heldAgainstArchive(office, ids.government, file)
    return held.report.findings.filter(({ code, column }) => code === 'X11' && column === 'total')
  }
  expect(await check(90)).toEqual([])
  expect((await check(96)).map(({ rows, expected, found }) => [rows[0], expected, found])).toEqual([
    ['received', 90, 96],
    ['granted', 90, 96],
    ['handled', 90, 96],
  ])
})

test('没有通知任何单位的，报告只是本机关的数字，写明学校不计入（第五十五条）', async () => {
  const report = must(await compileReport(place.office, place.actor('clerk'), 2025))
  expect(report.units).toMatchObject({ notices: [], accepted: 0, schools: ['云岭县第一小学'] })
})

test('2019年格式：被更正的一份不留在汇总里，退回的减去；有单位写了文字的格没有合计，退回后又有', async () => {
  const { office, ids } = place
  const notice = await issue('云政办〔2026〕5号', [ids.bureau, ids.otherBureau], 2020)
  const firstCell = async () => {
    const { sums } = must(await viewNotice(office, supervisor(), { id: notice, page: 1 }))
    return sums?.disclosed && 'rows' in sums.disclosed ? sums.disclosed.rows[0]?.cells[0] : null
  }
  const of = (agency: string, over: Parameters<typeof yearReport>[3]) => yearReport(agency, 2020, '2019', over)
  await accepted(notice, ids.bureau, 1, of('云岭县教育局', { permits: 5 }))
  await accepted(notice, ids.otherBureau, 1, of('云岭县民政局', { permits: 2 }))
  expect(await firstCell()).toBe('7')
  await accepted(notice, ids.bureau, 2, of('云岭县教育局', { permits: 6 }))
  expect(await firstCell()).toBe('8')
  await accepted(notice, ids.otherBureau, 2, of('云岭县民政局', { words: '减4' }))
  expect(await firstCell()).toBe('')
  const remarks = [{ at: null, text: '请核对' }]
  must(await returnHandIn(office, supervisor(), { noticeId: notice, unitId: ids.otherBureau, seq: 2, remarks }))
  expect(await firstCell()).toBe('6')
  expect((await refold(office, { write: false })).drifts).toEqual([])
})

test('比较两年的汇总：数字相减，两年计入的单位不同的逐个列名；没有汇总数的年度说明原因', async () => {
  const { office, ids } = place
  const last = await issue('云政办〔2026〕1号', [ids.bureau, ids.otherBureau], 2024)
  await accepted(last, ids.bureau, 1, yearReport('云岭县教育局', 2024, '2021', { received: 40 }))
  await accepted(last, ids.otherBureau, 1, yearReport('云岭县民政局', 2024, '2021', { received: 2 }))
  const now = await issue('云政办〔2026〕3号', [ids.bureau, ids.otherBureau])
  await accepted(now, ids.bureau, 1, yearReport('云岭县教育局', 2025, '2021', { received: 90 }))
  const found = must(await compareHandIns(office, supervisor(), { one: { year: 2024 }, other: { year: 2025 } }))
  expect(found.sides).toEqual(['2024 年汇总', '2025 年汇总'])
  expect(found.limits).toContain('只在甲中计入的：云岭县民政局。')
  expect(found.limits.join('')).toContain('乙中有 1 个单位没有报送或者没有审核通过，没有计入：云岭县民政局。')
  expect(found.cells?.find(({ code }) => code === 'requests.received.total')).toMatchObject({ values: [42, 90], difference: 48 })
  expect(found.wordings).toEqual([])
  expect(await compareHandIns(office, supervisor(), { one: { year: 2023 }, other: { year: 2025 } })).toMatchObject({
    refusals: [{ say: '2023 年没有汇总数。' }],
  })
})

test('比较两个单位：数字和文字并列，不排名；不是所属单位、没有审核通过的，不比较', async () => {
  const { office, ids } = place
  const noticeId = await issue('云政办〔2026〕3号', [ids.bureau, ids.otherBureau])
  await accepted(noticeId, ids.bureau, 1, yearReport('云岭县教育局', 2025, '2021', { received: 90 }))
  const sides = { one: { year: 2025, unitId: ids.bureau }, other: { year: 2025, unitId: ids.otherBureau } }
  expect(await compareHandIns(office, supervisor(), sides)).toMatchObject({
    refusals: [{ say: '云岭县民政局没有审核通过的 2025 年报告。' }],
  })
  await accepted(noticeId, ids.otherBureau, 1, yearReport('云岭县民政局', 2025, '2021', { received: 6 }))
  const found = must(await compareHandIns(office, supervisor(), sides))
  expect(found.sides).toEqual(['云岭县教育局 2025 年', '云岭县民政局 2025 年'])
  expect(found.limits.join('')).toContain('不据此排名')
  expect(found.cells?.find(({ code }) => code === 'requests.received.total')?.difference).toBe(-84)
  expect(found.wordings.map(({ words }) => words)).toContain('五、存在的主要问题及改进情况')
  const outside = { one: { year: 2025, unitId: ids.government }, other: sides.other }
  expect(await compareHandIns(office, supervisor(), outside)).toMatchObject({ refusals: [{ code: 'not-found' }] })
  expect(await compareHandIns(office, place.actor('clerk'), sides)).toMatchObject({ ok: false })
})
