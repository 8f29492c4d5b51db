/**
 * Names of elements and attributes under the prefixes that everybody gives them: a program knows a language by its address and may
 * write it under any prefix, or under none. What is drawn is renamed, so that it is looked at like any other drawing; of texts and
 * tables no program that people use does so, and what is made to be read one way here and another way elsewhere is not opened.
 */
import { Unreadable } from '../files/outcome.ts'
import { prefixOf } from './languages.ts'
import { isElement, topOf, type Xml, type XmlElement, type XmlNode } from './xml.ts'

interface Scope {
  /** Prefix → address. */
  addresses: ReadonlyMap<string, string>
  /** Whether every prefix is the one that everybody uses. */
  isUsual: boolean
}

export function settleNames(xml: Xml): void {
  const top = topOf(xml)
  const isSheet = top !== undefined && !top.name.includes(':') && prefixOf(top.attribs['xmlns']) === ''
  // In a sheet, names without a prefix are read as its own.
  const isUsual = ([prefix, address]: readonly [string, string]) =>
    (prefixOf(address) ?? (isSheet && prefix === '' ? null : prefix)) === prefix
  const open: [XmlNode, Scope][] = [[xml.root()[0] as XmlNode, { addresses: new Map(), isUsual: true }]]
  while (open.length > 0) {
    const [node, around] = open.pop() as [XmlNode, Scope]
    if (!('children' in node)) continue
    let scope = around
    if (isElement(node)) {
      scope = scopeOf(node, around, isUsual)
      if (!scope.isUsual) scope = settled(node, scope, isSheet)
    }
    for (const child of node.children as XmlNode[]) if (isElement(child)) open.push([child, scope])
  }
}

function scopeOf({ attribs }: XmlElement, around: Scope, isUsual: (one: readonly [string, string]) => boolean): Scope {
  const own = Object.entries(attribs).filter(([name]) => /^xmlns(?::|$)/.test(name))
  if (own.length === 0) return around
  const addresses = new Map([
    ...around.addresses,
    ...own.map(([name, address]) => [name.slice('xmlns:'.length), address] as const),
  ])
  return { addresses, isUsual: [...addresses].every(isUsual) }
}

/** Renames the element and its attributes; gives back what prefixes stand for inside it. */
function settled(element: XmlElement, { addresses, isUsual }: Scope, isSheet: boolean): Scope {
  const added = new Map<string, string>()
  const usual = (prefix: string): string => {
    const address = addresses.get(prefix)
    const known = prefixOf(address)
    if (known === undefined || address === undefined) {
      if (isSheet && prefix === '') throw unusual()
      return prefix
    }
    if (known === prefix) return prefix
    if (OF_TEXT.has(known) || (addresses.get(known) ?? address) !== address) throw unusual()
    if (!addresses.has(known)) added.set(known, address)
    return known
  }
  const renamed = (name: string): string => {
    const colon = name.indexOf(':')
    const prefix = usual(name.slice(0, Math.max(colon, 0)))
    return prefix === '' ? name : `${prefix}:${name.slice(colon + 1)}`
  }
  const attribs: Record<string, string> = {}
  for (const [attribute, value] of Object.entries(element.attribs)) {
    // Nothing is written under it any more.
    if (/^xmlns(?::|$)/.test(attribute) && (prefixOf(value) ?? attribute.slice(6)) !== attribute.slice(6)) continue
    const to = /^xml(?:ns)?(?::|$)/.test(attribute) || !attribute.includes(':') ? attribute : renamed(attribute)
    if (to in attribs || (to !== attribute && to in element.attribs)) throw unusual()
    attribs[to] = to === 'Requires' ? value.trim().split(/\s+/).map(usual).join(' ') : value
  }
  const name = renamed(element.name)
  for (const [prefix, address] of added) attribs[`xmlns:${prefix}`] = address
  Object.assign(element, { name, attribs })
  return { addresses: added.size === 0 ? addresses : new Map([...addresses, ...added]), isUsual }
}

/** Languages of texts and of tables: everything begins with them, and every program writes them under these prefixes. */
const OF_TEXT = new Set(['', 'w'])

function unusual(): Unreadable {
  return new Unreadable('文件由不常见的程序生成，不能逐项检查；请用 WPS 或 Office 打开后另存一次再上传')
}
