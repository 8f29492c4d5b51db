import { formOf } from '../../law/reports/formats/index.ts'
import type { ReportDocument } from '../../record/reports/document.ts'
import { printedTables } from '../../record/reports/printed.ts'
import type { PrintedCell, PrintedTable } from '../../record/reports/printed.ts'
import { scopeParagraphs } from '../../record/reports/scope.ts'
import { balancedLines } from './balanced-lines.ts'
import { TITLE_CAPACITY } from './letter-pdf.ts'
import { theSharedPress } from './press.ts'
import { piecesOf, printable, printedDate, timestampOf } from './prose.ts'
import type { Piece } from './prose.ts'

/** Over whose numbers are in the tables, behind the report itself. */
export const SCOPE_HEADING = '附：汇总范围'

/** The annual report as PDF/A-2a with its tables tagged as tables. Rejects with PaperFailure. */
export function renderReportPdf(report: ReportDocument): Promise<Uint8Array> {
  return theSharedPress().typeset({
    template: 'report',
    timestamp: timestampOf(report.signature.date),
    data: {
      agency: printable(report.agency),
      title: printable(report.title),
      titleLines: reportTitle(report),
      preface: (report.preface ?? []).flatMap(piecesOf),
      sections: printedSections(report),
      signature: { agency: printable(report.signature.agency), date: printedDate(report.signature.date) },
      scope: report.scope ? { heading: SCOPE_HEADING, pieces: scopeParagraphs(report.scope).flatMap(piecesOf) } : null,
      watermark: report.watermark ?? null,
    },
  })
}

/** The title by lines, parted after the agency's name where that fits. */
export function reportTitle(report: ReportDocument): string[] {
  return balancedLines(printable(report.title), TITLE_CAPACITY, printable(report.agency))
}

export interface SetCell extends PrintedCell {
  lines: string[]
}
/** A table whose narrow headings are cut into lines by their words: 商业 over 企业, never 商业企 over 业. */
export interface SetTable {
  caption: string
  widths: number[]
  blocks: { head: SetCell[][]; body: SetCell[][] }[]
}
export type PrintedSection = { heading: string; pieces: Piece[] } | { heading: string; table: SetTable }

/** Type of tables is 10 pt, 3.53 mm; a cell keeps 0.7 mm on either side. */
const TABLE_TYPE = 3.53
const TABLE_INSET = 0.7

function setTable(table: PrintedTable): SetTable {
  const narrowest = Math.min(...table.widths.slice(-VALUE_COLUMNS_AT_LEAST))
  const capacity = Math.floor((narrowest - 2 * TABLE_INSET) / TABLE_TYPE)
  const set = (row: PrintedCell[]): SetCell[] => row.map((cell) => ({ ...cell, lines: linesOf(cell, capacity) }))
  return {
    caption: table.caption,
    widths: table.widths,
    blocks: table.blocks.map((block) => ({ head: block.head.map(set), body: block.body.map(set) })),
  }
}

/** Every table has at least three columns of numbers at its right, all equally wide. */
const VALUE_COLUMNS_AT_LEAST = 3

function linesOf(cell: PrintedCell, capacity: number): string[] {
  if (cell.role === 'head' && cell.colSpan === 1) return balancedLines(cell.text, capacity)
  const group = /^(（.）)(.+)$/.exec(cell.text)
  return cell.rowSpan > 1 && group !== null ? group.slice(1) : [cell.text]
}

/** The six sections in the order and under the headings of the format; a section without words says 无. */
export function printedSections(report: ReportDocument): PrintedSection[] {
  const tables = printedTables(report.tables, report.format)
  return formOf(report.format).sections.map((section): PrintedSection => {
    const heading = `${section.number}、${section.heading}`
    switch (section.key) {
      case 'disclosed':
      case 'requests':
      case 'disputes':
        return { heading, table: setTable(tables[section.key]) }
      case 'overall':
      case 'problems':
      case 'other': {
        const pieces = report.sections[section.key].flatMap(piecesOf)
        return { heading, pieces: pieces.length > 0 ? pieces : piecesOf('无') }
      }
    }
  })
}
