/** Table 三 in real tables. */
import { FORM_2019, FORMS, type ReportForm } from '../../law/reports/formats/index.ts'
import type { RequestRow } from '../../law/reports/model.ts'
import type { Grid, GridCell } from './grid.ts'
import type { GridRow } from './grid-cells.ts'
import { covering, readCells, rowsOf, usedColumns } from './grid-cells.ts'
import { headingOf, requestsInOrder } from './headings.ts'
import { labelText, likeness } from './labels.ts'
import { condense } from './normalise.ts'
import type { RowReading } from './row-reading.ts'
import type { ReadRequests } from './text-requests.ts'

const ALIKE = 0.75

/** What a table of this form is looked through for. */
interface Shape {
  form: ReportForm
  /** Values in a row. */
  cells: number
  /** The rows in printed order, with the one row that （六） is in the form of 2019 before its parts. */
  labels: { row: RequestRow; label: string }[]
  /** 其他 and 总计 are also headings of columns: they count only where the rows around them have been found. */
  onlyAfter: Partial<Record<RequestRow, number>>
  headings: readonly string[]
}

const shapes = new Map<ReportForm, Shape>()

function shapeOf(form: ReportForm): Shape {
  const known = shapes.get(form)
  if (known) return known
  const rows = form.requests.rows.map(({ row, label }) => ({ row, label: condense(label).characters }))
  const sixth = rows.findIndex(({ row }) => row === 'other.correctionLapsed')
  const single = FORM_2019.requests.rows.filter(({ row }) => row === 'other.all')
  const labels = [...rows.slice(0, sixth), ...single.map(({ row, label }) => ({ row, label })), ...rows.slice(sixth)]
  const shape = {
    form,
    cells: form.requests.columns.length,
    labels,
    onlyAfter: {
      'other.other': labels.findIndex(({ row }) => row === 'other.correctionLapsed'),
      handled: labels.findIndex(({ row }) => row === 'notProcessed.petition'),
    },
    headings: form.requests.columns.map(({ label }) => headingOf(label)),
  }
  shapes.set(form, shape)
  return shape
}

const LEVELS = new Map<RequestRow, number>(
  Object.values(FORMS).flatMap(({ requests }) => requests.rows.map(({ row, level }) => [row, level] as const)),
)

interface Labelled extends GridRow {
  row: RequestRow
  values: GridCell[]
}

/**
 * Reads every table of a document as one of `form` or of the form of 2019; `copies` counts how many first rows (本年新收) with
 * numbers there are. `header`: the text above the first row, for tables that are without headings themselves.
 */
export function readRequestsGrids(
  grids: readonly Grid[],
  header: string,
  form: ReportForm,
): (ReadRequests & { copies: number }) | null {
  const shape = shapeOf(form)
  const labelled: Labelled[] = []
  let reached = -1
  let copies = 0
  for (const gridRow of rejoined(rowsOf(grids), shape)) {
    const match = labelOf(gridRow, reached, shape)
    // A first row with a number or two is a summary of the table, not another one.
    if (!match || (match.index === 0 && copies > 0 && gridRow.cells.length - match.cell <= shape.cells - 1)) continue
    if (match.index === 0) copies++
    reached = match.index
    labelled.push({ ...gridRow, row: match.row, values: gridRow.cells.slice(match.cell + 1) })
  }
  if (labelled.length === 0) return null
  const disordered = disorderedGrids(labelled, header, shape)
  const rows = new Map<RequestRow, RowReading>()
  for (const line of labelled)
    rows.set(line.row, disordered.has(line.grid) ? { state: 'unsure', why: 'headings' } : readValues(line, labelled, shape))
  const grouped = rows.has('other.correctionLapsed') || rows.has('other.feeUnpaid')
  if (grouped) rows.delete('other.all')
  return { format: grouped ? form.format : FORM_2019.format, rows, copies }
}

