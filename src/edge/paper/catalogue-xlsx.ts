/** 公开事项目录 as the spreadsheet that everybody has: one sheet for each 领域, two rows of heads, ■□ and √, 一级事项 merged. */
import ExcelJS, { type Worksheet } from 'exceljs'
import { CATALOGUE_COLUMN_WORDS as HEADS, CATALOGUE_TICK_WORDS as TICKS } from '../../law/publication/catalogue.ts'
import { boxes, type CatalogueContent, grouped } from '../../record/publication/catalogue.ts'
import { BORDER, FONT, HEAD_FILL, PAGE_FOOT, printedAcross } from './sheet-style.ts'

const WIDTHS = [6, 12, 16, 36, 34, 18, 14, 34, 8, 14, 8, 8, 8, 8]
/** 公开对象、公开方式、公开层级 have two columns each. */
const DIVIDED = [
  { head: HEADS.audience, below: [TICKS.society, TICKS.group] },
  { head: HEADS.mode, below: [TICKS.proactive, TICKS.onRequest] },
  { head: HEADS.level, below: [TICKS.county, TICKS.township] },
]
const FIRST_ROW = 4

/** @param contents in their order; those of one 领域 stand on one sheet, wherever they come from */
export async function renderCatalogue(agency: string, contents: readonly CatalogueContent[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = agency
  book.title = `${agency}公开事项目录`
  const fields = grouped(contents, ({ field }) => field.toLowerCase())
  // A workbook without a sheet is none.
  for (const [, items] of fields.length > 0 ? fields : [['', []] as const])
    addField(book.addWorksheet(items[0]?.field ?? '公开事项'), agency, items)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addField(sheet: Worksheet, agency: string, items: readonly CatalogueContent[]): void {
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width))
  addHead(sheet, `${agency}${sheet.name}公开事项目录`)
  items.forEach((content, index) => addItem(sheet, FIRST_ROW + index, index + 1, content))
  mergeFirst(sheet, items)
  sheet.views = [{ state: 'frozen', xSplit: 3, ySplit: FIRST_ROW - 1 }]
  sheet.pageSetup = printedAcross(`2:${FIRST_ROW - 1}`)
  sheet.headerFooter.oddFooter = PAGE_FOOT
}

function addHead(sheet: Worksheet, title: string): void {
  sheet.mergeCells(1, 1, 1, WIDTHS.length)
  Object.assign(sheet.getCell(1, 1), { value: title, font: { name: FONT, size: 16, bold: true } })
  sheet.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.getRow(1).height = 30
  const tall = [HEADS.serial, null, null, HEADS.elements, HEADS.basis, HEADS.limit, HEADS.subject, HEADS.outlets]
  tall.forEach((words, index) => {
    if (words === null) return
    sheet.mergeCells(2, index + 1, 3, index + 1)
    sheet.getCell(2, index + 1).value = words
  })
  sheet.mergeCells(2, 2, 2, 3)
  sheet.getCell(2, 2).value = '公开事项'
  sheet.getCell(3, 2).value = HEADS.first
  sheet.getCell(3, 3).value = HEADS.second
  DIVIDED.forEach(({ head, below }, index) => {
    const column = tall.length + 1 + index * 2
    sheet.mergeCells(2, column, 2, column + 1)
    sheet.getCell(2, column).value = head
    below.forEach((words, at) => (sheet.getCell(3, column + at).value = words))
  })
  for (const row of [2, 3])
    for (let column = 1; column <= WIDTHS.length; column += 1) {
      const cell = sheet.getCell(row, column)
      cell.font = { name: FONT, size: 10, bold: true }
      cell.fill = HEAD_FILL
      cell.border = BORDER
      cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
    }
}

function addItem(sheet: Worksheet, row: number, serial: number, content: CatalogueContent): void {
  const { first, second, elements, basis, limit, subject, outlets, group } = content
  const tick = (ticked: boolean) => (ticked ? '√' : '')
  const values = [serial, first, second, elements, basis, limit, subject, boxes(outlets)]
  const ticks = [
    tick(content.society),
    group === null ? '' : group === '' ? '√' : `√（${group}）`,
    ...[content.proactive, content.onRequest, content.county, content.township].map(tick),
  ]
  const LEFT = new Set([4, 5, 8])
  ;[...values, ...ticks].forEach((value, index) => {
    const cell = sheet.getCell(row, index + 1)
    cell.value = typeof value === 'string' ? escaped(value) || null : value
    cell.font = { name: FONT, size: 10 }
    cell.border = BORDER
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: LEFT.has(index + 1) ? 'left' : 'center' }
  })
}

/** What looks like the escape of a character in the file format is told from one by escaping its first letter. */
function escaped(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** 一级事项 of items that follow each other is one cell. */
function mergeFirst(sheet: Worksheet, items: readonly CatalogueContent[]): void {
  let from = 0
  for (let at = 1; at <= items.length; at += 1) {
    if (items[at]?.first === items[from]?.first) continue
    if (at - from > 1) sheet.mergeCells(FIRST_ROW + from, 2, FIRST_ROW + at - 1, 2)
    from = at
  }
}
