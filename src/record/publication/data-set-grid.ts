/** 从 Excel 粘贴、从文件导入: rows of cells as rows of a 数据表, by their headings where there are any, else by their order. */
import { DATA_SETS, type DataSetKind } from '../../law/publication/data-sets.ts'
import { oneLineOf } from './data-cell.ts'
import { type DataRow, headingOf, LONGEST_CELL } from './data-set.ts'

/** A title and a note may stand above the headings. */
const HEAD_WITHIN = 6
/** So many cells of a line must be headings. */
const FEWEST_HEADINGS = 2

export interface ReadGrid {
  rows: DataRow[]
  /** Headings that the table has no column for: what stands below them was not taken. */
  ignored: string[]
  /** The lines had a head. */
  headed: boolean
}

/** 学校名称*, 收费标准（元） and 收费标准 name the same column. */
function bareHeading(text: string): string {
  return oneLineOf(text)
    .replace(/[\s*＊]/g, '')
    .replace(/[（(](?:元|人|个|必填)[）)]$/u, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
}

/** @param from where the first cell goes when there is no head: the index of a column */
export function readDataGrid(kind: DataSetKind, grid: readonly (readonly string[])[], from = 0): ReadGrid {
  const { columns } = DATA_SETS[kind]
  const byHeading = new Map(
    columns.flatMap((column) => [column.zh, headingOf(column)].map((zh) => [bareHeading(zh), column.key])),
  )
  const head = grid
    .slice(0, HEAD_WITHIN)
    .findIndex((line) => line.filter((text) => byHeading.has(bareHeading(text))).length >= FEWEST_HEADINGS)
  const headings = head >= 0 ? (grid[head] ?? []) : []
  const keys =
    head >= 0 ? headings.map((text) => byHeading.get(bareHeading(text)) ?? null) : columns.slice(from).map(({ key }) => key)
  const rows = grid
    .slice(head + 1)
    .map((line) =>
      Object.fromEntries(
        line.flatMap((text, at) => {
          const key = keys[at]
          const written = oneLineOf(text).slice(0, LONGEST_CELL)
          return key && written ? [[key, written]] : []
        }),
      ),
    )
    .filter((row) => Object.keys(row).length > 0)
  const ignored = headings.filter((text, at) => keys[at] === null && bareHeading(text) !== '' && bareHeading(text) !== '序号')
  return { rows, ignored: ignored.map((text) => oneLineOf(text).slice(0, 20)), headed: head >= 0 }
}

/** What a spreadsheet puts on the clipboard: cells divided by tabs, one that holds a line end or a tab in quotes. */
export function clipboardGrid(text: string): string[][] {
  const grid: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y
  let at = 0
  while (at <= text.length) {
    cell.lastIndex = at
    const [whole = '', quoted, plain = ''] = cell.exec(text) ?? []
    grid.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    at += whole.length
    if (at >= text.length) break
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    if (text[at] !== '\t') grid.push([])
    at += 1
  }
  // The last line of a copied range ends like the others.
  return grid.filter((line, index) => index < grid.length - 1 || line.some((one) => one !== ''))
}
