/**
 * 工作日 — which days count. A working day is known only where the State Council's notice for that year is loaded: the days of
 * any other year, its weekends too, are `unknown`, because a notice may make a weekend a working day.
 */
import { BUILT_IN_YEARS } from './calendars/index.ts'
import { type YearFile, yearFileFaults } from './calendars/year-file.ts'
import { addDays, addMonths, dayNumber, fromDayNumber, isLocalDate, localDate, type LocalDate, weekday, yearOf } from './date.ts'

export type { YearFile } from './calendars/year-file.ts'
export { yearFileDoubts, yearFileFaults } from './calendars/year-file.ts'

export type DayKind = 'working' | 'rest' | 'unknown'

interface DayNote {
  /** 休 a day off; 班 a weekend day worked in exchange. */
  readonly mark: '休' | '班'
  /** The holiday it belongs to, or the local overlay. */
  readonly name: string
}

/** Local days off and working days set by an authority beside the national notice (《放假办法》第四条: 少数民族习惯的节日等). */
export interface Overlay {
  readonly off?: readonly LocalDate[]
  readonly on?: readonly LocalDate[]
}

export interface Calendar {
  readonly years: ReadonlyMap<number, YearFile>
  readonly overlay: Overlay
  /** Every day that some notice or the overlay names; all other days follow the week. */
  readonly named: ReadonlyMap<LocalDate, DayNote>
}

function build(years: ReadonlyMap<number, YearFile>, overlay: Overlay): Calendar {
  const named = new Map<LocalDate, DayNote>()
  for (const file of years.values()) {
    for (const { name, from, to } of file.off) {
      for (let day = dayNumber(from as LocalDate); day <= dayNumber(to as LocalDate); day += 1) {
        named.set(fromDayNumber(day), { mark: '休', name })
      }
    }
    for (const { name, date } of file.on) named.set(date as LocalDate, { mark: '班', name })
  }
  for (const date of overlay.off ?? []) named.set(date, { mark: '休', name: '地方规定放假' })
  for (const date of overlay.on ?? []) named.set(date, { mark: '班', name: '地方规定上班' })
  return { years, overlay, named }
}

const NATIONAL = build(new Map(BUILT_IN_YEARS.map((file) => [file.year, file])), {})

/** The national calendar with every year built in. */
export function nationalCalendar(): Calendar {
  return NATIONAL
}

/** The calendar with one more year's notice, or an amended one. Throws on a faulty file: check with {@link yearFileFaults} first. */
export function withYear(calendar: Calendar, file: YearFile): Calendar {
  const faults = yearFileFaults(file)
  if (faults.length > 0) throw new RangeError(`faulty holiday file of ${file.year}: ${faults.join('; ')}`)
  return build(new Map([...calendar.years, [file.year, file]]), calendar.overlay)
}

/** The calendar with local days off and working days, in place of any overlay before. The overlay goes before the notice. */
export function withOverlay(calendar: Calendar, overlay: Overlay): Calendar {
  for (const date of [...(overlay.off ?? []), ...(overlay.on ?? [])]) {
    if (!isLocalDate(date)) throw new RangeError(`not a calendar day: ${date}`)
  }
  return build(calendar.years, overlay)
}

/** 休 or 班 and whose day it is; null for a day that merely follows the week. */
export function dayNote(calendar: Calendar, date: LocalDate): DayNote | null {
  return calendar.named.get(date) ?? null
}

export function dayKind(calendar: Calendar, date: LocalDate): DayKind {
  const note = calendar.named.get(date)
  if (note) return note.mark === '休' ? 'rest' : 'working'
  if (!calendar.years.has(yearOf(date))) return 'unknown'
  return isWeekday(date) ? 'working' : 'rest'
}

/** The end of a count in working days; `date` is null where a year that is not loaded stands in the way. */
export interface Counted {
  readonly date: LocalDate | null
  /** Working days counted. */
  readonly counted: number
  /** Working days still to be counted when the loaded years ended. */
  readonly missing: number
}

/** Years have four digits. */
const LAST_DAY = '9999-12-31'

