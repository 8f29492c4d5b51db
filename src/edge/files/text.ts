/** Plain text and Markdown: pipe tables become grids, the rest stays running text. */
import type { SourceBlock, SourceDocument } from '../../record/reports/grid.ts'
import { gridOfRows } from '../../record/reports/grid.ts'

const RULE = /^[\s|:+-]*$/

/** The cells of a pipe-table line, or null when the line is none. */
function pipeCells(line: string): string[] | null {
  const cells = line
    .trim()
    .replaceAll('｜', '|')
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
  return cells.length >= 3 ? cells.map((cell) => plain(cell)) : null
}

function plain(cell: string): string {
  return cell
    .replace(/<br\s*\/?>/gi, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/\*\*|__|`/g, '')
    .replace(/\\([|*_.])/g, '$1')
    .trim()
}

/** Splits a text into running text and pipe tables. A blank line inside a table doesn't end it. */
export function readPlainText(text: string): SourceDocument {
  const blocks: SourceBlock[] = []
  let lines: string[] = []
  let rows: string[][] = []
  const flushRows = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'grid', grid: gridOfRows(rows) })
    rows = []
  }
  const flushLines = (): void => {
    if (lines.some((line) => line.trim() !== '')) blocks.push({ kind: 'text', text: lines.join('\n') })
    lines = []
  }
  for (const line of text.split(/\r\n?|\n/)) {
    const cells = pipeCells(line)
    if (cells) {
      flushLines()
      if (!RULE.test(line)) rows.push(cells)
    } else {
      if (line.trim() !== '') flushRows()
      lines.push(line)
    }
  }
  flushRows()
  flushLines()
  return { blocks }
}
