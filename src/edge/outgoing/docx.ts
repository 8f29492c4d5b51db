/** Word files: what is on the pages, and what is in the file besides. */
import { Findings } from '../../record/outgoing/findings.ts'
import type { PersonalKind } from '../../record/outgoing/personal-data.ts'
import { blankIn } from './blank.ts'
import { WORD_DIALECT } from './docx-dialect.ts'
import { saysOtherwise, settleAlternatives } from './alternatives.ts'
import { anchorsIn, cleanFields } from './docx-fields.ts'
import { dropUnusedParts, dropUnusedStyles } from './docx-parts.ts'
import { textParts, textsOfParagraph, WRAPPED } from './docx-text.ts'
import { hidingTableStyles, stylesOf } from './docx-styles.ts'
import { DELETED, type Unseen, unseenIn } from './docx-unseen.ts'
import { scrubMarkup } from './markup.ts'
import { cleanCharts, dropDeadReferences, nameDrawings } from './office-common.ts'
import type { OfficePackage } from './package.ts'
import {
  childOf,
  childrenOf,
  elements,
  isElement,
  isOn,
  remove,
  removeAll,
  textOf,
  unwrapAll,
  type Xml,
  type XmlElement,
  type XmlNode,
} from './xml.ts'

const COMMENT_PARTS = /^word\/(?:comments\w*|people)\.xml$/
const COMMENT_MARKS = ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference', 'w:annotationRef']
const INSERTED = ['w:ins', 'w:moveTo']
const CHANGED =
  /^w:(?:\w+Change|cell(?:Ins|Del|Merge)|move(?:From|To)Range(?:Start|End)|customXml(?:Ins|Del|MoveFrom|MoveTo)Range(?:Start|End))$/
/** Wrappers whose content is on the page, and whose own properties are not. */
const WRAPPERS = ['w:sdt', 'w:smartTag', 'w:customXml']

/** Takes everything out that no page shows; gives back what that was. */
export function cleanDocx(office: OfficePackage, blank: readonly PersonalKind[]): Findings {
  const findings = new Findings()
  findings.add('comments', '', office.names().filter((name) => COMMENT_PARTS.test(name)).length)
  const parts = textParts(office)
  const anchors = new Map([...new Set(parts.flatMap(([, xml]) => anchorsIn(xml)))].map((name, at) => [name, `m${at + 1}`]))
  for (const [, xml] of parts) {
    acceptChanges(xml, findings)
    findings.add('comments', '', dropAll(xml, ...COMMENT_MARKS))
    findings.add('importedContent', '', elements(xml, 'w:altChunk', 'w:subDoc').length)
    dropUnseen(xml, unseenIn(xml, stylesOf(office)), findings)
    settleAlternatives(xml)
    findings.add('hiddenText', '', dropStrayTexts(xml) + dropUndrawnWords(xml))
    const fields = cleanFields(xml, (anchor) => anchors.get(anchor) ?? anchor)
    findings.add('externalLinks', '', fields.outside)
    findings.add('extraParts', '', fields.codes)
    findings.add('embedded', '', dropAll(xml, 'o:OLEObject', 'w:control'))
    findings.add('extraParts', '', dropWrappers(xml))
    findings.add('extraParts', '', renameAnchors(xml, anchors))
    if (blank.length > 0) for (const paragraph of elements(xml, 'w:p')) blankIn(xml, textsOfParagraph(paragraph), blank)
  }
  dropUnusedStyles(office, findings)
  findings.add('hidingFormat', '', hidingTableStyles(office))
  dropUnusedParts(office, findings)
  for (const name of office.names().filter((one) => /^word\/.*\.xml$/.test(one))) {
    const xml = office.xml(name)
    if (!xml) continue
    findings.add('extraParts', '', scrubMarkup(xml, WORD_DIALECT))
    for (const sign of elements(xml, 'w:sym')) if (!sign.attribs['w:font'] || !sign.attribs['w:char']) remove(xml, sign)
  }
  // What only the taken out had led to.
  dropUnusedParts(office, new Findings())
  cleanCharts(office)
  nameDrawings(office)
  dropDeadReferences(office)
  return findings
}

function dropAll(xml: Xml, ...names: string[]): number {
  const found = elements(xml, ...names)
  removeAll(found)
  return found.length
}

/** Deleted is deleted, inserted is text like any other. */
function acceptChanges(xml: Xml, findings: Findings): void {
  let changes = 0
  for (const properties of elements(xml, 'w:trPr').filter((one) => childOf(one, 'w:del'))) {
    changes += 1
    if (isElement(properties.parent as XmlNode)) remove(xml, properties.parent as XmlElement)
  }
  dropDeletedParagraphMarks(xml)
  changes += dropAll(xml, ...DELETED)
  const inserted = elements(xml, ...INSERTED)
  unwrapAll(inserted)
  const marks = elementsNamed(xml, CHANGED)
  removeAll(marks)
  findings.add('trackedChanges', '', changes + inserted.length + marks.length)
}

