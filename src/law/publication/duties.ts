/**
 * 应公开: when an item of the catalogue has to be published — every year by a certain day, so many working days after something
 * happened, or after a document was formed (Reg. 26).
 */
import { addWorkingDays, type Calendar } from '../calendar.ts'
import { type Citation, cite, reg } from '../cite.ts'
import { fromParts, type LocalDate, monthLength } from '../date.ts'
import { PUBLICATION_LIMITS, publicationDue } from './timeliness.ts'

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

/** How long something stays open, or how long before something: no limit by which it has to be published. */
const OTHER_PERIOD =
  /(?:公示|不少于|不得少于|不低于|至少|提前)(?:期|时间|期限)*(?:为|是|:)?\s*(?:不少于|不得少于|不低于|至少)?\s*$/

/**
 * The limit that the words of 公开时限 set, in working days from the day the information was formed or changed. Null where they set
 * none that can be counted (按年度公开, 长期公开, 公示期不少于5个工作日): Reg. 26 then holds by itself.
 */
export function workingDaysIn(words: string): number | null {
  const text = words.normalize('NFKC')
  for (const found of text.matchAll(/(\d{1,3})\s*个?\s*工作日(?!以上)/g)) {
    const days = Number(found[1])
    if (days > 0 && !OTHER_PERIOD.test(text.slice(0, found.index))) return days
  }
  return null
}

export const DUTY_BY: Citation = reg('26')

/** 公开时限 that the catalogue sets by itself. */
export interface OwnLimit {
  /** Working days. */
  readonly days: number
  /** The law or regulation that it names as the source of the limit (Reg. 26 gives way to those only); null where it names none. */
  readonly by: string | null
}

const LAW = /《[^《》]*(?:(?<!办)法|条例)(?:[（(][^《》]*[）)])?》/g

/** What the words of 公开时限 set; `days` where a trigger counts otherwise. The Regulation itself is no other source. */
export function ownLimit(words: string, days: number | null = workingDaysIn(words)): OwnLimit | null {
  if (days === null) return null
  return { days, by: (words.match(LAW) ?? []).find((title) => !title.includes('政府信息公开条例')) ?? null }
}

/** Longer than Reg. 26 allows on that day, and by no law or regulation. */
function isTooLong({ days, by }: OwnLimit, on: LocalDate): boolean {
  const most = PUBLICATION_LIMITS.publication.on(on)?.is.n
  return by === null && most !== undefined && days > most
}

/** What to tell of a 公开时限 that does not hold; null where it does. */
export function limitRemark(words: string, on: LocalDate): string | null {
  const own = ownLimit(words)
  if (!own || !isTooLong(own, on)) return null
  return `公开时限 ${own.days} 个工作日长于${cite(DUTY_BY)}的 20 个工作日，也没有写明由哪部法律、法规规定，仍按 20 个工作日计算；确有规定的，请在公开时限中写明`
}

export interface DutyDue {
  /** Null where it needs a holiday notice that is not loaded, or where nothing sets a limit. */
  due: LocalDate | null
  why: string
  /** False where nothing sets a limit. */
  limited: boolean
}

/** By when what was formed, or happened, on that day is to be published. A catalogue reaches no further back than Reg. 26. */
export function dueAfter(calendar: Calendar, from: LocalDate, own: OwnLimit | null): DutyDue {
  const law = publicationDue(calendar, 'publication', from)
  if (law.none !== null && !own?.by) return { due: null, why: law.none, limited: false }
  if (own && !isTooLong(own, from)) {
    const { date } = addWorkingDays(calendar, from, own.days)
    return { due: date, why: `${own.by ?? '目录规定'}：${own.days} 个工作日内`, limited: true }
  }
  const usual = `${cite(DUTY_BY)}：形成或者变更之日起二十个工作日内`
  const instead = own ? `（目录写的 ${own.days} 个工作日没有法律、法规依据）` : ''
  return { due: law.due, why: `${usual}${instead}`, limited: true }
}
