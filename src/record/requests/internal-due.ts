/** 内部时限: the day by which a section hands in its part, some working days before the statutory one. Not law's. */
import { type Calendar, lastWorkingDayBy, workingDaysBetween } from '../../law/calendar.ts'
import { addDays, type LocalDate } from '../../law/date.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'

/** The last working day that lies `workingDays` before the day due; null where that day or the calendar is unknown. */
export function internalDue(calendar: Calendar, due: LocalDate | null, workingDays: number): LocalDate | null {
  let day = due && lastWorkingDayBy(calendar, due)
  for (let left = workingDays; day && left > 0; left -= 1) day = lastWorkingDayBy(calendar, addDays(day, -1))
  return day
}

/** How many working days an internal day lies before the statutory one; null where that can't be counted. */
export function leadOf(calendar: Calendar, due: LocalDate | null, internal: LocalDate): number | null {
  return due && internal <= due ? workingDaysBetween(calendar, internal, due) : null
}

export interface InternalLimit {
  due_on: LocalDate | null
  section_due_on: LocalDate | null
  section_lead: number | null
}

/** Of a case that no section has. */
export const NO_INTERNAL_LIMIT: InternalLimit = { due_on: null, section_due_on: null, section_lead: null }

/**
 * 内部时限 after an act: it keeps its distance to the statutory day. While that clock stands still (补正、缴费、征求意见) there is
 * none, and when it runs again the day is set anew. A day that was set without a statutory one stays as it was set.
 */
export function movedInternalDue(
  calendar: Calendar,
  before: InternalLimit,
  after: { phase: Phase; due_on: LocalDate | null },
): LocalDate | null {
  const { section_lead: lead, section_due_on: standing } = before
  if (lead === null || OVER.has(after.phase)) return standing
  if (after.due_on === null) return null
  return standing !== null && after.due_on === before.due_on ? standing : internalDue(calendar, after.due_on, lead)
}

const OVER: ReadonlySet<Phase> = new Set(['replied', 'served', 'withdrawn', 'lapsed'])
