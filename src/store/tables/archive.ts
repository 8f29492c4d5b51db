/** 依据、责任科室、答复稿经过、归档、销毁: the tables as TypeScript sees them. */
import type { Generated } from 'kysely'
import type { BasisKind } from '../../law/basis/library.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Retention, RetentionRules } from '../../law/requests/retention.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import type { Step } from '../../record/people/owners.ts'
import type { Json } from './columns.ts'

export interface ArchiveTables {
  /** Of no agency: the same content may lie in the files of several. */
  content_to_remove: { hash: string; since: Generated<Date>; due: Generated<Date> }
  basis_text: {
    agency_id: string
    id: string
    title: string
    number: string
    kind: BasisKind
    from_date: LocalDate
    to_date: LocalDate | null
    replaces: string | null
    articles: number | null
    body: string
    source: string
    added_by: string
    added_at: Generated<Date>
  }
  step_owner: {
    agency_id: string
    step: Step
    from_date: LocalDate
    section_id: string
    set_by: string
    set_at: Generated<Date>
  }
  draft_step: {
    agency_id: string
    case_id: string
    seq: number
    what: 'submitted' | 'returned' | 'approved'
    version: number
    digest: string
    outcome: Outcome
    sealed: Buffer
    officer_id: string
    at: Generated<Date>
  }
  retention_table: {
    agency_id: string
    from_date: LocalDate
    rules: Json<RetentionRules>
    source: string
    set_by: string
    set_at: Generated<Date>
  }
  case_volume: {
    agency_id: string
    number: string
    case_id: string
    year: number
    serial: number
    retention: Retention
    archived_on: LocalDate
    due_on: LocalDate | null
    pieces: number
    transferred_on: LocalDate | null
    transferred_to: string | null
    voided_because: string | null
    made_at: Generated<Date>
  }
  erasure: {
    agency_id: string
    id: string
    proposed_by: string
    proposed_on: LocalDate
    basis: string
    approved_by: string | null
    approved_on: LocalDate | null
    rejected_because: string | null
  }
  erasure_case: {
    agency_id: string
    erasure_id: string
    case_id: string
    volume: string
    erased_at: Date | null
  }
  erasure_amendment: {
    agency_id: string
    erasure_id: string
    amendment_id: string
    volume: string
    erased_at: Date | null
  }
}
