/** Plain text and Markdown: pipe tables become grids, the rest stays running text. */
import type { SourceBlock, SourceDocument } from '../../record/reports/grid.ts'
import { gridOfRows } from '../../record/reports/grid.ts'
import { hasCellLines, readCellLines } from './text-cells.ts'

const RULE = /^[\s|:+-]*$/

/** The cells between pipes. */
function betweenPipes(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell))
}

/** The cells of a pipe-table line, or null when the line is none. */
function pipeCells(line: string): string[] | null {
  const cells = betweenPipes(line)
  return cells.length >= 3 ? cells : null
}

/** One or two cells, inside a table only: `行政许可 | 12 |`. */
function fewCells(line: string): string[] | null {
  if (line.includes('|')) return betweenPipes(line)
  return line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : null
}

function plain(cell: string): string {
  return cell
    .replace(/<br\s*\/?>/gi, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/\*\*|__|`/g, '')
    .replace(/\\([|*_.])/g, '$1')
    .trim()
}

/** Cells of a line copied from a table; two tabs side by side hold a blank cell. */
function tabCells(line: string): string[] | null {
  const cells = line.split('\t').map((cell) => cell.trim())
  return cells.length >= 3 && cells.some((cell) => cell !== '') ? cells : null
}

/** Columns are positions only where every row has as many cells. */
function gridOfLines(rows: readonly string[][]): SourceBlock {
  const ragged = rows.some((row) => row.length !== rows[0]?.length)
  return { kind: 'grid', grid: gridOfRows(rows, ragged) }
}

/** Splits a text into running text and tables of pipes or tabs. A blank line inside a table doesn't end it. */
export function readPlainText(text: string): SourceDocument {
  const all = text.replaceAll('｜', '|').split(/\r\n?|\n/)
  if (hasCellLines(all)) return { blocks: readCellLines(all) }
  const blocks: SourceBlock[] = []
  let lines: string[] = []
  let rows: string[][] = []
  const flushRows = (): void => {
    if (rows.length > 0) blocks.push(gridOfLines(rows))
    rows = []
  }
  const flushLines = (): void => {
    if (lines.some((line) => line.trim() !== '')) blocks.push({ kind: 'text', text: lines.join('\n') })
    lines = []
  }
  for (const line of all) {
    const cells = pipeCells(line) ?? tabCells(line) ?? (rows.length > 0 ? fewCells(line) : null)
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
