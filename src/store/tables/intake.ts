/** 收件: the tables as TypeScript sees them. */
import type { Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { LooksLike } from '../../law/requests/triage.ts'
import type { LinkKind } from '../../record/requests/intake.ts'
import type { Instant } from './columns.ts'

export interface IntakeTables {
  requester_person: { agency_id: string; requester_id: string; position: number; role: 'joint' | 'agent'; fingerprint: string }
  case_link: {
    agency_id: string
    case_id: string
    other_id: string
    kind: LinkKind
    position: Generated<number>
    made_by: string
    made_at: Generated<Date>
  }
  split_form: { agency_id: string; case_id: string; sealed: Buffer; split_at: Generated<Date> }
  case_triage: {
    agency_id: string
    case_id: string
    looks_like: LooksLike | null
    unclear: boolean
    officer_id: string
    noted_at: Generated<Date>
  }
  incoming_mail: {
    agency_id: string
    case_id: string
    number: string
    noted_by: string
    noted_on: LocalDate
    noted_at: Instant
  }
  hint_count: { agency_id: string; day: LocalDate; shown: number; opened: number; sent: number }
}
