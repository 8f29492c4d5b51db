import { expect, test } from 'vitest'
import type { ReportTables } from '../../law/reports/model.ts'
import { compareCells } from './compare.ts'

const tables = (received: number | null, fees: number | null): ReportTables => ({
  disclosed: {
    rules: [0, 0, 0],
    normativeDocuments: [1, 0, 3],
    permits: 12,
    penalties: 0,
    compulsion: 0,
    feesWanYuan: fees,
  },
  requests: { received: [received, 0, 0, 0, 0, 0, received] },
  disputes: null,
})
const find = (code: string, one: ReportTables, other: ReportTables) =>
  compareCells({ format: '2021', tables: one }, { format: '2021', tables: other })?.find((cell) => cell.code === code)

test('差是后者减前者；小数不留下二进制的尾巴', () => {
  expect(find('requests.received.total', tables(4, 0), tables(7, 0))).toMatchObject({ values: [4, 7], difference: 3 })
  expect(find('disclosed.2021.feesWanYuan', tables(0, 0.3), tables(0, 0.1))?.difference).toBe(-0.2)
})

test('一方空白的不算差，空白不当作零', () => {
  expect(find('requests.received.total', tables(null, 0), tables(7, 0))).toMatchObject({ values: [null, 7], difference: null })
  expect(find('disputes.reconsideration.total', tables(1, 0), tables(1, 0))?.difference).toBeNull()
})

test('格式不同的不比较数字', () => {
  expect(compareCells({ format: '2019', tables: tables(1, 0) }, { format: '2021', tables: tables(1, 0) })).toBeNull()
})

test('2019 年格式的文字格子：普通数字可以相减，带正负号的增减不相减', () => {
  const old = (cells: string[]): ReportTables => ({ ...tables(1, 0), disclosed: { rows: [{ label: '行政许可', cells }] } })
  const found = compareCells(
    { format: '2019', tables: old(['12', '+3', '40']) },
    { format: '2019', tables: old(['15', '+1', '38']) },
  )?.filter(({ code }) => code.startsWith('disclosed.2019.permits'))
  expect(found?.map(({ difference }) => difference)).toEqual([3, null, -2])
})
