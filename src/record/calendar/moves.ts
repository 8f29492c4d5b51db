/** 期限移动: which limits a change of the calendar moves, from the clock's answers before and after it. */
import type { LocalDate } from '../../law/date.ts'
import type { ClockAnswer, ClockLimit } from '../../law/requests/clock-types.ts'
import type { Limit } from '../../law/requests/vocabulary.ts'

export interface LimitMove {
  what: Limit
  party: string
  from: LocalDate | null
  to: LocalDate | null
}

const keyOf = ({ what, party }: ClockLimit) => `${what}\0${party ?? ''}`

/** Limits not met yet whose last day is another one now, or is known now. What was over before and stays over moves nobody. */
export function movesOf(before: ClockAnswer, after: ClockAnswer, today: LocalDate): LimitMove[] {
  const was = new Map(before.limits.map((limit) => [keyOf(limit), limit.due]))
  return after.limits.flatMap((limit): LimitMove[] => {
    const from = was.get(keyOf(limit)) ?? null
    const { what, party, due: to, met } = limit
    if (met !== null || from === to) return []
    const over = [from, to].every((due) => due !== null && due < today)
    return over ? [] : [{ what, party: party ?? '', from, to }]
  })
}
