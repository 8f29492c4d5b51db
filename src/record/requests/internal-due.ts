/** 内部时限: the day by which a section hands in its part, some working days before the statutory one. Not law's. */
import { type Calendar, lastWorkingDayBy } from '../../law/calendar.ts'
import { addDays, type LocalDate } from '../../law/date.ts'

/** The last working day that lies `workingDays` before the day due; null where that day or the calendar is unknown. */
export function internalDue(calendar: Calendar, due: LocalDate | null, workingDays: number): LocalDate | null {
  let day = due && lastWorkingDayBy(calendar, due)
  for (let left = workingDays; day && left > 0; left -= 1) day = lastWorkingDayBy(calendar, addDays(day, -1))
  return day
}
