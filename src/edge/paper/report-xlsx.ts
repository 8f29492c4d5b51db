/**
 * The annual report as a spreadsheet: the words on a first sheet, each official table on one of its own, laid out as the form
 * prints it. The same file is the form that units without the system fill in, and comes back with faults marked in its cells.
 */
import ExcelJS, { type Cell, type Worksheet } from 'exceljs'
import { formOf } from '../../law/reports/formats/index.ts'
import { DISPUTE_COLUMNS } from '../../law/reports/model.ts'
import type { CellMark } from '../../record/reports/cell-mark.ts'
import type { ReportDocument } from '../../record/reports/document.ts'
import { keywordFor } from '../../record/reports/sheet-code.ts'
import { scopeParagraphs } from '../../record/reports/scope.ts'
import { widthOf } from './balanced-lines.ts'
import { SCOPE_HEADING } from './report-pdf.ts'
import { type PrintedBlock, type PrintedTable, printedTables } from '../../record/reports/printed.ts'
import { BORDER, FONT } from './sheet-style.ts'

/** Millimetres of the printed form to the width of a spreadsheet's column, in characters. */
const CHARACTERS_PER_MM = 0.62
const WORDS_WIDTH = 90
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0EE' } } as const
const MARK_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const

/** Draws the report; marked cells are red and carry the mark's words as a note. A blank stays blank, never 0 (X13). */
export async function renderReportXlsx(document: ReportDocument, marks: readonly CellMark[] = []): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = document.agency
  book.title = document.title
  if (document.unitCode) book.keywords = keywordFor({ unit: document.unitCode, year: document.year })
  addWords(book.addWorksheet('文字'), document)
  const tables = printedTables(document.tables, document.format)
  for (const { key, number, heading } of formOf(document.format).sections) {
    if (key !== 'disclosed' && key !== 'requests' && key !== 'disputes') continue
    const sheet = book.addWorksheet(`${number}、${heading}`.slice(0, 31))
    const places = addTable(sheet, `${number}、${heading}`, tables[key])
    for (const mark of marks) if (mark.table === key) place(mark, placesOf(document, key, places), mark.text)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addWords(sheet: Worksheet, { title, preface, format, sections, signature, scope, watermark }: ReportDocument): void {
  sheet.getColumn(1).width = WORDS_WIDTH
  const line = (text: string, bold = false) => {
    const cell = sheet.addRow([text]).getCell(1)
    cell.font = { name: FONT, size: bold ? 12 : 11, bold }
    cell.alignment = { wrapText: true, vertical: 'top' }
  }
  line(title, true)
  if (watermark) line(watermark)
  for (const paragraph of preface ?? []) line(paragraph)
  for (const { key, number, heading } of formOf(format).sections) {
    if (key === 'disclosed' || key === 'requests' || key === 'disputes') continue
    line(`${number}、${heading}`, true)
    for (const paragraph of sections[key].length > 0 ? sections[key] : ['无']) line(paragraph)
  }
  line(signature.agency)
  line(signature.date)
  if (scope) {
    line(SCOPE_HEADING, true)
    for (const paragraph of scopeParagraphs(scope)) line(paragraph)
  }
  printed(sheet, 'portrait', 0)
}

/** Value cells of the table by row, in the order of the form's columns. */
function addTable(sheet: Worksheet, heading: string, table: PrintedTable): Cell[][] {
  table.widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width * CHARACTERS_PER_MM + 2))
  sheet.mergeCells(1, 1, 1, table.widths.length)
  const title = sheet.getCell(1, 1)
  title.value = heading
  title.font = { name: FONT, size: 14, bold: true }
  title.alignment = { horizontal: 'center' }
  const values: Cell[][] = []
  let row = 2
  for (const block of table.blocks) {
    values.push(...drawBlock(sheet, block, row, table.widths.length))
    row += block.head.length + block.body.length
  }
  printed(sheet, table.widths.length > 4 ? 'landscape' : 'portrait', 1)
  // Printed again on every page; table 二 has headings of its own for each item, so only its name is.
  const [only, ...more] = table.blocks
  sheet.pageSetup.printTitlesRow = `1:${1 + (more.length === 0 ? (only?.head.length ?? 0) : 0)}`
  return values
}

