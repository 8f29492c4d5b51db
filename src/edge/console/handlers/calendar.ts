/** 日历: endpoint → office verb. */
import { changeCalendar, previewChange } from '../../../office/calendar/change-calendar.ts'
import { calendarMoves, viewCalendar } from '../../../office/calendar/view-calendar.ts'
import type { CalendarOutputs } from '../contract/calendar.ts'
import { type Handlers, rows } from './handler.ts'

export const CALENDAR_HANDLERS: Handlers<keyof CalendarOutputs> = {
  'calendar.get': (office, { actor }) => viewCalendar(office, actor),
  'calendar.preview': (office, { actor }, { change }) => previewChange(office, actor, change),
  'calendar.change': (office, { actor }, input) => changeCalendar(office, actor, input),
  'requests.calendarMoves': (office, { actor }, { id }) => rows(calendarMoves(office, actor, id)),
}