/** Texts stand in runs; elsewhere no program looks for them. */
function dropStrayTexts(xml: Xml): number {
  const strays = elements(xml, 'w:t', 'w:instrText').filter(({ parent }) => !isRun(parent as XmlNode | null))
  for (const one of strays) remove(xml, one)
  return strays.filter((one) => textOf(one).trim() !== '').length
}

/** Words that are drawn as a shape, where that is not switched on. */
function dropUndrawnWords(xml: Xml): number {
  const isDrawn = (element: XmlElement) => isOn(element.attribs['on']?.replace(/^f$/, '0'))
  const kinds = new Set(
    elements(xml, 'v:shapetype')
      .filter((kind) => childrenOf(kind, 'v:textpath').some(isDrawn))
      .map(({ attribs }) => `#${attribs['id']}`),
  )
  const undrawn = elements(xml, 'v:textpath').filter((one) => {
    const shape = one.parent as unknown as XmlElement
    if (one.attribs['string'] === undefined) return false
    return one.attribs['on'] === undefined ? !kinds.has(shape.attribs['type'] ?? '') : !isDrawn(one)
  })
  for (const one of undrawn) remove(xml, one)
  return undrawn.length
}

function isRun(node: XmlNode | null): boolean {
  return node !== null && isElement(node) && /^(?:w:r|m:r|mc:Choice|mc:Fallback)$/.test(node.name)
}

function elementsNamed(xml: Xml, pattern: RegExp): XmlElement[] {
  return xml('*')
    .toArray()
    .filter((one): one is XmlElement => isElement(one as XmlNode) && pattern.test((one as XmlElement).name))
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

function dropUnseen(xml: Xml, unseen: Unseen, findings: Findings): void {
  const says = (element: XmlElement) => textOf(element).trim() !== ''
  // Older programs are given the same words once more.
  const isCopy = (element: XmlElement) => element.name === 'mc:Fallback' && !saysOtherwise(element)
  const isInHidden = ({ parent }: XmlElement): boolean => {
    for (let at = parent as XmlNode | null; at; at = at.parent as XmlNode | null)
      if (isElement(at) && unseen.hidden.has(at)) return true
    return false
  }
  findings.add('hiddenText', '', [...unseen.hidden].filter((one) => says(one) && !isCopy(one) && !isInHidden(one)).length)
  findings.add('unseenText', '', [...unseen.unseen].filter((one) => says(one) && !isInHidden(one)).length)
  findings.add('clippedText', '', [...unseen.cut].filter((one) => !unseen.has(one) && !isInHidden(one)).length)
  removeAll([...unseen.hidden, ...unseen.unseen])
  // A table whose rows are all gone is none.
  for (const table of elements(xml, 'w:tbl')) if (!childOf(table, 'w:tr')) remove(xml, table)
}

/** Counts the properties that say something. */
function dropWrappers(xml: Xml): number {
  const properties = elements(xml, ...WRAPPED)
  const telling = properties.filter((one) => /="[^"]{13,}"/.test(xml.xml(one).replace(/ xmlns:\w+="[^"]*"/g, ''))).length
  removeAll(properties)
  // Of a control what stands in its content is on the page, and nothing else of it.
  const controls = elements(xml, 'w:sdt')
  const contents = controls.flatMap((control) => childOf(control, 'w:sdtContent') ?? [])
  removeAll(controls.flatMap(childrenBesideContent))
  unwrapAll([...elements(xml, ...WRAPPERS), ...contents])
  return telling
}

function childrenBesideContent(control: XmlElement): XmlElement[] {
  const content = childOf(control, 'w:sdtContent')
  return control.children.filter((child): child is XmlElement => isElement(child as XmlNode) && child !== content)
}

/** Places that something leads to are numbered; the others, and the words that they were named with, go. */
function renameAnchors(xml: Xml, anchors: ReadonlyMap<string, string>): number {
  let telling = 0
  const gone = new Set<string>()
  const marks: XmlElement[] = []
  for (const start of elements(xml, 'w:bookmarkStart')) {
    const name = start.attribs['w:name'] ?? ''
    const renamed = anchors.get(name)
    if (renamed) start.attribs['w:name'] = renamed
    else {
      gone.add(start.attribs['w:id'] ?? '')
      marks.push(start)
    }
    if (!/^(?:m\d+|_\w{1,24}|OLE_LINK\d+)$/.test(name)) telling += 1
  }
  removeAll([...marks, ...elements(xml, 'w:bookmarkEnd').filter(({ attribs }) => gone.has(attribs['w:id'] ?? ''))])
  for (const link of elements(xml, 'w:hyperlink')) {
    const anchor = link.attribs['w:anchor']
    if (anchor !== undefined) link.attribs['w:anchor'] = anchors.get(anchor) ?? anchor
  }
  return telling
}
