/** Days for planning what the demo county did: where a year's holidays are not announced yet, its weekends stand in for them. */
import { type Calendar, dayKind } from '../../law/calendar.ts'
import { addDays, type LocalDate, weekday } from '../../law/date.ts'

export interface Days {
  isWorking(day: LocalDate): boolean
  /** Whether the holidays of its year are announced: a limit that ends later has no certain end yet. */
  isKnown(day: LocalDate): boolean
  /** The day itself where it is a working day, else the next one. */
  workingFrom(day: LocalDate): LocalDate
  /** So many working days later; earlier where `count` is negative. */
  plus(day: LocalDate, count: number): LocalDate
}

export function daysOf(calendar: Calendar): Days {
  const isWorking = (day: LocalDate): boolean => {
    const kind = dayKind(calendar, day)
    return kind === 'unknown' ? weekday(day) % 6 !== 0 : kind === 'working'
  }
  return {
    isWorking,
    isKnown: (day) => dayKind(calendar, day) !== 'unknown',
    workingFrom: (day) => {
      let found = day
      while (!isWorking(found)) found = addDays(found, 1)
      return found
    },
    plus: (day, count) => {
      let found = day
      for (let left = Math.abs(count); left > 0; ) {
        found = addDays(found, Math.sign(count))
        if (isWorking(found)) left -= 1
      }
      return found
    },
  }
}
