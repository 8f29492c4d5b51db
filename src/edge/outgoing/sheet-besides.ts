/** What a sheet carries besides its cells, and formats that no cell wears. */
import type { FindingKind, Findings } from '../../record/outgoing/findings.ts'
import { isFollowed } from './office-common.ts'
import { withoutUnprinted } from './number-format.ts'
import { TYPEFACE } from './typefaces.ts'
import type { OfficePackage } from './package.ts'
import { cellsOf, hidesAnchors, rowsOf, type Sheet } from './sheet.ts'
import {
  childOf,
  childrenOf,
  decoded,
  elements,
  elementsUnder,
  encoded,
  isOn,
  remove,
  setText,
  textOf,
  topElements,
  type Xml,
  type XmlElement,
} from './xml.ts'

/** Of a sheet: what points elsewhere or carries data that no cell shows. */
const DROPPED: Record<string, FindingKind> = {
  oleObjects: 'embedded',
  controls: 'embedded',
  dataValidations: 'extraParts',
  dataConsolidate: 'externalLinks',
  customSheetViews: 'extraParts',
  scenarios: 'extraParts',
  customProperties: 'extraParts',
  protectedRanges: 'extraParts',
  sheetProtection: 'extraParts',
  smartTags: 'extraParts',
  autoFilter: 'extraParts',
  sortState: 'extraParts',
  cellWatches: 'extraParts',
}
/** Rules that colour cells by their numbers, and need no words for it. */
const SCALES = new Set(['colorScale', 'dataBar', 'iconSet'])

/** @param plain links go too: their addresses may hold what is blanked in the cells */
export function cleanSheet(office: OfficePackage, sheet: Sheet, plain: boolean, findings: Findings): void {
  const { xml, part } = sheet
  for (const [name, kind] of Object.entries(DROPPED))
    for (const element of topElements(xml, name)) {
      // A bare filter or guard says nothing: it has neither words nor secrets in it.
      if (element.children.length > 0 || /(?:hash|password|salt)/i.test(Object.keys(element.attribs).join()))
        findings.add(kind, '')
      remove(xml, element)
    }
  cleanRules(office, xml, findings)
  cleanEdges(xml, findings)
  dropWhiteEdges(xml, findings)
  const outside = new Map(office.relationships(part).map(({ id, external, target }) => [id, external && isFollowed(target)]))
  for (const link of topElements(xml, 'hyperlinks').flatMap((links) => childrenOf(links, 'hyperlink'))) {
    if (link.attribs['location'] || link.attribs['tooltip'] || link.attribs['display']) findings.add('extraParts', '')
    if (plain || !outside.get(link.attribs['r:id'] ?? '')) remove(xml, link)
  }
  for (const links of topElements(xml, 'hyperlinks')) if (childrenOf(links, 'hyperlink').length === 0) remove(xml, links)
  // A table repeats the words of its head, also of columns that are hidden; its cells stay as they are.
  for (const tables of topElements(xml, 'tableParts')) remove(xml, tables)
  dropHiddenDrawings(office, sheet, findings)
}

