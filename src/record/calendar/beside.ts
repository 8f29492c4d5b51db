/** 申请之外的日子: which days of a dispute file, and which target of a matter of amendment, a change of the calendar moves. */
import type { LocalDate } from '../../law/date.ts'
import { DISPUTE_LIMIT_WORDS, type DisputeLimit, type DisputeLimitKind } from '../disputes/fold.ts'

/** `target`: 更正的内部办理目标, which follows from the agency's reading and not from the law. */
export type BesideLimit = DisputeLimitKind | 'target'
export const BESIDE_LIMIT_WORDS: Record<BesideLimit, string> = { ...DISPUTE_LIMIT_WORDS, target: '更正的办理目标' }

export interface BesideMove {
  what: BesideLimit
  /** Which limit of this kind: an appeal brings a second one to answer. */
  nth: number
  from: LocalDate | null
  to: LocalDate | null
}

/** What was over before and stays over moves nobody. */
function moved(from: LocalDate | null, to: LocalDate | null, today: LocalDate): boolean {
  return from !== to && ![from, to].every((due) => due !== null && due < today)
}

/** Days not kept yet that are others now, ours and theirs: both stand on the page. The limits come in the same order on both sides. */
export function disputeMoves(before: readonly DisputeLimit[], after: readonly DisputeLimit[], today: LocalDate): BesideMove[] {
  return after.flatMap(({ what, met, due: to }, place): BesideMove[] => {
    const from = before[place]?.due ?? null
    if (met !== null || !moved(from, to, today)) return []
    return [{ what, nth: after.slice(0, place + 1).filter((one) => one.what === what).length, from, to }]
  })
}

export function targetMoves(from: LocalDate | null, to: LocalDate | null, today: LocalDate): BesideMove[] {
  return moved(from, to, today) ? [{ what: 'target', nth: 1, from, to }] : []
}
