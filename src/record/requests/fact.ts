import type { LocalDate } from '../../law/date.ts'
import type { Outcome, RequesterKind } from '../../law/requests/vocabulary.ts'
import type { Readings } from '../../law/readings.ts'
import type { DisputeGroup } from '../../law/reports/model.ts'

/** The one row that the annual report counts: everything table 三 and 四 need to know of a request, and nothing personal. */
export interface RequestFact {
  caseId: string
  number: string
  requesterKind: RequesterKind
  /** 收到申请之日 (Art 31); null while not confirmed: then the report does not count it yet. */
  receivedOn: LocalDate | null
  /** The day it was closed by reply, lapse or withdrawal; null while open. */
  closedOn: LocalDate | null
  outcome: Outcome | null
  disputes: DisputeFact[]
}

/** A case as the report reads it: closed once, and perhaps ordered to be answered again. */
export interface CountedCase extends Omit<RequestFact, 'disputes'> {
  disputes: DisputeFact[]
  /** How it was closed before the first order to answer again, or before a withdrawal of the next year. */
  firstClosed: { on: LocalDate; outcome: Outcome | null } | null
  reopenedOn: LocalDate | null
}

/**
 * What the report counts of a case. An order to answer again makes no new request: it stays counted by its first answer; or,
 * where the reading says so, the new answer counts as one more request received on the day of the order.
 */
export function countedFacts<C extends CountedCase>(
  one: C,
  { rerunAfterReview }: Pick<Readings, 'rerunAfterReview'>,
): (Omit<C, 'firstClosed' | 'reopenedOn'> & RequestFact)[] {
  const { firstClosed, reopenedOn, ...fact } = one
  if (!firstClosed) return [fact]
  const first = { ...fact, closedOn: firstClosed.on, outcome: firstClosed.outcome }
  return rerunAfterReview === 'countAgain' && reopenedOn !== null
    ? [first, { ...fact, receivedOn: reopenedOn, disputes: [] }]
    : [first]
}

export interface DisputeFact {
  body: DisputeGroup
  /** From the first day it was pending to the day of its result. */
  openedOn: LocalDate
  result: 'pending' | 'upheld' | 'corrected' | 'other'
  closedOn: LocalDate | null
}
