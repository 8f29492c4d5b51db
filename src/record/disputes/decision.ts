/** Over which decision a dispute is: a request may be answered, withdrawn, and answered again by order. */
import type { LocalDate } from '../../law/date.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import type { RequestCase } from '../requests/case.ts'
import { fold } from '../requests/fold.ts'

export interface DisputedDecision {
  on: LocalDate
  outcome: Outcome
  /** Of the reply as approved; null where the request was closed without one. */
  digest: string | null
}

/** The decision that stood on the day the notice came; of a dispute over silence the one made since; null while there is none. */
export function disputedDecision(folded: RequestCase, openedOn: LocalDate): DisputedDecision | null {
  const then = fold(folded.live.filter(({ act }) => act.on <= openedOn))
  const { closedOn: on, outcome, reply, withdrawnOn } = then.closedOn === null ? folded : then
  return on && outcome ? { on, outcome, digest: withdrawnOn ? null : (reply?.digest ?? null) } : null
}
