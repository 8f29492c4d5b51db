/** The clock's question and answer: the shapes of `gongkai clock` and of everything in the product that shows a date. */
import type { LocalDate } from '../date.ts'
import type { IntakeChannel, Limit, Outcome, Phase, ReviewBody, ServiceMethod } from './vocabulary.ts'

/** A dated act as far as time is concerned. `on` is the day it has effect in law, not the day it was written down. */
export type ClockAct =
  | { kind: 'submitted'; on: LocalDate; via?: IntakeChannel }
  | { kind: 'received'; on: LocalDate; via?: IntakeChannel }
  | { kind: 'correction-asked'; on: LocalDate; replyBy?: LocalDate; noticeReceived?: LocalDate }
  | { kind: 'correction-received'; on: LocalDate }
  | { kind: 'correction-lapsed'; on: LocalDate }
  | { kind: 'reasons-asked'; on: LocalDate; replyBy?: LocalDate }
  | { kind: 'reasons-given'; on: LocalDate }
  /** `told` false: nothing shows that the requester has been told of it yet (Art 35, as of an extension). */
  | { kind: 'deferred'; on: LocalDate; until: LocalDate; told?: false }
  | { kind: 'third-party-asked'; on: LocalDate; party?: string; letterReceived?: LocalDate }
  | { kind: 'third-party-answered'; on: LocalDate; party?: string; consents?: boolean; reasons?: string }
  | { kind: 'agency-asked'; on: LocalDate; agency?: string; as?: 'co-maker' | 'consulted'; letterReceived?: LocalDate }
  | { kind: 'agency-answered'; on: LocalDate; agency?: string; consents?: boolean }
  | { kind: 'fee-noticed'; on: LocalDate; noticeReceived?: LocalDate; yuan?: number }
  | { kind: 'fee-paid'; on: LocalDate }
  | { kind: 'fee-lapsed'; on: LocalDate }
  /** `told` false: nothing shows that the requester has been told of it yet (Art 33.2). */
  | { kind: 'extended'; on: LocalDate; workingDays: number; told?: false }
  /** `restUnder14To16`: 部分公开, whether anything of the rest is withheld under Art 14–16; taken as so when not told.
   * `mixed`: nothing is given, and only some of the items are refused under Art 14–16. */
  | { kind: 'replied'; on: LocalDate; outcome?: Outcome; article?: string; restUnder14To16?: boolean; mixed?: boolean }
  | { kind: 'served'; on: LocalDate; by?: ServiceMethod }
  | { kind: 'withdrawn'; on: LocalDate }
  /** 责令重新答复: `replyBy` is the last day where the decision or judgment set one. */
  | { kind: 'reopened'; on: LocalDate; by?: ReviewBody; replyBy?: LocalDate }
  | { kind: 'annulled'; on: LocalDate; of: number }

export type StepKind = 'start' | 'restart' | 'exclude' | 'extend' | 'defer'

export const STEP_WORDS: Record<StepKind, string> = {
  start: '开始计算',
  restart: '重新计算',
  exclude: '不计入',
  extend: '延长',
  defer: '延迟答复',
}

/** One thing that the statute does to time. `from` and `to` are the first and last day inside the stretch. */
export interface ClockStep {
  step: StepKind
  from: LocalDate
  /** null where a needed year's holiday notice is not loaded, or the stretch has no known end. */
  to: LocalDate | null
  /** Working days counted (for `exclude`: not counted). */
  workingDays: number
  /** How many are missing because a year is not loaded. */
  uncounted?: number
  why: string
  cite: string
}

export interface ClockLimit {
  what: Limit
  party?: string
  due: LocalDate | null
  /** The day the limit was met, or null. */
  met: LocalDate | null
}

export interface Breach {
  what: Limit | 'extensionNotice' | 'correctionTwice' | 'extensionTooLong'
  due: LocalDate | null
  on: LocalDate | null
  cite: string
}

export interface ClockAnswer {
  due: LocalDate | null
  provisional: boolean
  phase: Phase
  limits: ClockLimit[]
  steps: ClockStep[]
  breaches: Breach[]
}
