/** The texts of a Word file as they are read on its pages. */
import { shownByForm } from './docx-fields.ts'
import { stylesOf } from './docx-styles.ts'
import { DELETED, unseenIn } from './docx-unseen.ts'
import type { OfficePackage } from './package.ts'
import { elements, isElement, textOf, type Xml, type XmlElement, type XmlNode } from './xml.ts'

const TEXT_PARTS = /^word\/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml$/
/** Properties of wrappers: they may hold texts, none of which is on the page. */
export const WRAPPED = ['w:sdtPr', 'w:sdtEndPr', 'w:smartTagPr', 'w:customXmlPr']

/** The paragraphs as they are read on the pages: without what is deleted or hidden. */
export function docxLines(office: OfficePackage): string[] {
  const styles = stylesOf(office)
  return textParts(office).flatMap(([, xml]) => {
    const unseen = unseenIn(xml, styles)
    const isShown = (element: XmlElement) =>
      !DELETED.includes(element.name) && !WRAPPED.includes(element.name) && !unseen.has(element) && !isNoteLine(element)
    return elements(xml, 'w:p')
      .filter((paragraph) => isReached(paragraph, isShown))
      .map((paragraph) => walk(paragraph, isShown).map(wordsOf).join(''))
  })
}

/** The line above notes, and what is said where they go on overleaf: no note, and of no words. */
function isNoteLine({ name, attribs }: XmlElement): boolean {
  return /^w:(?:foot|end)note$/.test(name) && /^(?:separator|continuation)/.test(attribs['w:type'] ?? '')
}

export function textParts(office: OfficePackage): [string, Xml][] {
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
export function textsOfParagraph(paragraph: XmlElement): XmlElement[] {
  return walk(paragraph, () => true).filter(({ name }) => name !== 'w:fldChar')
}

function isReached(element: XmlElement, isShown: (element: XmlElement) => boolean): boolean {
  for (let at: XmlNode | null = element; at; at = at.parent as XmlNode | null) if (isElement(at) && !isShown(at)) return false
  return true
}

const WORDS = new Set(['w:t', 'm:t', 'w:fldChar'])

function walk(element: XmlElement, enter: (element: XmlElement) => boolean): XmlElement[] {
  return element.children.flatMap((child) => {
    if (!isElement(child as XmlNode)) return []
    const inner = child as XmlElement
    if (inner.name === 'w:p' || !enter(inner)) return []
    return WORDS.has(inner.name) ? [inner] : walk(inner, enter)
  })
}

function wordsOf(element: XmlElement): string {
  return element.name === 'w:fldChar' ? shownByForm(element) : textOf(element)
}
