/** XML of Office files: read, changed and written without touching what isn't meant. Entities stay as they are written. */
import { type CheerioAPI, load } from 'cheerio'
import { Unreadable } from '../files/outcome.ts'
import { checkMarkup } from '../files/xml-bounds.ts'

export type Xml = CheerioAPI
export type XmlNode =
  ReturnType<ReturnType<CheerioAPI['root']>['contents']> extends { [index: number]: infer Node } ? Node : never
export type XmlElement = Extract<XmlNode, { attribs: unknown }>
type XmlText = Extract<XmlNode, { data: string; type: unknown }>

/** Of at most so many elements, and how many. Office writes no document type; one that is there is an attack (entities that multiply, files pulled in). */
export function parseXml(bytes: Uint8Array, most: number): { xml: Xml; count: number } {
  const text = decodedText(bytes)
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable('文件中有不应有的实体定义，不予打开')
  const count = checkMarkup(text, most)
  const xml = load(text, { xml: { decodeEntities: false } })
  if (elementsUnder(xml.root()[0], isMisnamed).length > 0)
    throw new Unreadable('文件已损坏，不能逐项检查；请在原软件中另存一次再上传')
  return { xml, count }
}

/** By its mark, as UTF-16 or else as UTF-8; what is neither would look empty here and be full elsewhere. */
function decodedText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const encoding = isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes)
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(text)?.[1] ?? 'utf-8'
  if (text.includes('\0') || !/^utf-(?:8|16)$/i.test(declared))
    throw new Unreadable('文件的编码不常见，不能逐项检查；请在原软件中另存一次再上传')
  return text
}

const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/
/** Names of elements have a version or a year at the most (`w16se`); what has more in it is text that slipped into the markup. */
const NUMBER_IN_NAME = /\d{6}/

/** Whether the element or an attribute of it bears a name that no program gives: there a number would pass every check of the text. */
function isMisnamed({ name, attribs }: XmlElement): boolean {
  return [name, ...Object.keys(attribs)].some((one) => !NAME.test(one) || NUMBER_IN_NAME.test(one))
}

export function writeXml(xml: Xml): Uint8Array {
  return new TextEncoder().encode(xml.xml().replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'))
}

export function isElement(node: XmlNode): node is XmlElement {
  return node.type === 'tag'
}

/** The element that holds all others. */
export function topOf(xml: Xml): XmlElement | undefined {
  return xml
    .root()
    .contents()
    .toArray()
    .find((node): node is XmlElement => isElement(node as XmlNode))
}

/** Elements of this name right below the top. */
export function topElements(xml: Xml, name: string): XmlElement[] {
  const top = topOf(xml)
  return top ? childrenOf(top, name) : []
}

/** Every element of these names, in document order, in one walk. */
export function elements(xml: Xml, ...names: string[]): XmlElement[] {
  const wanted = new Set(names)
  return elementsUnder(xml.root()[0], (element) => wanted.has(element.name))
}

export function elementsUnder(top: unknown, wanted: (element: XmlElement) => boolean): XmlElement[] {
  const found: XmlElement[] = []
  const open: XmlNode[] = [top as XmlNode]
  while (open.length > 0) {
    const node = open.pop() as XmlNode
    if (isElement(node) && wanted(node)) found.push(node)
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index] as XmlNode)
  }
  return found
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child): child is XmlElement => isElement(child as XmlNode) && (child as XmlElement).name === name)
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => isElement(child as XmlNode) && (child as XmlElement).name === name,
  )
}

/** The nearest around it of this name. */
export function above(element: XmlElement, name: string): XmlElement | null {
  for (let at = element.parent as XmlNode | null; at; at = at.parent as XmlNode | null)
    if (isElement(at) && at.name === name) return at
  return null
}

export function textOf(element: XmlElement): string {
  return elementsTexts(element).join('')
}

function elementsTexts(element: XmlElement): string[] {
  return element.children.flatMap((child) => {
    if (isElement(child as XmlNode)) return elementsTexts(child as XmlElement)
    return child.type === 'text' || child.type === 'cdata' ? [textData(child as XmlNode)] : []
  })
}

export function textData(node: XmlNode): string {
  if ('children' in node) return node.children.map((child) => textData(child as XmlNode)).join('')
  return 'data' in node ? decoded((node as XmlText).data) : ''
}

/** Replaces the element's content by this text. */
export function setText(xml: Xml, element: XmlElement, text: string): void {
  xml(element).text(encoded(text))
}

export function remove(xml: Xml, element: XmlElement): void {
  xml(element).remove()
}

/** Takes out many at once: each parent's children are gone through a single time. */
export function removeAll(nodes: Iterable<XmlNode>): void {
  rechild(nodes, () => [])
}

/** Puts the element's children in its place. */
export function unwrap(xml: Xml, element: XmlElement): void {
  xml(element).replaceWith(xml(element).contents())
}

/** Puts the children of many in their places, also where they lie in each other. */
export function unwrapAll(elements: Iterable<XmlElement>): void {
  rechild(elements, (one) => ('children' in one ? (one.children as unknown as XmlNode[]) : []))
}

function rechild(nodes: Iterable<XmlNode>, inPlaceOf: (node: XmlNode) => XmlNode[]): void {
  const gone = new Set<XmlNode>(nodes)
  const kept = (child: XmlNode): XmlNode[] => (gone.has(child) ? inPlaceOf(child).flatMap(kept) : [child])
  const parents = new Set([...gone].flatMap(({ parent }) => (parent && !gone.has(parent as XmlNode) ? [parent as XmlNode] : [])))
  for (const parent of parents) {
    if (!('children' in parent)) continue
    const children = (parent.children as unknown as XmlNode[]).flatMap(kept)
    children.forEach((child, at) => {
      Object.assign(child, { parent, prev: children[at - 1] ?? null, next: children[at + 1] ?? null })
    })
    Object.assign(parent, { children })
  }
  for (const one of gone) Object.assign(one, { parent: null, prev: null, next: null })
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

export function encoded(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export function isOn(value: string | undefined): boolean {
  return value !== undefined && !['0', 'false', 'off', 'none'].includes(value)
}
