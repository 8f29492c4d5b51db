import type { LocalDate } from '../../law/date.ts'
import type { ClockAnswer } from '../../law/requests/clock-types.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'

/** Whether the reply is what comes next: the limit runs, or the day passed by which reasons were asked for (Art 35). */
export function replyIsNext(at: { phase: Phase; clock: Pick<ClockAnswer, 'limits'>; today: LocalDate }): boolean {
  const { phase, clock, today } = at
  if (phase !== 'awaitingReasons') return phase === 'running'
  const until = clock.limits.findLast(({ what }) => what === 'reasons')?.due
  return Boolean(until && until < today)
}
