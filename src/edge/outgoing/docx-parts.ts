/** Parts of a Word file, and inside them styles, lists and notes, that no page uses. */
import type { Findings } from '../../record/outgoing/findings.ts'
import { isSame, WHITE } from './colours.ts'
import { type Looks, looksOf } from './docx-styles.ts'
import { textParts } from './docx-text.ts'
import { dropUnusedRelationships, keepParts } from './office-common.ts'
import type { OfficePackage } from './package.ts'
import {
  childOf,
  decoded,
  elements,
  elementsUnder,
  isElement,
  isOn,
  remove,
  textOf,
  type Xml,
  type XmlElement,
  type XmlNode,
} from './xml.ts'

const PARTS =
  /^word\/(?:(?:document\d*|styles|numbering|settings|footnotes|endnotes|header\d+|footer\d+)\.xml|theme\/theme\d+\.xml|charts\/(?:chart|style|colors)\d+\.xml|diagrams\/(?:data|layout|quickStyle|colors|drawing)\d+\.xml|media\/[^/]+)$/
/** Parts that belong to the document without being named in its text. */
const IMPLIED = /^(?:styles|numbering|settings|theme|footnotes|endnotes|chartStyle|chartColorStyle|diagramDrawing)$/

export function dropUnusedParts(office: OfficePackage, findings: Findings): void {
  const hidden = dropUnseenEdges(office) + dropUncitedNotes(office)
  findings.add('hiddenText', '', hidden)
  const settings = office.xml('word/settings.xml')
  // The paths of templates and of data that letters were merged from.
  findings.add('externalLinks', '', office.relationships('word/settings.xml').length)
  if (settings) office.dropRelationships('word/settings.xml', () => true)
  dropUnusedRelationships(office, IMPLIED, findings)
  keepParts(office, (name) => PARTS.test(name), findings)
}

/** Headers of first and of even pages, where no page is looked at as the first or as even. */
function dropUnseenEdges(office: OfficePackage): number {
  let hidden = 0
  const settings = office.xml('word/settings.xml')
  const even = settings && elements(settings, 'w:evenAndOddHeaders')[0]
  const hasEven = even && isOn(even.attribs['w:val'] ?? '1')
  for (const [name, xml] of textParts(office)) {
    const targets = new Map(office.relationships(name).map(({ id, target }) => [id, target]))
    for (const section of elements(xml, 'w:sectPr')) {
      const title = childOf(section, 'w:titlePg')
      const hasTitle = title && isOn(title.attribs['w:val'] ?? '1')
      for (const edge of elementsUnder(section, (one) => /^w:(?:header|footer)Reference$/.test(one.name))) {
        const type = edge.attribs['w:type']
        if ((type === 'first' && !hasTitle) || (type === 'even' && !hasEven)) {
          const part = office.xml(targets.get(edge.attribs['r:id'] ?? '') ?? '')
          if (part && says(part)) hidden += 1
          remove(xml, edge)
        }
      }
    }
  }
  return hidden
}

function says(xml: Xml): boolean {
  return elements(xml, 'w:t').some((text) => textOf(text).trim() !== '')
}

/** Notes that no mark in the text leads to. */
function dropUncitedNotes(office: OfficePackage): number {
  let hidden = 0
  for (const kind of ['footnote', 'endnote']) {
    const notes = office.xml(`word/${kind}s.xml`)
    if (!notes) continue
    const cited = new Set(
      textParts(office).flatMap(([, xml]) => elements(xml, `w:${kind}Reference`).map(({ attribs }) => attribs['w:id'])),
    )
    for (const note of elements(notes, `w:${kind}`)) {
      const isLine = /^(?:separator|continuation)/.test(note.attribs['w:type'] ?? '')
      if (!isLine && cited.has(note.attribs['w:id'])) continue
      if (isLine) {
        const words = elementsUnder(note, ({ name }) => name === 'w:t' || name === 'm:t')
        hidden += words.filter((one) => textOf(one).trim() !== '').length
        for (const one of words) remove(notes, one)
        continue
      }
      if (textOf(note).trim() !== '') hidden += 1
      remove(notes, note)
    }
  }
  return hidden
}

/** Names that Word gives its own styles, in the language of the format. */
export const BUILT_IN =
  /^(?:normal|heading [1-9]|toc [1-9]|index [1-9]|header|footer|title|subtitle|caption|(?:foot|end)note (?:text|reference)|hyperlink|followedhyperlink|strong|emphasis|list(?: paragraph| bullet| number| continue)?(?: [2-5])?|table (?:grid|normal)|normal table|no list|default paragraph font|body text(?: indent)?(?: [23])?|body text first indent(?: 2)?|plain text|page number|line number|balloon text|date|closing|signature|quote|intense quote|no spacing|normal \(web\)|normal indent|block text|salutation|document map|table theme|bibliography|default)(?: char| 字符)?$/i
const STYLE_USES = ['w:pStyle', 'w:rStyle', 'w:tblStyle']

