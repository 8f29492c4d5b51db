/** Each count of the limit with what prolonged it, and the pauses between two: read out of the clock's answer. */
import { cite, reg } from '../../law/cite.ts'
import { addDays, type LocalDate } from '../../law/date.ts'
import type { Readings } from '../../law/readings.ts'
import type { ClockAct, ClockAnswer, ClockStep } from '../../law/requests/clock-types.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'

export interface Pause {
  asked: 'correction-asked' | 'fee-noticed'
  /** The day on which it was asked: the last one of the count before. */
  askedOn: LocalDate
  /** The last day of the pause; null while what was asked for is not there. */
  to: LocalDate | null
  /** The count that its end began; null while there is none. */
  restart: ClockStep | null
}

/** What was asked of the requester, and the restart that its answer brings. */
const PAUSES = [
  { asked: 'correction-asked', isRestart: (step: ClockStep) => step.cite === cite(reg('30')) },
  { asked: 'fee-noticed', isRestart: (step: ClockStep) => step.cite !== cite(reg('30')) },
] as const

/** Phases in which what was asked for is not there, or never came. */
const WITHOUT_ANSWER: ReadonlySet<Phase> = new Set([
  'awaitingCorrection',
  'awaitingReasons',
  'awaitingFee',
  'withdrawn',
  'lapsed',
])

/**
 * The days between asking the requester for something and the limit beginning afresh: nothing is counted then. Asking for reasons
 * (Art 35) stops no count, so nothing pauses.
 */
export function pauses(answer: ClockAnswer, live: readonly ClockAct[], readings: Readings): Pause[] {
  const restarts = answer.steps.filter(({ step }) => step === 'restart')
  return PAUSES.flatMap(({ asked, isRestart }) => {
    // A correction asked for too late begins nothing afresh, so nothing pauses either.
    if (asked === 'correction-asked' && askedTooLate(answer) && readings.lateCorrectionNotice === 'does-not') return []
    return live
      .filter(({ kind }) => kind === asked)
      .flatMap(({ on }): Pause[] => {
        const restart = restarts.find((step) => step.from > on && isRestart(step))
        if (!restart && !WITHOUT_ANSWER.has(answer.phase)) return []
        return [{ asked, askedOn: on, to: restart ? addDays(restart.from, -1) : null, restart: restart ?? null }]
      })
  })
}

function askedTooLate({ limits }: ClockAnswer): boolean {
  const notice = limits.find(({ what }) => what === 'correctionNotice')
  return Boolean(notice?.met && notice.due && notice.met > notice.due)
}

/** Each count with what prolonged it, in turn: an extension of a count that was begun afresh is not one of the new count. */
export function counts(steps: readonly ClockStep[]): ClockStep[][] {
  const prolongations = steps.filter(({ step }) => step === 'extend' || step === 'defer')
  return steps
    .filter(({ step }) => step === 'start' || step === 'restart')
    .map((beginning) => {
      const chain = [beginning]
      for (let to = beginning.to; to !== null; ) {
        const after = addDays(to, 1)
        const next = prolongations.find(({ from }) => from === after)
        if (!next) break
        chain.push(next)
        to = next.to
      }
      return chain
    })
}
