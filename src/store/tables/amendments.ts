/** 更正登记簿: the tables as TypeScript sees them. */
import type { Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { Retention } from '../../law/requests/retention.ts'
import type { IntakeChannel } from '../../law/requests/vocabulary.ts'
import type { AmendmentActKind, AmendmentState } from '../../record/amendments/fold.ts'
import type { AmendmentPaper, AmendmentResult } from '../../record/amendments/model.ts'
import type { Instant } from './columns.ts'

export interface AmendmentsTables {
  amendment: {
    agency_id: string
    id: string
    number: string
    number_year: number
    number_serial: number
    subject: string
    via: IntakeChannel
    received_on: LocalDate
    requester_sealed: Buffer
    content_sealed: Buffer
    from_case: string | null
    result: AmendmentResult | null
    decided_on: LocalDate | null
    served_on: LocalDate | null
    withdrawn_on: LocalDate | null
    state: AmendmentState
  }
  amendment_act: {
    agency_id: string
    amendment_id: string
    seq: number
    kind: AmendmentActKind
    on_date: LocalDate
    recorded_at: Instant
    actor_id: string
    sealed: Buffer
    command_id: string | null
  }
  amendment_file: {
    agency_id: string
    amendment_id: string
    id: string
    kind: AmendmentPaper
    hash: string
    sealed_name: Buffer
    media_type: string
    size: number
    added_by: string
    added_at: Instant
  }
  amendment_volume: {
    agency_id: string
    number: string
    amendment_id: string
    year: number
    serial: number
    retention: Retention
    archived_on: LocalDate
    due_on: LocalDate | null
    pieces: number
    transferred_on: LocalDate | null
    transferred_to: string | null
    made_at: Generated<Date>
  }
}
