/** 数据表写成 Excel、CSV 再读回来，一格不差：什么字都行，公式样的、像编号的、换行的。 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DATA_SETS } from '../../law/publication/data-sets.ts'
import { readCell } from '../../record/publication/data-cell.ts'
import { type DataSet, dataSetSchema, tidied } from '../../record/publication/data-set.ts'
import { readDataGrid } from '../../record/publication/data-set-grid.ts'
import { ownCells } from '../../record/reports/grid.ts'
import { dataSetCsv } from '../open-data/data-sets.ts'
import { renderDataSheet } from '../paper/index.ts'
import { readCsv, readSheets } from './spreadsheet.ts'

const { columns } = DATA_SETS.zones
/** What people write in cells, and what they should not. */
const cell = fc.oneof(
  fc.string({ maxLength: 20 }).map((text) => text.replace(/[^\u0020-\u007e]/g, '')),
  fc.constantFrom(
    '=1+1',
    '+86',
    '-3',
    '@SUM(A1)',
    "'引",
    '007',
    '1e5',
    '南街，河东村',
    '说"是"',
    '甲\n乙',
    '＝1',
    '2026-07-01',
    'TRUE',
  ),
)
const rows = fc.array(fc.record(Object.fromEntries(columns.map(({ key }) => [key, cell]))), { minLength: 1, maxLength: 5 })
const tables = rows.map((some): DataSet => tidied(dataSetSchema.parse({ kind: 'zones', period: '2026', rows: some })))

const grid = (of: Parameters<typeof ownCells>[0]) =>
  ownCells(of).map((cells) => {
    const row = Array.from({ length: of.cols }, () => '')
    for (const { col, text } of cells) row[col] = text
    return row
  })

/** As the page keeps what it reads. */
const kept = (read: readonly (readonly string[])[]) =>
  tidied(dataSetSchema.parse({ kind: 'zones', period: '2026', rows: readDataGrid('zones', read).rows })).rows

test('一个格子读两遍是一样的', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const column = columns[0]
      if (!column) throw new Error('no column')
      const once = readCell(column, text).text
      expect(readCell(column, once).text).toBe(once)
    }),
  )
})

test('Excel', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (set) => {
      const [sheet] = await readSheets(await renderDataSheet(set))
      if (!sheet) throw new Error('no sheet')
      expect(kept(grid(sheet.grid))).toEqual(set.rows)
    }),
    { numRuns: 15 },
  )
})

test('CSV', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (set) => {
      const { blocks } = await readCsv(dataSetCsv(set).replace('\ufeff', ''))
      expect(kept(blocks.flatMap((block) => (block.kind === 'grid' ? grid(block.grid) : [])))).toEqual(set.rows)
    }),
    { numRuns: 60 },
  )
})
