/** Table 二 in running text. No relation ties its cells, so numbers that ran together are read only when there is one way. */
import type { ReportForm } from '../../law/reports/formats/index.ts'
import { columnsInOrder } from './headings.ts'
import { headedUnit } from './money.ts'
import { condense } from './normalise.ts'
import type { RowReading } from './row-reading.ts'
import { readRow } from './row-reading.ts'
import type { NumberToken, Stream } from './stream.ts'
import { streamOf } from './stream.ts'

export interface ReadDisclosedRow {
  key: string
  label: string
  cells: number
  reading: RowReading
  /** The cells as written, where each stands alone. */
  written: string[]
}

interface PlacedRow {
  key: string
  label: string
  cells: number
  columns: readonly string[]
  /** Its cells are amounts in 万元. */
  amount: boolean
  start: number
  /** Where the label ends. */
  end: number
}

/** Reads the stretch of section 二. Rows whose label is not there are absent. */
export function readDisclosedText(text: string, form: ReportForm): ReadDisclosedRow[] {
  const stream = streamOf(text, () => null)
  const placed = placeRows(stream.labels, form)
  const rows = placed.map((row) => ({ ...row, tokens: tokensOf(row, stream) }))
  // A number next to its label, or one with leading zeros, shows that this source lost its cell borders.
  const mayRunTogether = rows.some(({ tokens }) => tokens.some((token) => token.glued || /^0\d/.test(token.text)))
  const unit = headedUnit(text)
  return rows.map(({ key, label, cells, columns, amount, start, tokens }, index) => {
    const shape = { cells, groups: [], mayRunTogether, blanksLost: false, ...(amount ? { unit } : {}) }
    const read = readRow(tokens, shape)
    const reading: RowReading = !columnsInOrder(stream.labels.slice(headingsFrom(stream.labels, start), start), columns)
      ? { state: 'unsure', why: 'headings' }
      : read.state === 'blank' && hasStray(placed, index, stream)
        ? { state: 'unsure', why: 'cell' }
        : read
    const alone = reading === read && tokens.length === cells
    return { key, label, cells, reading, written: alone ? tokens.map((token) => token.text + token.unit) : writtenCells(reading) }
  })
}

function placeRows(labels: string, form: ReportForm): PlacedRow[] {
  const forms = form.disclosed.flatMap(({ rows, columns }) =>
    rows.map((row) => ({
      key: row.key,
      label: condense(row.label).characters,
      cells: columns.length,
      columns,
      amount: row.figures.every(({ is }) => is === 'amount'),
    })),
  )
  const placed: PlacedRow[] = []
  // The table begins at its first heading; prose before it speaks of the same documents and permits.
  let from = Math.max(0, labels.indexOf('信息内容'))
  for (const row of forms) {
    // 规范性文件 also stands for 行政规范性文件, and within it.
    const whole = labels.indexOf(row.label, from)
    const start = whole < 0 && row.label.startsWith('行政规范') ? labels.indexOf(row.label.slice(2), from) : whole
    if (start < 0) continue
    from = start + (whole < 0 ? row.label.length - 2 : row.label.length)
    placed.push({ ...row, start, end: from })
  }
  return placed
}

function tokensOf({ start, end }: PlacedRow, { tokens }: Stream): NumberToken[] {
  return tokens.filter((token) => token.at > start + 1 && token.at <= end)
}

/** Where the headings over a row begin: 信息内容 is the first of them. */
function headingsFrom(labels: string, start: number): number {
  return Math.max(0, labels.lastIndexOf('信息内容', start))
}

/** Whether numbers stand behind other words than the row's label, before the next row or its headings: nobody can tell whose they are. */
function hasStray(placed: readonly PlacedRow[], index: number, { labels, tokens }: Stream): boolean {
  const [row, next] = [placed[index], placed[index + 1]]
  if (!row || !next) return false
  const headings = labels.indexOf('第二十条', row.end)
  const until = headings < 0 ? next.start : Math.min(headings, next.start)
  return tokens.some(({ at }) => at > row.end && at <= until)
}

function writtenCells(reading: RowReading): string[] {
  return reading.state === 'settled' ? reading.cells.map((cell) => String(cell ?? '')) : []
}
