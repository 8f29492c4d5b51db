/**
 * What a reader of files hands over: text and tables in reading order, free of the file's own format. What a table *means* is
 * decided here in record, the same way for a web page, a Word file, a spreadsheet or a PDF.
 */
import type { SheetCode } from './sheet-code.ts'

export interface GridCell {
  text: string
  row: number
  col: number
  rowSpan: number
  colSpan: number
}

export interface Grid {
  rows: number
  cols: number
  cells: GridCell[]
  /** Columns are only the order within the row, not a position on the page (tables of tagged PDFs). */
  loose?: boolean
}

export type SourceBlock = { kind: 'text'; text: string } | { kind: 'grid'; grid: Grid }

export interface SourceDocument {
  blocks: SourceBlock[]
  /** Of a 填报表 that came from here. */
  sheetCode?: SheetCode
}

/** The cells that begin in each row, from left to right. */
export function ownCells(grid: Grid): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: grid.rows }, () => [])
  for (const cell of grid.cells) rows[cell.row]?.push(cell)
  for (const row of rows) row.sort((a, b) => a.col - b.col)
  return rows
}

/** Builds a grid from rows of texts: pipe tables, CSV, tagged PDFs. */
export function gridOfRows(rows: readonly (readonly string[])[], loose = false): Grid {
  const cells = rows.flatMap((row, r) => row.map((text, c) => ({ text, row: r, col: c, rowSpan: 1, colSpan: 1 })))
  return { rows: rows.length, cols: Math.max(0, ...rows.map((row) => row.length)), cells, ...(loose ? { loose } : {}) }
}

/** A document as running text: tables as lines of cells between tabs. `prose` has the tables left out. */
export function flatten(document: SourceDocument): { text: string; prose: string } {
  const lines = document.blocks.map((block) =>
    block.kind === 'text'
      ? block.text
      : ownCells(block.grid)
          .map((row) => row.map((cell) => cell.text.replace(/\s+/g, ' ')).join('\t'))
          .join('\n'),
  )
  return {
    text: lines.join('\n'),
    prose: document.blocks.map((block, index) => (block.kind === 'text' ? (lines[index] ?? '') : '')).join('\n'),
  }
}
