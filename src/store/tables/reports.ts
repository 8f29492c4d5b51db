/** 年度报告: the tables as TypeScript sees them. */
import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import type { UnitsAddedUp } from '../../record/reports/notice.ts'
import type { ProblemAnswer } from '../../record/reports/last-problems.ts'
import type { ReportProse } from '../../record/reports/prose.ts'
import type { Timeliness } from '../../record/reports/timeliness.ts'
import type { Instant, Json } from './columns.ts'

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
    units: ColumnType<UnitsAddedUp | null, string | null | undefined, string | null>
    answers: ColumnType<ProblemAnswer[], string | undefined, string>
    restated_because: Generated<string>
    timeliness: ColumnType<Timeliness | null, string | null | undefined, string | null>
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
