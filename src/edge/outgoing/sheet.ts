/** A worksheet's cells and which of them are hidden. */
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
  const [shown, spread] = [shownByMerge(sheet.xml), mergesOf(sheet.xml)]
  const [noRows, noColumns] = hiddenByDefault(sheet.xml)
  const columns = topElements(sheet.xml, 'cols')
    .flatMap((cols) => childrenOf(cols, 'col'))
    .map(({ attribs }) => [Number(attribs['min'] ?? 0), Number(attribs['max'] ?? 0)] as const)
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
      const inColumn = ([from, to]: readonly [number, number]) => column >= from && column <= to
      const inHiddenColumn = hiddenColumns.some(inColumn) || (noColumns && !columns.some(inColumn)) || column < firstColumn
      cells.push({
        element,
        row,
        column: name,
        style: Number(element.attribs['s'] ?? 0),
        formula: childrenOf(element, 'f').length > 0,
        inHiddenRow: inHiddenRow && !merged?.rows,
        inHiddenColumn: inHiddenColumn && !merged?.columns,
        underMerge: !merged && spread.some((one) => inColumn([one.left, one.right]) && row >= one.top && row <= one.bottom),
      })
    }
  }
  return cells
}

/** Whether a drawing lies on hidden rows alone, or on hidden columns alone. */
export function isHiddenAnchor({ xml }: Sheet, anchor: XmlElement): boolean {
  const place = (end: string, side: string) => {
    const at = childrenOf(anchor, `xdr:${end}`)[0]
    const value = at && childrenOf(at, `xdr:${side}`)[0]
    return value ? Number(textOf(value)) + 1 : null
  }
  const [left, top] = [place('from', 'col'), place('from', 'row')]
  if (left === null || top === null) return false
  const [right, bottom] = [place('to', 'col') ?? left, place('to', 'row') ?? top]
  const columns = hiddenColumnsOf(xml)
  const rows = hiddenRowsOf(xml)
  const span = (from: number, to: number) => Array.from({ length: Math.min(to - from, 2000) + 1 }, (_, index) => from + index)
  return (
    span(top, bottom).every((row) => rows.has(row)) ||
    span(left, right).every((column) => columns.some(([from, to]) => column >= from && column <= to))
  )
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

function hiddenColumnsOf(xml: Xml): [number, number][] {
  return topElements(xml, 'cols')
    .flatMap((cols) => childrenOf(cols, 'col'))
    .filter(({ attribs }) => isOn(attribs['hidden']) || Number(attribs['width'] ?? 9) < NARROW)
    .map(({ attribs }) => [Number(attribs['min'] ?? 0), Number(attribs['max'] ?? 0)])
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

/** A merged cell's value stands in its first cell; where that one is hidden but others of the merge are not, the value is seen. */
function shownByMerge(xml: Xml): Map<string, { rows: boolean; columns: boolean }> {
  const hiddenRows = hiddenRowsOf(xml)
  const hiddenColumns = hiddenColumnsOf(xml)
  const isHiddenColumn = (column: number) => hiddenColumns.some(([from, to]) => column >= from && column <= to)
  const shown = new Map<string, { rows: boolean; columns: boolean }>()
  for (const { left, right, top, bottom } of mergesOf(xml)) {
    const height = Math.min(bottom - top, 2000) + 1
    const rows = Array.from({ length: height }, (_, index) => top + index).some((row) => !hiddenRows.has(row))
    const columns = Array.from({ length: Math.min(right - left, 500) + 1 }, (_, index) => left + index).some(
      (column) => !isHiddenColumn(column),
    )
    shown.set(`${columnName(left)}${top}`, { rows, columns })
  }
  return shown
}

function columnNumber(letters: string): number {
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
