/** 日历: holiday notices and local days. */
import { z } from 'zod'
import { calendarChangeSchema } from '../../../record/calendar/change.ts'
import type { CalendarPreview, CalendarView, CaseCalendarMove } from '../../../record/calendar/view.ts'
import { commandId, type Endpoint, onCase } from './endpoint.ts'

export const CALENDAR_ENDPOINTS = {
  'calendar.get': { method: 'GET', path: '/calendar', input: z.object({}) },
  'calendar.preview': { method: 'POST', path: '/calendar/preview', input: z.object({ change: calendarChangeSchema }) },
  'calendar.change': {
    method: 'POST',
    path: '/calendar/changes',
    input: z.object({ commandId, change: calendarChangeSchema, confirmed: z.boolean().default(false) }),
  },
  'requests.calendarMoves': { method: 'GET', path: '/requests/:id/calendar-moves', input: onCase },
} as const satisfies Record<string, Endpoint>

export interface CalendarOutputs {
  'calendar.get': CalendarView
  'calendar.preview': CalendarPreview
  'calendar.change': CalendarView
  'requests.calendarMoves': { rows: CaseCalendarMove[] }
}
