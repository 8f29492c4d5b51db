/**
 * Excel files: the visible cells with their values, and what is in the file besides. What leaves holds values only: formulas carry
 * names of other sheets and files, shared strings the texts of cells that nobody sees.
 */
import { Findings } from '../../record/outgoing/findings.ts'
import { findPersonalData, type PersonalKind } from '../../record/outgoing/personal-data.ts'
import { dropPassedOver } from './alternatives.ts'
import { blankIn } from './blank.ts'
import { type CellLooks, cellLooks } from './cell-looks.ts'
import { scrubMarkup } from './markup.ts'
import { cleanCharts, dropDeadReferences, dropUnusedRelationships, keepParts, nameDrawings } from './office-common.ts'
import type { OfficePackage } from './package.ts'
import { type Cell, cellsOf, isHiddenSheet, type Sheet, sheetsOf } from './sheet.ts'
import { pruneSharedStrings, SharedStrings } from './shared-strings.ts'
import { cleanFormats, cleanSheet } from './sheet-besides.ts'
import { SHEET_DIALECT } from './xlsx-dialect.ts'
import { childrenOf, elements, remove, textOf, type XmlElement } from './xml.ts'

const PARTS =
  /^xl\/(?:(?:workbook|styles|sharedStrings)\d*\.xml|(?:worksheets|chartsheets)\/sheet\d+\.xml|theme\/theme\d+\.xml|drawings\/drawing\d+\.xml|charts\/(?:chart|style|colors)\d+\.xml|diagrams\/(?:data|layout|quickStyle|colors|drawing)\d+\.xml|media\/[^/]+)$/
const IMPLIED = /^(?:styles|sharedStrings|theme|chartStyle|chartColorStyle|diagramDrawing)$/
/** Of the workbook: who opened it, what it takes from elsewhere, how it is guarded. */
const TELLING = ['externalReferences', 'pivotCaches', 'fileSharing', 'workbookProtection', 'customWorkbookViews', 'webPublishing']
/** The only names that only say how to print. */
const PRINT_NAMES = /^_xlnm\.Print_(?:Area|Titles)$/
const PRINT_AREA = /^(?:(?:'(?:[^']|'')+'|[^!',]+)!\$?[A-Z]{0,3}\$?\d{0,7}(?::\$?[A-Z]{0,3}\$?\d{0,7})?,?)+$/

const ERRORS = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
])

/** Takes everything out that no sheet shows; gives back what that was. */
export function cleanXlsx(office: OfficePackage, blank: readonly PersonalKind[]): Findings {
  const findings = new Findings()
  const looks = cellLooks(office)
  const sheets = sheetsOf(office)
  const hidden = sheets.filter(isHiddenSheet)
  const visible = sheets.filter((sheet) => !hidden.includes(sheet))
  const strings = new SharedStrings(office)
  findings.add('extraParts', '', strings.unused(sheets.flatMap(cellsOf)) + strings.guides())
  for (const sheet of hidden) findings.add('hiddenSheet', placeOf(sheet))
  const hasCharts = office.names().some((name) => /\/charts\/chart/.test(name))
  if (hasCharts && (hidden.length > 0 || showsHidden(office))) findings.add('hiddenChart', '')
  for (const name of office.names().filter((one) => /^xl\/(?:worksheets|drawings)\/[^/]+\.xml$/.test(one))) {
    const xml = office.xml(name)
    if (xml) findings.add('hiddenText', '', dropPassedOver(xml))
  }
  for (const sheet of visible) {
    for (const cell of cellsOf(sheet)) cleanCell(sheet, cell, strings, looks, blank, findings)
    cleanSheet(office, sheet, blank.length > 0, findings)
  }
  cleanWorkbook(office, sheets, hidden, findings)
  const gone = new Set(hidden.map(({ part }) => part))
  office.drop((name) => gone.has(name))
  cleanFormats(office, visible, findings)
  dropUnusedRelationships(office, IMPLIED, findings)
  keepParts(office, (name) => PARTS.test(name), findings)
  pruneSharedStrings(office, visible)
  for (const name of office.names().filter((one) => /^xl\/.*\.xml$/.test(one))) {
    const xml = office.xml(name)
    if (!xml) continue
    findings.add('extraParts', '', scrubMarkup(xml, SHEET_DIALECT))
    // What is nowhere any more keeps programs from opening the file.
    for (const element of elements(xml, 'mergeCell', 'hyperlink', 'conditionalFormatting'))
      if (element.attribs['ref'] === undefined && element.attribs['sqref'] === undefined) remove(xml, element)
    for (const all of elements(xml, 'mergeCells')) if (childrenOf(all, 'mergeCell').length === 0) remove(xml, all)
  }
  // What only the taken out had led to.
  dropUnusedRelationships(office, IMPLIED, new Findings())
  keepParts(office, (name) => PARTS.test(name), new Findings())
  cleanCharts(office)
  nameDrawings(office)
  dropDeadReferences(office)
  return findings
}

/** Address → what is shown there, of visible cells only. */
export function xlsxCells(office: OfficePackage): Map<string, string> {
  const strings = new SharedStrings(office)
  const looks = cellLooks(office)
  const cells = new Map<string, string>()
  for (const sheet of sheetsOf(office).filter((one) => !isHiddenSheet(one)))
    for (const cell of cellsOf(sheet)) {
      const text = strings.textOf(cell, (piece, of) => !looks.isLost(piece, of))
      if (text === '' || unseenAs(cell, looks) !== null) continue
      cells.set(`${sheet.name}!${cell.column}${cell.row}`, text)
    }
  return cells
}

function placeOf({ name }: Sheet): string {
  return `工作表“${name}”`
}

/** No sheet goes further; programs that open such a file leave these cells out. */
const [LAST_ROW, LAST_COLUMN] = [1_048_576, 'XFD']

