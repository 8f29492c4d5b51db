/** 争议卷中将到、已过的期限: which of our limits are pointed at, from which day on. */
import type { Calendar } from '../../law/calendar.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import { addDays, type LocalDate } from '../../law/date.ts'
import { columnOf, type DisputeCase, type DisputeLimitKind, ownLimits } from './fold.ts'

export const DISPUTE_WARNING_KINDS = ['disputeAnswerDue', 'appealEnding', 'disputeDutyDue'] as const
export type DisputeWarningKind = (typeof DISPUTE_WARNING_KINDS)[number]

/** So many days before its last day a limit is pointed at: time enough to write an answer. */
const DAYS_AHEAD = 7

const OF_LIMIT: Partial<Record<DisputeLimitKind, DisputeWarningKind>> = {
  answer: 'disputeAnswerDue',
  appeal: 'appealEnding',
  performance: 'disputeDutyDue',
  opinionReport: 'disputeDutyDue',
}

/** An appeal is thought of where the judgment corrects us, and until its last day. */
export function disputeWarnings(
  folded: DisputeCase,
  calendar: Calendar,
  today: LocalDate,
): { kind: DisputeWarningKind; since: LocalDate; due: LocalDate }[] {
  return ownLimits(folded, calendar).flatMap(({ what, due }) => {
    const kind = OF_LIMIT[what]
    if (!kind || !due) return []
    const since = addDays(due, -DAYS_AHEAD)
    if (since > today || (kind === 'appealEnding' && (due < today || columnOf(folded, DEFAULT_READINGS) !== 'corrected')))
      return []
    return [{ kind, since, due }]
  })
}
