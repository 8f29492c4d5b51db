/** An instant as the office's clock on the wall shows it, wherever the browser stands. Legal days are never instants. */
import { dayNumber, type LocalDate, localDate } from '../../law/date.ts'
import { useSession } from '../session.tsx'

const DAY_MS = 86_400_000

const WALL_CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const DAY_IN_CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** `setDay`: the legal day where it is set; the moment is then as far from it as it is from `now`. */
export function wallTime(instant: string, setDay: LocalDate | null = null, now = new Date()): string {
  const days = setDay === null ? 0 : dayNumber(setDay) - dayNumber(localDate(DAY_IN_CHINA.format(now)))
  return WALL_CLOCK.format(new Date(Date.parse(instant) + days * DAY_MS)).replaceAll('/', '-')
}

/** For stamps on the page: nothing is shown as written after "today". */
export function useShownTime(): (instant: string) => string {
  const { session } = useSession()
  return (instant) => wallTime(instant, session.dayIsSet ? session.today : null)
}
