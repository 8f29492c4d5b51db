/** 文中写的公示期: until when a text itself says that it is shown, for what was published without a period of its own. */
import { fromParts, isLocalDate, type LocalDate, yearOf } from '../../law/date.ts'
import type { Length } from '../../law/calendar.ts'
import { numberOf } from '../../law/basis/text.ts'

const NUMBER = '(\\d{1,3}|[一二三四五六七八九十]{1,3})'
/** 公示7个工作日、公示期为五个工作日、公示时间 5 天. */
const LENGTH = new RegExp(`公示(?:期|时间)?(?:为|是|：|:|不少于|\\s)*${NUMBER}\\s*(?:个)?\\s*(工作日|日|天)`, 'u')
/** 公示期自3月2日至3月9日、公示时间：2026年3月2日—2026年3月9日. */
const UNTIL = /公示(?:期|时间)[^。；\n]{0,30}?(?:至|到|—|－|-|~|～|止于)\s*(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/u

/** The period as the text has it: a day, or how long. Null where it says none. */
export function statedPublicity(text: string, publishedOn: LocalDate): { until: LocalDate } | { length: Length } | null {
  const day = UNTIL.exec(text)
  if (day) {
    const until = dayAfter(publishedOn, day[1], Number(day[2]), Number(day[3]))
    if (until) return { until }
  }
  const length = LENGTH.exec(text)
  const n = length?.[1] ? numberOf(length[1]) : null
  return n ? { length: { n, unit: length?.[2] === '工作日' ? 'workingDays' : 'days' } } : null
}

/** Where no year is written, the first such day that is not before publication. */
function dayAfter(publishedOn: LocalDate, year: string | undefined, month: number, day: number): LocalDate | null {
  const years = year ? [Number(year)] : [yearOf(publishedOn), yearOf(publishedOn) + 1]
  const pad = (n: number) => String(n).padStart(2, '0')
  const found = years
    .filter((one) => isLocalDate(`${one}-${pad(month)}-${pad(day)}`))
    .map((one) => fromParts(one, month, day))
    .find((one) => year !== undefined || one >= publishedOn)
  return found ?? null
}
