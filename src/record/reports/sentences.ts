/** Sentences of a report, made comparable: what is the same but for numbers, years and blanks is the same. */

export interface Sentence {
  /** As written. */
  words: string
  /** Without numbers, years, marks and blanks. */
  plain: string
  /** The pairs of characters in it. */
  pairs: ReadonlySet<string>
}

/** A section of a report has some dozens; every one is held against every other. */
const MOST = 400

/** Shorter ones are alike by nature: “一是加强领导。” */
export const SHORTEST = 16

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
    .slice(0, MOST)
    .map((sentence) => ({ ...sentence, pairs: pairs(sentence.plain) }))
}

function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (let index = 0; index < text.length - 1; index += 1) found.add(text.slice(index, index + 2))
  return found
}

/** One count below the first, or two below the second, may well be the same by chance in two years. */
const TELLING_ALONE = 100
const TELLING_TWICE = 10
/** A sentence that tells a count has to say more than that for its words to be taken over. */
const SHORTEST_COUNTED = 24

/**
 * Sentences that tell counts, by what they say with their numbers: nobody comes to the same words and the same larger number anew.
 * Years are left out.
 */
export function countedSentencesOf(paragraphs: readonly string[]): { words: string; key: string }[] {
  return paragraphs
    .flatMap((paragraph) => paragraph.split(/(?<=[。；！？])/))
    .map((words) => words.trim())
    .filter((words) => COUNTED.test(words))
    .slice(0, MOST)
    .flatMap((words) => {
      const key = words.replace(/20\d\d年度?/g, '').replace(/[^\p{Script=Han}\d.]/gu, '')
      const numbers = (key.match(/\d+(?:\.\d+)?/g) ?? []).map(Number)
      const larger = numbers.filter((number) => number >= TELLING_TWICE)
      const telling = larger.length > 1 || larger.some((number) => number >= TELLING_ALONE)
      return telling && key.replace(/[\d.]/g, '').length >= SHORTEST_COUNTED ? [{ words, key }] : []
    })
}

/** How alike two sentences are: 1 for the same, by the pairs of characters they share (Jaccard). */
export function likeness(one: Sentence, other: Sentence): number {
  if (one.plain === other.plain) return 1
  let shared = 0
  for (const pair of one.pairs) if (other.pairs.has(pair)) shared += 1
  return shared / (one.pairs.size + other.pairs.size - shared)
}
