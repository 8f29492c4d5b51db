/** 日历变更: the tables as TypeScript sees them. */
import type { LocalDate } from '../../law/date.ts'
import type { Limit } from '../../law/requests/vocabulary.ts'
import type { BesideLimit } from '../../record/calendar/beside.ts'
import type { CalendarChange } from '../../record/calendar/change.ts'
import type { Instant, Json } from './columns.ts'

export interface CalendarTables {
  calendar_change: {
    agency_id: string
    id: string
    kind: CalendarChange['kind']
    data: Json<CalendarChange>
    made_on: LocalDate
    made_by: string
    recorded_at: Instant
  }
  calendar_move: {
    agency_id: string
    change_id: string
    case_id: string
    limit_kind: Limit
    party: string
    former_due: LocalDate | null
    new_due: LocalDate | null
    letter_id: string | null
  }
  calendar_move_beside: {
    agency_id: string
    change_id: string
    dispute_id: string | null
    amendment_id: string | null
    limit_kind: BesideLimit
    nth: number
    former_due: LocalDate | null
    new_due: LocalDate | null
  }
}
