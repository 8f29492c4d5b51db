/**
 * Legal days. A limit in law is counted in calendar days of Asia/Shanghai, never in instants: `2026-03-02` is a day,
 * wherever the machine stands. Nothing here reads a clock; the day is always an argument.
 */

/** A calendar day `YYYY-MM-DD` (公历日). Made only by {@link localDate}, {@link isLocalDate} or the arithmetic below. */
export type LocalDate = string & { readonly __localDate: unique symbol }

/** 0 = Sunday 周日 … 6 = Saturday 周六 */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const WEEKDAY_NAMES = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days in a month; `month` is 1…12. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

/** Whether the text is a day that exists (2025-02-29 does not). */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string') return false
  const match = SHAPE.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
}

/** Reads a day; throws on anything that is not one (a programming error: foreign input goes through {@link isLocalDate}). */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a calendar day: ${text}`)
  return text
}

export function parts(date: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

export function fromParts(year: number, month: number, day: number): LocalDate {
  return localDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** Days since 1970-01-01 (Howard Hinnant's civil-days algorithm): no time zone can enter. */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = parts(date)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The inverse of {@link dayNumber}. */
export function fromDayNumber(number: number): LocalDate {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  return fromParts(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** `days` natural days later (自然日); negative goes back. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Same day number `months` later, or the last day of that month (民法典 Art 202 第二款). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = parts(date)
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  return fromParts(y, m, Math.min(day, monthLength(y, m)))
}

/** Natural days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function weekday(date: LocalDate): Weekday {
  return ((((dayNumber(date) + 4) % 7) + 7) % 7) as Weekday
}

/** 周一 … 周日 */
export function weekdayName(date: LocalDate): string {
  return WEEKDAY_NAMES[weekday(date)]
}

/** `2026年3月30日` — as official documents print a day (GB/T 9704: no leading zeros). */
export function chineseDate(date: LocalDate): string {
  const { year, month, day } = parts(date)
  return `${year}年${month}月${day}日`
}

/** `2026年3月30日（周一）` — where people read a due day. */
export function chineseDateWithWeekday(date: LocalDate): string {
  return `${chineseDate(date)}（${weekdayName(date)}）`
}

/** The earlier / the later of days; ISO days sort as text. */
export function earliest(first: LocalDate, ...rest: LocalDate[]): LocalDate {
  return rest.reduce((a, b) => (b < a ? b : a), first)
}
export function latest(first: LocalDate, ...rest: LocalDate[]): LocalDate {
  return rest.reduce((a, b) => (b > a ? b : a), first)
}
