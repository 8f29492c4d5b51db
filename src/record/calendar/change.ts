/** 日历变更: a State Council notice for a year, or local days under an authority's document. Checked, applied and put into words, purely. */
import { z } from 'zod'
import {
  type Calendar,
  dayChanges,
  dayNote,
  withOverlay,
  withYear,
  type YearFile,
  yearFileDoubts,
  yearFileFaults,
} from '../../law/calendar.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { day } from '../requests/acts.ts'

const line = (max: number) => z.string().trim().min(1).max(max)
const anyDay = z.string().max(10)

export const calendarChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('year'),
    year: z.number().int().min(2008).max(2100),
    notice: z.object({ title: line(120), number: line(60), on: day, url: z.string().trim().max(300).default('') }),
    off: z.array(z.object({ name: line(20), from: anyDay, to: anyDay })).max(30),
    on: z.array(z.object({ name: line(20), date: anyDay })).max(30),
  }),
  z.object({
    kind: z.literal('overlay'),
    authority: z.object({ title: line(120), number: line(60), on: day }),
    /** 放假 */
    off: z.array(day).max(60).default([]),
    /** 上班 */
    on: z.array(day).max(60).default([]),
    /** 恢复全国安排: no longer set locally */
    plain: z.array(day).max(60).default([]),
  }),
])
export type CalendarChange = z.infer<typeof calendarChangeSchema>
export type CalendarChangeInput = z.input<typeof calendarChangeSchema>

/** A year's file with the notices before it, where this one amends them. */
function fileOf(calendar: Calendar, change: Extract<CalendarChange, { kind: 'year' }>): YearFile {
  const before = calendar.years.get(change.year)?.notices ?? []
  const { year, notice, off, on } = change
  return { year, notices: [...before.filter(({ number }) => number !== notice.number), notice], off, on }
}

/** What is wrong with a change: with any, it can't be saved. */
export function changeFaults(calendar: Calendar, change: CalendarChange): string[] {
  if (change.kind === 'year') return yearFileFaults(fileOf(calendar, change))
  const { off, on, plain } = change
  const all = [...off, ...on, ...plain]
  const twice = all.filter((date, index) => all.indexOf(date) < index)
  return [
    ...(all.length === 0 ? ['没有填写任何一天'] : []),
    ...twice.map((date) => `${chineseDate(date)}填写了两次`),
    ...plain.filter((date) => !isLocal(calendar, date)).map((date) => `${chineseDate(date)}现在没有地方规定，无需恢复`),
  ]
}

/** What may be right but seldom is: a person confirms it. `today`: a document of a later day can't have been read yet. */
export function changeDoubts(calendar: Calendar, change: CalendarChange, today: LocalDate): string[] {
  const { on } = change.kind === 'year' ? change.notice : change.authority
  const early = on > today ? [`文件的日期是${chineseDate(on)}，晚于今天（${chineseDate(today)}）`] : []
  if (change.kind === 'year') return [...early, ...yearFileDoubts(fileOf(calendar, change))]
  const resting = change.off.filter((date) => dayNote(calendar, date)?.mark === '休')
  return [...early, ...resting.map((date) => `${chineseDate(date)}按现在的日历已经放假`)]
}

function isLocal({ overlay }: Calendar, date: LocalDate): boolean {
  return [...(overlay.off ?? []), ...(overlay.on ?? [])].includes(date)
}

/** The calendar after the change. Throws on a faulty one: ask {@link changeFaults} first. */
export function changed(calendar: Calendar, change: CalendarChange): Calendar {
  if (change.kind === 'year') return withYear(calendar, fileOf(calendar, change))
  const { off, on, plain } = change
  const kept = (days: readonly LocalDate[] | undefined, except: readonly LocalDate[]) =>
    (days ?? []).filter((date) => !except.includes(date) && !plain.includes(date))
  const merged = (days: readonly LocalDate[], more: readonly LocalDate[]) => [...new Set([...days, ...more])].toSorted()
  return withOverlay(calendar, {
    off: merged(kept(calendar.overlay.off, on), off),
    on: merged(kept(calendar.overlay.on, off), on),
  })
}

/** Where a change comes from, as letters and traces say it: 《…通知》（文号）. */
export function authorityOf(change: CalendarChange): string {
  const { title, number } = change.kind === 'year' ? change.notice : change.authority
  const named = title.startsWith('《') ? title : `《${title}》`
  return `${named}（${number}）`
}

/** The first day that counts otherwise; null where nothing changes. */
export function firstChange(before: Calendar, after: Calendar): LocalDate | null {
  return dayChanges(before, after)[0]?.date ?? null
}
