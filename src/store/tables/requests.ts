/** 依申请公开: the tables as TypeScript sees them. */
import type { Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { Act, ActKind } from '../../record/requests/acts.ts'
import type { Watch } from '../../record/desk/watches.ts'
import type { ToldStage } from '../../record/requests/sending.ts'
import type { OpenEnd } from '../../record/requests/open-end.ts'
import type { EvidenceKind } from '../../record/requests/evidence.ts'
import type { DisputeFact } from '../../record/requests/fact.ts'
import type { Limit, Outcome, Phase, RequesterKind, IntakeChannel } from '../../law/requests/vocabulary.ts'
import type { Instant, Json } from './columns.ts'

export interface RequestsTables {
  requester: {
    agency_id: string
    id: string
    kind: RequesterKind
    sealed: Buffer
    fingerprint: string
    created_at: Generated<Date>
  }
  request_case: {
    agency_id: string
    id: string
    number: string
    number_year: number
    number_serial: number
    requester_id: string
    requester_kind: RequesterKind
    subject: string
    content: Buffer
    query_code_hash: string
    via: IntakeChannel
    section_id: string | null
    officer_id: string | null
    phase: Phase
    submitted_on: LocalDate
    received_on: LocalDate | null
    due_on: LocalDate | null
    provisional: boolean
    open_end: OpenEnd['because'] | null
    section_due_on: LocalDate | null
    section_lead: number | null
    next_limit: Limit | null
    next_due_on: LocalDate | null
    replied_on: LocalDate | null
    served_on: LocalDate | null
    sending: ToldStage | null
    closed_on: LocalDate | null
    outcome: Outcome | null
    first_closed_on: LocalDate | null
    first_outcome: Outcome | null
    reopened_on: LocalDate | null
    disputes: Json<DisputeFact[]>
    watches: Json<Watch[]>
    acts: number
    fold_version: number
    subject_digest: Generated<string>
    incoming_number: Generated<string>
    subject_now: Buffer | null
    created_at: Generated<Date>
  }
  request_act: {
    agency_id: string
    case_id: string
    seq: number
    kind: ActKind
    on_date: LocalDate
    recorded_at: Instant
    actor_id: string
    command_id: string
    data: Json<Act>
  }
  command: { agency_id: string; command_id: string; case_id: string; recorded_at: Generated<Date> }
  party: { agency_id: string; case_id: string; key: string; sealed: Buffer }
  letter: {
    agency_id: string
    case_id: string
    id: string
    act_seq: number | null
    code: string
    number: string
    issued_on: LocalDate
    addressed_to: 'requester' | 'thirdParty' | 'agency' | 'file'
    sealed: Buffer
    sheet: Buffer | null
  }
  reply_draft: {
    agency_id: string
    case_id: string
    version: number
    state: 'draft' | 'submitted' | 'returned' | 'approved'
    sealed: Buffer
    digest: string
    outcome: Outcome
    drafters: Json<string[]>
    returned_because: string | null
    updated_by: string
    updated_at: Instant
  }
  case_note: { agency_id: string; case_id: string; id: string; officer_id: string; sealed: Buffer; written_at: Instant }
  stored_file: {
    agency_id: string
    id: string
    case_id: string | null
    document_id: string | null
    hash: string
    sealed_name: Buffer
    media_type: string
    size: number
    purpose: string
    stored_at: Generated<Date>
  }
  file_kind_change: {
    agency_id: string
    file_id: string
    former: string
    kind: EvidenceKind
    on_date: LocalDate
    changed_by: string
    changed_at: Instant
  }
  reminder: { agency_id: string; case_id: string; limit_kind: string; due_on: LocalDate; reminded_at: Generated<Date> }
}
