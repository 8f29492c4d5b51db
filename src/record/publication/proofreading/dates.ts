/** 日期: days that are not, weekdays that do not belong to them, periods that end before they begin, years left over from last year's text. */
import {
  chineseDate,
  daysBetween,
  fromParts,
  type LocalDate,
  monthLength,
  weekday,
  weekdayName,
  yearOf,
} from '../../../law/date.ts'
import type { Check, Found, ProofContext, ProofField } from './finding.ts'

const DAY = /(?:((?:19|20)\d\d)年)?(\d{1,2})月(\d{1,2})日/g

interface Day {
  from: number
  to: number
  words: string
  /** As written, or that of the day before it in the same line. */
  year: number | null
  writtenYear: number | null
  month: number
  day: number
}

function daysIn(text: string): Day[] {
  const days: Day[] = []
  for (const { 0: words, 1: written, 2: month = '', 3: day = '', index } of text.matchAll(DAY)) {
    const last = days.at(-1)
    const sameLine = last && !text.slice(last.to, index).includes('\n')
    const writtenYear = written ? Number(written) : null
    days.push({
      from: index,
      to: index + words.length,
      words,
      writtenYear,
      year: writtenYear ?? (sameLine ? last.year : null),
      month: Number(month),
      day: Number(day),
    })
  }
  return days
}

const SOURCE = '日历'
const fault = (stretch: { from: number; to: number }, say: string, suggestion: string | null = null, source = SOURCE): Found => ({
  kind: 'dates',
  from: stretch.from,
  to: stretch.to,
  say,
  suggestion,
  source,
})

/** 2 月 29 日 without a year may be of a leap year. */
function exists({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year ?? 2024, month)
}

export const checkDates: Check = ({ text }, context, field) => {
  const days = daysIn(text)
  return [
    ...days.filter((day) => !exists(day)).map((day) => fault(day, `日历上没有“${day.words}”这一天。`)),
    ...weekdays(text, days, context),
    ...periods(text, days),
    ...(field === 'title' || field === 'number' ? [] : leftOver(text, days, context)),
    ...issueYear(text, context, field),
  ]
}

const WEEKDAY = /^\s*[（(]?\s*(?:星期|周|礼拜)([一二三四五六日天])/
const WEEKDAY_LETTERS = '日一二三四五六'

/** The day that is meant: in the year that is written, else in that of the text; long past then, in the next one. */
function meant(day: Day, { content, today }: ProofContext): LocalDate | null {
  const formed = content.formedOn ?? today
  const inYear = (year: number) => (exists({ ...day, year }) ? fromParts(year, day.month, day.day) : null)
  if (day.year !== null) return inYear(day.year)
  const near = inYear(yearOf(formed))
  return near !== null && daysBetween(near, formed) > LONG_PAST_DAYS ? inYear(yearOf(formed) + 1) : near
}

const LONG_PAST_DAYS = 180

function weekdays(text: string, days: readonly Day[], context: ProofContext): Found[] {
  return days.flatMap((day) => {
    const said = WEEKDAY.exec(text.slice(day.to, day.to + 12))
    const date = said && meant(day, context)
    if (!said || !date) return []
    const right = WEEKDAY_LETTERS.charAt(weekday(date))
    const written = said[1] ?? ''
    if (right === written.replace('天', '日')) return []
    const to = day.to + said[0].length
    return [fault({ from: to - 1, to }, `${chineseDate(date)}是${weekdayName(date)}，写成了周${written}。`, right)]
  })
}

const BETWEEN = /^(?:\s*(?:（[^（）]{1,4}）|\([^()]{1,4}\)))?\s*(?:至|到|—+|－|-|～|~)\s*$/

/** 3月20日至3月10日: ends before it begins. */
function periods(text: string, days: readonly Day[]): Found[] {
  return days.flatMap((first, at) => {
    const last = days[at + 1]
    if (!last || !BETWEEN.test(text.slice(first.to, last.from))) return []
    const backwards =
      first.year === last.year ? order(last) < order(first) : first.year !== null && last.year !== null && last.year < first.year
    // Without years of their own both ends, a period may run over the turn of the year.
    const overNewYear = last.writtenYear === null && first.month >= 11 && last.month <= 3
    if (!backwards || overNewYear) return []
    return [fault({ from: first.from, to: last.to }, `截止的日子早于开始的日子。`)]
  })
}

function order({ month, day }: Day): number {
  return month * 100 + day
}

/** 沿用上年文稿: a day of the year before, where something is still to happen. */
const AHEAD = /(?:公示(?:期|时间)|报名|截止|截至|受理时间|举行|召开|开学|报到|缴费|领取|于|自|从|至)[^。；\n]{0,12}$/
const ALREADY = /印发|发布|公布|施行|批准|通过|制定|签订|成立|投入|完成|《|〔/

function leftOver(text: string, days: readonly Day[], { content }: ProofContext): Found[] {
  if (!content.formedOn) return []
  const last = yearOf(content.formedOn) - 1
  return days.flatMap((day) => {
    if (day.writtenYear !== last || !exists(day)) return []
    const before = text.slice(Math.max(0, day.from - 20), day.from)
    const sentence = text.slice(Math.max(0, day.from - 30), day.to + 30)
    // What was in the last weeks of the former year may well be told of.
    const daysAgo = daysBetween(fromParts(last, day.month, day.day), content.formedOn as LocalDate)
    if (!AHEAD.test(before) || ALREADY.test(sentence) || daysAgo < LONG_PAST_DAYS) return []
    const stretch = { from: day.from, to: day.from + 4 }
    return [fault(stretch, `成文是${last + 1}年，这里是${last}年，是否沿用了上年的文稿。`, String(last + 1), '成文日期')]
  })
}

/** What tells of a year that is over bears its number. */
const OF_THE_PAST = /年报|年度报告|决算|总结|统计|完成情况|执行情况|工作情况|考核|结果|获奖|表彰|公报/

function issueYear(text: string, { content }: ProofContext, field: ProofField): Found[] {
  const formed = content.formedOn && yearOf(content.formedOn)
  if (!formed) return []
  if (field === 'number') {
    const year = /〔(20\d\d)〕/.exec(text)
    if (!year || Number(year[1]) === formed) return []
    const from = year.index + 1
    return [fault({ from, to: from + 4 }, `文号是${year[1]}年，成文日期是${formed}年。`, String(formed), '成文日期')]
  }
  if (field !== 'title' || OF_THE_PAST.test(text)) return []
  const year = /(?<![\d—–-])(20\d\d)(?=年(?!级))/.exec(text)
  if (!year || Number(year[1]) >= formed) return []
  const stretch = { from: year.index, to: year.index + 4 }
  return [fault(stretch, `标题写${year[1]}年，成文是${formed}年，是否沿用了上年的标题。`, String(formed), '成文日期')]
}