/** Points: of a letter, of a line, of a column's character and its edges. */
const [LETTER, LINE_HIGH, CHARACTER, EDGES] = [10, 14, 5.25, 3.75]

/** So that labels of several lines are seen whole in programs that do not fit rows to their text when a file is opened. */
function makeRoom(sheet: Worksheet, row: number, text: string, columns: readonly number[]): void {
  const width = columns.reduce((sum, column) => sum + (sheet.getColumn(column).width ?? 0) * CHARACTER, 0)
  const lines = Math.ceil((widthOf(text) * LETTER) / (width - EDGES))
  const high = lines * LINE_HIGH + EDGES
  if (lines > 1 && (sheet.getRow(row).height ?? 0) < high) sheet.getRow(row).height = high
}

/** Cells take the first free place in their row, as in a web page's table. */
function drawBlock(sheet: Worksheet, { head, body }: PrintedBlock, top: number, width: number): Cell[][] {
  const taken = new Set<string>()
  return [...head, ...body].flatMap((cells, offset) => {
    const at = top + offset
    const values: Cell[] = []
    let column = 1
    for (const { text, role, rowSpan, colSpan } of cells) {
      while (column <= width && taken.has(`${at}.${column}`)) column += 1
      for (let r = at; r < at + rowSpan; r += 1) for (let c = column; c < column + colSpan; c += 1) taken.add(`${r}.${c}`)
      if (rowSpan > 1 || colSpan > 1) sheet.mergeCells(at, column, at + rowSpan - 1, column + colSpan - 1)
      const cell = sheet.getCell(at, column)
      cell.value = role === 'value' ? numberOr(text) : text
      cell.border = BORDER
      cell.font = { name: FONT, size: 10, bold: role === 'head' }
      cell.alignment = { wrapText: true, vertical: 'middle', horizontal: role === 'side' ? 'left' : 'center' }
      if (role === 'head') cell.fill = HEAD_FILL
      if (role === 'value') values.push(cell)
      if (rowSpan === 1)
        makeRoom(
          sheet,
          at,
          text,
          Array.from({ length: colSpan }, (_, more) => column + more),
        )
      column += colSpan
    }
    return offset < head.length ? [] : [values]
  })
}

/** Counts are numbers, so that a spreadsheet can add them; the 2019 form's words stay words. */
function numberOr(text: string): number | string | null {
  if (text === '') return null
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
}

/** The value cells of a table by the name of their row. */
function placesOf(
  { format }: ReportDocument,
  key: CellMark['table'],
  values: Cell[][],
): Map<string, { columns: readonly string[]; cells: Cell[] }> {
  const form = formOf(format)
  if (key === 'disputes') {
    const [cells = []] = values
    const size = DISPUTE_COLUMNS.length
    return new Map(
      form.disputes.groups.map(({ group }, index) => [
        group,
        { columns: DISPUTE_COLUMNS, cells: cells.slice(index * size, (index + 1) * size) },
      ]),
    )
  }
  if (key === 'requests') {
    const columns = form.requests.columns.map(({ column }) => column)
    return new Map(form.requests.rows.map(({ row }, index) => [row, { columns, cells: values[index] ?? [] }]))
  }
  const rows = form.disclosed.flatMap((block) => block.rows.map((row) => ({ ...row, block })))
  return new Map(
    rows.flatMap(({ key: name, label, block }, index) => {
      const there = { columns: block.columns.map((_, column) => String(column)), cells: values[index] ?? [] }
      // The 2019 form names its rows by their label.
      return [
        [name, there],
        [label, there],
      ] as const
    }),
  )
}

function place(mark: CellMark, places: ReturnType<typeof placesOf>, text: string): void {
  const row = places.get(mark.row)
  const found = mark.column === null ? (row?.cells ?? []) : (row?.cells.slice(row.columns.indexOf(mark.column)).slice(0, 1) ?? [])
  for (const cell of found) {
    const before = typeof cell.note === 'string' && cell.note ? `${cell.note}\n` : ''
    cell.note = before + text
    cell.fill = MARK_FILL
  }
}

/** @param pages how many at the most, 0 for as many as there are */
function printed(sheet: Worksheet, orientation: 'portrait' | 'landscape', pages: number): void {
  sheet.pageSetup = { paperSize: 9, orientation, fitToPage: true, fitToWidth: 1, fitToHeight: pages, horizontalCentered: true }
}
