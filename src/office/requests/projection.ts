import { clock } from '../../law/requests/clock.ts'
import type { ClockAnswer } from '../../law/requests/clock-types.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Limit } from '../../law/requests/vocabulary.ts'
import { watchesOf } from '../../record/desk/watches.ts'
import { isClockAct, type RecordedAct } from '../../record/requests/acts.ts'
import type { RequestCase } from '../../record/requests/case.ts'
import { type InternalLimit, movedInternalDue } from '../../record/requests/internal-due.ts'
import { openEnd } from '../../record/requests/open-end.ts'
import { FOLD_VERSION, fold } from '../../record/requests/fold.ts'
import { sendingOf } from '../../record/requests/sending.ts'
import type { LegalSetting } from '../people/agencies.ts'

/** Which limit the agency must watch in each phase; in the others nothing is due from it. */
const WATCHED: Partial<Record<ClockAnswer['phase'], Limit>> = {
  awaitingConfirmation: 'confirmation',
  running: 'reply',
  awaitingCorrection: 'correction',
  awaitingReasons: 'reasons',
  awaitingFee: 'feePayment',
}

export interface Concluded {
  folded: RequestCase
  clock: ClockAnswer
}

/** The nearest of them: a reply limit that runs on while something is awaited of the requester (Art 35) may end before theirs. */
function nextLimit({ phase, limits }: ClockAnswer): { what: Limit; due: LocalDate | null } | null {
  const what = WATCHED[phase]
  if (!what) return null
  const due = limits.find((one) => one.what === what)?.due ?? null
  const reply = limits.find((one) => one.what === 'reply')?.due
  return reply && (!due || reply < due) ? { what: 'reply', due: reply } : { what, due }
}

/** Acts → case and clock. Without `asOf` it is the projection of contracts: a day read tomorrow is the same day. */
export function conclude(acts: readonly RecordedAct[], setting: LegalSetting, asOf?: LocalDate): Concluded {
  const folded = fold(acts)
  const timed = folded.live.map(({ act }) => act).filter(isClockAct)
  return { folded, clock: clock(timed, setting.calendar, setting.readings, asOf) }
}

/** The row that lists read: everything in it follows from the acts, and 内部时限 from the statutory day and what was set for the section. */
export function projectionOf({ folded, clock }: Concluded, before: InternalLimit, { calendar }: Pick<LegalSetting, 'calendar'>) {
  const next = nextLimit(clock)
  return {
    via: folded.via,
    phase: clock.phase,
    submitted_on: folded.submittedOn as LocalDate,
    received_on: folded.receivedOn,
    due_on: clock.due,
    section_due_on: movedInternalDue(calendar, before, { phase: clock.phase, due_on: clock.due }),
    provisional: clock.provisional,
    open_end: openEnd(clock)?.because ?? null,
    next_limit: next?.what ?? null,
    next_due_on: next?.due ?? null,
    replied_on: folded.reply?.on ?? null,
    served_on: folded.served?.on ?? null,
    sending: sendingOf(folded),
    closed_on: folded.closedOn,
    outcome: folded.outcome,
    first_closed_on: folded.firstClosed?.on ?? null,
    first_outcome: folded.firstClosed?.outcome ?? null,
    reopened_on: folded.order?.on ?? null,
    disputes: JSON.stringify(folded.disputes),
    watches: JSON.stringify(watchesOf(folded, clock)),
    acts: folded.acts.length,
    fold_version: FOLD_VERSION,
  }
}
