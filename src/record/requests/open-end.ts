import type { ClockAnswer, ClockStep } from '../../law/requests/clock-types.ts'

/** Why the last day of a running limit can't be named yet, and how far the count has come. */
export interface OpenEnd {
  /** consultation: a consultation goes on whose end nobody knows. calendar: a needed year's holiday notice is not loaded. */
  because: 'consultation' | 'calendar'
  /** Working days counted so far. */
  counted: number
  /** Working days still to come. */
  missing: number
}

/** Null where the day is known, or nothing runs. A consultation goes first: while it lasts, no calendar would help. */
export function openEnd({ steps, provisional }: ClockAnswer): OpenEnd | null {
  // While something is awaited from the requester nothing runs, however far an earlier count would have reached.
  if (!provisional) return null
  const open = steps.findLast(({ to, uncounted }) => to === null && uncounted !== undefined)
  if (!open) return null
  return { because: openBecause(steps), counted: open.workingDays, missing: open.uncounted ?? 0 }
}

/** What a count that reaches no day waits for. */
export function openBecause(steps: readonly ClockStep[]): OpenEnd['because'] {
  const consulting = steps.some(({ step, to, uncounted }) => step === 'exclude' && to === null && uncounted === undefined)
  return consulting ? 'consultation' : 'calendar'
}
