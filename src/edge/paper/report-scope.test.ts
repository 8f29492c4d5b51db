/** 汇总范围随报告印出：计入谁、没有计入谁和原因，在 PDF、DOCX、XLSX、CSV 里都有；读回来的表和文字不变。 */
import { expect, test } from 'vitest'
import { countDisputes, countRequests } from '../../record/reports/compile.ts'
import type { ReportDocument } from '../../record/reports/document.ts'
import { flatten } from '../../record/reports/grid.ts'
import { readProse } from '../../record/reports/read-prose.ts'
import { readReport } from '../../record/reports/read-report.ts'
import { scopeOf } from '../../record/reports/scope.ts'
import { readBytes } from '../files/read-bytes.ts'
import { reportCsv } from '../open-data/report-csv.ts'
import { renderReportDocx, renderReportPdf, renderReportXlsx } from './index.ts'

const REPORT: ReportDocument = {
  agency: '云岭县人民政府',
  year: 2025,
  format: '2021',
  title: '云岭县人民政府2025年政府信息公开工作年度报告',
  sections: { overall: ['全年主动公开政府信息。'], problems: ['解读形式单一。'], other: ['2025年没有收取信息处理费。'] },
  tables: {
    disclosed: { rules: [0, 0, 0], normativeDocuments: [1, 0, 4], permits: 12, penalties: 1, compulsion: 0, feesWanYuan: 1.5 },
    requests: countRequests([], 2025, '2021'),
    disputes: countDisputes([], 2025),
  },
  signature: { agency: '云岭县人民政府', date: '2026-03-20' },
  scope: scopeOf({
    notices: [{ id: '1', number: '云政办〔2026〕3号', title: '通知' }],
    acts: 2,
    accepted: 1,
    included: ['云岭县教育局'],
    missing: ['云岭县民政局'],
    excused: [{ name: '云岭县档案馆', because: '机构撤并' }],
    notAsked: [],
    schools: ['云岭县第一小学'],
  }),
}

test.each(['xlsx', 'docx', 'pdf'] as const)('%s', async (kind) => {
  const render = { xlsx: renderReportXlsx, docx: renderReportDocx, pdf: renderReportPdf }[kind]
  const outcome = await readBytes(await render(REPORT), `年报.${kind}`)
  if (!outcome.ok) throw new Error(outcome.why)
  const text = flatten(outcome.document).text.replace(/\s+/g, '')
  for (const words of ['附：汇总范围', '云政办〔2026〕3号', '云岭县民政局', '云岭县档案馆（机构撤并）', '云岭县第一小学'])
    expect(text).toContain(words)
  const back = readReport(outcome.document)
  expect(back.tables).toEqual(REPORT.tables)
  expect(back.findings.filter(({ level }) => level === 'error')).toEqual([])
  expect(readProse(outcome.document).other).toEqual(REPORT.sections.other)
})

test('CSV：范围在数字后面，一类一行', () => {
  const lines = reportCsv({ agency: { name: REPORT.agency }, document: REPORT, version: 1 } as Parameters<typeof reportCsv>[0])
  const beside = lines.split('\r\n').filter((line) => line.includes(',scope.'))
  expect(beside.map((line) => line.split(',')[3])).toEqual([
    'scope.lead',
    'scope.included',
    'scope.missing',
    'scope.excused',
    'scope.schools',
  ])
  expect(beside[3]).toContain('云岭县档案馆（机构撤并）')
})
