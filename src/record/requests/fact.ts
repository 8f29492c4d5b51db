import { type LocalDate, yearOf } from '../../law/date.ts'
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
  readings: Pick<Readings, 'rerunAfterReview' | 'litigationCountBy' | 'nonApplication'>,
): (Omit<C, 'firstClosed' | 'reopenedOn'> & RequestFact)[] {
  const { firstClosed, reopenedOn, ...counted } = one
  const fact = { ...counted, disputes: counted.disputes.flatMap((dispute) => byInstance(dispute, readings)) }
  if (!firstClosed) return [asRead(fact, readings)]
  const first = asRead({ ...fact, closedOn: firstClosed.on, outcome: firstClosed.outcome }, readings)
  return readings.rerunAfterReview === 'countAgain' && reopenedOn !== null
    ? [first, asRead({ ...fact, receivedOn: reopenedOn, disputes: [] }, readings)]
    : [first]
}

export interface DisputeFact {
  body: DisputeGroup
  /** From the first day it was pending to the day of its result. */
  openedOn: LocalDate
  result: 'pending' | 'upheld' | 'corrected' | 'other'
  closedOn: LocalDate | null
  /** 一审的结果, where it was appealed within the year: by instance it counts for itself. An appeal of a later year always does. */
  first?: { result: DisputeFact['result']; closedOn: LocalDate; appealedOn: LocalDate }
}

/** A dispute as one act after another leaves it: the appeal against a result of the same year keeps that result in mind. */
export function movedOn(last: DisputeFact, on: LocalDate, result: DisputeFact['result']): DisputeFact {
  const appealed =
    result === 'pending' && last.closedOn !== null
      ? { first: { result: last.result, closedOn: last.closedOn, appealedOn: on } }
      : undefined
  return { ...last, ...appealed, result, closedOn: result === 'pending' ? null : on }
}

/** 行政诉讼按争议还是按审级计数: one dispute with its latest result, or each instance with its own. */
export function byInstance(
  { first, ...dispute }: DisputeFact,
  { litigationCountBy }: Pick<Readings, 'litigationCountBy'>,
): DisputeFact[] {
  if (!first || litigationCountBy === 'dispute') return [dispute]
  const { appealedOn, ...result } = first
  return [
    { ...dispute, ...result },
    { ...dispute, openedOn: appealedOn },
  ]
}

/**
 * 不属于政府信息公开申请的咨询 (other.other), by the agency's reading: in (六)3, in (五)1, or not at all. What a year has already carried
 * over as open stays counted (X4).
 */
function asRead<F extends RequestFact>(fact: F, { nonApplication }: Pick<Readings, 'nonApplication'>): F {
  const { outcome, receivedOn, closedOn } = fact
  if (outcome !== 'other.other' || nonApplication === 'other.other') return fact
  if (nonApplication === 'notProcessed.petition') return { ...fact, outcome: nonApplication }
  return receivedOn && closedOn && yearOf(receivedOn) === yearOf(closedOn) ? { ...fact, receivedOn: null } : fact
}
