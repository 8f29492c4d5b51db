import { expect, test } from 'vitest'
import type { Disclosed2021, ReportTables } from '../../law/reports/model.ts'
import { checkAggregate } from './rollup.ts'

const tables = (disclosed: Partial<Disclosed2021>): ReportTables => ({
  disclosed: {
    rules: [0, 0, 0],
    normativeDocuments: [0, 0, 0],
    permits: 0,
    penalties: 0,
    compulsion: 0,
    feesWanYuan: 0,
    ...disclosed,
  },
  requests: null,
  disputes: null,
})

test('汇总数的第二部分也等于所属单位之和（X11）', () => {
  expect(checkAggregate(tables({ permits: 5 }), tables({ permits: 9 }), '2021')).toMatchObject([
    { code: 'X11', table: 'disclosed', rows: ['permits'], expected: 9, found: 5 },
  ])
  expect(checkAggregate(tables({ feesWanYuan: 1.2 }), tables({ feesWanYuan: 1.2 }), '2021')).toEqual([])
})

test('2019年格式写了文字的格不比', () => {
  const words = (cell: string): ReportTables => ({
    disclosed: { rows: [{ label: '规章', cells: [cell, '0', '0'] }] },
    requests: null,
    disputes: null,
  })
  expect(checkAggregate(words('5'), words('9'), '2019')).toMatchObject([{ code: 'X11', expected: 9, found: 5 }])
  expect(checkAggregate(words('减4'), words('9'), '2019')).toEqual([])
})
