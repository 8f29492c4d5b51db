/** 检索词: one writing of what means the same, on both sides of a search, and the place of a text where the words stand. */

const BRACKETS: Readonly<Record<string, string>> = {
  '[': '(',
  '〔': '(',
  '【': '(',
  '{': '(',
  ']': ')',
  '〕': ')',
  '】': ')',
  '}': ')',
}

/** As the database's `search_fold`: full and half width, large and small letters, every kind of bracket; letter by letter. */
export function searchFold(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[[\]〔〕【】{}]/g, (bracket) => BRACKETS[bracket] ?? bracket)
}

const MOST_TERMS = 8

/** What was typed, cut at blanks. */
export function searchTerms(written: string): string[] {
  return [...new Set(searchFold(written).split(/\s+/).filter(Boolean))].slice(0, MOST_TERMS)
}

const BEFORE = 20
const SHOWN = 70

/** The stretch of a text where the first of the terms stands; its beginning where none does. */
export function excerptOf(text: string, terms: readonly string[]): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  const folded = searchFold(plain)
  const places = terms.map((term) => folded.indexOf(term)).filter((at) => at >= 0)
  // Where folding changed the length, places can't be carried over.
  const at = places.length > 0 && folded.length === plain.length ? Math.min(...places) : 0
  const from = Math.max(0, at - BEFORE)
  const to = from + SHOWN
  return `${from > 0 ? '…' : ''}${plain.slice(from, to)}${to < plain.length ? '…' : ''}`
}
