/** Spreadsheets: every visible sheet is a grid with its merged cells. */
import { Readable } from 'node:stream'
import type { CellValue, Worksheet } from 'exceljs'
import ExcelJS from 'exceljs'
import type { Grid, GridCell, SourceBlock, SourceDocument } from '../../record/reports/grid.ts'
import { gridOfRows } from '../../record/reports/grid.ts'
import { LIMITS, Unreadable } from './outcome.ts'

/** A cell as it would be written down; formulas give their stored result. */
function valueText(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('text' in value) return valueText(value.text as CellValue)
  if ('result' in value) return valueText(value.result as CellValue)
  return ''
}

/** A stretch of prose in one cell; table rows never are that long. */
const PROSE = 60

function sheetBlocks(sheet: Worksheet): SourceBlock[] {
  const cells: GridCell[] = []
  const prose: string[] = []
  const columns = lastColumn(sheet)
  sheet.eachRow((row) => {
    const own: GridCell[] = []
    // Empty cells at the end of a row belong to it like any other.
    for (let column = 1; column <= columns; column++) {
      const cell = row.getCell(column)
      if (cell.isMerged && cell.master !== cell) continue
      const range = cell.isMerged ? mergedRange(sheet, cell.address) : null
      own.push({
        text: cell.type === ExcelJS.ValueType.Formula ? valueText(cell.result) : valueText(cell.value),
        row: row.number - 1,
        col: column - 1,
        rowSpan: range ? range.rows : 1,
        colSpan: range ? range.columns : 1,
      })
    }
    const filled = own.filter(({ text }) => text.trim() !== '')
    if (filled.length === 1 && (filled[0]?.text.length ?? 0) > PROSE) prose.push(filled[0]?.text ?? '')
    else cells.push(...own)
    if (cells.length > LIMITS.tableCells) throw new Unreadable('表格过大，不是一份年度报告')
  })
  const grid: Grid = { rows: sheet.rowCount, cols: columns, cells }
  return [
    ...prose.map((text): SourceBlock => ({ kind: 'text', text })),
    ...(cells.length > 0 ? [{ kind: 'grid', grid } as const] : []),
  ]
}

/** The last column in which some cell holds something. */
function lastColumn(sheet: Worksheet): number {
  let last = 0
  sheet.eachRow((row) => row.eachCell((cell) => void (last = Math.max(last, Number(cell.col)))))
  return last
}

function mergedRange(sheet: Worksheet, address: string): { rows: number; columns: number } | null {
  const merge = (sheet.model.merges ?? []).find((range) => range.startsWith(`${address}:`))
  if (!merge) return null
  const [, end = address] = merge.split(':')
  const [from, to] = [sheet.getCell(address), sheet.getCell(end)]
  return { rows: Number(to.row) - Number(from.row) + 1, columns: Number(to.col) - Number(from.col) + 1 }
}

export async function readXlsx(bytes: Uint8Array): Promise<SourceDocument> {
  const workbook = new ExcelJS.Workbook()
  // exceljs declares its own Buffer type; it takes any array buffer.
  await workbook.xlsx.load(bytes.slice().buffer as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return { blocks: workbook.worksheets.filter((sheet) => sheet.state === 'visible').flatMap(sheetBlocks) }
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
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(valueText(cell.value)))
    rows.push(cells)
  })
  return { blocks: [{ kind: 'grid', grid: gridOfRows(rows) }] }
}
