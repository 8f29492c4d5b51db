/** A worksheet's cells and which of them are hidden. */
import type { OfficePackage } from './package.ts'
import { childrenOf, elements, isOn, type Xml, type XmlElement } from './xml.ts'

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
}

/** Points: lower rows and narrower columns can't be seen. */
const FLAT = 1
const NARROW = 0.3

export function sheetsOf(office: OfficePackage): Sheet[] {
  const main = office.main()
  const workbook = office.xml(main)
  if (!workbook) return []
  const targets = new Map(office.relationships(main).map(({ id, target }) => [id, target]))
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
  const shown = shownByMerge(sheet.xml)
  const cells: Cell[] = []
  let row = 0
  for (const line of elements(sheet.xml, 'row')) {
    row = Number(line.attribs['r'] ?? row + 1)
    const inHiddenRow = isOn(line.attribs['hidden']) || Number(line.attribs['ht'] ?? 99) < FLAT
    let column = 0
    for (const element of childrenOf(line, 'c')) {
      const letters = /^[A-Z]+/.exec(element.attribs['r'] ?? '')?.[0]
      column = letters ? columnNumber(letters) : column + 1
      const name = columnName(column)
      const merged = shown.get(`${name}${row}`)
      cells.push({
        element,
        row,
        column: name,
        style: Number(element.attribs['s'] ?? 0),
        formula: childrenOf(element, 'f').length > 0,
        inHiddenRow: inHiddenRow && !merged?.rows,
        inHiddenColumn: hiddenColumns.some(([from, to]) => column >= from && column <= to) && !merged?.columns,
      })
    }
  }
  return cells
}

function hiddenColumnsOf(xml: Xml): [number, number][] {
  return elements(xml, 'col')
    .filter(({ attribs }) => isOn(attribs['hidden']) || Number(attribs['width'] ?? 9) < NARROW)
    .map(({ attribs }) => [Number(attribs['min'] ?? 0), Number(attribs['max'] ?? 0)])
}

/** A merged cell's value stands in its first cell; where that one is hidden but others of the merge are not, the value is seen. */
function shownByMerge(xml: Xml): Map<string, { rows: boolean; columns: boolean }> {
  const hiddenRows = new Set(
    elements(xml, 'row')
      .filter(({ attribs }) => isOn(attribs['hidden']) || Number(attribs['ht'] ?? 99) < FLAT)
      .map(({ attribs }) => Number(attribs['r'])),
  )
  const hiddenColumns = hiddenColumnsOf(xml)
  const isHiddenColumn = (column: number) => hiddenColumns.some(([from, to]) => column >= from && column <= to)
  const shown = new Map<string, { rows: boolean; columns: boolean }>()
  for (const { attribs } of elements(xml, 'mergeCell')) {
    const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribs['ref'] ?? '')
    if (!match) continue
    const [left, right] = [columnNumber(match[1] ?? ''), columnNumber(match[3] ?? '')]
    const [top, bottom] = [Number(match[2]), Math.min(Number(match[4]), Number(match[2]) + 2000)]
    const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index).some((row) => !hiddenRows.has(row))
    const columns = Array.from({ length: Math.min(right - left, 500) + 1 }, (_, index) => left + index).some(
      (column) => !isHiddenColumn(column),
    )
    shown.set(`${match[1]}${match[2]}`, { rows, columns })
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