function isBeyond({ row, column }: Cell): boolean {
  return row > LAST_ROW || column.length > LAST_COLUMN.length || (column.length === LAST_COLUMN.length && column > LAST_COLUMN)
}

/** What values of each kind look like; other words in their place are shown by no program. */
const VALUES: Readonly<Record<string, RegExp>> = {
  n: /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?\s*$/i,
  b: /^\s*(?:[01]|true|false)\s*$/,
  d: /^\s*[\d:.TZ+-]{4,30}\s*$/,
  s: /^\s*\d+\s*$/,
}

function isNoValue({ element }: Cell): boolean {
  const kind = element.attribs['t'] ?? 'n'
  const values = childrenOf(element, 'v').map(textOf)
  if (kind === 'e') return values.some((value) => !ERRORS.has(value))
  if (kind === 'str' || kind === 'inlineStr') return false
  return values.some((value) => value !== '' && !(VALUES[kind]?.test(value) ?? false))
}

function unseenAs(cell: Cell, looks: CellLooks): 'hiddenRows' | 'hiddenColumns' | 'unseenText' | null {
  if (isBeyond(cell) || isNoValue(cell)) return 'unseenText'
  if (cell.inHiddenRow) return 'hiddenRows'
  if (cell.inHiddenColumn) return 'hiddenColumns'
  return cell.underMerge || looks.isUnseen(cell) ? 'unseenText' : null
}

function cleanCell(
  sheet: Sheet,
  cell: Cell,
  strings: SharedStrings,
  looks: CellLooks,
  blank: readonly PersonalKind[],
  findings: Findings,
): void {
  const place = placeOf(sheet)
  const { element } = cell
  element.attribs['r'] = `${cell.column}${cell.row}`
  if (cell.formula) findings.add('formulas', place)
  for (const formula of childrenOf(element, 'f')) remove(sheet.xml, formula)
  // A text that belongs to a cell of another kind is shown by no program.
  for (const stray of childrenOf(element, element.attribs['t'] === 'inlineStr' ? 'v' : 'is')) {
    if (textOf(stray) !== '') findings.add('extraParts', place)
    remove(sheet.xml, stray)
  }
  const unseen = unseenAs(cell, looks)
  const text = strings.textOf(cell)
  if (unseen) {
    if (text !== '') findings.add(unseen, place)
    remove(sheet.xml, element)
    return
  }
  const lost = childrenOf(strings.itemOf(cell) ?? element, 'r').some((piece) => looks.isLost(piece, cell) && textOf(piece) !== '')
  if (lost) {
    findings.add('unseenText', place)
    strings.makeInline(sheet.xml, cell)
    for (const piece of piecesOf(element)) if (looks.isLost(piece, cell)) remove(sheet.xml, piece)
  }
  if (!findPersonalData(text).some(({ kind }) => blank.includes(kind))) return
  strings.makeInline(sheet.xml, cell)
  blankIn(sheet.xml, textsIn(element), blank)
}

function piecesOf(cell: XmlElement): XmlElement[] {
  return childrenOf(cell, 'is').flatMap((inline) => childrenOf(inline, 'r'))
}

function textsIn(cell: XmlElement): XmlElement[] {
  return childrenOf(cell, 'is').flatMap((inline) => [
    ...childrenOf(inline, 't'),
    ...childrenOf(inline, 'r').flatMap((run) => childrenOf(run, 't')),
  ])
}

/** A chart may be told to draw what its sheet hides. */
function showsHidden(office: OfficePackage): boolean {
  return office
    .names()
    .filter((name) => /\/charts\/chart[^/]*\.xml$/.test(name))
    .some((name) => {
      const xml = office.xml(name)
      return xml ? elements(xml, 'c:plotVisOnly').some(({ attribs }) => attribs['val'] === '0') : false
    })
}

function cleanWorkbook(office: OfficePackage, sheets: readonly Sheet[], hidden: readonly Sheet[], findings: Findings): void {
  const workbook = office.xml(office.main())
  if (!workbook) return
  for (const name of TELLING)
    for (const element of elements(workbook, name)) {
      findings.add(name === 'pivotCaches' ? 'pivotCache' : name === 'externalReferences' ? 'externalLinks' : 'extraParts', '')
      remove(workbook, element)
    }
  const left = sheets.map((sheet, index) => ({ index, kept: !hidden.includes(sheet) })).filter(({ kept }) => kept)
  const known = new Set(sheets.map(({ name }) => name))
  for (const name of elements(workbook, 'definedName')) {
    const at = left.findIndex(({ index }) => String(index) === name.attribs['localSheetId'])
    const prints = isPrintName(name, known)
    if (!prints) findings.add('definedNames', '')
    if (!prints || at === -1 || hidden.some((sheet) => textOf(name).includes(sheet.name))) remove(workbook, name)
    else name.attribs['localSheetId'] = String(at)
  }
  for (const names of elements(workbook, 'definedNames'))
    if (elements(workbook, 'definedName').length === 0) remove(workbook, names)
  for (const view of elements(workbook, 'workbookView')) {
    delete view.attribs['activeTab']
    delete view.attribs['firstSheet']
  }
  for (const { element } of hidden) remove(workbook, element)
}

/** A name for printing may only speak of sheets that are there. */
function isPrintName(name: XmlElement, sheets: ReadonlySet<string>): boolean {
  const area = textOf(name)
  const spoken = [...area.matchAll(/'((?:[^']|'')+)'!|([^!',]+)!/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll("''", "'") ?? plain ?? '').trim(),
  )
  return PRINT_NAMES.test(name.attribs['name'] ?? '') && PRINT_AREA.test(area) && spoken.every((sheet) => sheets.has(sheet))
}