/** Styles and lists that something is written in stay, under numbers; those that every program has keep their names. */
export function dropUnusedStyles(office: OfficePackage, findings: Findings): void {
  const styles = office.xml('word/styles.xml')
  const lists = office.xml('word/numbering.xml')
  const texts = textParts(office).map(([, xml]) => xml)
  const used = usedStyles(styles, [...texts, ...(lists ? [lists] : [])])
  const renamed = new Map<string, string>()
  for (const latent of styles ? elements(styles, 'w:latentStyles') : []) if (styles) remove(styles, latent)
  let dropped = 0
  for (const style of styles ? elements(styles, 'w:style') : []) {
    const id = style.attribs['w:styleId'] ?? ''
    const name = childOf(style, 'w:name')
    const isBuiltIn = BUILT_IN.test(name?.attribs['w:val'] ?? '')
    const isOwn = /^s\d+$/.test(id) && name?.attribs['w:val'] === id
    if (!isBuiltIn && !isOwn) dropped += 1
    if (!used.has(id)) {
      if (styles) remove(styles, style)
    } else {
      renamed.set(id, `s${renamed.size + 1}`)
      if (!isBuiltIn && name) name.attribs['w:val'] = `s${renamed.size}`
    }
  }
  findings.add('extraParts', '', dropped)
  for (const xml of [...texts, ...(styles ? [styles] : []), ...(lists ? [lists] : [])]) rename(xml, renamed)
  if (lists) dropUnusedLists(lists, [...texts, ...(styles ? [styles] : [])], findings)
}

function usedStyles(styles: Xml | null, where: readonly Xml[]): Set<string> {
  const rests = new Map<string, string[]>()
  const used = new Set<string>()
  const open = where.flatMap((xml) => elements(xml, ...STYLE_USES).map(({ attribs }) => attribs['w:val'] ?? ''))
  for (const style of styles ? elements(styles, 'w:style') : []) {
    const id = style.attribs['w:styleId'] ?? ''
    if (isOn(style.attribs['w:default'])) open.push(id)
    rests.set(
      id,
      ['w:basedOn', 'w:link'].flatMap((name) => childOf(style, name)?.attribs['w:val'] ?? []),
    )
  }
  while (open.length > 0) {
    const id = open.pop() as string
    if (used.has(id)) continue
    used.add(id)
    open.push(...(rests.get(id) ?? []))
  }
  return used
}

function rename(xml: Xml, renamed: ReadonlyMap<string, string>): void {
  for (const element of elements(xml, ...STYLE_USES, 'w:basedOn', 'w:link', 'w:numStyleLink', 'w:styleLink')) {
    const to = renamed.get(element.attribs['w:val'] ?? '')
    if (to) element.attribs['w:val'] = to
  }
  for (const next of elements(xml, 'w:next')) remove(xml, next)
  for (const style of elements(xml, 'w:style')) {
    const to = renamed.get(style.attribs['w:styleId'] ?? '')
    if (to) style.attribs['w:styleId'] = to
  }
}

function dropUnusedLists(lists: Xml, where: readonly Xml[], findings: Findings): void {
  const numbers = new Set(where.flatMap((xml) => elements(xml, 'w:numId').map(({ attribs }) => attribs['w:val'])))
  const abstract = new Set<string | undefined>()
  for (const num of elements(lists, 'w:num'))
    if (numbers.has(num.attribs['w:numId'])) abstract.add(childOf(num, 'w:abstractNumId')?.attribs['w:val'])
    else remove(lists, num)
  findings.add('extraParts', '', unsayUnusedLevels(lists, where))
  for (const one of elements(lists, 'w:abstractNum')) {
    const names = one.children.filter(
      (child) => isElement(child as XmlNode) && (child as XmlElement).name === 'w:name',
    ) as XmlElement[]
    const isUsed = abstract.has(one.attribs['w:abstractNumId'])
    if (names.length > 0 || (!isUsed && hasWords(one))) findings.add('extraParts', '')
    for (const name of names) remove(lists, name)
    if (!isUsed) remove(lists, one)
  }
}

/** Signs around a number, and the words that count parts of a document. */
const COUNTING = /^(?:%\d|[^\p{L}\p{N}]|[第章节條条款项項目部分篇编卷附件表图例步])*$/u

/** Words in front of numbers that no paragraph bears, or that nobody sees. */
function unsayUnusedLevels(lists: Xml, where: readonly Xml[]): number {
  const used = new Set(
    where
      .flatMap((xml) => elements(xml, 'w:numPr'))
      .map((one) => [childOf(one, 'w:numId'), childOf(one, 'w:ilvl')].map((own) => own?.attribs['w:val'] ?? '0').join(' ')),
  )
  const listOf = new Map(
    elements(lists, 'w:num').map((num) => [num.attribs['w:numId'] ?? '', childOf(num, 'w:abstractNumId')?.attribs['w:val']]),
  )
  const isUsed = (level: XmlElement): boolean => {
    if (childOf(level, 'w:pStyle')) return true
    const owner = level.parent as unknown as XmlElement
    return [...listOf].some(([id, abstract]) => {
      const own = owner.name === 'w:abstractNum' ? abstract === owner.attribs['w:abstractNumId'] : true
      return own && used.has(`${id} ${level.attribs['w:ilvl']}`)
    })
  }
  const unsaid = elements(lists, 'w:lvl').filter((level) => {
    const text = childOf(level, 'w:lvlText')
    const words = decoded(text?.attribs['w:val'] ?? '')
    if (!text || [...words].length <= 1 || COUNTING.test(words)) return false
    if (isUsed(level) && !isUnseenInk(looksOf(childOf(level, 'w:rPr')))) return false
    text.attribs['w:val'] = ''
    return true
  })
  return unsaid.length
}

function isUnseenInk({ hidden, size, flat, away, width, colour }: Looks): boolean {
  return (
    hidden === true || flat === true || away === true || (size ?? 99) <= 7 || (width ?? 100) <= 10 || isSame(colour ?? '?', WHITE)
  )
}

/** Numbers with dots and brackets are in every file; words in front of a number say something. */
function hasWords(list: XmlElement): boolean {
  return elementsUnder(list, ({ name }) => name === 'w:lvlText').some(({ attribs }) =>
    /[A-Za-z]{3}|\p{Script=Han}{3}/u.test(attribs['w:val'] ?? ''),
  )
}
