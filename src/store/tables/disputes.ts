/** 争议卷: the tables as TypeScript sees them. */
import type { LocalDate } from '../../law/date.ts'
import type { DisputePath } from '../../law/oversight/results.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import type { DisputeAct, DisputeActKind } from '../../record/disputes/acts.ts'
import type { LessonCategory } from '../../record/disputes/lessons.ts'
import type { Instant, Json } from './columns.ts'

export interface DisputesTables {
  dispute: {
    agency_id: string
    id: string
    /** The request or the matter of amendment whose decision it is over: one of them. */
    case_id: string | null
    amendment_id: string | null
    number: string
    number_year: number
    number_serial: number
    path: DisputePath
    opened_on: LocalDate
    closed_on: LocalDate | null
    acts: number
  }
  dispute_act: {
    agency_id: string
    dispute_id: string
    seq: number
    kind: DisputeActKind
    on_date: LocalDate
    recorded_at: Instant
    actor_id: string
    command_id: string
    data: Json<DisputeAct>
  }
  dispute_paper: {
    agency_id: string
    dispute_id: string
    id: string
    kind: 'papers'
    version: number
    sealed: Buffer
    written_by: string
    written_at: Instant
  }
  lesson: {
    agency_id: string
    id: string
    dispute_id: string
    case_id: string
    outcome: Outcome | null
    grounds: Json<string[]>
    subject: string
    category: LessonCategory
    text: string
    written_by: string
    written_at: Instant
  }
}
