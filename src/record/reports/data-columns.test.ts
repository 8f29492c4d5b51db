import { expect, test } from 'vitest'
import { FORMS } from '../../law/reports/formats/index.ts'
import type { ReportTables } from '../../law/reports/model.ts'
import { DATA_COLUMNS, dataCells, dataLine } from './data-columns.ts'
import { cellsOf } from './difference.ts'

const TABLES: ReportTables = {
  disclosed: { rules: [1, 2, 3], normativeDocuments: [4, 5, 6], permits: 7, penalties: 8, compulsion: null, feesWanYuan: 1.5 },
  requests: { received: [1, 0, 0, 0, 0, 0, 1] },
  disputes: { reconsideration: [1, 0, 0, 0, 1], litigationDirect: [0, 0, 0, 0, 0], litigationAfterReconsideration: [] },
}
const valueOf = (code: string) => dataCells(TABLES, '2021').find((cell) => cell.code === code)?.value

test('每一格有自己的代码，含义用表格的原文', () => {
  expect(new Set(DATA_COLUMNS.map(({ code }) => code)).size).toBe(DATA_COLUMNS.length)
  for (const { code } of DATA_COLUMNS) expect(code).toMatch(/^[A-Za-z0-9.]+$/)
  expect(DATA_COLUMNS.find(({ code }) => code === 'requests.withheld.stateSecret.total')).toEqual({
    code: 'requests.withheld.stateSecret.total',
    formats: ['2021', '2019'],
    section: '三、收到和处理政府信息公开申请情况',
    row: '三、本年度办理结果 （三）不予公开 1.属于国家秘密',
    column: '总计',
  })
})

test('两种格式中含义不同的格子不共用代码', () => {
  expect(DATA_COLUMNS.find(({ code }) => code === 'disclosed.2021.rules.0')?.column).toBe('本年制发件数')
  expect(DATA_COLUMNS.find(({ code }) => code === 'disclosed.2019.rules.0')?.column).toBe('本年新制作数量')
  expect(DATA_COLUMNS.find(({ code }) => code === 'requests.other.all.total')?.formats).toEqual(['2019'])
})

test('数值各在其位；没有填的是空，不是零', () => {
  expect(valueOf('disclosed.2021.rules.2')).toBe(3)
  expect(valueOf('disclosed.2021.permits')).toBe(7)
  expect(valueOf('disclosed.2021.compulsion')).toBeNull()
  expect(valueOf('requests.received.total')).toBe(1)
  expect(valueOf('requests.granted.total')).toBeNull()
  expect(valueOf('disputes.reconsideration.total')).toBe(1)
  expect(valueOf('disputes.litigationAfterReconsideration.upheld')).toBeNull()
})

test('2019 年格式的格子照录原文', () => {
  const tables = { ...TABLES, disclosed: { rows: [{ label: '行政许可', cells: ['12', '+3', '40'] }] } }
  const found = dataCells(tables, '2019').filter(({ code }) => code.startsWith('disclosed.2019.permits'))
  expect(found.map(({ value }) => value)).toEqual(['12', '+3', '40'])
})

test('与逐格比较所用的格子一一对应', () => {
  for (const form of Object.values(FORMS)) {
    const without = { ...TABLES, disclosed: null }
    const compared = cellsOf(without, form.format).map(({ value }) => value)
    const data = dataCells(without, form.format).filter(({ code }) => !code.startsWith('disclosed'))
    expect(data.map(({ value }) => value)).toEqual(compared)
  }
})

test('排成一行的值与逐格的一致，别的格式的格子是空', () => {
  for (const { format } of Object.values(FORMS)) {
    const cells = new Map(dataCells(TABLES, format).map(({ code, value }) => [code, value]))
    expect(dataLine(TABLES, format)).toEqual(DATA_COLUMNS.map(({ code }) => cells.get(code) ?? null))
  }
  expect(dataLine(TABLES, '2021').filter((value) => value !== null).length).toBeGreaterThan(20)
})
