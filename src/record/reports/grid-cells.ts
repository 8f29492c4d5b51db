/** Rows of real tables: which cell is the label, which cells are its numbers. */
import { readCell } from './cell.ts'
import type { Grid, GridCell } from './grid.ts'
import { ownCells } from './grid.ts'
import type { RowReading } from './row-reading.ts'

export interface GridRow {
  grid: Grid
  cells: GridCell[]
}

/** All rows of all tables in reading order: a table cut by a page end goes on in the next grid. */
export function rowsOf(grids: readonly Grid[]): GridRow[] {
  return grids.flatMap((grid) => ownCells(grid).map((cells) => ({ grid, cells })))
}

/** Reads cells one by one; what is no number stays null and is named. `unit`: that of a column of amounts. */
export function readCells(cells: readonly GridCell[], unit: string | null = null): RowReading {
  const read = cells.map((cell) => readCell(cell.text, unit))
  if (read.every(({ state }) => state === 'blank')) return { state: 'blank' }
  const unsure = read.flatMap(({ state }, index) => (state === 'unsure' ? [index] : []))
  return { state: 'settled', cells: read.map((cell) => (cell.state === 'number' ? cell.value : null)), unsure }
}

/** The columns of a grid in which some of these rows hold text. */
export function usedColumns(rows: readonly (readonly GridCell[])[]): Set<number> {
  return new Set(rows.flatMap((cells) => cells.filter(({ text }) => text.trim() !== '').map(({ col }) => col)))
}

/** The cell that covers a column. */
export function covering(cells: readonly GridCell[], column: number): GridCell | undefined {
  return cells.find(({ col, colSpan }) => col <= column && column < col + colSpan)
}
