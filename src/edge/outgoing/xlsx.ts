/**
 * Excel files: the visible cells with their values, and what is in the file besides. What leaves holds values only: formulas carry
 * names of other sheets and files, shared strings the texts of cells that nobody sees.
 */
import { Findings, type Finding } from '../../record/outgoing/findings.ts'
import { findPersonalData, type PersonalKind } from '../../record/outgoing/personal-data.ts'
import { blankIn } from './blank.ts'
import { cleanCharts, cleanCommon, inspectCommon } from './office-common.ts'
import type { OfficePackage } from './package.ts'
import { type Cell, cellsOf, isHiddenSheet, type Sheet, sheetsOf } from './sheet.ts'
import { pruneSharedStrings, SharedStrings } from './shared-strings.ts'
import { unseenStyles } from './unseen-styles.ts'
import { childrenOf, elements, remove, textOf, type Xml, type XmlElement } from './xml.ts'

const COMMENT_PARTS = /^xl\/(?:comments|threadedComments|persons)/
const PIVOT_PARTS = /^xl\/(?:pivotCache|pivotTables|slicers|slicerCaches|timelines|timelineCaches)/
const LINK_PARTS = /^xl\/(?:externalLinks|connections|queryTables|model)|^xl\/volatileDependencies/
/** Of a sheet: what points elsewhere or carries data that no cell shows. */
const DROPPED = [
  'legacyDrawing',
  'legacyDrawingHF',
  'oleObjects',
  'controls',
  'extLst',
  'dataValidations',
  'dataConsolidate',
  'customSheetViews',
  'scenarios',
  'customProperties',
  'cellWatches',
  'smartTags',
  'autoFilter',
  'protectedRanges',
]
/** Of the workbook. */
const WORKBOOK_DROPPED = [
  'mc:AlternateContent',
  'xr:revisionPtr',
  'fileSharing',
  'fileVersion',
  'externalReferences',
  'pivotCaches',
  'extLst',
  'customWorkbookViews',
  'fileRecoveryPr',
  'webPublishing',
  'smartTagTypes',
  'calcPr',
]
/** The only names that only say how to print. */
const PRINT_NAMES = /^_xlnm\.Print_(?:Area|Titles)$/

export function inspectXlsx(office: OfficePackage): Finding[] {
  const findings = new Findings()
  inspectCommon(office, findings)
  const names = office.names()
  findings.add('comments', '', names.filter((name) => COMMENT_PARTS.test(name)).length)
  findings.add('pivotCache', '', names.filter((name) => PIVOT_PARTS.test(name)).length)
  findings.add('externalLinks', '', names.filter((name) => LINK_PARTS.test(name)).length)
  const workbook = office.xml(office.main())
  if (workbook) findings.add('definedNames', '', elements(workbook, 'definedName').filter((name) => !isPrintName(name)).length)
  const strings = new SharedStrings(office)
  const unseen = unseenStyles(office)
  const sheets = sheetsOf(office)
  for (const sheet of sheets) {
    const place = `工作表“${sheet.name}”`
    if (isHiddenSheet(sheet)) {
      findings.add('hiddenSheet', place)
      continue
    }
    for (const cell of cellsOf(sheet)) {
      if (cell.formula) findings.add('formulas', place)
      const text = strings.textOf(cell)
      if (text === '') continue
      if (cell.inHiddenRow) findings.add('hiddenRows', place)
      else if (cell.inHiddenColumn) findings.add('hiddenColumns', place)
      else if (unseen.has(cell.style)) findings.add('unseenText', place)
      else for (const { kind } of findPersonalData(text)) findings.add(kind, `${place}第${cell.column}列`)
    }
    findings.add('embedded', place, elements(sheet.xml, 'oleObject', 'control').length)
  }
  findings.add('extraParts', '', strings.unused(sheets.flatMap(cellsOf)))
  if (sheets.some(isHiddenSheet) && names.some((name) => /\/charts\/chart/.test(name))) findings.add('hiddenChart', '')
  return findings.list()
}