function cleanRules(office: OfficePackage, xml: Xml, findings: Findings): void {
  const styles = office.xml('xl/styles.xml')
  const all = styles && elements(styles, 'dxfs')[0]
  const formats = all ? childrenOf(all, 'dxf') : []
  const blocks = topElements(xml, 'conditionalFormatting')
  for (const rule of blocks.flatMap((block) => childrenOf(block, 'cfRule'))) {
    const format = formats[Number(rule.attribs['dxfId'] ?? -1)]
    // Without the rule the cells would show what it hides: only the file's own program can mend that.
    if (format && hides(format)) {
      findings.add('hidingFormat', '')
      continue
    }
    if (SCALES.has(rule.attribs['type'] ?? '') && valuesOf(rule).every(({ attribs }) => /^-?[\d.]*$/.test(attribs['val'] ?? '')))
      continue
    if (
      valuesOf(rule).some(({ attribs }) => /[A-Za-z"]{3}/.test(attribs['val'] ?? '')) ||
      rule.attribs['text'] ||
      childrenOf(rule, 'formula').some((formula) => /["!]/.test(textOf(formula)))
    )
      findings.add('extraParts', '')
    remove(xml, rule)
  }
  for (const rules of blocks) if (!childOf(rules, 'cfRule')) remove(xml, rules)
}

function valuesOf(rule: XmlElement): XmlElement[] {
  return [...SCALES].flatMap((kind) => childrenOf(rule, kind)).flatMap((scale) => childrenOf(scale, 'cfvo'))
}

/** White letters, or a number format that prints nothing. */
function hides(format: XmlElement): boolean {
  const font = childOf(format, 'font')
  const colour = font && childOf(font, 'color')?.attribs
  const code = childOf(format, 'numFmt')?.attribs['formatCode']
  const isWhite =
    /^(?:FF)?F[A-F\d]F[A-F\d]F[A-F\d]$/i.test(colour?.['rgb'] ?? '') || colour?.['theme'] === '0' || colour?.['indexed'] === '9'
  return (
    (isWhite && !childOf(format, 'fill')) ||
    (code !== undefined && !/[0#?@]|General/i.test(decoded(code).replace(/"[^"]*"/g, '')))
  )
}

/** Headers of first and of even pages, where they are not printed. */
function cleanEdges(xml: Xml, findings: Findings): void {
  for (const edges of topElements(xml, 'headerFooter'))
    for (const [kind, flag] of [
      ['first', 'differentFirst'],
      ['even', 'differentOddEven'],
    ] as const)
      if (!isOn(edges.attribs[flag]))
        for (const edge of ['Header', 'Footer'].flatMap((place) => childrenOf(edges, `${kind}${place}`))) {
          if (textOf(edge).trim() !== '') findings.add('hiddenText', '')
          remove(xml, edge)
        }
}

/** `&K` sets the colour of what follows, in six digits, or by a theme; `&L`, `&C` and `&R` begin anew. */
const INK = /&K(?:([\dA-F]{6})|(\d\d)[+-]\d{3})/i
/** `&1` to `&3`: letters of so many points; `&"face,style"`. */
const [SMALL, FACE] = [/^&[1-3](?!\d)/, /&"([^",]*)(?:,[^"]*)?"/g]

/** Headers are printed on white paper: what is as white as that is not read. */
function dropWhiteEdges(xml: Xml, findings: Findings): void {
  for (const edge of topElements(xml, 'headerFooter').flatMap((edges) => elementsUnder(edges, ({ name }) => EDGE.test(name)))) {
    const whole = textOf(edge)
    const kept = whole
      .replace(FACE, (_, face: string) => (TYPEFACE.test(face) || face === '-' ? `&"${face},Regular"` : ''))
      .split(/(?=&K(?:[\dA-F]{6}|\d\d[+-]\d{3})|&[LCR]|&\d)/i)
      .filter((piece) => !SMALL.test(piece) && !isWhite(INK.exec(piece)?.[1]) && INK.exec(piece)?.[2] !== '00')
      .join('')
    if (kept === whole) continue
    findings.add('unseenText', '')
    setText(xml, edge, kept)
  }
}

const EDGE = /^(?:odd|even|first)(?:Header|Footer)$/

function isWhite(colour: string | undefined): boolean {
  return colour !== undefined && /^(?:F[\dA-F]){3}$/i.test(colour)
}

/** Pictures and shapes that are set not to be shown, or lie on hidden rows and columns alone. */
function dropHiddenDrawings(office: OfficePackage, sheet: Sheet, findings: Findings): void {
  const drawing = office.related(sheet.part, 'drawing')
  const xml = drawing ? office.xml(drawing) : null
  const isHiddenAnchor = hidesAnchors(sheet)
  for (const anchor of xml ? elements(xml, 'xdr:twoCellAnchor', 'xdr:oneCellAnchor', 'xdr:absoluteAnchor') : []) {
    const isHidden = anchor.children.some((child) => 'attribs' in child && isSetHidden(child as unknown as XmlElement))
    if (!isHidden && !isHiddenAnchor(anchor)) continue
    findings.add('hiddenText', '')
    if (xml) remove(xml, anchor)
  }
}

function isSetHidden(element: XmlElement): boolean {
  if (element.name === 'xdr:cNvPr') return isOn(element.attribs['hidden'])
  return element.children.some((child) => 'attribs' in child && isSetHidden(child as unknown as XmlElement))
}

/** Number formats that no cell wears may print any words; the names of styles are people's own. */
export function cleanFormats(office: OfficePackage, sheets: readonly Sheet[], findings: Findings): void {
  const styles = office.xml('xl/styles.xml')
  if (!styles) return
  const worn = new Set(sheets.flatMap((sheet) => cellsOf(sheet).map(({ style }) => style)))
  for (const sheet of sheets)
    for (const { attribs } of [
      ...rowsOf(sheet.xml),
      ...topElements(sheet.xml, 'cols').flatMap((cols) => childrenOf(cols, 'col')),
    ])
      worn.add(Number(attribs['s'] ?? attribs['style'] ?? 0))
  const formats = elements(styles, 'cellXfs')[0]
  const used = new Set<string | undefined>()
  ;(formats ? childrenOf(formats, 'xf') : []).forEach((format, at) => {
    if (!worn.has(at)) format.attribs['numFmtId'] = '0'
    used.add(format.attribs['numFmtId'])
  })
  for (const format of elements(styles, 'cellStyleXfs').flatMap((all) => childrenOf(all, 'xf'))) format.attribs['numFmtId'] = '0'
  for (const code of elements(styles, 'numFmts').flatMap((all) => childrenOf(all, 'numFmt'))) {
    if (used.has(code.attribs['numFmtId'])) continue
    if (/"[^"]{2,}"|\p{Script=Han}{3}/u.test(decoded(code.attribs['formatCode'] ?? ''))) findings.add('extraParts', '')
    remove(styles, code)
  }
  unsayUnprinted(styles, sheets, findings)
  dropUnwornRules(styles, sheets)
  for (const all of elements(styles, 'numFmts')) {
    const left = childrenOf(all, 'numFmt').length
    if (left === 0) remove(styles, all)
    else all.attribs['count'] = String(left)
  }
  elements(styles, 'cellStyle').forEach((style, at) => {
    const isPlain = style.attribs['builtinId'] === '0' && /^(?:Normal|常规)$/.test(style.attribs['name'] ?? '')
    if (isPlain) return
    if (style.attribs['builtinId'] === undefined && !/^s\d+$/.test(style.attribs['name'] ?? '')) findings.add('extraParts', '')
    style.attribs['name'] = `s${at + 1}`
  })
}

/** Of the formats that cells wear, the parts that print none of their values say nothing. */
function unsayUnprinted(styles: Xml, sheets: readonly Sheet[], findings: Findings): void {
  const formats = elements(styles, 'cellXfs').flatMap((all) => childrenOf(all, 'xf'))
  const wearing = new Map<string, XmlElement[]>()
  for (const { style, element } of sheets.flatMap(cellsOf)) {
    const format = formats[style]?.attribs['numFmtId'] ?? '0'
    const known = wearing.get(format)
    if (known) known.push(element)
    else wearing.set(format, [element])
  }
  for (const format of elements(styles, 'numFmts').flatMap((all) => childrenOf(all, 'numFmt'))) {
    const code = decoded(format.attribs['formatCode'] ?? '')
    const kept = withoutUnprinted(code, wearing.get(format.attribs['numFmtId'] ?? '') ?? [])
    if (kept === code) continue
    findings.add('extraParts', '')
    format.attribs['formatCode'] = encoded(kept).replaceAll('"', '&quot;')
  }
}

/** Looks that only rules gave: those that no rule gives any more are emptied, for the others are counted by their place. */
function dropUnwornRules(styles: Xml, sheets: readonly Sheet[]): void {
  const worn = new Set(sheets.flatMap(({ xml }) => elements(xml, 'cfRule').map(({ attribs }) => attribs['dxfId'])))
  elements(styles, 'dxfs')
    .flatMap((all) => childrenOf(all, 'dxf'))
    .forEach((format, at) => {
      if (!worn.has(String(at))) styles(format).empty()
    })
}
