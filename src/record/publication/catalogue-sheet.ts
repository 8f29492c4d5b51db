/**
 * The catalogue's spreadsheet, read and laid out. Everybody's differs a little: names of sheets, a title above, one head row or
 * two, merged cells, ticks as √ in columns or as ■□ in a cell. What a row means is decided here, whatever program wrote it.
 */
import { CATALOGUE_COLUMN_WORDS, type CatalogueTick } from '../../law/publication/catalogue.ts'
import type { Grid } from '../reports/grid.ts'
import { BOX_MARKS, type CatalogueContent, catalogueContentSchema, oneLine, pathOf, tidyText } from './catalogue.ts'

export interface NamedGrid {
  name: string
  grid: Grid
}

/** Where something stands: the sheet and the number that the spreadsheet shows beside the row. */
export interface SheetPlace {
  sheet: string
  row: number
}

export interface SheetFault extends SheetPlace {
  say: string
}

export interface ReadCatalogue {
  items: { at: SheetPlace; content: CatalogueContent }[]
  /** Rows, or whole sheets (row 0), that could not be read, and why. */
  faults: SheetFault[]
}

type Text = 'first' | 'second' | 'elements' | 'basis' | 'limit' | 'subject' | 'outlets'
type Place = Text | CatalogueTick | 'serial' | 'audience' | 'mode' | 'level'
type Columns = ReadonlyMap<Place, number>

const NEEDED: readonly Place[] = ['first', 'second', 'elements']
/** Rows above the head that a title and a note may take. */
const HEAD_WITHIN = 12

export function readCatalogueSheets(sheets: readonly NamedGrid[]): ReadCatalogue {
  const read: ReadCatalogue = { items: [], faults: [] }
  for (const { name, grid } of sheets) {
    const texts = spread(grid)
    if (texts.every((row) => row.every((text) => text === ''))) continue
    const head = headOf(texts)
    const missing = head ? NEEDED.filter((place) => !head.columns.has(place)) : NEEDED
    if (!head || missing.length > 0)
      read.faults.push({
        sheet: name,
        row: 0,
        say: `没有找到表头中的${missing.map(wordOf).join('、')}，整张表没有读取`,
      })
    else readRows(read, { name, texts, grid, field: fieldOf(name, texts, head.from), ...head })
  }
  merge(read)
  return read
}

const wordOf = (place: Place) => `“${CATALOGUE_COLUMN_WORDS[place as keyof typeof CATALOGUE_COLUMN_WORDS]}”`

/** What each place shows, merged cells everywhere they reach to. */
function spread(grid: Grid): string[][] {
  const texts = Array.from({ length: grid.rows }, () => Array.from({ length: grid.cols }, () => ''))
  for (const { text, row, col, rowSpan, colSpan } of grid.cells) {
    const tidy = tidyText(text)
    if (tidy === '') continue
    for (let r = row; r < Math.min(grid.rows, row + rowSpan); r += 1)
      for (let c = col; c < Math.min(grid.cols, col + colSpan); c += 1) (texts[r] as string[])[c] = tidy
  }
  return texts
}

const compact = (text: string) => text.normalize('NFKC').replaceAll(/\s|\(.*?\)/g, '')

const HEADS: readonly (readonly [RegExp, Place])[] = [
  [/^序号$/, 'serial'],
  [/^一级(?:公开)?事项$/, 'first'],
  [/^二级(?:公开)?事项$/, 'second'],
  [/^公开内容|^公开要素/, 'elements'],
  [/^公开依据/, 'basis'],
  [/^公开时限/, 'limit'],
  [/^公开(?:责任)?主体|^责任主体/, 'subject'],
  [/^公开渠道/, 'outlets'],
  [/^全社会$/, 'society'],
  [/^特定群[体众]/, 'group'],
  [/^主动/, 'proactive'],
  [/^依申请/, 'onRequest'],
  [/^[县市区旗]/, 'county'],
  [/^[乡镇街村]/, 'township'],
  [/^公开对象/, 'audience'],
  [/^公开方式/, 'mode'],
  [/^公开层级/, 'level'],
]

