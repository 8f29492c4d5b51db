/** 一年的节假日安排 as the State Council's notice gives it: plain data, so that the next notice can be loaded as JSON. */
import { whole } from '../cite.ts'
import { addDays, daysBetween, isLocalDate, type LocalDate, weekday } from '../date.ts'
import { inForce } from '../dated.ts'

/** 国务院办公厅通知 — where a year's days come from. */
export interface HolidayNotice {
  title: string
  /** 发文字号 */
  number: string
  /** The day it was published, YYYY-MM-DD. */
  on: string
  url: string
}

export interface YearFile {
  year: number
  /** The year's notice, and the notices that amended it. */
  notices: readonly HolidayNotice[]
  /** 放假: first and last day, weekends inside included. May begin in the last days of the year before. */
  off: readonly { name: string; from: string; to: string }[]
  /** 调休上班: the weekend days worked in exchange. */
  on: readonly { name: string; date: string }[]
}

/** No holiday of the notices so far was longer than ten days; a longer one is a slip of typing. */
const LONGEST_HOLIDAY = 15

function belongs(date: string, year: number): boolean {
  return date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`)
}

/**
 * What is wrong with a year's file, in Chinese and empty when nothing is: days that do not exist, lie outside the year (its
 * notice may touch only the December before), a make-up working day that is no weekend, a day both off and worked.
 */
export function yearFileFaults(file: YearFile): string[] {
  const faults: string[] = []
  if (!Number.isInteger(file.year) || file.year < 2008 || file.year > 9998) faults.push(`年份不对：${file.year}`)
  if (file.notices.length === 0) faults.push('缺少国务院办公厅通知的标题、文号、日期和网址')
  if (file.off.length === 0) faults.push('没有一个放假日')
  for (const { name, from, to } of file.off) {
    if (!isLocalDate(from) || !isLocalDate(to)) faults.push(`${name}：日期不存在（${from} 至 ${to}）`)
    else if (from > to) faults.push(`${name}：起止颠倒（${from} 至 ${to}）`)
    else if (daysBetween(from, to) >= LONGEST_HOLIDAY) faults.push(`${name}：假期过长（${from} 至 ${to}）`)
    else if (!belongs(from, file.year) || !belongs(to, file.year)) faults.push(`${name}：不在${file.year}年（${from} 至 ${to}）`)
  }
  faults.push(...overlaps(file))
  for (const { name, date } of file.on) {
    if (!isLocalDate(date)) faults.push(`${name}调休：日期不存在（${date}）`)
    else if (!belongs(date, file.year)) faults.push(`${name}调休：不在${file.year}年（${date}）`)
    else if (weekday(date) % 6 !== 0) faults.push(`${name}调休：${date} 不是周末，无需调休上班`)
    else if (file.off.some(({ from, to }) => from <= date && date <= to)) faults.push(`${name}调休：${date} 同时列为放假`)
  }
  return faults
}

function overlaps({ off }: YearFile): string[] {
  return off.flatMap((one, index) =>
    off
      .slice(index + 1)
      .filter((other) => one.from <= other.to && other.from <= one.to)
      .map((other) => `${one.name}与${other.name}的日期重叠`),
  )
}

/** 法定节假日 of all citizens: how many days, and those that fall on fixed days of the calendar (《放假办法》第二条). */
const STATUTORY = inForce<{ days: number; fixed: readonly { name: string; day: string }[] }>([
  {
    from: '2025-01-01',
    is: {
      days: 13,
      fixed: [
        { name: '元旦', day: '01-01' },
        { name: '劳动节', day: '05-01' },
        { name: '劳动节', day: '05-02' },
        { name: '国庆节', day: '10-01' },
        { name: '国庆节', day: '10-02' },
        { name: '国庆节', day: '10-03' },
      ],
    },
    by: whole('holidays'),
  },
])

function isWeekday(date: LocalDate): boolean {
  return weekday(date) % 6 !== 0
}

/**
 * What looks wrong though it can be: a statutory holiday that is no day off; days off taken from the working week, less those
 * worked in exchange, that are not as many as the statutory holidays. A notice may differ (2020 did): a person looks again.
 */
export function yearFileDoubts(file: YearFile): string[] {
  const first = `${file.year}-01-01`
  const statutory = isLocalDate(first) ? STATUTORY.on(first)?.is : undefined
  if (!statutory) return []
  const missing = statutory.fixed
    .filter(({ day }) => !file.off.some(({ from, to }) => from <= `${file.year}-${day}` && `${file.year}-${day}` <= to))
    .map(({ name, day }) => `${file.year}-${day}（${name}）没有放假`)
  const taken = file.off.reduce((all, { from, to }) => {
    if (!isLocalDate(from) || !isLocalDate(to)) return all
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n))
    return all + days.filter(isWeekday).length
  }, 0)
  const net = taken - file.on.length
  const unbalanced = net === statutory.days ? [] : [`放假占用的工作日减去调休上班共${net}天，法定节假日为${statutory.days}天`]
  return [...missing, ...unbalanced]
}
