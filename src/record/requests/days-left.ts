import { addWorkingDays, type Calendar, workingDaysBetween } from '../../law/calendar.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'
import type { DaysLeft } from './view.ts'

const SOON = 3
/** Twenty working days and twenty more (Art 33.2): as far as a reply limit can reach from today. */
const LONGEST_REPLY = 40

/** 还剩几个工作日, in words: the same on every screen, never by colour alone. */
export function daysLeft(at: { due: LocalDate | null; phase: Phase; today: LocalDate; calendar: Calendar }): DaysLeft {
  const { due, phase, today, calendar } = at
  if (phase === 'served' || phase === 'withdrawn' || phase === 'lapsed')
    return { workingDays: null, words: '已办结', tone: 'done' }
  if (phase === 'replied') return { workingDays: null, words: '待送达', tone: 'calm' }
  if (phase === 'awaitingCorrection' || phase === 'awaitingFee' || phase === 'awaitingReasons')
    return { workingDays: null, words: '等待申请人', tone: 'paused' }
  if (!due) {
    // Unknown because the working days of the time ahead are, or because an agency that was asked has no limit of its own.
    const calendarReaches = addWorkingDays(calendar, today, LONGEST_REPLY).missing === 0
    return {
      workingDays: null,
      words: calendarReaches ? '征求意见中' : '待日历公布',
      tone: calendarReaches ? 'paused' : 'unknown',
    }
  }
  if (due === today) return { workingDays: 0, words: '今天到期', tone: 'soon' }
  const left = due > today ? workingDaysBetween(calendar, today, due) : workingDaysBetween(calendar, due, today)
  if (left === null) return { workingDays: null, words: '待日历公布', tone: 'unknown' }
  if (due < today) return { workingDays: -left, words: `已超期 ${left} 个工作日`, tone: 'late' }
  return { workingDays: left, words: `还剩 ${left} 个工作日`, tone: left <= SOON ? 'soon' : 'calm' }
}
