/** The tables of `schema/*.sql` as TypeScript sees them. Dates are legal days as text (the driver is told so in database.ts). */
import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { AgencyDetails, AgencyKind } from '../record/people/agency.ts'
import type { Act, ActKind } from '../record/requests/acts.ts'
import type { OpenEnd } from '../record/requests/open-end.ts'
import type { DisputeFact } from '../record/requests/fact.ts'
import type { Role } from '../record/people/roles.ts'
import type { Limit, Outcome, Phase, RequesterKind, IntakeChannel } from '../law/requests/vocabulary.ts'
import type { Readings } from '../law/readings.ts'
import type { Finding, ReportFormat, ReportTables } from '../law/reports/model.ts'
import type { ReportProse } from '../record/reports/prose.ts'

/** jsonb: read as a value, written as JSON text (so that arrays are not taken for PostgreSQL arrays). */
type Json<T> = ColumnType<T, string, string>
type Instant = ColumnType<Date, string | undefined, string>

export interface Database {
  agency: {
    id: string
    parent_id: string | null
    slug: string
    kind: AgencyKind
    regime: 'art54' | 'art55'
    rank: Generated<number>
    created_at: Generated<Date>
  }
  agency_version: { agency_id: string; from_date: LocalDate; data: Json<AgencyDetails> }
  agency_setting: {
    agency_id: string
    from_date: LocalDate
    readings: Json<Partial<Readings>>
    overlay: Json<{ off: LocalDate[]; on: LocalDate[] }>
  }
  calendar_year: { year: number; notice: Json<unknown>; loaded_at: Generated<Date> }
  section: { agency_id: string; id: string; name: string; rank: Generated<number> }
  officer: {
    agency_id: string
    id: string
    section_id: string | null
    login: string
    name: string
    position: Generated<string>
    roles: Json<Role[]>
    password_hash: string
    failed_attempts: Generated<number>
    locked_until: Date | null
    active: Generated<boolean>
    created_at: Generated<Date>
  }
  session: {
    token_hash: string
    officer_id: string
    csrf: string
    created_at: Generated<Date>
    seen_at: Generated<Date>
    expires_at: Date
  }
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
    next_limit: Limit | null
    next_due_on: LocalDate | null
    replied_on: LocalDate | null
    served_on: LocalDate | null
    closed_on: LocalDate | null
    outcome: Outcome | null
    disputes: Json<DisputeFact[]>
    acts: number
    fold_version: number
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
  }
  reply_draft: {
    agency_id: string
    case_id: string
    version: number
    state: 'draft' | 'submitted' | 'returned' | 'approved'
    sealed: Buffer
    digest: string
    outcome: Outcome
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
  school_consultation: {
    agency_id: string
    id: string
    number: string
    number_year: number
    number_serial: number
    subject: string
    sealed: Buffer
    query_code_hash: string
    submitted_on: LocalDate
    answered_on: LocalDate | null
    sealed_answer: Buffer | null
    answered_by: string | null
    command_id: string
  }
  document: {
    agency_id: string
    id: string
    column_key: string
    title: string
    number: string | null
    index_number: string
    summary: string
    keywords: Json<string[]>
    body: string
    formed_on: LocalDate
    published_on: LocalDate | null
    effective_on: LocalDate | null
    validity: 'inForce' | 'amended' | 'repealed' | 'expired'
    repealed_on: LocalDate | null
    normative: boolean
    interprets: string | null
    approved_by: string | null
    updated_at: Instant
  }
  decision_count: {
    agency_id: string
    year: number
    kind: string
    value: string
    basis: string
    recorded_by: string | null
    recorded_at: Generated<Date>
  }
  report: {
    agency_id: string
    year: number
    version: number
    format: ReportFormat
    state: 'draft' | 'submitted' | 'approved' | 'published'
    source: 'compiled' | 'imported'
    tables: Json<ReportTables>
    prose: Json<ReportProse>
    findings: Json<Finding[]>
    facts_mark: Json<{ cases: number; acts: number }>
    explained: Json<Record<string, string>>
    approved_by: string | null
    approved_on: LocalDate | null
    published_on: LocalDate | null
    updated_at: Instant
  }
  counter: { agency_id: string; series: string; year: number; value: number }
  audit_head: { agency_id: string; seq: number; hash: string }
  audit_entry: {
    agency_id: string
    seq: number
    at: ColumnType<Date, string, never>
    actor_id: string
    verb: string
    target: string
    detail: Json<Record<string, unknown>>
    previous: string
    hash: string
  }
  reminder: { agency_id: string; case_id: string; limit_kind: string; due_on: LocalDate; reminded_at: Generated<Date> }
  store_fact: { key: string; value: string }
}
