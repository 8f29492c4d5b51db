/**
 * All reports in one file, written while they are read: a hundred thousand need no more memory than one piece of them.
 * CSV and Excel hold the numbers, JSON the words as well.
 */
import { PassThrough, Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import { DATA_COLUMNS } from '../../record/reports/data-columns.ts'
import { REPORT_SCHEMA_PATH, type PublishedReport } from '../../record/reports/published.ts'
import { ABOUT_COLUMNS, COLUMN_CODES, formatsOf, lineOf } from './columns.ts'
import { BYTE_ORDER_MARK, csvLine } from './csv.ts'
import { reportJson } from './report-json.ts'

type Pieces = AsyncIterable<readonly PublishedReport[]>

export function allReportsCsv(pieces: Pieces, site: string): Readable {
  return Readable.from(csv(pieces, site))
}

async function* csv(pieces: Pieces, site: string): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMN_CODES)
  for await (const reports of pieces) yield reports.map((report) => csvLine(lineOf(report, site))).join('')
}

export function allReportsJson(pieces: Pieces, site: string): Readable {
  return Readable.from(json(pieces, site))
}

/** One report a line, so that the file can be read line by line as well. */
async function* json(pieces: Pieces, site: string): AsyncGenerator<string> {
  yield `{"description":"各机关公布的政府信息公开工作年度报告，每份取最后公布的一版","items":${JSON.stringify(
    site + REPORT_SCHEMA_PATH,
  )},"reports":[`
  let before = '\n'
  for await (const reports of pieces) {
    yield reports
      .map((report) => {
        const line = before + JSON.stringify(reportJson(site, report))
        before = ',\n'
        return line
      })
      .join('')
  }
  yield '\n]}\n'
}

/** What every column means, as a table: for a sheet of its own and for a file of its own. */
export function columnsTable(): string[][] {
  const formats = new Set(DATA_COLUMNS.flatMap((column) => column.formats)).size
  return [
    ['代码', '部分', '行', '列', '说明'],
    ...ABOUT_COLUMNS.map(({ code, words, what }) => [code, '报告', words, '', what]),
    ...DATA_COLUMNS.map((column) => [
      column.code,
      column.section,
      column.row,
      column.column,
      formatsOf(column.formats, formats) && `只在 ${formatsOf(column.formats, formats)}`,
    ]),
  ]
}

export function columnsCsv(): string {
  return BYTE_ORDER_MARK + columnsTable().map(csvLine).join('')
}

export function allReportsXlsx(pieces: Pieces, site: string): PassThrough {
  const stream = new PassThrough()
  // A reader who goes away ends the writing: the stream is closed under it.
  writeBook(stream, pieces, site).catch((error: unknown) =>
    stream.destroy(error instanceof Error ? error : new Error('open data')),
  )
  return stream
}

const WIDE = 30
const NARROW = 12

async function writeBook(stream: PassThrough, pieces: Pieces, site: string): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream })
  const sheet = book.addWorksheet('年度报告', { views: [{ state: 'frozen', xSplit: 1, ySplit: 2 }] })
  sheet.columns = COLUMN_CODES.map((_, index) => ({ width: index === 0 ? WIDE : NARROW }))
  const words = [...ABOUT_COLUMNS.map((column) => column.words), ...DATA_COLUMNS.map(({ row, column }) => `${row}｜${column}`)]
  for (const heading of [words, COLUMN_CODES]) sheet.addRow(heading).commit()
  for await (const reports of pieces) {
    for (const report of reports) sheet.addRow(lineOf(report, site).map(asNumber)).commit()
    if (stream.destroyed) return
    if (stream.writableNeedDrain) await new Promise((done) => stream.once('drain', done).once('close', done))
  }
  sheet.commit()
  const meaning = book.addWorksheet('栏目说明')
  meaning.columns = [{ width: 44 }, { width: 40 }, { width: 60 }, { width: 24 }, { width: 60 }]
  for (const line of columnsTable()) meaning.addRow(line).commit()
  meaning.commit()
  await book.commit()
}

/** The 2019 form's cells are words; those that are plain numbers can be added. */
function asNumber(value: string | number | null, index: number): string | number | null {
  return typeof value === 'string' && index >= ABOUT_COLUMNS.length && /^-?\d{1,15}(?:\.\d{1,6})?$/.test(value)
    ? Number(value)
    : value
}
