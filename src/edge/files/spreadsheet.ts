/** Spreadsheets: every visible sheet in the order of its rows, tables as grids with their merged cells. */
import { Readable } from 'node:stream'
import type { Cell, CellValue, Font, Row, Worksheet } from 'exceljs'
import ExcelJS from 'exceljs'
import type { Grid, GridCell, SourceBlock, SourceDocument } from '../../record/reports/grid.ts'
import { gridOfRows } from '../../record/reports/grid.ts'
import { sheetCodeIn } from '../../record/reports/sheet-code.ts'
import { NO_TEXT } from './html-seen.ts'
import { LIMITS, Unreadable } from './outcome.ts'
import { raised } from './raised.ts'
import { shownNumber } from './shown-number.ts'

/** A piece of text as it is seen: crossed out it is none. */
function seen(text: string, font: Partial<Font> | undefined): string {
  if (font?.strike) return ''
  return font?.vertAlign ? raised(text) : text
}

function valueText(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return shownNumber(value, format)
  if (typeof value === 'string' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if ('richText' in value) return value.richText.map(({ text, font }) => seen(text, font)).join('')
  if ('text' in value) return valueText(value.text as CellValue, format)
  if ('error' in value) return value.error
  if ('result' in value) return valueText(value.result as CellValue, format)
  return ''
}

/** A cell as it is seen; formulas give their stored result. What holds something that is not seen as text is not blank. */
function cellText(cell: Cell, pictures: ReadonlySet<string>): string {
  const formula = cell.type === ExcelJS.ValueType.Formula
  const text = seen(valueText(formula ? cell.result : cell.value, cell.numFmt), cell.font)
  const holds = cell.type !== ExcelJS.ValueType.Null || pictures.has(cell.address)
  return text === '' && holds && cell.value !== '' ? NO_TEXT : text
}

/** A stretch of prose in one cell; table rows never are that long. */
const PROSE = 60
/** A row of this many filled cells makes a table. */
const TABLE = 3
/** So many blank rows may be rows of a form that nobody filled in. */
const BLANK_ROWS = 2
/** Where the words that follow the tables begin on a sheet that has only words. */
const AFTER_TABLES = /^\s*(?:五\s*[、.．]?\s*)?存在的?(?:主要)?问题|^\s*(?:六\s*[、.．]?\s*)?其他需要(?:报告|说明)/

interface Line {
  row: number
  cells: GridCell[]
  filled: GridCell[]
}

function linesOf(sheet: Worksheet): { lines: Line[]; columns: number } {
  const columns = lastColumn(sheet)
  const merges = mergedRanges(sheet)
  const pictures = new Set(
    sheet.getImages().map(({ range }) => sheet.getCell(range.tl.nativeRow + 1, range.tl.nativeCol + 1).address),
  )
  const lines: Line[] = []
  let count = 0
  const add = (row: Row): void => {
    const cells = cellsOf(row, { columns, merges, pictures })
    count += cells.length
    if (count > LIMITS.tableCells) throw new Unreadable('表格过大')
    lines.push({ row: row.number - 1, cells, filled: cells.filter(({ text }) => text.trim() !== '') })
  }
  const fill = (from: number, before: number): void => {
    for (let number = from; number < Math.min(before, from + BLANK_ROWS); number++) add(sheet.getRow(number))
  }
  const rows = sheet.rowCount
  let next = 1
  sheet.eachRow((row) => {
    fill(next, row.number)
    add(row)
    next = row.number + 1
  })
  fill(next, rows + 1)
  return { lines, columns }
}

interface SheetShape {
  columns: number
  merges: ReadonlyMap<string, { rows: number; columns: number }>
  pictures: ReadonlySet<string>
}

/** Empty cells at the end of a row belong to it like any other. */
function cellsOf(row: Row, { columns, merges, pictures }: SheetShape): GridCell[] {
  const own: GridCell[] = []
  for (let column = 1; column <= columns; column++) {
    const cell = row.getCell(column)
    if (cell.isMerged && cell.master !== cell) continue
    const range = merges.get(cell.address)
    const [rowSpan, colSpan] = [range?.rows ?? 1, range?.columns ?? 1]
    own.push({ text: cellText(cell, pictures), row: row.number - 1, col: column - 1, rowSpan, colSpan })
  }
  return own
}

/** The blocks of a sheet, and those that follow the tables of other sheets though they stand before them. */
function sheetBlocks(sheet: Worksheet): { here: SourceBlock[]; after: SourceBlock[] } {
  const { lines, columns } = linesOf(sheet)
  if (lines.every(({ filled }) => filled.length < TABLE)) return wordBlocks(lines)
  const here: SourceBlock[] = []
  let cells: GridCell[] = []
  const close = (): void => {
    if (cells.length > 0) here.push({ kind: 'grid', grid: { rows: sheet.rowCount, cols: columns, cells } })
    cells = []
  }
  for (const line of lines) {
    const [only] = line.filled
    if (only && line.filled.length === 1 && only.text.length > PROSE) {
      close()
      here.push({ kind: 'text', text: only.text })
    } else cells.push(...line.cells)
  }
  close()
  return { here, after: [] }
}

function wordBlocks(lines: readonly Line[]): { here: SourceBlock[]; after: SourceBlock[] } {
  const texts = lines.flatMap(({ filled }) => filled.map(({ text }) => text))
  const cut = texts.findIndex((text) => AFTER_TABLES.test(text))
  const block = (own: readonly string[]): SourceBlock[] => (own.length > 0 ? [{ kind: 'text', text: own.join('\n') }] : [])
  return cut < 0 ? { here: block(texts), after: [] } : { here: block(texts.slice(0, cut)), after: block(texts.slice(cut)) }
}

/** The last column in which some cell holds something. */
function lastColumn(sheet: Worksheet): number {
  let last = 0
  sheet.eachRow((row) => row.eachCell((cell) => void (last = Math.max(last, Number(cell.col)))))
  return last
}

/** By the address of the cell in which each begins; asking the sheet for them is dear, so it is done once. */
function mergedRanges(sheet: Worksheet): Map<string, { rows: number; columns: number }> {
  return new Map(
    (sheet.model.merges ?? []).map((range) => {
      const [start = range, end = start] = range.split(':')
      const [from, to] = [sheet.getCell(start), sheet.getCell(end)]
      return [start, { rows: Number(to.row) - Number(from.row) + 1, columns: Number(to.col) - Number(from.col) + 1 }]
    }),
  )
}

async function openBook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  // exceljs declares its own Buffer type; it takes any array buffer.
  await workbook.xlsx.load(bytes.slice().buffer as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook
}

function visibleSheets({ worksheets }: ExcelJS.Workbook): Worksheet[] {
  return worksheets.filter((sheet) => sheet.state === 'visible')
}

/** Every visible sheet as one grid under its name. */
export async function readSheets(bytes: Uint8Array): Promise<{ name: string; grid: Grid }[]> {
  return visibleSheets(await openBook(bytes)).map((sheet) => {
    const { lines, columns } = linesOf(sheet)
    return { name: sheet.name, grid: { rows: sheet.rowCount, cols: columns, cells: lines.flatMap(({ cells }) => cells) } }
  })
}

export async function readXlsx(bytes: Uint8Array): Promise<SourceDocument> {
  const book = await openBook(bytes)
  const sheets = visibleSheets(book).map(sheetBlocks)
  // A program that leaves the keywords out gives no string.
  const sheetCode = sheetCodeIn(book.keywords ?? '')
  return {
    blocks: [...sheets.flatMap(({ here }) => here), ...sheets.flatMap(({ after }) => after)],
    ...(sheetCode ? { sheetCode } : {}),
  }
}

export async function readCsv(text: string): Promise<SourceDocument> {
  const [first = ''] = text.split('\n').filter((line) => /[,;\t]/.test(line))
  const delimiter = [',', '\t', ';'].find((mark) => first.includes(mark)) ?? ','
  const workbook = new ExcelJS.Workbook()
  const sheet = await workbook.csv.read(Readable.from([text]), {
    map: (value: unknown) => String(value),
    parserOptions: { delimiter },
  })
  const rows: string[][] = []
  sheet.eachRow((row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(valueText(cell.value, undefined)))
    rows.push(cells)
  })
  return { blocks: [{ kind: 'grid', grid: gridOfRows(rows) }] }
}
