import { describe, expect, it } from 'vitest'
import type { RequestTable } from '../../law/reports/model.ts'
import { printedTables } from './printed.ts'
import type { PrintedTable } from './printed.ts'

const NOTHING = { disclosed: null, requests: null, disputes: null }

/** Every place of the grid with the text that covers it; fails where two cells overlap or a place stays bare. */
function covered(table: PrintedTable): string[][] {
  const rows = table.blocks.flatMap((block) => [...block.head, ...block.body])
  const grid: string[][] = rows.map(() => [])
  rows.forEach((row, at) => {
    for (const cell of row) {
      const from = table.widths.findIndex((_, column) => grid[at]?.[column] === undefined)
      for (let down = 0; down < cell.rowSpan; down++) {
        for (let over = 0; over < cell.colSpan; over++) {
          const line = grid[at + down]
          expect(line, `${cell.text} reaches below the table`).toBeDefined()
          expect(line?.[from + over], `${cell.text} covers another cell`).toBeUndefined()
          if (line) line[from + over] = cell.text
        }
      }
    }
  })
  for (const line of grid)
    expect(Array.from({ length: line.length }, (_, i) => line[i]).filter((t) => t === undefined)).toEqual([])
  for (const line of grid) expect(line).toHaveLength(table.widths.length)
  return grid
}

describe.each(['2021', '2019'] as const)('年度报告格式 %s 的三张表', (format) => {
  const tables = printedTables(NOTHING, format)

  it.each(['disclosed', 'requests', 'disputes'] as const)('%s: spans tile the grid without gap or overlap', (key) => {
    covered(tables[key])
  })

  it.each(['disclosed', 'requests', 'disputes'] as const)('%s: is as wide as the text, 156 mm', (key) => {
    expect(tables[key].widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(156, 1)
  })

  it('表三 has its 25 rows (2021) or 23 (2019), 三、 beside all results', () => {
    const body = tables.requests.blocks[0]?.body ?? []
    expect(body).toHaveLength(format === '2021' ? 25 : 23)
    const first = covered(tables.requests).map((line) => line[0])
    expect(first.filter((text) => text === '三、本年度办理结果')).toHaveLength(format === '2021' ? 22 : 20)
  })

  it('缺数留空，不填零 (X13)', () => {
    const values = [tables.disclosed, tables.requests, tables.disputes].flatMap((table) =>
      table.blocks.flatMap((block) => block.body.flat()),
    )
    expect(values.filter((cell) => cell.role === 'value').every((cell) => cell.text === '')).toBe(true)
  })
})

describe('numbers stand in their cells', () => {
  it('表三: each row its seven, a null blank', () => {
    const requests: RequestTable = { received: [1, 2, 3, 4, 5, 6, 21], 'other.other': [0, null, 0, 0, 0, 0, 0] }
    const grid = covered(printedTables({ ...NOTHING, requests }, '2021').requests)
    const row = (label: string): string[] => grid.find((line) => line[2] === label)?.slice(3) ?? []
    expect(row('一、本年新收政府信息公开申请数量')).toEqual(['1', '2', '3', '4', '5', '6', '21'])
    expect(row('3.其他')).toEqual(['0', '', '0', '0', '0', '0', '0'])
  })

  it('表二 2021: one number under its one heading; fees keep their decimals', () => {
    const disclosed = {
      rules: [0, 0, 0] as [number, number, number],
      normativeDocuments: [1, 2, 15] as [number, number, number],
      permits: 694,
      penalties: null,
      compulsion: 0,
      feesWanYuan: 12.345678,
    }
    const grid = covered(printedTables({ ...NOTHING, disclosed }, '2021').disclosed)
    const row = (label: string): string[] => grid.find((line) => line[0] === label)?.slice(1) ?? []
    expect(row('行政规范性文件')).toEqual(['1', '2', '15'])
    expect(row('行政许可')).toEqual(['694', '694', '694'])
    expect(row('行政处罚')).toEqual(['', '', ''])
    expect(row('行政事业性收费')[0]).toBe('12.345678')
  })

  it('表二 2019 keeps the words of that form: 减4, 128.5万元', () => {
    const disclosed = {
      rows: [
        { label: '行政许可', cells: ['5', '减4', '694'] },
        { label: '政府集中采购', cells: ['3', '128.5万元'] },
      ],
    }
    const grid = covered(printedTables({ ...NOTHING, disclosed }, '2019').disclosed)
    expect(grid.find((line) => line[0] === '行政许可')?.slice(1)).toEqual(['5', '减4', '694'])
    expect(grid.find((line) => line[0] === '政府集中采购')?.slice(1)).toEqual(['3', '128.5万元', '128.5万元'])
  })

  it('表四: fifteen numbers in the order of the groups', () => {
    const disputes = {
      reconsideration: [1, 2, 3, 4, 10],
      litigationDirect: [0, 0, 0, 0, 0],
      litigationAfterReconsideration: [5, 6, 7, 8, 26],
    }
    const grid = covered(printedTables({ ...NOTHING, disputes }, '2021').disputes)
    expect(grid.at(-1)).toEqual(['1', '2', '3', '4', '10', '0', '0', '0', '0', '0', '5', '6', '7', '8', '26'])
  })
})
