/** A worksheet's cells and which of them are hidden. */
import { Unreadable } from '../files/outcome.ts'
import { BOUNDS } from './limits.ts'
import type { OfficePackage } from './package.ts'
import { childrenOf, elements, isOn, textOf, topElements, type Xml, type XmlElement } from './xml.ts'

export interface Sheet {
  name: string
  part: string
  xml: Xml
  /** Its row in the workbook's list. */
  element: XmlElement
}

export interface Cell {
  element: XmlElement
  row: number
  column: string
  style: number
  formula: boolean
  inHiddenRow: boolean
  inHiddenColumn: boolean
  /** Another cell has been spread over it. */
  underMerge: boolean
}

/** Points: lower rows and narrower columns can't be seen. */
const FLAT = 3
const NARROW = 0.8
/** No sheet has more. */
const COLUMNS = 16_384

export function sheetsOf(office: OfficePackage): Sheet[] {
  const main = office.main()
  const workbook = office.xml(main)
  if (!workbook) return []
  const targets = new Map(office.relationships(main).map(({ id, target }) => [id, target]))
  // Without tabs to click on there is but one sheet.
  const [view] = elements(workbook, 'workbookView')
  if (view && !isOn(view.attribs['showSheetTabs'] ?? '1'))
    elements(workbook, 'sheet').forEach((element, at) => {
      if (at !== Number(view.attribs['activeTab'] ?? 0)) element.attribs['state'] = 'hidden'
    })
  return elements(workbook, 'sheet').flatMap((element) => {
    const part = targets.get(element.attribs['r:id'] ?? '') ?? ''
    const xml = office.xml(part)
    return xml ? [{ name: element.attribs['name'] ?? '', part, xml, element }] : []
  })
}

export function isHiddenSheet({ element }: Sheet): boolean {
  return ['hidden', 'veryHidden'].includes(element.attribs['state'] ?? '')
}

export function cellsOf(sheet: Sheet): Cell[] {
  const hiddenColumns = hiddenColumnsOf(sheet.xml)
  const merges = mergesOf(sheet.xml)
  const [shown, isSpreadOver] = [shownByMerge(sheet.xml, merges), spreadOf(merges)]
  const [noRows, noColumns] = hiddenByDefault(sheet.xml)
  const columns = columnsOf(sheet.xml, () => true)
  const [firstRow, firstColumn] = firstInWindow(sheet.xml)
  const cells: Cell[] = []
  let row = 0
  for (const line of rowsOf(sheet.xml)) {
    row = Number(line.attribs['r'] ?? row + 1)
    const isUnset = line.attribs['hidden'] === undefined && line.attribs['ht'] === undefined
    const inHiddenRow =
      isOn(line.attribs['hidden']) || Number(line.attribs['ht'] ?? 99) < FLAT || (noRows && isUnset) || row < firstRow
    let column = 0
    for (const element of childrenOf(line, 'c')) {
      const letters = /^[A-Z]+/.exec(element.attribs['r'] ?? '')?.[0]
      column = letters ? columnNumber(letters) : column + 1
      const name = columnName(column)
      const merged = shown.get(`${name}${row}`)
      const inHiddenColumn = hiddenColumns.has(column) || (noColumns && !columns.has(column)) || column < firstColumn
      cells.push({
        element,
        row,
        column: name,
        style: Number(element.attribs['s'] ?? 0),
        formula: childrenOf(element, 'f').length > 0,
        inHiddenRow: inHiddenRow && !merged?.rows,
        inHiddenColumn: inHiddenColumn && !merged?.columns,
        underMerge: !merged && isSpreadOver(row, column),
      })
    }
  }
  return cells
}

/** Whether a drawing lies on hidden rows alone, or on hidden columns alone. */
export function hidesAnchors({ xml }: Sheet): (anchor: XmlElement) => boolean {
  const [columns, rows] = [hiddenColumnsOf(xml), hiddenRowsOf(xml)]
  return (anchor) => isHiddenAnchor(anchor, columns, rows)
}

function isHiddenAnchor(anchor: XmlElement, columns: ReadonlySet<number>, rows: ReadonlySet<number>): boolean {
  const place = (end: string, side: string) => {
    const at = childrenOf(anchor, `xdr:${end}`)[0]
    const value = at && childrenOf(at, `xdr:${side}`)[0]
    return value ? Number(textOf(value)) + 1 : null
  }
  const [left, top] = [place('from', 'col'), place('from', 'row')]
  if (left === null || top === null) return false
  const [right, bottom] = [place('to', 'col') ?? left, place('to', 'row') ?? top]
  const span = (from: number, to: number) => Array.from({ length: Math.min(to - from, 2000) + 1 }, (_, index) => from + index)
  return span(top, bottom).every((row) => rows.has(row)) || span(left, right).every((column) => columns.has(column))
}

export function rowsOf(xml: Xml): XmlElement[] {
  return topElements(xml, 'sheetData').flatMap((data) => childrenOf(data, 'row'))
}

