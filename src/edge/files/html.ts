/** Web pages, saved pages, and Word files by way of HTML. */
import type { CheerioAPI } from 'cheerio'
import { load } from 'cheerio'
import type { Grid, GridCell, SourceBlock, SourceDocument } from '../../record/reports/grid.ts'
import { checkDepth } from './html-depth.ts'
import { leaveWhatIsSeen, NO_TEXT, PICTURES } from './html-seen.ts'
import { LIMITS, Unreadable } from './outcome.ts'

type AnyNode = ReturnType<ReturnType<CheerioAPI['root']>['contents']> extends { [index: number]: infer Node } ? Node : never
type Element = Extract<AnyNode, { attribs: unknown }>

const BREAKING = new Set(
  'address article aside blockquote br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section tbody td th thead tr ul'.split(
    ' ',
  ),
)

function isElement(node: AnyNode): node is Element {
  return node.type === 'tag'
}

/** Tables become grids; a table that only holds other tables is layout and is walked like any other element. */
export function readHtml(html: string): SourceDocument {
  checkDepth(html)
  const $ = load(html)
  leaveWhatIsSeen($)
  const layout = tablesWithTables($)
  const blocks: SourceBlock[] = []
  let text = ''
  const flush = (): void => {
    if (text.trim() !== '') blocks.push({ kind: 'text', text: text.replace(/\n{3,}/g, '\n\n') })
    text = ''
  }
  const walk = (node: AnyNode): void => {
    if (node.type === 'text') text += node.data.replace(/[\s\u00a0]+/g, ' ')
    if (!isElement(node)) return
    if (node.name === 'table' && !layout.has(node)) {
      flush()
      const grid = gridOf($, node)
      if (grid.cells.length > 0) blocks.push({ kind: 'grid', grid })
      return
    }
    const breaking = BREAKING.has(node.name)
    if (breaking) text += '\n'
    for (const child of node.children) walk(child)
    if (breaking) text += '\n'
  }
  for (const node of $.root().toArray()) for (const child of node.children) walk(child)
  flush()
  return { blocks }
}

/** The tables that hold other tables; each is climbed to once, however deep they nest. */
function tablesWithTables($: CheerioAPI): Set<AnyNode> {
  const outer = new Set<AnyNode>()
  for (const table of $('table').toArray())
    for (let above: AnyNode | null = table.parent; above !== null && !outer.has(above); above = above.parent)
      if (isElement(above) && above.name === 'table') outer.add(above)
  return outer
}

function cellText($: CheerioAPI, cell: Element): string {
  let text = ''
  const walk = (node: AnyNode): void => {
    if (node.type === 'text') text += node.data.replace(/[\s\u00a0]+/g, ' ')
    if (!isElement(node)) return
    if (node.name === 'br') text += '\n'
    for (const child of node.children) walk(child)
    if (BREAKING.has(node.name)) text += '\n'
  }
  for (const child of $(cell).contents().toArray()) walk(child)
  return text.trim() === '' && $(cell).find(PICTURES).length > 0 ? NO_TEXT : text.trim()
}

function span(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(number) && number >= 1 ? Math.min(number, 200) : 1
}

/** Lays out the cells of a table with their spans, as a browser does. */
function gridOf($: CheerioAPI, table: Element): Grid {
  const cells: GridCell[] = []
  const taken: Set<number>[] = []
  const rows = $(table).find('tr').toArray()
  let columns = 0
  rows.forEach((tr, row) => {
    let column = 0
    for (const td of $(tr).children('td, th').toArray()) {
      while (taken[row]?.has(column)) column++
      const colSpan = span($(td).attr('colspan'))
      const rowSpan = Math.min(span($(td).attr('rowspan')), rows.length - row)
      for (let r = row; r < row + rowSpan; r++) {
        const line = (taken[r] ??= new Set())
        for (let c = column; c < column + colSpan; c++) line.add(c)
      }
      cells.push({ text: cellText($, td), row, col: column, rowSpan, colSpan })
      if (cells.length > LIMITS.tableCells) throw new Unreadable('表格过大，不是一份年度报告')
      column += colSpan
      columns = Math.max(columns, column)
    }
  })
  return { rows: rows.length, cols: columns, cells }
}