/** Grids whose headings stand in another order and do not say of every column which it is. A table that goes on over the page has them on the first. */
function disorderedGrids(labelled: readonly Labelled[], header: string, shape: Shape): Set<Grid> {
  const found = new Set<Grid>()
  let disordered = !requestsInOrder(header, shape.form)
  for (const [grid, lines] of Map.groupBy(labelled, (line) => line.grid)) {
    const first = Math.min(...lines.map(({ cells }) => cells[0]?.row ?? 0))
    const headings = grid.cells.flatMap(({ text, row }) => (row < first ? [text] : [])).join(' ')
    const byHeader = headerColumns(grid, shape)
    if (byHeader) disordered = !inOrder(byHeader)
    else if (shape.headings.some((heading) => headingOf(headings).includes(heading)))
      disordered = !requestsInOrder(headings, shape.form)
    if (disordered && !byHeader) found.add(grid)
  }
  return found
}

/** A row cut in two by the end of a page: its label goes on in the next table, its numbers stand in one part only. */
function rejoined(rows: readonly GridRow[], shape: Shape): GridRow[] {
  const whole: GridRow[] = []
  for (const row of rows) {
    const before = whole.at(-1)
    const joined = before && before.grid !== row.grid ? join(before, row, shape) : null
    if (joined) whole[whole.length - 1] = joined
    else whole.push(row)
  }
  return whole
}

function join(upper: GridRow, lower: GridRow, { cells: size, labels }: Shape): GridRow | null {
  const [a, b] = [upper.cells.slice(-size - 1), lower.cells.slice(-size - 1)]
  if (a.length <= size || b.length <= size) return null
  const complementary = a.slice(1).every((cell, index) => cell.text.trim() === '' || (b[index + 1]?.text ?? '').trim() === '')
  const likest = (text: string): number => Math.max(...labels.map(({ label }) => likeness(labelText(text), label)))
  const [top, bottom] = [a[0]?.text ?? '', b[0]?.text ?? '']
  const together = likest(`${top}${bottom}`)
  if (!complementary || together < 0.9 || together <= likest(top) || together <= likest(bottom)) return null
  const cells = a.map((cell, index) => ({ ...cell, text: `${cell.text}${b[index]?.text ?? ''}` }))
  return { grid: upper.grid, cells: [...upper.cells.slice(0, -size - 1), ...cells] }
}

/** 部分公开 also without what the form says behind it in brackets. */
function alike(text: string, row: RequestRow, label: string): number {
  return row === 'partial' && text === '部分公开' ? 1 : likeness(text, label)
}

/** The last cell of a row that reads like a label further down the form than the one before. */
function labelOf(
  { cells }: GridRow,
  reached: number,
  { labels, onlyAfter }: Shape,
): { row: RequestRow; index: number; cell: number } | null {
  for (let cell = cells.length - 1; cell >= 0; cell--) {
    const text = labelText(cells[cell]?.text ?? '')
    if (text === '') continue
    const scored = labels
      .map(({ row, label }, index) => ({ row, index, cell, score: alike(text, row, label) }))
      .filter(({ row, index, score }) => score >= ALIKE && (index > reached || index === 0) && reached >= (onlyAfter[row] ?? -1))
      .sort((a, b) => b.score - a.score)
    if (scored[0]) return scored[0]
  }
  return null
}

function readValues(line: Labelled, all: readonly Labelled[], shape: Shape): RowReading {
  const { cells: size } = shape
  const { values } = line
  // A number that stands for two rows is that of neither.
  if (values.some(({ rowSpan }) => rowSpan > 1)) return { state: 'unsure' }
  const byHeader = headerColumns(line.grid, shape)
  if (byHeader && (!inOrder(byHeader) || isOff(line, all, byHeader))) return byColumns(values, byHeader)
  if (values.length === size) return isShifted(line, all, size) || values.some(isWords) ? { state: 'unsure' } : readCells(values)
  if (byHeader) return byColumns(values, byHeader)
  const inWindow = withinWindow(line, all, size)
  if (inWindow) return readCells(inWindow)
  const used = usedColumns(all.filter(({ grid }) => grid === line.grid).map((other) => other.values))
  const kept = line.grid.loose ? values : values.filter(({ col }) => used.has(col))
  if (kept.length === size) return readCells(kept)
  return values.length > 0 && values.every(({ text }) => text.trim() === '') ? { state: 'blank' } : { state: 'unsure' }
}

