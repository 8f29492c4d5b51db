/**
 * 存量检查: what today's rules find in what is published: numbers of persons and words about them, marks of classification, wording
 * that is obsolete, a 公示 that is over by its own words. Where it stands and of which kind; what stands there is told to nobody.
 */
import { z } from 'zod'
import type { Calendar } from '../../law/calendar.ts'
import { type Citation, reg } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { publicityEnd } from '../../law/publication/publicity.ts'
import type { Readings } from '../../law/readings.ts'
import { CAREFUL_WORDING } from '../../law/publication/wording.ts'
import { OBSOLETE_WORDING } from '../../law/reports/obsolete-wording.ts'
import {
  blanked,
  CERTAIN,
  findPersonalData,
  PERSONAL_KINDS,
  PERSONAL_RULE_TEXTS,
  PERSONAL_WORDS,
  type PersonalKind,
} from '../outgoing/personal-data.ts'
import { SECRECY_RULE_TEXT, secrecyMarks } from '../outgoing/secrecy-marks.ts'
import { isToldAsFormer } from '../reports/prose-wording.ts'
import { plainText } from './edition-checks.ts'
import { statedPublicity } from './stated-publicity.ts'

export const STOCK_KINDS = ['personal', 'secrecy', 'over', 'wording'] as const
export type StockKind = (typeof STOCK_KINDS)[number]

interface StockRule {
  readonly zh: string
  readonly then: string
  readonly by: Citation
}

export const STOCK_RULES: Readonly<Record<StockKind, StockRule>> = {
  personal: {
    zh: '个人信息',
    then: '点“遮盖并修改”：另起一稿，号码已经遮盖，送审签发后替换；情况紧急的先撤下。',
    by: reg('15'),
  },
  secrecy: { zh: '密级或者内部标志', then: '立即撤下，报告保密审查人员；确已解密的，去掉标志后重新发布。', by: reg('17.2') },
  over: { zh: '公示期已过', then: '名单公示期满应当撤下；要长期公开的，核对后写明理由。', by: reg('15') },
  wording: { zh: '过时的用语', then: '另起一稿改正；引用旧文件名称原文的，写明理由。', by: reg('6') },
}

export interface StockDocument {
  title: string
  summary: string
  /** HTML */
  body: string
  publishedOn: LocalDate
  /** The last day on which it is shown; null for what stays. */
  shownUntil: LocalDate | null
  files: readonly StockFile[]
}

/** A file that is published with it, as far as it can be read. */
export interface StockFile {
  id: string
  title: string
  titles: readonly string[]
  pages: readonly (readonly string[])[]
}

const placeOfFile = (id: string) => `file:${id}`
const textOfFile = ({ title, pages }: StockFile) => [title, ...pages.map((lines) => lines.join('\n'))].join('\n')

export interface StockFound {
  place: string
  kind: StockKind
  /** Of the kind: which number of a person, which wording. */
  what: string
  grave: boolean
  count: number
  /** What its digest is made of: the rule, and the lines in which it stands. Never stored. */
  basis: string[]
}

const STOCK_PLACES = ['title', 'summary', 'body'] as const
const STOCK_PLACE_WORDS: Record<(typeof STOCK_PLACES)[number], string> = { title: '标题', summary: '概述', body: '正文' }

/** 正文、附件“名单”. */
export function placeWords(place: string, files: readonly { id: string; title: string }[]): string {
  const file = files.find(({ id }) => placeOfFile(id) === place)
  if (file) return `附件“${file.title}”`
  const part = STOCK_PLACES.find((one) => one === place)
  return part ? STOCK_PLACE_WORDS[part] : '附件'
}

/** The file in which something was found; null where it stands in the text. */
export function fileOfPlace(place: string): string | null {
  return place.startsWith('file:') ? place.slice('file:'.length) : null
}

export interface StockDay {
  today: LocalDate
  calendar: Calendar
  readings: Pick<Readings, 'publicityFrom'>
}

/** Everything that is found in it, in the order of places. */
export function stockFindings(document: StockDocument, day: StockDay): StockFound[] {
  const body = plainText(document.body)
  const texts: [string, string][] = [
    ['title', document.title],
    ['summary', document.summary],
    ['body', body],
    ...document.files.map((file): [string, string] => [placeOfFile(file.id), textOfFile(file)]),
  ]
  return [
    ...texts.flatMap(([place, text]) => [...personalIn(place, text), ...wordingIn(place, text, day.today)]),
    ...secrecyIn(document.title, body),
    ...document.files.flatMap(secrecyInFile),
    ...overIn(document, body, day),
  ]
}

function personalIn(place: string, text: string): StockFound[] {
  const spans = findPersonalData(text)
  if (spans.length === 0) return []
  return PERSONAL_KINDS.flatMap((kind): StockFound[] => {
    const own = spans.filter((span) => span.kind === kind)
    if (own.length === 0) return []
    const lines = own.map(({ at }) => lineAt(text, at))
    return [
      {
        place,
        kind: 'personal',
        what: kind,
        grave: CERTAIN.includes(kind),
        count: own.length,
        basis: [PERSONAL_RULE_TEXTS[kind], ...new Set(lines)],
      },
    ]
  })
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end).trim()
}

