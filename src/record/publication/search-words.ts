/**
 * 检索的词: what stands in the index of published information, and what is looked for in it. A lexeme is its kind, a colon and the
 * word; the same text gives the same lexemes on both sides.
 */
import { fromParts, type LocalDate, parts, yearOf } from '../../law/date.ts'
import { searchFold } from './search-text.ts'

/** Cuts text at the words of a dictionary. */
export interface Cutting {
  /** Every word that stands in it, also words within words. */
  all(text: string): string[]
  /** One after the other, as it is read. */
  cut(text: string): string[]
  /** Of each word, without tones. */
  pinyin(word: string): string
}

/** What a document is found by. */
export interface SearchedDocument {
  agencyId: string
  column: string
  title: string
  number: string | null
  indexNumber: string
  keywords: readonly string[]
  summary: string
  /** Without tags. */
  text: string
  publishedOn: LocalDate
  stage: string | null
  validity: string
  kind: DocumentKind | null
}

/** 信息类型 that a search is narrowed to. */
export const DOCUMENT_KINDS = ['normative', 'interpretation', 'publicity'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]
export const DOCUMENT_KIND_NAMES: Record<DocumentKind, string> = {
  normative: '行政规范性文件',
  interpretation: '政策解读',
  publicity: '公示',
}

/** What a search is narrowed to. */
export interface SearchNarrowing {
  agencyId?: string
  column?: string
  year?: number
  kind?: DocumentKind
  stage?: string
  validity?: string
}

/** Longer texts are searched by their beginning. */
const LONGEST_TEXT = 200_000
/** Longer runs of letters are no word that anybody types. */
const LONGEST_WORD = 32
/** So many words of a title, one after the other, are found when typed in pinyin without blanks. */
const PINYIN_RUN = 4

const isWord = (word: string) =>
  /[\p{L}\p{N}]/u.test(word) && word.length <= LONGEST_WORD && ([...word].length > 1 || /[a-z0-9]/.test(word))

/** The quarter of a year: the window in which a search looks at a time. */
export function quarterOf(day: LocalDate): { lexeme: string; begins: LocalDate } {
  const { year, month } = parts(day)
  const quarter = Math.ceil(month / 3)
  return { lexeme: `q:${year}${quarter}`, begins: fromParts(year, quarter * 3 - 2, 1) }
}

/** By what a search is narrowed. */
export function narrowingLexemes({ agencyId, column, year, kind, stage, validity }: SearchNarrowing): string[] {
  const of = (letter: string, value: string | number | undefined) => (value === undefined ? [] : [`${letter}:${value}`])
  return [...of('a', agencyId), ...of('c', column), ...of('y', year), ...of('k', kind), ...of('s', stage), ...of('v', validity)]
}

export function namesOf({ title, number, indexNumber }: Pick<SearchedDocument, 'title' | 'number' | 'indexNumber'>): string {
  return searchFold([title, number ?? '', indexNumber].join(' '))
}

export function aboutOf({ keywords, summary }: Pick<SearchedDocument, 'keywords' | 'summary'>): string {
  return searchFold([...keywords, summary].join(' '))
}

export function pairsOf(text: string): string[] {
  const letters = [...text]
  return letters.slice(1).flatMap((letter, at) => (letter === ' ' || letters[at] === ' ' ? [] : [`${letters[at]}${letter}`]))
}

/** Everything that a document is found by. */
export function lexemesOf(document: SearchedDocument, cutting: Cutting): string[] {
  const { agencyId, column, publishedOn, stage, validity, kind, title, keywords } = document
  const names = namesOf(document)
  const text = searchFold(document.text.slice(0, LONGEST_TEXT))
  const narrowing = narrowingLexemes({
    agencyId,
    column,
    year: yearOf(publishedOn),
    validity,
    ...(kind ? { kind } : {}),
    ...(stage ? { stage } : {}),
  })
  return [
    ...new Set([
      ...narrowing,
      quarterOf(publishedOn).lexeme,
      ...numbersIn(text).map((number) => `n:${number}`),
      ...[names, aboutOf(document), text].flatMap((part) => wordsWithin(part, cutting).map((word) => `w:${word}`)),
      ...cutting
        .all(searchFold(title))
        .filter(isWord)
        .map((word) => `t:${word}`),
      ...[names, ...keywords.map(searchFold)].flatMap(pairsOf).map((pair) => `b:${pair}`),
      ...pinyinRuns([...cutting.cut(searchFold(title)), ' ', ...keywords.map(searchFold)], cutting).map((run) => `p:${run}`),
    ]),
  ]
}

/** Its words, and of words that the dictionary may have run together (防欺凌) every two letters. */
function wordsWithin(text: string, cutting: Cutting): string[] {
  const long = cutting.cut(text).filter((word) => [...word].length > 2 && /^\p{Script=Han}+$/u.test(word))
  return [...cutting.all(text).filter(isWord), ...long.flatMap(pairsOf)]
}

const NUMBER_IN_TEXT = /(\p{Script=Han}{1,10})(\(\d{4}\)第?\d{1,5}号)/gu

