import { AlignmentType, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import { linesOf, RULE, twips } from './docx-style.ts'
import type { SetCell, SetTable } from './report-pdf.ts'

const BORDERS = { top: RULE, bottom: RULE, left: RULE, right: RULE }
/** The text area, in millimetres. */
const MEASURE = 156

/**
 * A report table with its merged cells; the heading rows at its top are repeated on every page. Table 二 has headings of its own for
 * each item: none is repeated over another's rows, and each item stays on one page.
 */
export function reportTable(table: SetTable): Table {
  const margins = { left: twips(0.7), right: twips(0.7), top: twips(0.3), bottom: twips(0.3) }
  const isOne = table.blocks.length === 1
  const rows = table.blocks.flatMap(({ head, body }) => [
    ...head.map((row) => tableRow(row, { tableHeader: isOne, keepNext: !isOne })),
    ...body.map((row, at) => tableRow(row, { tableHeader: false, keepNext: !isOne && at < body.length - 1 })),
  ])
  return new Table({
    rows,
    margins,
    width: { size: twips(MEASURE), type: WidthType.DXA },
    columnWidths: table.widths.map(twips),
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
  })
}

function tableRow(cells: readonly SetCell[], { tableHeader, keepNext }: { tableHeader: boolean; keepNext: boolean }): TableRow {
  return new TableRow({ tableHeader, cantSplit: true, children: cells.map((cell) => tableCell(cell, keepNext)) })
}

function tableCell(cell: SetCell, keepNext: boolean): TableCell {
  const alignment = cell.role === 'side' && cell.rowSpan === 1 ? AlignmentType.LEFT : AlignmentType.CENTER
  return new TableCell({
    rowSpan: cell.rowSpan,
    columnSpan: cell.colSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [linesOf('Cell', cell.lines, {}, { alignment, keepNext })],
  })
}

/** Label and value, ruled; an empty value leaves 15 mm to write on. */
export function formTable(rows: readonly { label: readonly string[]; value: string }[]): Table {
  const cell = (
    lines: readonly string[],
    millimetres: number,
    alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  ): TableCell =>
    new TableCell({
      width: { size: twips(millimetres), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [linesOf('FormCell', lines, {}, { alignment })],
    })
  return new Table({
    width: { size: twips(MEASURE), type: WidthType.DXA },
    columnWidths: [twips(34), twips(MEASURE - 34)],
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          height: { value: twips(row.value === '' ? 15 : 11), rule: 'atLeast' },
          children: [cell(row.label, 34, AlignmentType.CENTER), cell([row.value], MEASURE - 34, AlignmentType.LEFT)],
        }),
    ),
  })
}
