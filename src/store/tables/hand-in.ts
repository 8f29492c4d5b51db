/** 年度报告的报送: the tables as TypeScript sees them. */
import type { LocalDate } from '../../law/date.ts'
import type { Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import type { HandInAct, HandInState, HandInWay } from '../../record/reports/hand-in.ts'
import type { ReportProse } from '../../record/reports/prose.ts'
import type { Instant, Json } from './columns.ts'

export interface HandInTables {
  report_notice: {
    agency_id: string
    id: string
    year: number
    title: string
    number: string
    issued_on: LocalDate
    file_by: LocalDate
    accepted_first: boolean
    body: string
    format: ReportFormat
    issued_by: string
    sums: Json<ReportTables> | null
    accepted: number
    acts: number
  }
  notice_attachment: {
    agency_id: string
    notice_id: string
    hash: string
    name: string
    media_type: string
    size: number
    added_by: string
    added_on: LocalDate
    withdrawn_because: string | null
    withdrawn_by: string | null
    withdrawn_on: LocalDate | null
  }
  hand_in: {
    agency_id: string
    notice_id: string
    unit_id: string
    state: HandInState
    counted: number | null
    waiting: number | null
    first_handed_in_on: LocalDate | null
    accepted_on: LocalDate | null
    reminded_on: LocalDate | null
    excused_because: string
    errors: number
    warnings: number
    acts: number
  }
  hand_in_act: {
    agency_id: string
    notice_id: string
    unit_id: string
    seq: number
    on_date: LocalDate
    recorded_at: Instant
    actor_id: string
    data: Json<HandInAct>
  }
  report_submission: {
    agency_id: string
    notice_id: string
    unit_id: string
    seq: number
    format: ReportFormat
    tables: Json<ReportTables>
    prose: Json<ReportProse>
    findings: Json<Finding[]>
    explained: Json<Record<string, string>>
    via: HandInWay
    version: number | null
    digest: string
    handed_in_on: LocalDate
  }
  signing_key: {
    agency_id: string
    public_key: string
    private_sealed: Buffer
    made_at: Instant
  }
  trusted_key: {
    agency_id: string
    unit_id: string
    public_key: string
    trusted_by: string
    trusted_at: Instant
  }
}
