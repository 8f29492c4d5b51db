/**
 * 依据库 — the statutes, rules and documents that a decision may rest on, each with the days on which it is in force: what the
 * product itself cites, what went before it, and what bureaus cite most. An agency adds its own documents, and later texts, as rows.
 */
import { INSTRUMENTS, type Instrument } from '../cite.ts'
import { addDays, earliest, type LocalDate, localDate } from '../date.ts'
import { ADMINISTRATIVE_PROCEDURE_TEXT, ARCHIVES_TEXT, CIVIL_PROCEDURE_TEXT } from './litigation.ts'
import { RECONSIDERATION_TEXT } from './reconsideration.ts'
import { REGULATION_TEXT } from './regulation.ts'
import { type Article, articlesOf } from './text.ts'
import { OTHER_TEXTS, VALIDITY, type Validity } from './validity.ts'

export const BASIS_KINDS = ['law', 'regulation', 'rule', 'interpretation', 'document'] as const
export type BasisKind = (typeof BASIS_KINDS)[number]
export const BASIS_KIND_WORDS: Record<BasisKind, string> = {
  law: '法律',
  regulation: '行政法规',
  rule: '规章',
  interpretation: '司法解释',
  document: '规范性文件和其他文件',
}

export interface BasisText {
  /** The product's key, or the row's id of a text that an agency added. */
  readonly key: string
  /** Without 《》. */
  readonly title: string
  readonly number: string
  readonly kind: BasisKind
  readonly from: LocalDate
  /** Whether `from` is the very day; else the text was in force by then, and nothing is said of earlier days. */
  readonly fromIsExact: boolean
  /** The last day in force. */
  readonly to: LocalDate | null
  /** What took its place. */
  readonly replacedBy: string | null
  /** Other names by which texts call it. */
  readonly names: readonly string[]
  /** How many articles it has; null where it has none or they were not counted. */
  readonly articles: number | null
  /** Word for word, as far as it is kept here. */
  readonly text: readonly Article[]
  readonly source: string
}

const TEXTS: Partial<Record<string, string>> = {
  reg: REGULATION_TEXT,
  arl: RECONSIDERATION_TEXT,
  apl: ADMINISTRATIVE_PROCEDURE_TEXT,
  civilProcedure: CIVIL_PROCEDURE_TEXT,
  archivesLaw: ARCHIVES_TEXT,
}

/** A title as citations compare it: without 《》, blanks, 中华人民共和国 before it and a note of the version after it. */
export function bareTitle(title: string): string {
  return title
    .replaceAll(/[《》〈〉<>\s]/g, '')
    .replace(/^中华人民共和国/, '')
    .replace(/（[^（）]*(?:修正|修订|试行)[^（）]*）$/, '')
}

function built(key: string, title: string, number: string, validity: Validity): BasisText {
  const { from, to, replacedBy, articles, ...rest } = validity
  return {
    key,
    title: bareTitle(title),
    number,
    from: localDate(from),
    to: to === undefined ? null : localDate(to),
    replacedBy: replacedBy ?? null,
    articles: articles ?? null,
    text: articlesOf(TEXTS[key] ?? ''),
    ...rest,
  }
}

/** What comes with the product, in the order in which it is cited most. */
export const BUILT_IN_BASIS: readonly BasisText[] = [
  ...(Object.keys(INSTRUMENTS) as Instrument[]).map((key) => {
    const { title, short, number } = INSTRUMENTS[key]
    const text = built(key, title, number, VALIDITY[key])
    return { ...text, names: [...text.names, bareTitle(short)] }
  }),
  ...OTHER_TEXTS.map(({ key, title, number, ...validity }) => built(key, title, number, validity)),
]

/** As stored: what an agency wrote down of a text of its own, or of one that came after this version of the product. */
export type AddedBasis = Omit<BasisText, 'replacedBy' | 'fromIsExact' | 'names'> & {
  /** The text it takes the place of from its first day on. */
  readonly replaces: string | null
}

/** Built-in texts and an agency's own, later ones closing those they replace. */
export function basisLibrary(added: readonly AddedBasis[]): BasisText[] {
  const own = added.map((text): BasisText => ({ ...text, replacedBy: null, fromIsExact: true, names: [] }))
  return [...BUILT_IN_BASIS, ...own].map((text) => {
    const next = added.find(({ replaces }) => replaces === text.key)
    if (!next) return text
    const last = addDays(next.from, -1)
    return { ...text, to: text.to === null ? last : earliest(text.to, last), replacedBy: next.key }
  })
}

export function isInForce(text: BasisText, on: LocalDate): boolean {
  return (text.from <= on || !text.fromIsExact) && (text.to === null || on <= text.to)
}