function wordingIn(place: string, text: string, today: LocalDate): StockFound[] {
  return [...OBSOLETE_WORDING, ...CAREFUL_WORDING]
    .filter(({ from }) => from <= today)
    .flatMap(({ pattern, now }): StockFound[] => {
      const found = [...text.matchAll(new RegExp(pattern, 'gu'))].filter((one) => !isToldAsFormer(text, one.index, one[0]))
      const [first] = found
      if (!first) return []
      const lines = found.map(({ index }) => lineAt(text, index))
      return [
        {
          place,
          kind: 'wording',
          what: `${first[0]}→${now}`,
          grave: false,
          count: found.length,
          basis: [pattern.source, now, ...new Set(lines)],
        },
      ]
    })
}

function secrecyIn(title: string, body: string): StockFound[] {
  return secrecyMarks({ name: title, titles: [], pages: [body.split('\n')] }).map(
    ({ mark, where }): StockFound => ({
      place: where === 'name' ? 'title' : 'body',
      kind: 'secrecy',
      what: mark,
      grave: true,
      count: 1,
      basis: [SECRECY_RULE_TEXT, mark],
    }),
  )
}

function secrecyInFile(file: StockFile): StockFound[] {
  return secrecyMarks({ name: file.title, titles: file.titles, pages: file.pages }).map(
    ({ mark }): StockFound => ({
      place: placeOfFile(file.id),
      kind: 'secrecy',
      what: mark,
      grave: true,
      count: 1,
      basis: [SECRECY_RULE_TEXT, mark],
    }),
  )
}

/** A list for a time that has run out, and that no day takes off. */
function overIn({ title, publishedOn, shownUntil }: StockDocument, body: string, day: StockDay): StockFound[] {
  if (shownUntil !== null || !title.includes('公示')) return []
  const stated = statedPublicity(body, publishedOn)
  if (!stated) return []
  const until = 'until' in stated ? stated.until : publicityEnd(day.calendar, day.readings, publishedOn, stated.length)
  if (until === null || until >= day.today) return []
  return [{ place: 'body', kind: 'over', what: until, grave: true, count: 1, basis: ['over', until] }]
}

/** 有什么、几处, fit for everyone of the office: of a number only its kind. */
export function stockWords({ kind, what, count }: Pick<StockFound, 'kind' | 'what' | 'count'>): string {
  const personal = PERSONAL_KINDS.find((one) => one === what)
  if (kind === 'personal') return `${personal ? PERSONAL_WORDS[personal] : STOCK_RULES.personal.zh} ${count} 处`
  if (kind === 'over') return `文中写的公示期到 ${what} 为止，现在仍在公开`
  if (kind === 'secrecy') return `有密级或者内部标志：“${what}”`
  const [former = '', now = ''] = what.split('→')
  return `“${former}”${count > 1 ? ` ${count} 处` : ''}，现在用：${now}`
}

const SAMPLES = 3
const LONGEST_SAMPLE = 60

/** Lines in which it stands, with every number in them blanked: enough to find them by. */
export function samplesOf(
  document: Pick<StockDocument, 'title' | 'summary' | 'body' | 'files'>,
  { place, kind, what }: Pick<StockFound, 'place' | 'kind' | 'what'>,
): string[] {
  const file = document.files.find(({ id }) => placeOfFile(id) === place)
  const text = file ? textOfFile(file) : partOf(document, place)
  const all: readonly PersonalKind[] = PERSONAL_KINDS
  const at =
    kind === 'personal'
      ? findPersonalData(text)
          .filter((span) => span.kind === what)
          .map((span) => span.at)
      : kind === 'wording'
        ? [text.indexOf(what.split('→')[0] ?? '')].filter((found) => found >= 0)
        : []
  const lines = [...new Set(at.map((one) => lineAt(text, one)))].slice(0, SAMPLES)
  return lines.map((line) => {
    const masked = blanked(line, all).replace(/\s+/gu, '　')
    return [...masked].length > LONGEST_SAMPLE ? `${[...masked].slice(0, LONGEST_SAMPLE).join('')}…` : masked
  })
}

function partOf({ title, summary, body }: Pick<StockDocument, 'title' | 'summary' | 'body'>, place: string): string {
  if (place === 'title') return title
  return place === 'summary' ? summary : plainText(body)
}

export const STOCK_TABS = ['open', 'faultless', 'gone'] as const
export type StockTab = (typeof STOCK_TABS)[number]
export const STOCK_TAB_WORDS: Record<StockTab, string> = { open: '待处理', faultless: '核对无误', gone: '已改正' }

export interface StockRow {
  id: string
  documentId: string
  /** Null: published before editions were kept. */
  editionId: string | null
  title: string
  column: string
  place: string
  kind: StockKind
  say: string
  grave: boolean
  foundOn: LocalDate
  samples: string[]
  /** A text that is on its way to replace it. */
  correcting: string | null
  closed: { on: LocalDate; by: string; because: string } | null
}

export interface StockView {
  tab: StockTab
  rows: StockRow[]
  total: number
  page: number
  pages: number
  open: number
  /** The last time that everything was read; null: never. */
  scanned: { on: LocalDate; documents: number; done: boolean } | null
  may: { settle: boolean; correct: boolean; withdraw: boolean }
}

export const settleSchema = z.object({ id: z.uuid(), because: z.string().trim().min(4, '请写明为什么可以这样公开').max(300) })
