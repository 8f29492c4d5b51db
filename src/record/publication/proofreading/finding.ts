/** 校对提示: a place at which somebody should look once more, what may be put there, and why. */
import { z } from 'zod'
import type { LocalDate } from '../../../law/date.ts'
import type { EditionContent } from '../edition.ts'
import type { ProofText } from './text.ts'

export const FINDING_KINDS = ['laws', 'wording', 'dates', 'numbers', 'names'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

export const FINDING_KIND_WORDS: Record<FindingKind, string> = {
  laws: '法规名称',
  wording: '用语',
  dates: '日期',
  numbers: '数字',
  names: '名称和姓名',
}

export const PROOF_FIELDS = ['title', 'number', 'summary', 'body'] as const
export type ProofField = (typeof PROOF_FIELDS)[number]

export const PROOF_FIELD_WORDS: Record<ProofField, string> = { title: '标题', number: '文号', summary: '概述', body: '正文' }

/** A stretch of a field's text. */
export interface Stretch {
  from: number
  to: number
}

/** As a check gives it: one place. */
export interface Found extends Stretch {
  kind: FindingKind
  say: string
  /** What may be put there word for word; null where a person has to find it out. */
  suggestion: string | null
  source: string
}

/** Of a field: places with the same words and the same suggestion are one finding. */
export interface Finding {
  /** The same for the same finding in the same surroundings, whatever else is changed. */
  key: string
  kind: FindingKind
  field: ProofField
  words: string
  /** What stands before and after the first of them. */
  before: string
  after: string
  /** 第2段, 表一第3行 … of the first of them. */
  place: string
  count: number
  say: string
  suggestion: string | null
  source: string
}

/** What a check may know besides the text. */
export interface ProofContext {
  content: Pick<EditionContent, 'title' | 'number' | 'formedOn'>
  today: LocalDate
  /** Names of agencies and schools as they are written. */
  agencies: readonly string[]
}

export type Check = (text: ProofText, context: ProofContext, field: ProofField) => Found[]

export const SETTLED_KINDS = ['accepted', 'dismissed', 'reopened'] as const
export type SettledKind = (typeof SETTLED_KINDS)[number]

/** What somebody did about a finding; kept with the text, since names of people may stand in it. */
export const settledSchema = z.object({
  key: z.string(),
  kind: z.enum(FINDING_KINDS),
  field: z.enum(PROOF_FIELDS),
  words: z.string(),
  place: z.string(),
  say: z.string(),
  suggestion: z.string().nullable(),
  because: z.string(),
})
export type Settled = z.infer<typeof settledSchema>

export interface SettledFinding extends Settled {
  what: SettledKind
  by: string
  on: LocalDate
}

/** A finding as the page shows it: open, or left as it is for a reason. */
export interface FindingView extends Finding {
  dismissed: { because: string; by: string; on: LocalDate } | null
}

export interface ProofView {
  findings: FindingView[]
  /** What was changed because of a finding. */
  accepted: SettledFinding[]
  /** Whoever looks may say that a finding is none. */
  mayDismiss: boolean
  /** Whoever looks may put the suggestion into the text. */
  mayAccept: boolean
}
