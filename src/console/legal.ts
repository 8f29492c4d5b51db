/** The shared law in the browser: what a deed would do to the limits, before anything is sent. */
import { type Calendar, nationalCalendar, withOverlay, withYear } from '../law/calendar.ts'
import type { LocalDate } from '../law/date.ts'
import type { Readings } from '../law/readings.ts'
import type { Refusal } from '../law/refusal.ts'
import { clock, clockRefusals } from '../law/requests/clock.ts'
import type { ClockAnswer } from '../law/requests/clock-types.ts'
import { type Act, isClockAct, type RecordedAct } from '../record/requests/acts.ts'
import type { RequestCase } from '../record/requests/case.ts'
import { toldAtOnce } from '../record/requests/as-sent.ts'
import { fold } from '../record/requests/fold.ts'
import type { SessionView } from '../edge/console/contract.ts'

export interface Rules {
  calendar: Calendar
  readings: Readings
  today: LocalDate
}

export function rulesOf({ legal, today }: Pick<SessionView, 'legal' | 'today'>): Rules {
  const loaded = legal.years.reduce(withYear, nationalCalendar())
  return { calendar: withOverlay(loaded, legal.overlay), readings: legal.readings, today }
}

/** Case and clock as these acts make them, exactly as the server concludes; or why the days can not be counted. */
export type Concluded = { folded: RequestCase; clock: ClockAnswer; refusals: [] } | { refusals: [Refusal, ...Refusal[]] }

export function conclude(acts: readonly RecordedAct[], { calendar, readings }: Rules): Concluded {
  const folded = fold(acts)
  const timed = folded.live.map(({ act }) => act).filter(isClockAct)
  const [first, ...rest] = clockRefusals(timed, readings)
  if (first) return { refusals: [first, ...rest] }
  return { folded, clock: clock(timed, calendar, readings), refusals: [] }
}

/** As {@link conclude}, with one more act that is only thought of, and whoever has to be told of it told that day. */
export function concludeWith(acts: readonly Pick<RecordedAct, 'seq' | 'act'>[], next: Act | null, rules: Rules): Concluded {
  const recorded = acts.map(({ seq, act }) => ({ seq, act, recordedAt: '', actorId: '' }))
  const seq = recorded.length
  return conclude(next ? [...recorded, ...toldAtOnce({ seq, act: next, recordedAt: '', actorId: '' })] : recorded, rules)
}
