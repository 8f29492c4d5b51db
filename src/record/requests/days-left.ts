import { type Calendar, workingDaysBetween } from '../../law/calendar.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'
import type { OpenEnd } from './open-end.ts'
import { type SendingStage, SENDING_WORDS } from './sending.ts'
import type { DaysLeft } from './view.ts'

const SOON = 3

/** What has to leave the house is for somebody to do; what is on its way waits for the addressee. */
const SENDING_TONES: Record<SendingStage, DaysLeft['tone']> = {
  toSend: 'soon',
  online: 'paused',
  sent: 'calm',
  returned: 'soon',
  noticed: 'paused',
}

/** 还剩 of a decision that was made and has not arrived: no limit runs, it says how far it has got. */
export function sendingLeft(sending: SendingStage): DaysLeft {
  return { workingDays: null, words: SENDING_WORDS[sending], tone: SENDING_TONES[sending] }
}

/** 还剩几个工作日, in words: the same on every screen, never by colour alone. */
export function daysLeft(at: {
  due: LocalDate | null
  /** While something is awaited of the requester: the reply limit that runs on all the same; null where none does. */
  replyDue?: LocalDate | null
  /** Why there is no day, where none is known. */
  openEnd: OpenEnd['because'] | null
  phase: Phase
  /** Of what was decided: how far its letter has got; null where it has arrived, or there is none. */
  sending?: SendingStage | null
  today: LocalDate
  calendar: Calendar
}): DaysLeft {
  const { openEnd, phase, today, calendar } = at
  const awaiting = phase === 'awaitingCorrection' || phase === 'awaitingFee' || phase === 'awaitingReasons'
  const runs = !awaiting || Boolean(at.replyDue) || openEnd !== null
  if (phase === 'replied' || phase === 'lapsed' || phase === 'served' || phase === 'withdrawn')
    return at.sending ? sendingLeft(at.sending) : { workingDays: null, words: '已办结', tone: 'done' }
  if (!runs)
    return at.due !== null && at.due < today
      ? { workingDays: null, words: '申请人已逾期', tone: 'soon' }
      : { workingDays: null, words: '等待申请人', tone: 'paused' }
  const due = awaiting ? (at.replyDue ?? null) : at.due
  if (!due)
    return openEnd === 'consultation'
      ? { workingDays: null, words: '征求意见中', tone: 'paused' }
      : { workingDays: null, words: '待日历公布', tone: 'unknown' }
  if (due === today) return { workingDays: 0, words: '今天到期', tone: 'soon' }
  const left = due > today ? workingDaysBetween(calendar, today, due) : workingDaysBetween(calendar, due, today)
  if (left === null) return { workingDays: null, words: '待日历公布', tone: 'unknown' }
  if (due < today) return { workingDays: -left, words: `已超期 ${left} 个工作日`, tone: 'late' }
  return { workingDays: left, words: `还剩 ${left} 个工作日`, tone: left <= SOON ? 'soon' : 'calm' }
}
