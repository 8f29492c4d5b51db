import { describe, expect, test } from 'vitest'
import { FORMS, formOf } from '../../law/reports/formats/index.ts'
import type { ReportFormat } from '../../law/reports/model.ts'
import { checkView } from './check-view.ts'
import { changedCells, type CheckedFile, checkedFileOf, corrected, correctedDocument } from './checked-file.ts'
import { cellMarks, unreadCells } from './finding-places.ts'
import { formCells, placeKey, valueAt } from './form-cells.ts'
import { running, type Style } from './layouts.testing.ts'
import { understand } from './understand.ts'
import { type PrintedTable, printedTables } from './printed.ts'

const ZERO = [0, 0, 0, 0, 0, 0, 0]
const plain: Style = { item: (n) => `${n}.`, full: true, wideLabels: false, pick: () => 0 }

function fileOf(
  rows: Partial<Record<string, number[]>>,
  { format = '2021', glued = false, title = '云岭县教育局2023年政府信息公开工作年度报告' } = {},
): CheckedFile {
  const form = formOf(format)
  const truth = {
    format: format as ReportFormat,
    requests: new Map(form.requests.rows.map(({ row }) => [row, rows[row] ?? ZERO])),
    disputes: Array.from({ length: 15 }, () => 0),
  }
  const gap = glued ? '' : ' '
  return understand(
    { blocks: [{ kind: 'text', text: running(truth, plain, () => gap, gap).replace(/^.*年度报告/, title) }] },
    null,
  )
}

const keep = ({ report: { agency, year } }: CheckedFile) => ({ agency, year })
const codes = ({ report }: CheckedFile) => report.findings.filter(({ table }) => table === 'requests').map(({ code }) => code)

describe('改正后重新检查', () => {
  test('改对总计，错误消失；记得改了哪一格', () => {
    const wrong = fileOf({ granted: [2, 0, 0, 0, 0, 0, 3], handled: [2, 0, 0, 0, 0, 0, 2], received: [2, 0, 0, 0, 0, 0, 2] })
    expect(codes(wrong)).toEqual(['X3', 'X2'])
    const entries = new Map([['requests.granted.total', 2]])
    const right = corrected(wrong, { entries, ...keep(wrong) })
    expect(codes(right)).toEqual([])
    expect(changedCells(right).map(placeKey)).toEqual(['requests.granted.total'])
    expect(wrong.report.tables.requests?.granted).toEqual([2, 0, 0, 0, 0, 0, 3])
  })

  test('勾稽不成立的一列，牵涉的格都可以改，只有一行能使全部成立的才有建议', () => {
    const file = fileOf({ granted: [2, 0, 0, 0, 0, 0, 2], received: [2, 0, 0, 0, 0, 0, 2] })
    // The text holds no table 二.
    const findings = file.report.findings.filter(({ table }) => table === 'requests')
    const view = checkView({ ...file, report: { ...file.report, findings } })
    const words = view.findings.map(({ finding, proposal }) => [finding.code, finding.column, proposal?.words ?? null])
    const both = '“总计”一行“自然人”改为 2；“总计”一行“总计”改为 2'
    expect(words).toEqual([
      ['X1', 'naturalPerson', both],
      ['X2', 'naturalPerson', both],
      ['X1', 'total', both],
      ['X2', 'total', both],
    ])
    expect(view.open.has('requests.withheld.thirdParty.naturalPerson')).toBe(true)
    expect(view.open.has('requests.withheld.thirdParty.business')).toBe(false)
    expect(view.at.get('requests.handled.total')).toEqual([3, 4])
  })

  test('读不准的一行：每格都问；填了几格，其余仍是“未能确定”，不算空白', () => {
    const file = fileOf({ granted: [10, 2, 0, 0, 0, 0, 5] }, { glued: true })
    const unread = unreadCells(file.report.findings, { format: '2021', tables: file.report.tables })
    expect(unread.filter(({ table }) => table === 'requests').map(placeKey)).toEqual(
      FORMS['2021'].requests.columns.map(({ column }) => `requests.granted.${column}`),
    )
    const entries = new Map([['requests.granted.naturalPerson', 10]])
    const half = corrected(file, { entries, ...keep(file) })
    expect(codes(half)).toContain('R01')
    expect(codes(half)).not.toContain('X13')
    const all = new Map(
      [10, 2, 0, 0, 0, 0, 12].map((value, at) => [`requests.granted.${FORMS['2021'].requests.columns[at]?.column}`, value]),
    )
    expect(codes(corrected(half, { entries: all, ...keep(file) }))).not.toContain('R01')
  })

  test('空白不当零；建议只在勾选之后填 0', () => {
    const file = fileOf({})
    const blank = corrected(file, { entries: new Map([['requests.partial.total', null]]), ...keep(file) })
    expect(codes(blank)).toEqual(['X13'])
    const { proposal } = checkView(blank).findings.find(({ finding }) => finding.code === 'X13') ?? {}
    expect(proposal?.words).toContain('空白的一格填 0')
    expect(codes(corrected(blank, { entries: proposal?.entries ?? new Map(), ...keep(file) }))).toEqual([])
  })

  test('标题里没有的年度和名称，补上后不再提示，格式随年度', () => {
    const file = fileOf({}, { title: '' })
    expect(file.report.findings.map(({ code }) => code)).toContain('R08')
    const named = corrected(file, { entries: new Map(), agency: '云岭县教育局', year: 2023 })
    expect(named.report.findings.map(({ code }) => code)).not.toContain('R08')
    expect(correctedDocument(named).title).toBe('云岭县教育局2023年政府信息公开工作年度报告')
  })

  test('整张表没有读出来：填了一格，其余仍待填', () => {
    const file = fileOf({})
    const without: CheckedFile = {
      ...file,
      report: {
        ...file.report,
        tables: { ...file.report.tables, disputes: null },
        findings: [
          {
            code: 'R06',
            level: 'error',
            table: 'disputes',
            rows: [],
            column: null,
            expected: null,
            found: null,
            message: '没有找到第四部分的表格',
            cite: '',
          },
        ],
      },
    }
    const some = corrected(without, { entries: new Map([['disputes.reconsideration.total', 1]]), ...keep(file) })
    expect(some.report.tables.disputes?.reconsideration).toEqual([null, null, null, null, 1])
    expect(some.report.findings.filter(({ table }) => table === 'disputes').map(({ code }) => code)).toEqual(['R06'])
  })
})

