/** 将来的报告格式：只添一个格式文件，汇编、检查、印制、读取、汇总、开放数据都照它办。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { FORMS, formatFor } from '../../law/reports/formats/index.ts'
import type { ReportTables } from '../../law/reports/model.ts'
import type { Outcome, RequesterKind } from '../../law/requests/vocabulary.ts'
import type { ReportDocument } from '../../record/reports/document.ts'
import type { RequestFact } from '../../record/requests/fact.ts'
import { FORM_2031 } from './future-format.testing.ts'

let tables: ReportTables
const DISCLOSED = {
  rules: [0, 0],
  normativeDocuments: [1, 4],
  permits: 12,
  penalties: 1,
  compulsion: 0,
  inspections: 31,
  feesWanYuan: 1.5,
}

// Whatever makes a table of the forms does so when it is loaded: the new one is there first.
beforeAll(async () => {
  FORMS['2031'] = FORM_2031
  const { countDisputes, countRequests } = await import('../../record/reports/compile.ts')
  tables = {
    disclosed: DISCLOSED as unknown as ReportTables['disclosed'],
    requests: countRequests(FACTS, 2031, '2031'),
    disputes: countDisputes(FACTS, 2031),
  }
})
afterAll(() => {
  delete FORMS['2031']
})

function fact(requesterKind: RequesterKind, outcome: Outcome | null, at: number): RequestFact {
  const [receivedOn, closedOn] = [localDate('2031-03-03'), outcome ? localDate('2031-03-20') : null]
  return { caseId: `${at}`, number: `${at}`, requesterKind, receivedOn, closedOn, outcome, disputes: [] }
}
const FACTS = [
  fact('research', 'granted', 1),
  fact('otherOrganisation', 'granted', 2),
  fact('naturalPerson', 'other.withdrawn', 3),
  fact('business', 'other.other', 4),
  fact('legalService', null, 5),
]

test('2031年起用新格式，此前的年度不变；多的一行、并掉的一列按格式计数，勾稽关系成立', async () => {
  const { checkTables } = await import('../../law/reports/checks.ts')
  expect([formatFor(2030)?.format, formatFor(2031)?.format]).toEqual(['2021', '2031'])
  expect(tables.requests).toMatchObject({
    received: [1, 1, 0, 1, 2, 5],
    granted: [0, 0, 0, 0, 2, 2],
    'other.withdrawn': [1, 0, 0, 0, 0, 1],
    'other.other': [0, 1, 0, 0, 0, 1],
    handled: [1, 1, 0, 0, 2, 4],
    carriedForward: [0, 0, 0, 1, 0, 1],
  })
  expect(checkTables(tables, '2031')).toEqual([])
  const wrong = { ...tables, requests: { ...tables.requests, 'other.withdrawn': [2, 0, 0, 0, 0, 2] } }
  expect(checkTables(wrong, '2031').map(({ code, column }) => `${code} ${column}`)).toEqual(['X2 naturalPerson', 'X2 total'])
})

test('表二多的一行也查、也比、也加：空着报 X13，差异列出，汇总有它', async () => {
  const { checkTables } = await import('../../law/reports/checks.ts')
  const { cellsOf, changedCells } = await import('../../record/reports/difference.ts')
  const { addUp } = await import('../../record/reports/rollup.ts')
  const { sumsAfter } = await import('../../record/reports/add-up.ts')
  const withIt = (inspections: number | null): ReportTables => ({
    ...tables,
    disclosed: { ...DISCLOSED, inspections } as unknown as ReportTables['disclosed'],
  })
  expect(checkTables(withIt(null), '2031').map(({ code, rows }) => [code, rows])).toEqual([['X13', ['inspections']]])
  expect(checkTables(withIt(-1), '2031').map(({ code, rows }) => [code, rows])).toEqual([['X6', ['inspections']]])
  expect(cellsOf(tables, '2031').filter(({ row }) => row === 'inspections')).toMatchObject([{ column: '0', value: 31 }])
  const format = '2031'
  expect(changedCells({ tables, format }, { tables: withIt(32), format })).toMatchObject([{ before: 31, now: 32 }])
  const sums = addUp([tables, tables], format)
  const twice = { ...DISCLOSED, normativeDocuments: [2, 8], permits: 24, penalties: 2, inspections: 62, feesWanYuan: 3 }
  expect(sums.disclosed).toEqual(twice)
  expect(sumsAfter(sums, format, { out: tables, in: null }).disclosed).toEqual(DISCLOSED)
})

test('格式更换的第一年，结转只能按总计与上年核对', async () => {
  const { checkTables } = await import('../../law/reports/checks.ts')
  const previous = { disclosed: null, disputes: null, requests: { carriedForward: [1, 0, 1, 0, 0, 1, 3] } }
  const found = checkTables(tables, '2031', { previous })
  expect(found.map(({ code, column, expected }) => [code, column, expected])).toEqual([['X4', 'total', 3]])
})

function document(): ReportDocument {
  return {
    agency: '云岭县教育局',
    year: 2031,
    format: '2031',
    title: '云岭县教育局2031年政府信息公开工作年度报告',
    sections: { overall: ['全年主动公开政府信息。'], problems: ['解读形式单一。'], other: [] },
    tables,
    signature: { agency: '云岭县教育局', date: '2032-01-20' },
  }
}

test.each(['xlsx', 'docx', 'pdf'] as const)('印成 %s，读回来每一格都一样', async (kind) => {
  const { renderReportDocx, renderReportPdf, renderReportXlsx } = await import('./index.ts')
  const { readBytes } = await import('../files/read-bytes.ts')
  const { readReport } = await import('../../record/reports/read-report.ts')
  const render = { xlsx: renderReportXlsx, docx: renderReportDocx, pdf: renderReportPdf }[kind]
  const outcome = await readBytes(await render(document()), `年报.${kind}`)
  if (!outcome.ok) throw new Error(outcome.why)
  const back = readReport(outcome.document)
  expect([back.year, back.format]).toEqual([2031, '2031'])
  expect(back.tables).toEqual(tables)
  expect(back.findings.filter(({ level }) => level === 'error')).toEqual([])
})

test('写成一行一行的文字，也读得对；少了科研机构一栏，不当作缺栏', async () => {
  const { readPlain } = await import('../../record/reports/read-plain.testing.ts')
  const { requests } = tables
  const lines = FORM_2031.requests.rows.flatMap(({ row, number, label, group }, index, rows) => [
    ...(group && rows[index - 1]?.group !== group ? [group] : []),
    `${number}${label}\t${(requests?.[row] ?? []).join('\t')}`,
  ])
  const heads = FORM_2031.requests.columns.map(({ label }) => label).join('\t')
  const read = readPlain(
    [
      '云岭县教育局2031年政府信息公开工作年度报告',
      '三、收到和处理政府信息公开申请情况',
      heads,
      ...lines,
      '四、政府信息公开行政复议、行政诉讼情况',
    ].join('\n'),
  )
  expect(read.format).toBe('2031')
  expect(read.tables.requests).toEqual(requests)
  expect(read.findings.some(({ code }) => code === 'L01')).toBe(false)
})

test('汇总、离线报送包、填空、开放数据的列都按新格式', async () => {
  const { addUp } = await import('../../record/reports/rollup.ts')
  const { bundleReport } = await import('../../record/reports/bundle.ts')
  const { formCells, withEntries } = await import('../../record/reports/form-cells.ts')
  const { DATA_COLUMNS, dataCells } = await import('../../record/reports/data-columns.ts')
  expect(addUp([tables, tables], '2031').requests).toMatchObject({
    'other.withdrawn': [2, 0, 0, 0, 0, 2],
    handled: [2, 2, 0, 0, 4, 8],
  })
  const carried = { format: '2031', tables, prose: { preface: [], overall: [], problems: [], other: [] }, explained: {} }
  expect(bundleReport.safeParse(carried).success).toBe(true)
  expect(bundleReport.safeParse({ ...carried, format: '2021' }).success).toBe(false)
  const { inspections: _, ...lacking } = DISCLOSED
  expect(bundleReport.safeParse({ ...carried, tables: { ...tables, disclosed: lacking } }).success).toBe(false)
  const cell = formCells('2031').find(({ row, column }) => row === 'other.withdrawn' && column === 'total')
  expect(cell?.words).toBe('“申请人主动撤回政府信息公开申请”一行“总计”')
  const filled = withEntries(tables, '2031', new Map([['requests.other.withdrawn.total', 7]]))
  expect(filled.requests?.['other.withdrawn']).toEqual([1, 0, 0, 0, 0, 7])
  expect(DATA_COLUMNS.find(({ code }) => code === 'requests.other.withdrawn.total')?.formats).toEqual(['2031'])
  expect(DATA_COLUMNS.find(({ code }) => code === 'requests.granted.research')?.formats).not.toContain('2031')
  expect(dataCells(tables, '2031').find(({ code }) => code === 'requests.granted.otherOrganisation')?.value).toBe(2)
})
