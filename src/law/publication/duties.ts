/**
 * 应公开: when an item of the catalogue has to be published — every year by a certain day, so many working days after something
 * happened, or after a document was formed (Reg. 26).
 */
import { addWorkingDays, type Calendar } from '../calendar.ts'
import { type Citation, cite, reg } from '../cite.ts'
import { fromParts, type LocalDate, monthLength } from '../date.ts'
import { publicationDue } from './timeliness.ts'

/** `03-15`: a day of every year. */
export type MonthDay = `${number}-${number}`

export type Trigger =
  /** 按日期: between `opens` and `due` of every year; where `opens` is the later of them, it is of the year before. */
  | { on: 'calendar'; key: string; name: string; opens: MonthDay; due: MonthDay }
  /** 按事件: so many working days after it happened; null: as the item's 公开时限 says. */
  | { on: 'event'; key: string; name: string; days: number | null }

const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export function isMonthDay(text: string): text is MonthDay {
  const [, month = '', day = ''] = MONTH_DAY.exec(text) ?? []
  return month !== '' && Number(day) <= monthLength(2024, Number(month))
}

/** That day of a year; 29 February of a year without one is its 28th. */
export function dayIn(year: number, monthDay: MonthDay): LocalDate {
  const [month = 1, day = 1] = monthDay.split('-').map(Number)
  return fromParts(year, month, Math.min(day, monthLength(year, month)))
}

/** When the duty of a year opens and falls due. */
export function occurrenceIn(
  year: number,
  { opens, due }: { opens: MonthDay; due: MonthDay },
): { opens: LocalDate; due: LocalDate } {
  return { opens: dayIn(opens > due ? year - 1 : year, opens), due: dayIn(year, due) }
}

/**
 * The limit that the words of 公开时限 set, in working days from the day the information was formed or changed. Null where they set
 * none that can be counted (按年度公开, 长期公开): Reg. 26 then holds by itself.
 */
export function workingDaysIn(words: string): number | null {
  const found = /(\d{1,3})\s*个?\s*工作日/.exec(words.normalize('NFKC'))
  const days = Number(found?.[1] ?? 0)
  return days > 0 ? days : null
}

export const DUTY_BY: Citation = reg('26')

/** By when what was formed, or happened, on that day is to be published; null where it needs a holiday notice that is not loaded. */
export function dueAfter(calendar: Calendar, from: LocalDate, days: number | null): { due: LocalDate | null; why: string } {
  const law = publicationDue(calendar, 'publication', from)
  if (days === null) return { due: law.due, why: `${cite(law.by)}：形成或者变更之日起二十个工作日内` }
  const { date } = addWorkingDays(calendar, from, days)
  return { due: date, why: `目录规定：${days} 个工作日内` }
}
