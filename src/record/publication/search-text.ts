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
  const folded = letterByLetter(plain)
  const places = terms.map((term) => folded.indexOf(term)).filter((at) => at >= 0)
  const at = places.length > 0 ? Math.min(...places) : 0
  const from = Math.max(0, at - BEFORE)
  const to = from + SHOWN
  return `${from > 0 ? '…' : ''}${plain.slice(from, to)}${to < plain.length ? '…' : ''}`
}

/** Folded as far as every letter stays in its place. */
function letterByLetter(text: string): string {
  return [...text]
    .map((letter) => {
      const folded = searchFold(letter)
      return folded.length === letter.length ? folded : letter
    })
    .join('')
}

/** The text in its parts: those that are one of the words, and those between. */
export function wordsIn(text: string, words: readonly string[]): { part: string; is: boolean }[] {
  const folded = letterByLetter(text)
  const longest = words.filter(Boolean).toSorted((a, b) => b.length - a.length)
  const parts: { part: string; is: boolean }[] = []
  let from = 0
  for (let at = 0; at < text.length; ) {
    const word = longest.find((one) => folded.startsWith(one, at))
    if (!word) {
      at += 1
      continue
    }
    if (at > from) parts.push({ part: text.slice(from, at), is: false })
    parts.push({ part: text.slice(at, at + word.length), is: true })
    at += word.length
    from = at
  }
  return from < text.length ? [...parts, { part: text.slice(from), is: false }] : parts
}
