/**
 * Two wordings side by side: sentence by sentence, and inside a sentence that was only reworked, word by word. What is only in one
 * of them is marked there with a word and a line, not with colour alone.
 */
import { diffArrays, diffWordsWithSpace } from 'diff'

export interface Piece {
  text: string
  /** Not in the other wording. */
  only: boolean
}

export interface Wordings {
  one: Piece[]
  other: Piece[]
}

/** So long one comparison may take; longer, and everything that is not the same sentence is marked as a whole. */
const MS = 100
/** A sentence of which less than this remains is another sentence. */
const REWORKED = 0.5

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })

/** Sentences with what ends them; paragraphs end in a line break. */
function sentences(paragraphs: readonly string[]): string[] {
  return paragraphs.flatMap((paragraph) => [...(`${paragraph}\n`.match(/[^。！？；\n]*[。！？；\n]/g) ?? [])])
}

export function compareWordings(one: readonly string[], other: readonly string[]): Wordings {
  const changes = diffArrays(sentences(one), sentences(other), { timeout: MS })
  const result: Wordings = { one: [], other: [] }
  if (!changes)
    return {
      one: [{ text: sentences(one).join(''), only: true }],
      other: [{ text: sentences(other).join(''), only: true }],
    }
  let gone = ''
  for (const { value, removed, added } of changes) {
    const text = value.join('')
    if (removed) {
      gone = text
      continue
    }
    if (added) append(result, reworked(gone, text))
    else append(result, { one: [...marked(gone, true), { text, only: false }], other: [{ text, only: false }] })
    gone = ''
  }
  append(result, { one: marked(gone, true), other: [] })
  return result
}

function append(to: Wordings, { one, other }: Wordings): void {
  to.one.push(...one)
  to.other.push(...other)
}

function marked(text: string, only: boolean): Piece[] {
  return text ? [{ text, only }] : []
}

function reworked(one: string, other: string): Wordings {
  const whole = { one: marked(one, true), other: marked(other, true) }
  if (!one) return whole
  const changes = diffWordsWithSpace(one, other, { intlSegmenter: WORDS, timeout: MS })
  if (!changes) return whole
  const kept = changes.filter(({ added, removed }) => !added && !removed).reduce((sum, { value }) => sum + value.length, 0)
  if (kept < Math.max(one.length, other.length) * REWORKED) return whole
  return {
    one: changes.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, only: removed })),
    other: changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, only: added })),
  }
}
