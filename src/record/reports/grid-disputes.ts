/** Table 四 in real tables: one row of fifteen, or one row of five for each group. */
import { readCell } from './cell.ts'
import type { Grid, GridCell } from './grid.ts'
import { readCells, rowsOf, usedColumns } from './grid-cells.ts'
import { disputesInOrder } from './headings.ts'
import { labelText } from './labels.ts'
import { condense } from './normalise.ts'
import type { RowReading } from './row-reading.ts'

const CELLS = 15
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const GROUP_LABELS = ['行政复议', '未经复议直接起诉', '复议后起诉']

/** Reads table 四; null where no table has its headings. */
export function readDisputesGrids(grids: readonly Grid[]): RowReading | null {
  const suits = grids.findIndex((grid) =>
    grid.cells.some(({ text }) => /未经复议直接起诉|复议后起诉/.test(condense(text).characters)),
  )
  if (suits < 0) return null
  const before = grids[suits - 1]?.cells.some(({ text }) => labelText(text) === '行政复议') ?? false
  const own = grids.slice(before ? suits - 1 : suits)
  if (!disputesInOrder(headingsOf(own))) return { state: 'unsure', why: 'headings' }
  const rows = rowsOf(own)
  const header = rows.findIndex(({ cells }) => cells.some(({ text }) => /复议后起诉/.test(condense(text).characters)))
  const candidates = rows
    .slice(header)
    .map(({ cells }) => cells.slice(cells.findLastIndex(({ text }) => !isValue(text)) + 1))
    .filter((cells) => cells.length > 0)
  const whole = candidates.map((cells) => fifteen(cells, candidates)).filter((cells) => cells !== null)
  const filled = whole.filter((cells) => cells.some(({ text }) => /\d/.test(text)))
  if (filled.length === 1 && filled[0]) return readCells(filled[0])
  if (filled.length > 1) return { state: 'unsure' }
  const all = rows.map(({ cells }) => cells)
  const parted = byGroup(all) ?? byResult(all) ?? bySingles(all) ?? byParts(all)
  return parted ?? (whole.length > 0 ? { state: 'blank' } : { state: 'unsure' })
}

/** The words of the grids that belong to the table. */
function headingsOf(grids: readonly Grid[]): string {
  return grids
    .map((grid) =>
      rowsOf([grid])
        .flatMap(({ cells }) => cells.map(({ text }) => text))
        .join(' '),
    )
    .filter((text) => [...RESULTS, ...GROUP_LABELS].some((label) => condense(text).characters.includes(label)))
    .join(' ')
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

/** Groups as columns: a result, then its three cells. */
function byResult(rows: readonly GridCell[][]): RowReading | null {
  const lines = RESULTS.map((label) => {
    const matching = rows.filter((row) => labelText(row[0]?.text ?? '') === label && row.length === GROUP_LABELS.length + 1)
    const [only] = matching
    return matching.length === 1 && only?.slice(1).every(({ text }) => isValue(text)) ? only.slice(1) : []
  })
  if (lines.some((line) => line.length !== GROUP_LABELS.length)) return null
  return readCells(GROUP_LABELS.flatMap((_, group) => lines.flatMap((line) => line[group] ?? [])))
}

/** Each result with one cell behind it, group after group. */
function bySingles(rows: readonly GridCell[][]): RowReading | null {
  const pairs = rows.flatMap((row) => {
    const [label, value] = row.slice(-2)
    return label && value && RESULTS.includes(labelText(label.text)) && isValue(value.text) ? [{ label, value }] : []
  })
  const inOrder = pairs.every(({ label }, index) => labelText(label.text) === RESULTS[index % RESULTS.length])
  return pairs.length === CELLS && inOrder ? readCells(pairs.map(({ value }) => value)) : null
}

/** Rows of five and ten, or three of five, each below the headings of its groups in the order of the form. */
function byParts(rows: readonly GridCell[][]): RowReading | null {
  const cells: GridCell[] = []
  let named: string[] = []
  for (const row of rows) {
    for (const { text } of row) {
      const name = GROUP_LABELS.find((label) => labelText(text) === label)
      if (name) named.push(name)
    }
    if (row.length === 0 || !row.every(({ text }) => isValue(text)) || row.every(({ text }) => text.trim() === '')) continue
    const start = cells.length / RESULTS.length
    const own = GROUP_LABELS.slice(start, start + row.length / RESULTS.length)
    if (row.length % RESULTS.length !== 0 || named.join() !== own.join()) return null
    cells.push(...row)
    named = []
  }
  return cells.length === CELLS ? readCells(cells) : null
}
