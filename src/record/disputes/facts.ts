/** What table 四 counts of a dispute file that no request holds: one over the amendment of a record. */
import { yearOf } from '../../law/date.ts'
import type { Readings } from '../../law/readings.ts'
import { byInstance, type DisputeFact, movedOn } from '../requests/fact.ts'
import { columnOf, type DisputeCase, foldDispute } from './fold.ts'

/** As the acts of a request's file tell its case: a result of an earlier year stays counted there when a later year brings an appeal. */
export function factsOfFile({ live, opened }: DisputeCase, readings: Readings): DisputeFact[] {
  const { path: body } = opened
  if (body === 'complaint') return []
  const facts = live.reduce<DisputeFact[]>((before, { act }, index) => {
    if (act.kind !== 'opened' && act.kind !== 'decided' && act.kind !== 'appealed') return before
    const result = columnOf(foldDispute(live.slice(0, index + 1)), readings) ?? 'other'
    const last = before.at(-1)
    if (!last || (last.closedOn !== null && yearOf(last.closedOn) < yearOf(act.on)))
      return [...before, { body, openedOn: act.on, result, closedOn: result === 'pending' ? null : act.on }]
    return [...before.slice(0, -1), movedOn(last, act.on, result)]
  }, [])
  return facts.flatMap((fact) => byInstance(fact, readings))
}
