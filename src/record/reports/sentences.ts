/** Sentences of a report, made comparable: what is the same but for numbers, years and blanks is the same. */

export interface Sentence {
  /** As written. */
  words: string
  /** Without numbers, years, marks and blanks. */
  plain: string
}

/** Shorter ones are alike by nature: “一是加强领导。” */
const SHORTEST = 16

/** Sentences that tell a count: they say something of the year by their number, however alike the words around it. */
const COUNTED = /\d(?:余|多)?(?:件|条|篇|次|期|个|份|项|人|名|场|所|天|元|万元)/

/** Those that can be called alike: long enough, and saying something other than a number. */
export function sentencesOf(paragraphs: readonly string[]): Sentence[] {
  return paragraphs
    .flatMap((paragraph) => paragraph.split(/(?<=[。；！？])/))
    .map((words) => words.trim())
    .filter((words) => !COUNTED.test(words))
    .map((words) => ({ words, plain: words.replace(/\d+年?|[一二三四五六七八九十]+是|[^\p{Script=Han}]/gu, '') }))
    .filter(({ plain }) => plain.length >= SHORTEST)
}

function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (let index = 0; index < text.length - 1; index += 1) found.add(text.slice(index, index + 2))
  return found
}

/** How alike two texts are: 1 for the same, by the pairs of characters they share (Jaccard). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [one, other] = [pairs(a), pairs(b)]
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared += 1
  return shared / (one.size + other.size - shared)
}