export function cleanXlsx(office: OfficePackage, blank: readonly PersonalKind[]): void {
  const unseen = unseenStyles(office)
  const sheets = sheetsOf(office)
  const hidden = sheets.filter(isHiddenSheet)
  const visible = sheets.filter((sheet) => !hidden.includes(sheet))
  const strings = new SharedStrings(office)
  for (const sheet of visible) {
    for (const cell of cellsOf(sheet)) {
      for (const formula of childrenOf(cell.element, 'f')) remove(sheet.xml, formula)
      if (cell.inHiddenRow || cell.inHiddenColumn || unseen.has(cell.style)) remove(sheet.xml, cell.element)
      else if (blank.length > 0) blankCell(sheet.xml, strings, cell, blank)
    }
    for (const name of DROPPED) for (const element of elements(sheet.xml, name)) remove(sheet.xml, element)
    for (const one of elements(sheet.xml, 'conditionalFormatting')) if (textOf(one).includes('!')) remove(sheet.xml, one)
    for (const link of elements(sheet.xml, 'hyperlink'))
      if (link.attribs['location']?.includes('!') || blank.length > 0) remove(sheet.xml, link)
    for (const properties of elements(sheet.xml, 'sheetPr')) delete properties.attribs['codeName']
  }
  cleanWorkbook(office, sheets, hidden)
  const gone = new Set(hidden.map(({ part }) => part))
  office.drop(
    (name) =>
      gone.has(name) ||
      COMMENT_PARTS.test(name) ||
      PIVOT_PARTS.test(name) ||
      LINK_PARTS.test(name) ||
      /calcChain|vmlDrawing/.test(name),
  )
  for (const { part } of visible)
    office.dropRelationships(part, ({ type, target }) => type === 'hyperlink' && (blank.length > 0 || !/^https?:/i.test(target)))
  dropDeadLinks(office, visible)
  for (const name of office.names().filter((one) => one.startsWith('xl/tables/'))) {
    const xml = office.xml(name)
    if (xml)
      for (const formula of elements(xml, 'calculatedColumnFormula', 'totalsRowFormula', 'autoFilter')) remove(xml, formula)
  }
  pruneSharedStrings(office, visible)
  cleanCharts(office)
  cleanCommon(office)
}

/** Address → what is shown there, of visible cells only. */
export function xlsxCells(office: OfficePackage): Map<string, string> {
  const strings = new SharedStrings(office)
  const unseen = unseenStyles(office)
  const cells = new Map<string, string>()
  for (const sheet of sheetsOf(office).filter((one) => !isHiddenSheet(one)))
    for (const cell of cellsOf(sheet)) {
      const text = strings.textOf(cell)
      if (text !== '' && !cell.inHiddenRow && !cell.inHiddenColumn && !unseen.has(cell.style))
        cells.set(`${sheet.name}!${cell.column}${cell.row}`, text)
    }
  return cells
}

function blankCell(xml: Xml, strings: SharedStrings, cell: Cell, blank: readonly PersonalKind[]): void {
  const kinds = blank
  if (!findPersonalData(strings.textOf(cell)).some(({ kind }) => kinds.includes(kind))) return
  strings.makeInline(xml, cell)
  blankIn(xml, elementsIn(cell.element), kinds)
}

function elementsIn(cell: XmlElement): XmlElement[] {
  return childrenOf(cell, 'is').flatMap((inline) => [
    ...childrenOf(inline, 't'),
    ...childrenOf(inline, 'r').flatMap((run) => childrenOf(run, 't')),
  ])
}

function isPrintName(name: XmlElement): boolean {
  return PRINT_NAMES.test(name.attribs['name'] ?? '')
}

function cleanWorkbook(office: OfficePackage, sheets: readonly Sheet[], hidden: readonly Sheet[]): void {
  const main = office.main()
  const workbook = office.xml(main)
  if (!workbook) return
  for (const name of WORKBOOK_DROPPED) for (const element of elements(workbook, name)) remove(workbook, element)
  for (const properties of elements(workbook, 'workbookPr')) delete properties.attribs['codeName']
  const left = sheets.map((sheet, index) => ({ index, kept: !hidden.includes(sheet) })).filter(({ kept }) => kept)
  for (const name of elements(workbook, 'definedName')) {
    const at = left.findIndex(({ index }) => String(index) === name.attribs['localSheetId'])
    if (!isPrintName(name) || at === -1) remove(workbook, name)
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

/** Elements of a sheet that name a relationship which is gone. */
function dropDeadLinks(office: OfficePackage, sheets: readonly Sheet[]): void {
  for (const { part, xml } of sheets) {
    const alive = new Set(office.relationships(part).map(({ id }) => id))
    for (const element of elements(xml, 'drawing', 'picture', 'tablePart', 'hyperlink', 'pageSetup')) {
      const id = element.attribs['r:id']
      if (id === undefined || alive.has(id)) continue
      if (element.name === 'pageSetup') delete element.attribs['r:id']
      else remove(xml, element)
    }
    for (const links of elements(xml, 'hyperlinks')) if (childrenOf(links, 'hyperlink').length === 0) remove(xml, links)
    for (const parts of elements(xml, 'tableParts')) parts.attribs['count'] = String(childrenOf(parts, 'tablePart').length)
  }
}