/** The `n`-th working day after a day. The day itself never counts (次日起算); `n` = 0 gives the day itself. */
export function addWorkingDays(calendar: Calendar, date: LocalDate, n: number): Counted {
  let [day, counted] = [date, 0]
  while (counted < n) {
    if (day >= LAST_DAY) return { date: null, counted, missing: n - counted }
    day = addDays(day, 1)
    const kind = dayKind(calendar, day)
    if (kind === 'unknown') return { date: null, counted, missing: n - counted }
    if (kind === 'working') counted += 1
  }
  return { date: day, counted, missing: 0 }
}

/**
 * Working days after `from` up to and including `to` (0 when `to` is not later); null when one of the days is unknown. Counted by
 * weeks, then by the days that a notice names: years cost no more than days do.
 */
export function workingDaysBetween(calendar: Calendar, from: LocalDate, to: LocalDate): number | null {
  if (to <= from) return 0
  const days = dayNumber(to) - dayNumber(from)
  let counted = 5 * Math.floor(days / 7)
  for (let over = days % 7; over > 0; over -= 1) if (isWeekday(addDays(to, 1 - over))) counted += 1
  for (const [date, { mark }] of calendar.named) {
    if (date <= from || date > to) continue
    if (mark === '休' && isWeekday(date)) counted -= 1
    if (mark === '班' && !isWeekday(date)) counted += 1
  }
  return isKnownBetween(calendar, from, to) ? counted : null
}

function isWeekday(date: LocalDate): boolean {
  return weekday(date) % 6 !== 0
}

/** Whether every day after `from` up to `to` is known: its year is loaded, or it is itself named. */
function isKnownBetween(calendar: Calendar, from: LocalDate, to: LocalDate): boolean {
  for (let day = addDays(from, 1); day <= to; ) {
    if (dayKind(calendar, day) === 'unknown') return false
    const year = yearOf(day)
    day = calendar.years.has(year) ? localDate(`${year + 1}-01-01`) : addDays(day, 1)
  }
  return true
}

/**
 * A limit in natural days that ends on a rest day ends on the first day after the rest (民事诉讼法 Art 85 with 行政复议法 Art 88
 * and 行政诉讼法 Art 101). A make-up working weekend is no rest day. Null where the year is not loaded.
 */
export function nextNonRestDay(calendar: Calendar, date: LocalDate): LocalDate | null {
  for (let day = date; ; day = addDays(day, 1)) {
    const kind = dayKind(calendar, day)
    if (kind === 'unknown') return null
    if (kind === 'working') return day
  }
}

/** The last working day on or before a day (for internal targets before a fixed date); null where the year is not loaded. */
export function lastWorkingDayBy(calendar: Calendar, date: LocalDate): LocalDate | null {
  for (let day = date; ; day = addDays(day, -1)) {
    const kind = dayKind(calendar, day)
    if (kind === 'unknown') return null
    if (kind === 'working') return day
  }
}

/** 期间 — how long a limit is: in working days (工作日), natural days (日) or months (月). */
export interface Length {
  readonly n: number
  readonly unit: 'workingDays' | 'days' | 'months'
}

/** The last day of a limit that begins after `from`; natural days and months roll over rest days. Null where it needs a year not loaded. */
export function lastDay(calendar: Calendar, from: LocalDate, { n, unit }: Length): LocalDate | null {
  if (unit === 'workingDays') return addWorkingDays(calendar, from, n).date
  return nextNonRestDay(calendar, unit === 'days' ? addDays(from, n) : addMonths(from, n))
}

/** A day that counts otherwise in one calendar than in another. */
export interface DayChange {
  readonly date: LocalDate
  readonly before: DayKind
  readonly after: DayKind
}

/** Every day that a change of the calendar made different, in order. */
export function dayChanges(before: Calendar, after: Calendar): DayChange[] {
  const years = [before, after].flatMap(({ years, named }) => [...years.keys(), ...[...named.keys()].map(yearOf)])
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const changes: DayChange[] = []
  const end = dayNumber(`${last}-12-31` as LocalDate)
  for (let day = dayNumber(`${first}-01-01` as LocalDate); day <= end; day += 1) {
    const date = fromDayNumber(day)
    const [was, is] = [dayKind(before, date), dayKind(after, date)]
    if (was !== is) changes.push({ date, before: was, after: is })
  }
  return changes
}
