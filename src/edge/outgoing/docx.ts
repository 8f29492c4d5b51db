/** Word files: what is on the pages, and what is in the file besides. */
import { Findings, type Finding } from '../../record/outgoing/findings.ts'
import { findPersonalData, type PersonalKind } from '../../record/outgoing/personal-data.ts'
import { cleanCharts, cleanCommon, inspectCommon } from './office-common.ts'
import type { OfficePackage } from './package.ts'
import { blankIn } from './blank.ts'
import { childOf, elements, isElement, isOn, remove, textOf, unwrap, type Xml, type XmlElement, type XmlNode } from './xml.ts'

const TEXT_PARTS = /^word\/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml$/
const COMMENT_PARTS = /^word\/(?:comments\w*|people)\.xml$/
const COMMENT_MARKS = ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference']
const DELETED = ['w:del', 'w:moveFrom']
const INSERTED = ['w:ins', 'w:moveTo']
const CHANGED = [
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:tblGridChange',
  'w:numberingChange',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
]
const SETTINGS = [
  'w:rsids',
  'w:docVars',
  'w:mailMerge',
  'w:attachedTemplate',
  'w:trackRevisions',
  'w:saveThroughXslt',
  'w:schemaLibrary',
]
/** Half points: two points and less is not meant to be read. */
const TINY = 4

interface Looks {
  hidden: Set<string>
  shaded: Set<string>
}

export function inspectDocx(office: OfficePackage): Finding[] {
  const findings = new Findings()
  inspectCommon(office, findings)
  const looks = looksOf(office)
  findings.add('comments', '', office.names().filter((name) => COMMENT_PARTS.test(name)).length)
  for (const [, xml] of textParts(office)) {
    findings.add('comments', '', elements(xml, ...COMMENT_MARKS).length)
    findings.add('trackedChanges', '', elements(xml, ...DELETED, ...INSERTED, ...CHANGED).length)
    findings.add('importedContent', '', elements(xml, 'w:altChunk').length)
    findings.add('embedded', '', elements(xml, 'o:OLEObject', 'w:control').length)
    for (const run of elements(xml, 'w:r')) {
      const unseen = unseenRun(run, looks)
      if (unseen && textOf(run).trim() !== '') findings.add(unseen, '')
    }
    for (const instruction of elements(xml, 'w:instrText'))
      if (/INCLUDE(?:PICTURE|TEXT)|\bLINK\b|\bDDE/i.test(textOf(instruction))) findings.add('externalLinks', '')
  }
  const settings = office.xml('word/settings.xml')
  if (settings) findings.add('extraParts', '', elements(settings, 'w:docVars', 'w:mailMerge', 'w:attachedTemplate').length)
  docxLines(office).forEach((line) => {
    for (const { kind } of findPersonalData(line)) findings.add(kind, '')
  })
  return findings.list()
}

export function cleanDocx(office: OfficePackage, blank: readonly PersonalKind[]): void {
  const looks = looksOf(office)
  office.drop((name) => COMMENT_PARTS.test(name))
  for (const [, xml] of textParts(office)) {
    for (const row of elements(xml, 'w:trPr').filter((one) => childOf(one, 'w:del')))
      if (isElement(row.parent as XmlNode)) remove(xml, row.parent as XmlElement)
    dropDeletedParagraphMarks(xml)
    for (const one of elements(xml, ...DELETED)) remove(xml, one)
    for (const one of elements(xml, ...INSERTED)) unwrap(xml, one)
    for (const one of elements(xml, ...CHANGED, ...COMMENT_MARKS, 'o:OLEObject', 'w:control', 'w:dataBinding')) remove(xml, one)
    for (const run of elements(xml, 'w:r')) if (unseenRun(run, looks)) remove(xml, run)
    for (const instruction of elements(xml, 'w:instrText'))
      if (/INCLUDE(?:PICTURE|TEXT)|\bLINK\b|\bDDE|mailto:/i.test(textOf(instruction))) remove(xml, instruction)
    if (blank.length > 0) for (const paragraph of elements(xml, 'w:p')) blankIn(xml, textsOfParagraph(paragraph), blank)
    dropSessions(xml)
  }
  const settings = office.xml('word/settings.xml')
  if (settings) {
    for (const one of elements(settings, ...SETTINGS)) remove(settings, one)
    office.dropRelationships('word/settings.xml', () => true)
  }
  cleanCharts(office)
  cleanCommon(office)
}

/** The paragraphs as they are read on the pages: without what is deleted or hidden. */
export function docxLines(office: OfficePackage): string[] {
  const looks = looksOf(office)
  return textParts(office).flatMap(([, xml]) => elements(xml, 'w:p').map((paragraph) => visibleText(paragraph, looks)))
}

function textParts(office: OfficePackage): [string, Xml][] {
  return office
    .names()
    .filter((name) => TEXT_PARTS.test(name))
    .sort()
    .flatMap((name): [string, Xml][] => {
      const xml = office.xml(name)
      return xml ? [[name, xml]] : []
    })
}