describe('一格一处', () => {
  test.each(['2019', '2021'] as const)('%s 年格式：格子的清单、印出的表、读出的数一一对应', (format) => {
    const places = formCells(format).map(placeKey)
    expect(new Set(places).size).toBe(places.length)
    const entries = new Map(
      places.map((place, index) => [place, format === '2019' && place.startsWith('disclosed') ? `${index}` : index]),
    )
    const file = fileOf({}, { format })
    const { tables } = corrected(file, { entries, ...keep(file) }).report
    expect(formCells(format).map((cell) => Number(valueAt(tables, cell)))).toEqual(places.map((_, index) => index))
    const printed: PrintedTable[] = Object.values(printedTables(tables, format))
    const drawn = printed.flatMap(({ blocks }) => blocks.flatMap(({ body }) => body.flat()))
    const values = drawn.filter(({ role }) => role === 'value')
    expect(values.map(({ place, text }) => [place && placeKey(place), Number(text)])).toEqual(
      places.map((place, index) => [place, index]),
    )
  })

  test('2019 年格式的一行读不准：用行名和代码都找得到', () => {
    const finding = {
      code: 'R01',
      level: 'error',
      table: 'disclosed',
      rows: ['permits'],
      column: null,
      expected: null,
      found: null,
      message: '读不准',
      cite: '',
    } as const
    const read = { format: '2019', tables: { disclosed: { rows: [] }, requests: null, disputes: null } } as const
    expect(
      cellMarks([{ ...finding, rows: ['permits'] }], { ...read, tables: { ...read.tables, disclosed: { rows: [] } } }),
    ).toHaveLength(3)
  })
})

describe('页面带回来的报告', () => {
  test('原样回来；改了形状的不要', () => {
    const file = fileOf({ granted: [2, 0, 0, 0, 0, 0, 3] })
    expect(checkedFileOf(JSON.stringify(file))).toEqual(file)
    for (const change of [
      { report: { ...file.report, tables: { ...file.report.tables, requests: { granted: ['2'] } } } },
      { report: { ...file.report, format: '2035' } },
      { prose: { ...file.prose, overall: '一' } },
      { previous: 3 },
    ])
      expect(checkedFileOf(JSON.stringify({ ...file, ...change }))).toBeNull()
    expect(checkedFileOf('不是 JSON')).toBeNull()
  })
})
