/** Table 二 in running text. No relation ties its cells, so numbers that ran together are read only when there is one way. */
import type { ReportForm } from '../../law/reports/formats/index.ts'
import type { RowReading } from './row-reading.ts'
import { readRow } from './row-reading.ts'
import { condense } from './normalise.ts'
import type { NumberToken } from './stream.ts'
import { streamOf } from './stream.ts'

export interface ReadDisclosedRow {
  key: string
  label: string
  cells: number
  reading: RowReading
  /** The cells as written, where each stands alone. */
  written: string[]
}

/** Reads the stretch of section 二. Rows whose label is not there are absent. */
export function readDisclosedText(text: string, form: ReportForm): ReadDisclosedRow[] {
  const { labels, tokens } = streamOf(text, () => null)
  const forms = form.disclosed.flatMap((block) =>
    block.rows.map(({ key, label }) => ({ key, label: condense(label).characters, cells: block.columns.length })),
  )
  const placed: { key: string; label: string; cells: number; start: number; end: number; tokens: NumberToken[] }[] = []
  // The table begins at its first heading; prose before it speaks of the same documents and permits.
  let from = Math.max(0, labels.indexOf('信息内容'))
  for (const row of forms) {
    // 规范性文件 also stands for 行政规范性文件, and within it.
    const whole = labels.indexOf(row.label, from)
    const start = whole < 0 && row.label.startsWith('行政规范') ? labels.indexOf(row.label.slice(2), from) : whole
    if (start < 0) continue
    from = start + (whole < 0 ? row.label.length - 2 : row.label.length)
    placed.push({ ...row, start, end: from, tokens: [] })
  }
  for (const row of placed) row.tokens = tokens.filter((token) => token.at > row.start + 1 && token.at <= row.end)
  // A number next to its label, or one with leading zeros, shows that this source lost its cell borders.
  const mayRunTogether = placed.some(({ tokens: row }) => row.some((token) => token.glued || /^0\d/.test(token.text)))
  return placed.map(({ key, label, cells, tokens: row }) => {
    const shape = { cells, groups: [], mayRunTogether, blanksLost: false }
    const reading = readRow(row, shape)
    const alone = row.length === cells && row.every((token) => token.kind !== 'odd')
    return { key, label, cells, reading, written: alone ? row.map((token) => token.text + token.unit) : writtenCells(reading) }
  })
}

function writtenCells(reading: RowReading): string[] {
  return reading.state === 'settled' ? reading.cells.map((cell) => String(cell ?? '')) : []
}
