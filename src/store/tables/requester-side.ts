/** 申请人一侧: the tables as TypeScript sees them. */
import type { Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { MessageKind, Usefulness } from '../../record/requests/requester-side.ts'

export interface RequesterSideTables {
  requester_message: {
    agency_id: string
    case_id: string
    id: string
    kind: MessageKind
    on_date: LocalDate
    useful: Usefulness | null
    sealed: Buffer
    command_id: string
    written_at: Generated<Date>
  }
  requester_message_handled: { agency_id: string; message_id: string; officer_id: string; handled_at: Generated<Date> }
  letter_access: {
    agency_id: string
    case_id: string
    id: string
    letter_id: string
    on_date: LocalDate
    opened_at: Generated<Date>
  }
  service_choice: {
    agency_id: string
    case_id: string
    seq: number
    on_date: LocalDate
    agreed: boolean
    chosen_at: Generated<Date>
  }
  electronic_delivery: {
    agency_id: string
    case_id: string
    act_seq: number
    offered_on: LocalDate
    open_by: LocalDate | null
  }
}
