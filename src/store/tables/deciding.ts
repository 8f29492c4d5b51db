/** 分办、审查、授权、转为主动公开: the tables as TypeScript sees them. */
import type { Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'

export interface DecidingTables {
  delegation: {
    agency_id: string
    id: string
    officer_id: string
    from_date: LocalDate
    to_date: LocalDate
    document: string
    granted_by: string
    granted_at: Generated<Date>
    revoked_on: LocalDate | null
    revoked_by: string | null
  }
  absence: {
    agency_id: string
    id: string
    officer_id: string
    deputy_id: string
    from_date: LocalDate
    to_date: LocalDate
    recorded_by: string
    recorded_at: Generated<Date>
    ended_on: LocalDate | null
  }
  case_assignment: {
    agency_id: string
    case_id: string
    seq: number
    section_id: string | null
    officer_id: string | null
    due_on: LocalDate | null
    assigned_by: string
    assigned_on: LocalDate
    assigned_at: Generated<Date>
  }
  conversion_proposal: {
    agency_id: string
    case_id: string
    information: string
    reason: string
    proposed_by: string
    proposed_on: LocalDate
    result: 'converted' | 'declined' | null
    because: string | null
    document_id: string | null
    link: string | null
    decided_by: string | null
    decided_on: LocalDate | null
  }
}