/** The paragraph's own texts: those of paragraphs inside it (text boxes) belong to them. */
function textsOfParagraph(paragraph: XmlElement): XmlElement[] {
  return walk(paragraph, () => true)
}

function visibleText(paragraph: XmlElement, looks: Looks): string {
  return walk(
    paragraph,
    (element) => !(DELETED.includes(element.name) || (element.name === 'w:r' && unseenRun(element, looks) !== null)),
  )
    .map(textOf)
    .join('')
}

function walk(element: XmlElement, enter: (element: XmlElement) => boolean): XmlElement[] {
  return element.children.flatMap((child) => {
    if (!isElement(child as XmlNode)) return []
    const inner = child as XmlElement
    if (inner.name === 'w:p' || !enter(inner)) return []
    return inner.name === 'w:t' ? [inner] : walk(inner, enter)
  })
}

/** Styles that hide text, and styles that put a shade behind it. */
function looksOf(office: OfficePackage): Looks {
  const looks: Looks = { hidden: new Set(), shaded: new Set() }
  const styles = office.xml('word/styles.xml')
  if (!styles) return looks
  for (const style of elements(styles, 'w:style')) {
    const id = style.attribs['w:styleId'] ?? ''
    const properties = childOf(style, 'w:rPr')
    const vanish = properties && childOf(properties, 'w:vanish')
    if (vanish && isOn(vanish.attribs['w:val'] ?? '1')) looks.hidden.add(id)
    if (hasShade(style)) looks.shaded.add(id)
  }
  return looks
}

function unseenRun(run: XmlElement, looks: Looks): 'hiddenText' | 'unseenText' | null {
  const properties = childOf(run, 'w:rPr')
  const of = (name: string) => properties && childOf(properties, name)
  const vanish = of('w:vanish')
  if (vanish) return isOn(vanish.attribs['w:val'] ?? '1') ? 'hiddenText' : null
  if (looks.hidden.has(of('w:rStyle')?.attribs['w:val'] ?? '') || looks.hidden.has(paragraphStyle(run))) return 'hiddenText'
  const size = Number(of('w:sz')?.attribs['w:val'] ?? 100)
  if (size <= TINY) return 'unseenText'
  const colour = of('w:color')?.attribs
  const white =
    colour?.['w:val']?.toUpperCase() === 'FFFFFF' || (colour?.['w:themeColor'] === 'background1' && !colour['w:themeTint'])
  return white && !shadedAround(run, looks) ? 'unseenText' : null
}

function paragraphStyle(run: XmlElement): string {
  let at = run.parent as XmlNode | null
  while (at && !(isElement(at) && at.name === 'w:p')) at = at.parent as XmlNode | null
  const properties = at && isElement(at) ? childOf(at, 'w:pPr') : undefined
  return (properties && childOf(properties, 'w:pStyle')?.attribs['w:val']) ?? ''
}

/** White letters on a dark ground are meant to be read. */
function shadedAround(run: XmlElement, looks: Looks): boolean {
  for (let at: XmlNode | null = run; at; at = at.parent as XmlNode | null) {
    if (!isElement(at)) continue
    const properties = childOf(at, `${at.name}Pr`)
    if (!properties) continue
    if (childOf(properties, 'w:highlight') || hasShade(properties)) return true
    const style = childOf(properties, 'w:tblStyle') ?? childOf(properties, 'w:pStyle')
    if (style && looks.shaded.has(style.attribs['w:val'] ?? '')) return true
  }
  return false
}

function hasShade(element: XmlElement): boolean {
  return element.children.some((child) => {
    if (!isElement(child as XmlNode)) return false
    const inner = child as XmlElement
    if (inner.name !== 'w:shd') return hasShade(inner)
    const fill = (inner.attribs['w:fill'] ?? 'auto').toUpperCase()
    return (fill !== 'AUTO' && fill !== 'FFFFFF') || inner.attribs['w:themeFill'] !== undefined
  })
}

/** A paragraph whose end was deleted is gone where nothing else of it is left. */
function dropDeletedParagraphMarks(xml: Xml): void {
  for (const paragraph of elements(xml, 'w:p')) {
    const properties = childOf(paragraph, 'w:pPr')
    const mark = properties && childOf(properties, 'w:rPr')
    const gone = mark && (childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom'))
    const left = paragraph.children.some(
      (child) => isElement(child as XmlNode) && !['w:pPr', ...DELETED].includes((child as XmlElement).name),
    )
    if (gone && !left) remove(xml, paragraph)
  }
}

/** Which editing session each piece was written in. */
function dropSessions(xml: Xml): void {
  for (const element of elements(xml, 'w:p', 'w:r', 'w:tr', 'w:sectPr'))
    for (const name of Object.keys(element.attribs)) if (/^w:rsid|^w14:(?:paraId|textId)/.test(name)) delete element.attribs[name]
}
