/** 数据表 as a spreadsheet to be filled in: the headings, the rows as they stand, lists to choose from, what belongs in each column. */
import ExcelJS, { type Worksheet } from 'exceljs'
import { cite } from '../../law/cite.ts'
import { DATA_SETS, type DataColumn } from '../../law/publication/data-sets.ts'
import { type DataSet, dataSetTitle, headingOf } from '../../record/publication/data-set.ts'
import { BORDER, FONT, HEAD_FILL, printedAcross } from './sheet-style.ts'

/** Below the rows that stand there, as many are ready to be filled in. */
const READY = 200
const WIDTHS: Readonly<Record<DataColumn['kind'], number>> = {
  text: 22,
  places: 44,
  count: 10,
  yuan: 12,
  day: 13,
  phone: 18,
  yesNo: 10,
  choice: 15,
}

export async function renderDataSheet(set: DataSet): Promise<Uint8Array> {
  const rule = DATA_SETS[set.kind]
  const book = new ExcelJS.Workbook()
  book.title = dataSetTitle(set)
  const sheet = book.addWorksheet(rule.zh, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] })
  rule.columns.forEach((column, at) => addColumn(sheet, at + 1, column, set))
  sheet.pageSetup = printedAcross('1:1')
  addMeaning(book.addWorksheet('填写说明'), set)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addColumn(sheet: Worksheet, at: number, column: DataColumn, { rows }: DataSet): void {
  const own = sheet.getColumn(at)
  own.width = WIDTHS[column.kind]
  const head = sheet.getCell(1, at)
  Object.assign(head, {
    value: headingOf(column) + (column.required ? '*' : ''),
    font: { name: FONT, size: 11, bold: true },
    fill: HEAD_FILL,
    border: BORDER,
    alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' },
  })
  const options = column.kind === 'yesNo' ? ['是', '否'] : column.options
  for (let row = 0; row < rows.length + READY; row += 1) {
    const cell = sheet.getCell(row + 2, at)
    const text = rows[row]?.[column.key] ?? ''
    // Everything else is text: no cell begins a formula, no telephone number loses its zero, no day its writing.
    if (column.kind === 'count' || column.kind === 'yuan') cell.value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text || null
    else {
      cell.numFmt = '@'
      cell.value = text || null
    }
    if (options)
      cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${options.join(',')}"`], showErrorMessage: true }
    if (row < rows.length) Object.assign(cell, { font: { name: FONT, size: 11 }, border: BORDER, alignment: { wrapText: true } })
  }
}

function addMeaning(sheet: Worksheet, { kind }: DataSet): void {
  const { columns, by } = DATA_SETS[kind]
  sheet.columns = [{ width: 18 }, { width: 8 }, { width: 60 }, { width: 40 }]
  sheet.addRow(['栏目', '必填', '怎么填', '依据']).font = { name: FONT, size: 11, bold: true }
  for (const column of columns)
    sheet.addRow([headingOf(column), column.required ? '是' : '', howToFill(column), cite(column.by ?? by)]).font = {
      name: FONT,
      size: 11,
    }
  sheet.addRow([])
  sheet.addRow(['不要填写任何个人的身份证号码、手机号码、银行卡号；电话填单位的固定电话。']).font = { name: FONT, size: 11 }
}

function howToFill({ kind, hint, options, unit }: DataColumn): string {
  const by: Readonly<Record<DataColumn['kind'], string>> = {
    text: '',
    places: '以顿号隔开',
    count: '整数',
    yuan: '金额，最多两位小数',
    day: '日期，如 2026-07-01',
    phone: '单位的固定电话',
    yesNo: '是或者否',
    choice: `其中之一：${options?.join('、')}`,
  }
  return [hint ?? by[kind], unit && `单位：${unit}`].filter(Boolean).join('；')
}
