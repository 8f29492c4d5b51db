/** 办案: what the panels of a case and the approval page show beside the case itself. Built by the office, read by the console. */
import type { AskedItems } from './clauses.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { ReviewAspect } from '../../law/requests/reviews.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'

export interface ReviewRow {
  aspect: ReviewAspect
  /** Null while nobody has said anything about this wording. */
  conclusion: 'pass' | 'return' | null
  by: string
  on: LocalDate | null
  note: string
  /** Whether the reader may say it now; the refusal says why not. */
  may: Refusal | 'allowed' | 'not-mine'
}

export interface SimilarCase {
  id: string
  number: string
  subject: string
  outcome: Outcome | null
  closedOn: LocalDate | null
  /** 复议、诉讼 that it led to, the last result. */
  dispute: 'pending' | 'upheld' | 'corrected' | 'other' | null
  samePerson: boolean
  /** 文号 and day of its reply, for 重复申请. */
  reply: { number: string; on: LocalDate } | null
  /** So alike that it may be the same information. */
  nearlySame: boolean
}

export interface DecidingView {
  reviews: ReviewRow[]
  /** Why the wording that waits may not be approved yet. */
  unreviewed: Refusal[]
  /** 与上一送审稿相比: paragraphs of the letter that came or went. */
  changes: { kind: 'added' | 'removed'; text: string }[]
  /** What the request lists, proposed as items of the reply. */
  asked: AskedItems
  assignments: { section: string; officer: string; dueOn: LocalDate | null; by: string; on: LocalDate }[]
  /** 内部时限 to offer: some working days before the statutory day. */
  suggestedDueOn: LocalDate | null
  sectionDueOn: LocalDate | null
  /** How many working days before the statutory day it stands, and with it rests and is set anew; null for a day of its own. */
  sectionLead: number | null
  similar: SimilarCase[]
  /** Different people who asked for nearly the same, this one included (Art 44). */
  askers: number
  conversion: {
    information: string
    reason: string
    proposedBy: string
    proposedOn: LocalDate
    result: 'converted' | 'declined' | null
    because: string
    link: string
    documentId: string | null
    decidedOn: LocalDate | null
  } | null
  mayPropose: boolean
  mayDecide: boolean
  /** A deputy who has no delegation today. */
  approval: Refusal | null
}
