import { describe, expect, test } from 'vitest'
import { checkTables } from './checks.ts'
import { FINDING_CODES } from './finding-codes.ts'
import { formatFor, formOf } from './formats/index.ts'
import type { Cell, ReportTables, RequestRow, RequestTable } from './model.ts'

/** A report of zeros in which single rows are then set. */
function zeros(rows: Partial<Record<RequestRow, Cell[]>> = {}): ReportTables {
  const requests: RequestTable = {}
  for (const { row } of formOf('2021').requests.rows) requests[row] = [0, 0, 0, 0, 0, 0, 0]
  return {
    disclosed: { rules: [0, 0, 0], normativeDocuments: [0, 0, 0], permits: 1, penalties: 0, compulsion: 0, feesWanYuan: 0 },
    requests: { ...requests, ...rows },
    disputes: {
      reconsideration: [0, 0, 0, 0, 0],
      litigationDirect: [0, 0, 0, 0, 0],
      litigationAfterReconsideration: [0, 0, 0, 0, 0],
    },
  }
}

const ONE: Cell[] = [1, 0, 0, 0, 0, 0, 1]
const codes = (tables: ReportTables, options?: Parameters<typeof checkTables>[2]): string[] =>
  checkTables(tables, '2021', options).map(({ code, rows, column }) => `${code} ${rows.join('+')} ${column ?? ''}`.trim())

describe('年度报告的勾稽关系（国办公开办函〔2021〕30号）', () => {
  test('全部为零的报告没有问题', () => {
    expect(codes(zeros())).toEqual([])
  })

  test('收到一件、公开一件、总计一件：没有问题', () => {
    expect(codes(zeros({ received: ONE, granted: ONE, handled: ONE }))).toEqual([])
  })

  test('X1：收到一件而既未办理也未结转', () => {
    const found = checkTables(zeros({ received: ONE }), '2021')
    expect(found.map(({ code, column, expected, found: is }) => [code, column, expected, is])).toEqual([
      ['X1', 'naturalPerson', 1, 0],
      ['X1', 'total', 1, 0],
    ])
    expect(found[0]?.cite).toBe('国办公开办函〔2021〕30号')
  })

  test('X2：总计不等于各项结果之和', () => {
    expect(codes(zeros({ received: ONE, handled: ONE }))).toEqual(['X2 handled naturalPerson', 'X2 handled total'])
  })

  test('X3：一行的总计不等于各类申请人之和', () => {
    const wrong: Cell[] = [1, 0, 0, 0, 0, 0, 2]
    expect(codes(zeros({ received: wrong, granted: wrong, handled: wrong }))).toEqual([
      'X3 received total',
      'X3 granted total',
      'X3 handled total',
    ])
  })

  test('X4：上年结转与上一年度报告的结转下年度不符', () => {
    const previous = zeros({ carriedForward: ONE })
    expect(codes(zeros(), { previous })).toEqual(['X4 carriedOver naturalPerson', 'X4 carriedOver total'])
    expect(codes(zeros({ carriedOver: ONE, granted: ONE, handled: ONE }), { previous })).toEqual([])
  })

  test('X5：复议总计不等于四类结果之和', () => {
    const tables = zeros()
    if (tables.disputes) tables.disputes.reconsideration = [1, 0, 0, 0, 2]
    expect(codes(tables)).toEqual(['X5 reconsideration total'])
  })

  test('X6：数量为负数或小数是错误，收费金额可以有小数', () => {
    expect(codes(zeros({ granted: [-1, 0, 0, 0, 0, 0, -1], 'other.other': ONE }))).toEqual([
      'X6 granted naturalPerson',
      'X6 granted total',
    ])
    const tables = zeros()
    tables.disclosed = {
      rules: [0, 0, 0],
      normativeDocuments: [0, 0, 0],
      permits: 1.5,
      penalties: 0,
      compulsion: 0,
      feesWanYuan: 5949.088667,
    }
    expect(codes(tables)).toEqual(['X6 permits 0'])
  })

  test('X7：现行有效件数接不上上年', () => {
    const [now, previous] = [zeros(), zeros()]
    now.disclosed = { rules: [0, 0, 0], normativeDocuments: [2, 1, 5], permits: 1, penalties: 0, compulsion: 0, feesWanYuan: 0 }
    previous.disclosed = {
      rules: [0, 0, 0],
      normativeDocuments: [0, 0, 3],
      permits: 1,
      penalties: 0,
      compulsion: 0,
      feesWanYuan: 0,
    }
    expect(codes(now, { previous })).toEqual(['X7 normativeDocuments 2'])
  })

  test('X13：空白不等于零，一行一条；有空白的关系不判断', () => {
    const blank: Cell[] = [null, null, null, null, null, null, null]
    expect(codes(zeros({ granted: blank, received: ONE, handled: ONE }))).toEqual(['X13 granted'])
  })

  test('读不准的格已有 R 提示，不再报空白', () => {
    const doubted = new Set(Array.from({ length: 7 }, (_, column) => `requests.granted.${column}`))
    expect(codes(zeros({ granted: [null, null, null, null, null, null, null] }), { doubted })).toEqual([])
  })

  test('2019年格式：表二允许负数、带符号和文字，空白仍是错误；依据为〔2019〕60号', () => {
    const requests: RequestTable = {}
    for (const { row } of formOf('2019').requests.rows) requests[row] = [0, 0, 0, 0, 0, 0, 0]
    const tables: ReportTables = {
      disclosed: {
        rows: [
          { label: '行政许可', cells: ['3', '减4', '0'] },
          { label: '行政处罚', cells: ['', '0', '0'] },
        ],
      },
      requests,
      disputes: null,
    }
    expect(checkTables(tables, '2019').map(({ code, rows, cite }) => [code, rows, cite])).toEqual([
      ['X13', ['行政处罚'], '国办公开办函〔2019〕60号'],
    ])
  })
})

describe('格式按报告年度', () => {
  test.each([
    [2018, undefined],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2025, '2021'],
  ])('%i年度的报告', (year, format) => {
    expect(formatFor(year)?.format).toBe(format)
  })

  test('2021年格式表三25行，其中办理结果21行；2019年格式（六）只有一行', () => {
    expect(formOf('2021').requests.rows).toHaveLength(25)
    expect(formOf('2021').requests.rows.filter(({ leaf }) => leaf)).toHaveLength(21)
    expect(formOf('2019').requests.rows).toHaveLength(23)
    expect(formOf('2019').requests.rows.filter(({ row }) => row.startsWith('other.'))).toHaveLength(1)
  })

  test('每个编号都有标题', () => {
    for (const { title } of Object.values(FINDING_CODES)) expect(title).toMatch(/[一-龥]/)
  })
})
