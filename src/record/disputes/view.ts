/** What the pages show of disputes: built by the office, read by the console. */
import type { LocalDate } from '../../law/date.ts'
import type { DisputePath, DisputeResult } from '../../law/oversight/results.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { BesideCalendarMove } from '../calendar/view.ts'
import type { DisputeAct, DisputeActKind, Procedure } from './acts.ts'
import type { DisputeLimitKind, DisputeStage } from './fold.ts'
import type { Lesson } from './lessons.ts'
import type { PaperContent } from './papers.ts'

export interface DisputeRow {
  id: string
  number: string
  /** The request or the matter of amendment that it is over: one of them. */
  caseId: string | null
  amendmentId: string | null
  caseNumber: string
  subject: string
  path: DisputePath
  stage: DisputeStage
  openedOn: LocalDate
  closedOn: LocalDate | null
  resultWords: string | null
  /** The next thing that this agency must do. */
  next: { what: DisputeLimitKind; dueOn: LocalDate | null } | null
  late: boolean
}

export interface DisputeLimitView {
  what: DisputeLimitKind
  whose: 'ours' | 'theirs'
  due: LocalDate | null
  met: LocalDate | null
  cite: string
  /** When another limit may hold instead. */
  unless?: string
}

export interface DisputeView extends DisputeRow {
  procedure: Procedure
  claimantWords: string
  reference: string
  acts: {
    seq: number
    kind: DisputeActKind
    on: LocalDate
    words: string
    detail: string
    actorName: string
    recordedAt: string
    annulled: boolean
    act: DisputeAct
  }[]
  limits: DisputeLimitView[]
  /** 提示: with what the file should be read. */
  notes: { say: string; cite: string }[]
  /** Table 四: row and column, and since when; null for a complaint. */
  cell: { group: string; column: string } | null
  results: { result: DisputeResult; words: string; cite: string; columnWords: string }[]
  may: Record<DisputeActKind, Refusal | null>
  mayRecord: boolean
  version: number
  /** The papers as they stand: saved, or as the case writes them. */
  paper: { content: PaperContent; version: number }
  lessons: Lesson[]
  /** Its days that a change of the calendar has moved. */
  calendarMoves: BesideCalendarMove[]
  today: LocalDate
}
