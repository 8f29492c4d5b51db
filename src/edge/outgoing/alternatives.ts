/** Markup for several programs at once (ECMA-376 part 3): of the choices the first that is understood is shown, else the fallback. */
import { isLanguage } from './languages.ts'
import {
  childOf,
  childrenOf,
  elements,
  elementsUnder,
  isElement,
  remove,
  textOf,
  type Xml,
  type XmlElement,
  type XmlNode,
} from './xml.ts'

/** Of a choice or a fallback: whether some program of today shows another one in its place. */
export function isPassedOver(branch: XmlElement): boolean {
  const parent = branch.parent as XmlNode | null
  if (!parent || !isElement(parent) || parent.name !== 'mc:AlternateContent') return false
  return branch !== shownOf(parent)
}

function shownOf(alternatives: XmlElement): XmlElement | undefined {
  return childrenOf(alternatives, 'mc:Choice').find(isUnderstood) ?? childOf(alternatives, 'mc:Fallback')
}

function isUnderstood(choice: XmlElement): boolean {
  const prefixes = (choice.attribs['Requires'] ?? '').trim().split(/\s+/)
  return prefixes.every((prefix) => isLanguage(prefix, addressOf(choice, prefix)))
}

function addressOf(from: XmlElement, prefix: string): string {
  for (let at: XmlNode | null = from; at; at = at.parent as XmlNode | null) {
    const address = isElement(at) ? at.attribs[`xmlns:${prefix}`] : undefined
    if (address !== undefined) return address
  }
  return ''
}

/** Takes out what is not shown; counts what of it says something else. */
export function dropPassedOver(xml: Xml): number {
  const gone = elements(xml, 'mc:Choice', 'mc:Fallback').filter(isPassedOver)
  const telling = gone.filter((branch) => saysOtherwise(branch) && wordsOf(branch) !== '').length
  for (const branch of gone) remove(xml, branch)
  settleAlternatives(xml)
  return telling
}

/** Whether other programs would show other words than these do; a choice of a language that none knows is in nobody's way. */
export function saysOtherwise(branch: XmlElement): boolean {
  if (branch.name === 'mc:Choice') return true
  const shown = shownOf(branch.parent as XmlElement)
  return !shown || wordsOf(shown) !== wordsOf(branch)
}

function wordsOf(element: XmlElement): string {
  const texts = elementsUnder(element, ({ name }) => name === 'w:t' || name === 'a:t')
  return texts.map(textOf).join('').replace(/\s+/g, '')
}

/** Where only the fallback is left it stands by itself: without a choice there is nothing to choose. */
export function settleAlternatives(xml: Xml): void {
  for (const alternatives of elements(xml, 'mc:AlternateContent')) {
    if (childOf(alternatives, 'mc:Choice')) continue
    const fallback = childOf(alternatives, 'mc:Fallback')
    if (fallback) xml(alternatives).replaceWith(xml(fallback).contents())
    else xml(alternatives).remove()
  }
}
