/**
 * Of a part's XML, what its language knows: elements and attributes by their names, texts where texts stand. Comments, instructions
 * to programs and everything that some program has written for itself goes.
 */
import { decoded, isElement, remove, type Xml, type XmlElement, type XmlNode } from './xml.ts'

/** Names of typefaces are anybody's; no number as long as a person's is one. */
export const TYPEFACE = /^(?!.*\d{6})[\p{L}\p{N} _.@()&+-]{0,40}$/u

export interface Dialect {
  hasElement(name: string): boolean
  /** Attributes that may stand on any element that does. */
  hasAttribute(element: XmlElement, name: string): boolean
  /** Whether the element's own text is read on the page, or says where something stands. */
  hasText(name: string): boolean
  /** Whether a value may be any words: names of typefaces, what a watermark says. */
  mayBeWords(element: string, attribute: string): boolean
  /** `element attribute`, or `element *` for all of its own: values that programs give, and no others. */
  closed: Readonly<Record<string, RegExp>>
}

/** Takes out what the dialect does not know; counts what of it said something. */
export function scrubMarkup(xml: Xml, dialect: Dialect): number {
  let telling = 0
  const open: XmlNode[] = [xml.root()[0] as XmlNode]
  while (open.length > 0) {
    const node = open.pop() as XmlNode
    if (!('children' in node)) continue
    for (const child of [...node.children] as XmlNode[]) {
      if (isElement(child)) {
        if (dialect.hasElement(child.name)) {
          telling += scrubAttributes(child, dialect)
          open.push(child)
        } else {
          if (tells(child)) telling += 1
          remove(xml, child)
        }
      } else if (child.type === 'text' || child.type === 'cdata') {
        const says = 'data' in child ? String(child.data).trim() !== '' : true
        if (!says || (isElement(node) && dialect.hasText(node.name))) continue
        telling += 1
        xml(child).remove()
      } else if (!isDeclaration(child, node)) {
        telling += 1
        xml(child).remove()
      }
    }
  }
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
    if (/^xmlns(?::|$)/.test(name)) {
      // An address of a language is one of a few; what is no address is a note.
      if (NAMESPACE.test(value) && /^xmlns(?::[a-z][a-z\d]{0,7})?$/i.test(name)) continue
    } else if (
      isOneOf(dialect.closed, element.name, name, value) &&
      dialect.hasAttribute(element, name) &&
      (isPlainValue(value) || dialect.mayBeWords(element.name, name))
    )
      continue
    if (!isShort(value) && !IDLE.test(value)) telling += 1
    delete element.attribs[name]
  }
  return telling
}

const NAMESPACE =
  /^(?:http:\/\/(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.oclc\.org|purl\.org|www\.w3\.org|www\.wps\.cn)\/[\w./-]{1,80}|urn:schemas-microsoft-com:[\w.:-]{1,40})$/

/** Whether the value is one that the standard lists, where it lists them. */
function isOneOf(closed: Dialect['closed'], element: string, attribute: string, value: string): boolean {
  const allowed = closed[`${element} ${attribute}`] ?? closed[`${element} *`]
  return allowed === undefined || allowed.test(value)
}

/** Numbers, names, colours, measures and addresses inside the file; no words of Chinese, no number as long as a telephone's. */
function isPlainValue(value: string): boolean {
  // How a typeface looks, in ten bytes (PANOSE).
  if (/^0[\dA-F]{19}$/i.test(value)) return true
  return /^[\x20-\x7e]*$/.test(value) && !/\d{11}/.test(decoded(value)) && !/&#/.test(value)
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
