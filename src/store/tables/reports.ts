/** 年度报告: the tables as TypeScript sees them. */
import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import type { DecisionKind } from '../../record/reports/decision-entries.ts'
import type { ZeroLooked } from '../../record/reports/zero-report.ts'
import type { UnitsAddedUp } from '../../record/reports/notice.ts'
import type { ProblemAnswer } from '../../record/reports/last-problems.ts'
import type { ReportProse } from '../../record/reports/prose.ts'
import type { Timeliness } from '../../record/reports/timeliness.ts'
import type { Instant, Json } from './columns.ts'

/** How far the record had got when the tables were derived; absent in reports of earlier releases. */
export interface FactsMark {
  cases: number
  acts: number
  /** Entries of the ledger of decisions, made and voided. */
  entries?: number
  /** Digest of the normative documents with the days that the tables count them by; a number in reports of earlier releases. */
  documents?: string | number
  /** Which version of last year's report is the published one; 0 for none. */
  lastYear?: number
  /** Digest of the readings that the agency had at the end of the year. */
  readings?: string
}

export interface ReportsTables {
  decision_count: {
    agency_id: string
    year: number
    kind: string
    value: string
    basis: string
    recorded_by: string | null
    recorded_at: Generated<Date>
  }
  decision_entry: {
    agency_id: string
    id: string
    kind: DecisionKind
    matter: string
    section_id: string | null
    from_date: LocalDate
    to_date: LocalDate
    made: number
    refused: number
    fen: ColumnType<string, string, string>
    basis: string
    entered_by: string
    entered_on: LocalDate
    entered_at: Generated<Date>
    command_id: string
    evidence_hash: string | null
    evidence_size: number | null
    evidence_type: string | null
    voided_because: string | null
    voided_by: string | null
    voided_on: LocalDate | null
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
    facts_mark: Json<FactsMark>
    explained: Json<Record<string, string>>
    approved_by: string | null
    approved_on: LocalDate | null
    published_on: LocalDate | null
    updated_at: Instant
    units: ColumnType<UnitsAddedUp | null, string | null | undefined, string | null>
    answers: ColumnType<ProblemAnswer[], string | undefined, string>
    zero: ColumnType<ZeroLooked[], string | undefined, string>
    restated_because: Generated<string>
    as_of: ColumnType<LocalDate | null, LocalDate | null | undefined, LocalDate | null>
    timeliness: ColumnType<Timeliness | null, string | null | undefined, string | null>
  }
  report_original: {
    agency_id: string
    year: number
    version: number
    hash: string
    sealed_name: Buffer
    media_type: string
    size: number
    given: Json<readonly string[]>
    imported_by: string
    imported_on: LocalDate
  }
  report_signed_copy: {
    agency_id: string
    year: number
    version: number
    seq: number
    hash: string
    size: number
    signed_on: LocalDate
    kept_on: LocalDate
    kept_by: string
  }
}
