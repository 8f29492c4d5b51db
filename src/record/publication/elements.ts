/** 要素齐全: which elements of its item a document seems to lack. A hint for whoever looks, since words may be put otherwise. */
import { elementsOf } from './catalogue.ts'

/** So much of an element's words has to stand in the text for it to count as there. */
const ENOUGH = 0.5

export interface ElementsFound {
  all: string[]
  missing: string[]
}

/** @param text the words of title, summary and body */
export function elementsIn(elements: string, text: string): ElementsFound {
  const all = elementsOf(elements)
    .flatMap((element) => element.split(/[、，,]/))
    .map((element) => element.trim())
    .filter((element) => element !== '')
  const words = normal(text)
  return { all, missing: all.filter((element) => shareOf(normal(element), words) < ENOUGH) }
}

const normal = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '')

/** How many of the pairs of letters of a phrase stand in the text. */
function shareOf(phrase: string, text: string): number {
  const letters = [...phrase]
  if (letters.length < 2) return text.includes(phrase) ? 1 : 0
  const pairs = letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`)
  return pairs.filter((pair) => text.includes(pair)).length / pairs.length
}
