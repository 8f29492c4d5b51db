/** Table 四 in real tables: one row of fifteen, or one row of five for each group. */
import { readCell } from './cell.ts'
import type { Grid, GridCell } from './grid.ts'
import { readCells, rowsOf, usedColumns } from './grid-cells.ts'
import { labelText } from './labels.ts'
import { condense } from './normalise.ts'
import type { RowReading } from './row-reading.ts'

const CELLS = 15
const GROUP_LABELS = ['行政复议', '未经复议直接起诉', '复议后起诉']

/** Reads table 四; null where no table has its headings. */
export function readDisputesGrids(grids: readonly Grid[]): RowReading | null {
  const first = grids.findIndex((grid) =>
    grid.cells.some(({ text }) => /未经复议直接起诉|复议后起诉/.test(condense(text).characters)),
  )
  if (first < 0) return null
  const rows = rowsOf(grids.slice(first))
  const header = rows.findIndex(({ cells }) => cells.some(({ text }) => /复议后起诉/.test(condense(text).characters)))
  const candidates = rows
    .slice(header)
    .map(({ cells }) => cells.slice(cells.findLastIndex(({ text }) => !isValue(text)) + 1))
    .filter((cells) => cells.length > 0)
  const whole = candidates.map((cells) => fifteen(cells, candidates)).filter((cells) => cells !== null)
  const filled = whole.filter((cells) => cells.some(({ text }) => /\d/.test(text)))
  if (filled.length === 1 && filled[0]) return readCells(filled[0])
  if (filled.length > 1) return { state: 'unsure' }
  return byGroup(rows.map(({ cells }) => cells)) ?? (whole.length > 0 ? { state: 'blank' } : { state: 'unsure' })
}

function isValue(text: string): boolean {
  return readCell(text).state !== 'unsure' || /^[\s\d]+$/.test(text)
}

function fifteen(cells: GridCell[], all: readonly GridCell[][]): GridCell[] | null {
  if (cells.length === CELLS) return cells
  const used = usedColumns(all)
  const kept = cells.filter(({ col }) => used.has(col))
  return kept.length === CELLS ? kept : null
}

/** Groups as rows: a label, then its five cells. */
function byGroup(rows: readonly GridCell[][]): RowReading | null {
  const cells = GROUP_LABELS.flatMap((label) => {
    const matching = rows.flatMap((row) => {
      const at = row.findLastIndex(({ text }) => labelText(text) === label)
      const values = at < 0 ? [] : row.slice(at + 1)
      return values.length === 5 && values.every(({ text }) => isValue(text)) ? [values] : []
    })
    return matching.length === 1 && matching[0] ? matching[0] : []
  })
  return cells.length === CELLS ? readCells(cells) : null
}