function hiddenRowsOf(xml: Xml): Set<number> {
  return new Set(
    rowsOf(xml)
      .filter(({ attribs }) => isOn(attribs['hidden']) || Number(attribs['ht'] ?? 99) < FLAT)
      .map(({ attribs }) => Number(attribs['r'])),
  )
}

function hiddenColumnsOf(xml: Xml): Set<number> {
  return columnsOf(xml, (attribs) => isOn(attribs['hidden']) || Number(attribs['width'] ?? 9) < NARROW)
}

/** Columns of which something is said. */
function columnsOf(xml: Xml, wanted: (attribs: Record<string, string>) => boolean): Set<number> {
  const found = new Set<number>()
  const said = topElements(xml, 'cols').flatMap((cols) => childrenOf(cols, 'col'))
  if (said.length > COLUMNS) throw tooMuch('列')
  for (const { attribs } of said) {
    if (!wanted(attribs)) continue
    const [from, to] = [Number(attribs['min'] ?? 0), Math.min(Number(attribs['max'] ?? 0), COLUMNS)]
    for (let column = from; column <= to && found.size < COLUMNS; column++) found.add(column)
  }
  return found
}

/** In a window that is frozen, nobody can go above and before the cell that it begins with. */
function firstInWindow(xml: Xml): [number, number] {
  const views = topElements(xml, 'sheetViews').flatMap((all) => childrenOf(all, 'sheetView'))
  const frozen = views.find((view) => childrenOf(view, 'pane').some(({ attribs }) => attribs['state']?.startsWith('frozen')))
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(frozen?.attribs['topLeftCell'] ?? '') ?? []
  return [Number(row), columnNumber(letters)]
}

/** Whether rows and columns of which nothing is said are hidden. */
function hiddenByDefault(xml: Xml): [boolean, boolean] {
  const format = topElements(xml, 'sheetFormatPr')[0]?.attribs
  return [
    isOn(format?.['zeroHeight']) || Number(format?.['defaultRowHeight'] ?? 15) < FLAT,
    Number(format?.['defaultColWidth'] ?? 9) < NARROW,
  ]
}

interface Merge {
  left: number
  right: number
  top: number
  bottom: number
}

function mergesOf(xml: Xml): Merge[] {
  return topElements(xml, 'mergeCells')
    .flatMap((cells) => childrenOf(cells, 'mergeCell'))
    .flatMap(({ attribs }) => {
      const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribs['ref'] ?? '')
      if (!match) return []
      const [, left = '', top, right = '', bottom] = match
      return [{ left: columnNumber(left), right: columnNumber(right), top: Number(top), bottom: Number(bottom) }]
    })
}

/** Ranges are kept by the bands of rows that they lie in, so that a cell is held only against those near it, and tall ones. */
function spreadOf(merges: readonly Merge[]): (row: number, column: number) => boolean {
  const tall = merges.filter(({ top, bottom }) => bottom - top > TALL)
  const bands = new Map<number, Merge[]>()
  for (const merge of merges.filter(({ top, bottom }) => bottom - top <= TALL))
    for (let band = bandOf(merge.top); band <= bandOf(merge.bottom); band++) {
      const known = bands.get(band)
      if (known) known.push(merge)
      else bands.set(band, [merge])
    }
  const compared = counter('合并单元格')
  return (row, column) => {
    const near = bands.get(bandOf(row)) ?? []
    compared(near.length + tall.length)
    return [near, tall].some((some) =>
      some.some(({ left, right, top, bottom }) => column >= left && column <= right && row >= top && row <= bottom),
    )
  }
}

/** Rows. */
const TALL = 200
const bandOf = (row: number) => Math.floor(row / 8)

/** Stops where a sheet holds so much of something that no true sheet does. */
function counter(what: string): (times: number) => void {
  let count = 0
  return (times) => {
    count += times
    if (count > BOUNDS.comparisons) throw tooMuch(what)
  }
}

function tooMuch(what: string): Unreadable {
  return new Unreadable(`表格中的${what}设置过多，不能逐项检查；请在原软件中去掉多余的${what}设置，或者分成几个文件后再上传`)
}

/** A merged cell's value stands in its first cell; where that one is hidden but others of the merge are not, the value is seen. */
function shownByMerge(xml: Xml, merges: readonly Merge[]): Map<string, { rows: boolean; columns: boolean }> {
  const hiddenRows = hiddenRowsOf(xml)
  const hiddenColumns = hiddenColumnsOf(xml)
  const shown = new Map<string, { rows: boolean; columns: boolean }>()
  const looked = counter('合并单元格')
  const isShown = (from: number, to: number, hidden: ReadonlySet<number>) => {
    for (let at = from; at <= to; at++) {
      looked(1)
      if (!hidden.has(at)) return true
    }
    return false
  }
  for (const { left, right, top, bottom } of merges)
    shown.set(`${columnName(left)}${top}`, {
      rows: isShown(top, bottom, hiddenRows),
      columns: isShown(left, right, hiddenColumns),
    })
  return shown
}

export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

function columnName(number: number): string {
  let [left, name] = [number, '']
  while (left > 0) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
    left = Math.floor((left - 1) / 26)
  }
  return name
}