interface Head {
  /** The rows of the head, counted from 0; `to` is the first below it. */
  from: number
  to: number
  columns: Columns
}

function headOf(texts: readonly string[][]): Head | null {
  const named = texts.slice(0, HEAD_WITHIN).findIndex((row) => row.some((text) => /^一级(?:公开)?事项$/.test(compact(text))))
  if (named < 0) return null
  const isHead = (row: readonly string[] | undefined) =>
    row !== undefined && new Set(row.map(compact).filter((text) => HEADS.some(([pattern]) => pattern.test(text)))).size >= 2
  let [from, to] = [named, named + 1]
  while (from > 0 && isHead(texts[from - 1])) from -= 1
  while (isHead(texts[to]) && (texts[to] as string[]).every((text) => text === '' || headPlace(text) !== null)) to += 1
  const columns = new Map<Place, number>()
  const width = texts[named]?.length ?? 0
  for (let column = 0; column < width; column += 1) {
    // The lowest name of a column tells: 全社会 below 公开对象.
    const place = texts
      .slice(from, to)
      .map((row) => headPlace(row[column] ?? ''))
      .findLast((found) => found !== null)
    if (place && !columns.has(place)) columns.set(place, column)
  }
  return { from, to, columns }
}

function headPlace(text: string): Place | null {
  const words = compact(text)
  return HEADS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** The sheet's own name; where a program gave it, the field that the title names. */
function fieldOf(name: string, texts: readonly string[][], head: number): string {
  if (!/^(?:sheet|工作表)\s*\d*$/i.test(name)) return name
  for (const text of texts.slice(0, head).flat()) {
    const found = /^(?:[（(].{1,3}[）)])?(.{2,20}?)(?:领域|系统)?(?:基层)?(?:政务|政府信息|主动)*公开.*目录/.exec(oneLine(text))
    if (found?.[1]) return found[1]
  }
  return name
}

interface SheetRows extends Head {
  name: string
  field: string
  grid: Grid
  texts: readonly string[][]
}

function readRows(read: ReadCatalogue, { name, field, grid, texts, to, columns }: SheetRows): void {
  const wide = new Set(grid.cells.filter(({ colSpan }) => colSpan > grid.cols / 2).map(({ row }) => row))
  let first = ''
  for (const [offset, row] of texts.slice(to).entries()) {
    const index = to + offset
    const at = { sheet: name, row: index + 1 }
    const filled = row.filter((text) => text !== '')
    if (filled.length === 0 || row.some((text) => /^一级(?:公开)?事项$/.test(compact(text))) || isSecondHead(row)) continue
    if (wide.has(index) || new Set(filled).size === 1) {
      read.faults.push({ ...at, say: `只有一段文字“${shortened(filled[0] ?? '')}”，不是事项，没有读取` })
      continue
    }
    const text = (place: Text) => cell(row, columns, place)
    first = text('first') || first
    const content = contentOf(row, columns, { field, first })
    if (typeof content === 'string') read.faults.push({ ...at, say: content })
    else read.items.push({ at, content })
  }
}

/** The second row of a head that is printed again on a later page. */
function isSecondHead(row: readonly string[]): boolean {
  return row.every((text) => text === '' || headPlace(text) !== null) && row.filter((text) => text !== '').length > 2
}

function cell(row: readonly string[], columns: Columns, place: Place): string {
  const column = columns.get(place)
  return column === undefined ? '' : (row[column] ?? '')
}

const TICKED = /^[√✓✔☑■●◆◼▣☒vV是]/u
const NOT_TICKED = /^(?:[□☐◻○×xX否—–-]|\/|无|)$/u

/** What a row says, or why it can't be read. */
function contentOf(row: readonly string[], columns: Columns, at: { field: string; first: string }): CatalogueContent | string {
  const text = (place: Text) => cell(row, columns, place)
  if (at.first === '') return '“一级事项”是空的'
  if (text('second') === '') return '“二级事项”是空的'
  if (text('elements') === '') return '“公开内容（要素）”是空的'
  const ticks = ticksOf(row, columns)
  if (typeof ticks === 'string') return ticks
  const parsed = catalogueContentSchema.safeParse({
    field: at.field.slice(0, 28),
    first: at.first,
    second: text('second'),
    elements: text('elements'),
    basis: text('basis'),
    limit: text('limit'),
    subject: text('subject'),
    outlets: boxesIn(text('outlets')),
    ...ticks,
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path[0] as keyof typeof CATALOGUE_COLUMN_WORDS
  return `“${CATALOGUE_COLUMN_WORDS[place] ?? '内容'}”过长`
}

type Ticks = Pick<CatalogueContent, CatalogueTick>

function ticksOf(row: readonly string[], columns: Columns): Ticks | string {
  const ticks: Ticks = { society: false, group: null, proactive: false, onRequest: false, county: false, township: false }
  for (const place of ['audience', 'mode', 'level'] as const)
    for (const { name, ticked } of boxesIn(cell(row, columns, place))) {
      const tick = headPlace(name)
      if (!ticked || tick === null || !(tick in ticks)) continue
      if (tick === 'group') ticks.group = oneLine(/[（(](?!请写明)(.+)[）)]/.exec(name)?.[1] ?? '')
      else ticks[tick as Exclude<CatalogueTick, 'group'>] = true
    }
  for (const tick of ['society', 'proactive', 'onRequest', 'county', 'township'] as const) {
    const words = cell(row, columns, tick)
    if (TICKED.test(words)) ticks[tick] = true
    else if (!NOT_TICKED.test(words)) return `“${shortened(words)}”不是勾选（√）`
  }
  const group = groupIn(cell(row, columns, 'group'))
  if (group !== null) ticks.group = group
  if (!ticks.proactive && !ticks.onRequest) return '“公开方式”没有勾选'
  return ticks
}

/** `√（学生家长）`, `√`, or the group itself. */
function groupIn(text: string): string | null {
  if (NOT_TICKED.test(text)) return null
  const words = oneLine(text.replace(/^[√✓✔☑■●◆◼▣☒]/u, ''))
  return /^[（(](.*)[）)]$/.exec(words)?.[1]?.trim() ?? words
}

/** `■政府网站  □政府公报 …`; a list without boxes is of those that are used. */
function boxesIn(text: string): CatalogueContent['outlets'] {
  const pattern = new RegExp(`([${BOX_MARKS}])([^${BOX_MARKS}]*)`, 'gu')
  const found = [...text.matchAll(pattern)].map(([, mark = '', name = '']) => ({
    name: oneLine(name),
    ticked: !'□☐◻'.includes(mark),
  }))
  if (found.length > 0) return found.filter(({ name }) => name !== '')
  return text
    .split(/[、，,；;\n]/)
    .map((name) => ({ name: oneLine(name), ticked: true }))
    .filter(({ name }) => name !== '')
}

function shortened(text: string): string {
  const words = oneLine(text)
  return words.length > 20 ? `${words.slice(0, 20)}…` : words
}

/** One 二级事项 in several rows is one item with the elements of all; where the rows say different things of it, that is a fault. */
function merge(read: ReadCatalogue): void {
  const known = new Map<string, ReadCatalogue['items'][number]>()
  for (const item of read.items) {
    const path = pathOf(item.content)
    const former = known.get(path)
    if (!former) {
      known.set(path, item)
      continue
    }
    const alike = JSON.stringify({ ...former.content, elements: '' }) === JSON.stringify({ ...item.content, elements: '' })
    const joined = tidyText(`${former.content.elements}\n${item.content.elements}`)
    if (alike && joined.length <= 4000) former.content.elements = joined
    else
      read.faults.push({
        ...item.at,
        say: `与“${former.at.sheet}”第 ${former.at.row} 行是同一个事项，但写的不一样；请改名或者合并`,
      })
  }
  read.items = [...known.values()]
}