/** Whether the values stand elsewhere than below their headings, where those of most rows stand there. */
function isOff(line: Labelled, all: readonly Labelled[], columns: readonly number[]): boolean {
  const below = ({ values }: Labelled): boolean => values.map(({ col }) => col).join() === columns.join()
  const own = all.filter(({ grid }) => grid === line.grid)
  return !below(line) && own.filter(below).length * 2 > own.length
}

/** A label where a number should be: the row has a number less than it seems, and nobody can tell which one is missing. */
function isWords({ text }: GridCell): boolean {
  return /\p{Script=Han}{4}/u.test(condense(text).characters)
}

/** How many blank cells stand before the values of a row, from merged labels; null where not all of them hold text. */
function surplusOf({ values }: Labelled, size: number): number | null {
  const filled = values.flatMap(({ text }, index) => (text.trim() === '' ? [] : [index]))
  const [first = 0, last = 0] = [filled[0], filled.at(-1)]
  return filled.length === size && last - first === size - 1 ? first : null
}

/** A row with surplus blanks: its own values where all are filled, else where the full rows of its level have theirs. */
function withinWindow(line: Labelled, all: readonly Labelled[], size: number): GridCell[] | null {
  const level = LEVELS.get(line.row)
  const alike = all.filter(
    ({ row, grid, values }) => grid === line.grid && LEVELS.get(row) === level && values.length === line.values.length,
  )
  const own = surplusOf(line, size)
  const known = own === null ? alike.map((other) => surplusOf(other, size)).filter((before) => before !== null) : [own]
  const [before] = known
  if (before === undefined || known.some((other) => other !== before)) return null
  const outside = [...line.values.slice(0, before), ...line.values.slice(before + size)]
  return outside.every(({ text }) => text.trim() === '') ? line.values.slice(before, before + size) : null
}

/** As many cells as there are columns, some blank, where full rows of this level have blanks before theirs: the last ones may have been trimmed away. */
function isShifted(line: Labelled, all: readonly Labelled[], size: number): boolean {
  if (!line.grid.loose || surplusOf(line, size) !== null) return false
  const level = LEVELS.get(line.row)
  return all.some((other) => other.grid === line.grid && LEVELS.get(other.row) === level && (surplusOf(other, size) ?? 0) > 0)
}

/** The columns whose headings are all there, in the order of the form. */
function headerColumns(grid: Grid, { headings, cells: size }: Shape): number[] | null {
  if (grid.loose) return null
  const columns = headings.map((heading) => {
    const cell = grid.cells.find(({ text }) => headingOf(text) === heading)
    return cell ? cell.col : -1
  })
  return columns.every((column) => column >= 0) && new Set(columns).size === size ? columns : null
}

function inOrder(columns: readonly number[]): boolean {
  return columns.every((column, index) => index === 0 || column > (columns[index - 1] ?? -1))
}

function byColumns(values: readonly GridCell[], columns: readonly number[]): RowReading {
  const cells = columns.map((column) => covering(values, column))
  const complete = cells.filter((cell) => cell !== undefined)
  // A number beside the headed columns shows that the cells of this row were cut elsewhere: 1,200 without quotation marks.
  const beside = values.some((value) => !complete.includes(value) && /\d/.test(value.text))
  return complete.length === columns.length && new Set(complete).size === columns.length && !beside
    ? readCells(complete)
    : { state: 'unsure' }
}
