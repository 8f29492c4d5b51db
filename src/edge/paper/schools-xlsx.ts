/** 学校公开情况 as a spreadsheet: a row for each school, a column for each kind; colour only beside the word. */
import ExcelJS from 'exceljs'
import { TILE_KEYS, TILES } from '../../law/publication/term-card.ts'
import type { SchoolsView } from '../../record/publication/schools.ts'
import { TILE_STATE_WORDS, type TileState } from '../../record/publication/term-card.ts'
import { BORDER, FONT, HEAD_FILL, PAGE_FOOT, fill, printedAcross } from './sheet-style.ts'

const FILLS: Partial<Record<TileState, ReturnType<typeof fill>>> = {
  overdue: fill('FFF9DEDA'),
  due: fill('FFFFF1D6'),
  noItem: fill('FFF9DEDA'),
}
const HEADS = ['序号', '学校', ...TILE_KEYS.map((key) => TILES[key].zh), '没有公开', '其中逾期', '最近提醒']
const FIRST_ROW = 3

export async function renderSchools(agency: string, { term, today, rows }: SchoolsView): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = agency
  book.title = `${agency}所属学校${term}公开情况`
  const sheet = book.addWorksheet('公开情况')
  HEADS.forEach((_, index) => (sheet.getColumn(index + 1).width = index === 0 ? 6 : index === 1 ? 30 : 13))
  sheet.mergeCells(1, 1, 1, HEADS.length)
  Object.assign(sheet.getCell(1, 1), {
    value: `${agency}所属学校${term}公开情况（${today}）`,
    font: { name: FONT, size: 16, bold: true },
    alignment: { horizontal: 'center', vertical: 'middle' },
  })
  sheet.getRow(1).height = 30
  HEADS.forEach((head, index) =>
    Object.assign(sheet.getCell(2, index + 1), {
      value: head,
      font: { name: FONT, size: 11, bold: true },
      fill: HEAD_FILL,
      border: BORDER,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    }),
  )
  rows.forEach(({ name, tiles, gaps, overdue, remindedOn }, at) => {
    const states = tiles.map(({ state, due }) =>
      due && (state === 'due' || state === 'overdue') ? `${TILE_STATE_WORDS[state]}\n${due}` : TILE_STATE_WORDS[state],
    )
    const cells = [at + 1, name, ...states, gaps, overdue, remindedOn ?? '']
    cells.forEach((value, index) => {
      const shade = FILLS[tiles[index - 2]?.state ?? 'done']
      Object.assign(sheet.getCell(FIRST_ROW + at, index + 1), {
        value,
        font: { name: FONT, size: 10.5 },
        border: BORDER,
        alignment: { horizontal: index === 1 ? 'left' : 'center', vertical: 'middle', wrapText: true },
        ...(shade ? { fill: shade } : {}),
      })
    })
  })
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: FIRST_ROW - 1 }]
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: HEADS.length } }
  sheet.pageSetup = printedAcross('2:2')
  sheet.headerFooter.oddFooter = PAGE_FOOT
  return new Uint8Array(await book.xlsx.writeBuffer())
}