/** 文号 that a text cites, with as much before it as may be the sign of an agency. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBER_IN_TEXT)].flatMap(([, before = '', number = '']) =>
    [...before].map((_, from) => before.slice(from) + number),
  )
}

/** Pinyin of the words from each on: whoever types without changing the keyboard to Chinese types on without blanks. */
function pinyinRuns(words: readonly string[], { pinyin }: Cutting): string[] {
  const spoken = words.map((word) => (/\p{Script=Han}/u.test(word) ? pinyin(word) : ''))
  return spoken.flatMap((first, at) => (first === '' ? [] : [run(spoken.slice(at, at + PINYIN_RUN))]))
}

/** Up to whatever is not spoken. */
function run(spoken: readonly string[]): string {
  const end = spoken.indexOf('')
  return (end < 0 ? spoken : spoken.slice(0, end)).join('').slice(0, LONGEST_WORD)
}

/** One thing to look for, and by how much each row that it finds is the likelier. */
export interface Probe {
  /** In the language of tsquery. */
  query: string
  limit: number
}

const quoted = (lexeme: string) => `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`
const allOf = (parts: readonly string[]) => `(${parts.join(' & ')})`
const anyOf = (parts: readonly string[]) => `(${parts.join(' | ')})`

export function narrowingQuery(narrowing: SearchNarrowing): string {
  return narrowingLexemes(narrowing).map(quoted).join(' & ')
}

/** One term as it was typed. */
export interface SearchTerm {
  /** Folded. */
  term: string
  /** Its words by the dictionary, without those that any question has. */
  words: string[]
}

/** Words that any question has, and none is told by. */
const ASKING = new Set(
  (
    '怎么 怎样 怎么办 如何 什么 哪些 哪个 哪里 哪儿 多少 几个 几年 是否 是不是 有没有 能不能 可以 能否 需要 要不要 我们 你们 请问 想问 知道 了解 ' +
    '关于 有关 相关 一下 一个 今年 现在 最近 怎么样 为什么 时候 多久 以及 进行 办理 孩子 小孩 家长 我家 自己 查询 查看 下载'
  ).split(' '),
)

/** What was typed, by its terms; of a whole sentence only what tells one matter from another. A 文号 has no words. */
export function termsTyped(terms: readonly string[], cutting: Cutting): SearchTerm[] {
  return terms.flatMap((term) => {
    if (isNumberLike({ term })) return [{ term, words: [] }]
    const words = [...new Set(cutting.cut(term).filter(isWord))]
    const telling = words.filter((word) => !ASKING.has(word))
    return words.length > 0 && telling.length === 0 ? [] : [{ term, words: telling }]
  })
}

/** 文号 and the like are looked for letter by letter, in the names alone. */
export function isNumberLike({ term }: Pick<SearchTerm, 'term'>): boolean {
  return /\d/.test(term) && /[()号第-]/.test(term)
}

/** A 文号 that the text cites. */
export function numberQuery(term: string): string {
  return quoted(`n:${term}`)
}

const LATIN = /^[a-z]{2,32}$/
const ONE_LETTER = /^\p{Script=Han}$/u

/** All of the term's words; or its letters as they stand in the names; or it is pinyin. `kind`: in the text, or in the title. */
function termQuery(one: SearchTerm, kind: 'w' | 't'): string | null {
  const { term, words } = one
  const pairs = pairsOf(term)
  const ways = [
    ...(words.length > 0 ? [allOf(words.map((word) => quoted(`${kind}:${word}`)))] : []),
    ...(pairs.length > 0 ? [allOf(pairs.map((pair) => quoted(`b:${pair}`)))] : []),
    ...(isNumberLike(one) && kind === 'w' ? [numberQuery(term)] : []),
    ...(ONE_LETTER.test(term) ? [`${quoted(`b:${term}`)}:*`] : []),
    ...(LATIN.test(term) ? [`${quoted(`p:${term}`)}:*`] : []),
  ]
  return ways.length > 0 ? anyOf(ways) : null
}

/** How many hits are weighed against each other; of more the newest. */
export const MOST_WEIGHED = 1000
const MOST_BY_TITLE = 300
const MOST_BY_WORD = 200

/** Everything that was typed, in the title or anywhere; null where nothing in it can be looked for. */
export function probesForAll(terms: readonly SearchTerm[]): Probe[] | null {
  const of = (kind: 'w' | 't') => terms.map((term) => termQuery(term, kind))
  const [title, text] = [of('t'), of('w')]
  if (title.length === 0 || title.includes(null)) return null
  return [
    { query: allOf(title as string[]), limit: MOST_BY_TITLE },
    { query: allOf(text as string[]), limit: MOST_WEIGHED + 1 },
  ]
}

/** Each word for itself, in the title and anywhere. */
export interface WordProbes {
  word: string
  title: Probe
  text: Probe
}

export function probesForSome(words: readonly string[]): WordProbes[] {
  return words
    .filter((word) => word.length > 1)
    .map((word) => ({
      word,
      title: {
        query: anyOf([quoted(`t:${word}`), allOf(pairsOf(word).map((pair) => quoted(`b:${pair}`)))]),
        limit: MOST_BY_WORD,
      },
      text: { query: quoted(`w:${word}`), limit: MOST_BY_WORD },
    }))
}
