/** 归档目录 as a spreadsheet that prints as the archive wants it: across, heads repeated, pages numbered, room to sign below. */
import ExcelJS, { type Worksheet } from 'exceljs'
import { chineseDate } from '../../law/date.ts'
import { VOLUME_COLUMNS, type VolumeList } from '../../record/archive/volume-list.ts'
import { BORDER, FONT, PAGE_FOOT, printedAcross } from './sheet-style.ts'

const CHARACTERS_PER_MM = 0.5
const LAST = VOLUME_COLUMNS.length
/** 序号、件数 are numbers, so that a spreadsheet can sort and add them. */
const COUNTED: readonly string[] = ['序号', '件数']
const CENTRED: readonly string[] = [...COUNTED, '日期', '保管期限']

export async function renderVolumeBook(list: VolumeList, mark?: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = list.agency
  book.title = list.title
  const sheet = book.addWorksheet('归档目录', { views: [{ state: 'frozen', ySplit: 3 }] })
  VOLUME_COLUMNS.forEach(({ width }, index) => (sheet.getColumn(index + 1).width = width * CHARACTERS_PER_MM))
  across(sheet, 1, LAST, mark ? `${list.title}（${mark}）` : list.title, { size: 16, bold: true, horizontal: 'center' })
  sheet.getRow(1).height = 30
  across(sheet, 1, 5, `全宗名称：${list.agency}`)
  across(sheet, 6, LAST, `编制日期：${chineseDate(list.madeOn)}`, { horizontal: 'right', row: 2 })
  ruled(
    sheet,
    VOLUME_COLUMNS.map(({ head }) => head),
    true,
  )
  for (const row of list.rows) ruled(sheet, row, false)
  across(sheet, 1, LAST, `${list.sum}。`)
  for (const side of ['移交', '接收']) {
    const signed = sheet.rowCount + 1
    across(sheet, 1, 3, `${side}单位（盖章）：`, { row: signed })
    across(sheet, 4, 5, `${side}人（签名）：`, { row: signed })
    across(sheet, 6, LAST, '日期：', { row: signed })
    sheet.getRow(signed).height = 36
  }
  sheet.pageSetup = printedAcross('3:3')
  sheet.headerFooter.oddFooter = PAGE_FOOT
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Words over several columns, in a new row unless one is named. */
function across(
  sheet: Worksheet,
  from: number,
  to: number,
  words: string,
  {
    size = 11,
    bold = false,
    horizontal = 'left',
    row = sheet.rowCount + 1,
  }: { size?: number; bold?: boolean; horizontal?: 'left' | 'center' | 'right'; row?: number } = {},
): void {
  sheet.mergeCells(row, from, row, to)
  const cell = sheet.getCell(row, from)
  cell.value = words
  cell.font = { name: FONT, size, bold }
  cell.alignment = { horizontal, vertical: 'middle' }
}

function ruled(sheet: Worksheet, words: readonly string[], head: boolean): void {
  const row = sheet.addRow([])
  VOLUME_COLUMNS.forEach(({ head: name }, index) => {
    const cell = row.getCell(index + 1)
    const text = words[index] ?? ''
    cell.value = !head && COUNTED.includes(name) ? Number(text) : text
    cell.font = { name: FONT, size: 10, bold: head }
    cell.border = BORDER
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: head || CENTRED.includes(name) ? 'center' : 'left' }
  })
}
