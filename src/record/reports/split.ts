/**
 * 一份申请拆分为多件的统计口径: as many applications as were filed, or as many as they were split into. Counted as filed, the
 * parts are one: open while any part is open, and with one result.
 */
import { latest, type LocalDate } from '../../law/date.ts'
import type { Readings } from '../../law/readings.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import type { RequestFact } from '../requests/fact.ts'

/** Given, wholly or in part. */
function isGiven(outcome: Outcome): boolean {
  return outcome === 'partial' || outcome.startsWith('granted')
}

/**
 * The one result of several parts: theirs if they agree; 部分公开 where something was given and something not (only there does
 * table 三 count it); else that of the first part. A part that was withdrawn asks for nothing any more.
 */
function outcomeOf(outcomes: readonly Outcome[]): Outcome | null {
  const asked = outcomes.filter((one) => one !== 'other.withdrawn')
  const [first = outcomes[0] ?? null] = asked
  if (asked.every((one) => one === first)) return first
  if (asked.every((one) => one.startsWith('granted'))) return 'granted'
  return asked.some(isGiven) ? 'partial' : first
}

function asOne<F extends RequestFact>(first: F, others: readonly F[]): F {
  const parts = [first, ...others]
  const ends = parts.map(({ closedOn }) => closedOn)
  const closed = ends.every((end): end is LocalDate => end !== null)
  const closedOn = closed ? ends.reduce((a, b) => latest(a, b)) : null
  const outcomes = parts.flatMap(({ outcome }) => (outcome ? [outcome] : []))
  return {
    ...first,
    closedOn,
    outcome: closed ? outcomeOf(outcomes) : null,
    disputes: parts.flatMap(({ disputes }) => disputes),
  }
}

/** The facts as the reading counts them. `links`: of each part but the first, which case it was split from. */
export function countedBy<F extends RequestFact>(
  facts: readonly F[],
  links: readonly { first: string; part: string }[],
  { splitCounting }: Pick<Readings, 'splitCounting'>,
): F[] {
  if (splitCounting === 'asSplit' || links.length === 0) return [...facts]
  // A case that was ordered to be answered again may count a second time: for itself, as a request of its own.
  const byId = new Map(facts.toReversed().map((fact) => [fact.caseId, fact]))
  const parts = new Set(links.map(({ part }) => part))
  const partsOf = Map.groupBy(links, ({ first }) => first)
  return facts.flatMap((fact) => {
    if (byId.get(fact.caseId) !== fact) return [fact]
    if (parts.has(fact.caseId)) return []
    const others = (partsOf.get(fact.caseId) ?? []).flatMap(({ part }) => byId.get(part) ?? [])
    return [others.length > 0 ? asOne(fact, others) : fact]
  })
}
