/**
 * Of a part's XML, what its language knows: elements and attributes by their names, texts where texts stand. Comments, instructions
 * to programs and everything that some program has written for itself goes.
 */
import { Unreadable } from '../files/outcome.ts'
import { isLanguage, isReadByName } from './languages.ts'
import { plainValue } from './values.ts'
import { decoded, isElement, removeAll, textData, type Xml, type XmlElement, type XmlNode } from './xml.ts'

export interface Dialect {
  /** Whether the element is known, and stands where it may. */
  hasElement(element: XmlElement): boolean
  /** Attributes that may stand on any element that does. */
  hasAttribute(element: XmlElement, name: string): boolean
  /** Whether this may be the element's own text: it is read on the page where the element stands, or says where something stands. */
  hasText(element: XmlElement, text: string): boolean
  /** `element attribute`, or `element *` for all of its own: what its values are, where they are not of the common kinds. */
  closed: Readonly<Record<string, RegExp>>
}

/** Takes out what the dialect does not know; counts what of it said something. */
export function scrubMarkup(xml: Xml, dialect: Dialect): number {
  let telling = 0
  const gone: XmlNode[] = []
  const open: XmlNode[] = [xml.root()[0] as XmlNode]
  while (open.length > 0) {
    const node = open.pop() as XmlNode
    if (!('children' in node)) continue
    for (const child of node.children as XmlNode[]) {
      if (isElement(child)) {
        if (dialect.hasElement(child)) {
          telling += scrubAttributes(child, dialect)
          open.push(child)
        } else {
          if (tells(child)) telling += 1
          gone.push(child)
        }
      } else if (child.type === 'text' || child.type === 'cdata') {
        const says = 'data' in child ? String(child.data).trim() !== '' : true
        if (!says || (isElement(node) && dialect.hasText(node, textData(child as XmlNode)))) continue
        telling += 1
        gone.push(child)
      } else if (!isDeclaration(child, node)) {
        telling += 1
        gone.push(child)
      }
    }
  }
  removeAll(gone)
  return telling
}

/** `<?xml …?>` at the beginning, with nothing of its own in it. */
function isDeclaration(node: XmlNode, parent: XmlNode): boolean {
  return (
    parent.type === 'root' &&
    node.type === 'directive' &&
    'data' in node &&
    /^\?xml(?:\s+(?:version|encoding|standalone)=["'][\w.-]{1,10}["'])*\s*\??$/.test(String(node.data))
  )
}

function scrubAttributes(element: XmlElement, dialect: Dialect): number {
  let telling = 0
  for (const [name, value] of Object.entries(element.attribs)) {
    const kept = keptValue(element, name, value, dialect)
    if (kept === value) continue
    if (kept !== null) element.attribs[name] = kept
    else {
      if (!isShort(value) && !IDLE.test(value)) telling += 1
      delete element.attribs[name]
    }
  }
  return telling
}

/** Null where the attribute goes. */
function keptValue(element: XmlElement, name: string, value: string, dialect: Dialect): string | null {
  if (/^xmlns(?::|$)/.test(name)) {
    const prefix = name.slice('xmlns:'.length)
    if (isLanguage(prefix, value)) return value
    if (isReadByName(prefix))
      throw new Unreadable('文件由不常见的程序生成，不能逐项检查；请用 WPS 或 Office 打开后另存一次再上传')
    return null
  }
  if (!dialect.hasAttribute(element, name)) return null
  if (name === 'mc:Ignorable' || name === 'Requires') return knownPrefixes(element, value)
  // Numbers of relationships: those that lead nowhere go, the others are given anew.
  if (name.startsWith('r:') || name === 'o:relid') return value
  const pattern = dialect.closed[`${element.name} ${name}`] ?? dialect.closed[`${element.name} *`]
  if (pattern) return pattern.test(decoded(value)) ? value : null
  return plainValue(element.name, name, value)
}

/** Of a list of prefixes, those of languages that are known here. */
function knownPrefixes(element: XmlElement, value: string): string {
  const isKnown = (prefix: string) => {
    for (let at: XmlNode | null = element; at; at = at.parent as XmlNode | null) {
      const address = isElement(at) ? at.attribs[`xmlns:${prefix}`] : undefined
      if (address !== undefined) return isLanguage(prefix, address)
    }
    return false
  }
  return value.split(/\s+/).filter(isKnown).join(' ')
}

/** Names that programs give by themselves: 图片 1. */
const IDLE =
  /^(?:图片|图像|文本框|矩形|图表|组合|形状|直线|直接连接符|流程图|椭圆|Picture|Image|Text ?Box|Shape|Rectangle|Chart|Group|Office(?: Theme| 主题\S{0,4}|)|(?:Table|Pivot|Slicer|TimeSlicer|Timeline)Style(?:Light|Medium|Dark)?|_x0000_\w{1,10})[\s\d:：]*$/

/** A switch, a number, the name of a choice. */
function isShort(value: string): boolean {
  return /^[\w.%#{}:-]{0,12}$/.test(value) || /^\{[\dA-F-]{36}\}$/i.test(value) || /^[\dA-F]{8}$/i.test(value)
}

function tells(element: XmlElement): boolean {
  if (Object.entries(element.attribs).some(([name, value]) => !name.startsWith('xmlns') && !isShort(value) && !IDLE.test(value)))
    return true
  return element.children.some((child) => {
    if (isElement(child as XmlNode)) return tells(child as XmlElement)
    return 'data' in child && String(child.data).trim() !== ''
  })
}
