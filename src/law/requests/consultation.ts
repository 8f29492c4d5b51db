/** 征求意见 — Reg. 32 (third parties), 34 (co-makers), 33.3 (any other agency): whose time it takes off the reply limit. */
import { addWorkingDays, type Calendar, dayKind } from '../calendar.ts'
import { addDays, latest, type LocalDate } from '../date.ts'
import type { Readings } from '../readings.ts'
import { CO_MAKER_LIMIT, lengthOn, THIRD_PARTY_LIMIT } from './limits.ts'

/** `consulted`: another agency under 33.3, which has neither the fifteen days nor consent by silence. */
export type Consulted = 'thirdParty' | 'coMaker' | 'consulted'

export interface Consultation {
  readonly whom: Consulted
  readonly party: string | undefined
  readonly askedOn: LocalDate
  readonly letterReceived: LocalDate | undefined
  answeredOn: LocalDate | null
}

/**
 * 对第三方不同意公开的处理 (Reg. 32), of each third party by itself: a reasonable objection is respected; where keeping the
 * information back may gravely harm the public interest, it is overridden, and that party is told in writing what is disclosed and why.
 */
export const OBJECTION_DECISIONS = ['respected', 'overridden'] as const
export type ObjectionDecision = (typeof OBJECTION_DECISIONS)[number]
export const OBJECTION_DECISION_WORDS: Record<ObjectionDecision, string> = {
  respected: '采纳，不公开其信息',
  overridden: '不采纳，仍予公开',
}

/** Days taken off: the first and last inside. `to` null: the end is not known. */
export interface Stretch {
  readonly from: LocalDate
  readonly to: LocalDate | null
  readonly whom: readonly Consulted[]
  /** Where the end lies in a year that is not loaded: working days that reach into it. */
  readonly missing: number
}

const LIMITS = { thirdParty: THIRD_PARTY_LIMIT, coMaker: CO_MAKER_LIMIT }

/** 答复意见的最后一日, from receipt of the letter. undefined: no limit of its own. null `due`: receipt or calendar not known. */
export function consultationLimit(
  { whom, askedOn, letterReceived }: Consultation,
  calendar: Calendar,
): { due: LocalDate | null; missing: number } | undefined {
  if (whom === 'consulted') return undefined
  if (letterReceived === undefined) return { due: null, missing: 0 }
  const { date, missing } = addWorkingDays(calendar, letterReceived, lengthOn(LIMITS[whom], askedOn).n)
  return { due: date, missing }
}

/**
 * The stretch that one consultation takes off: after the letter is sent, up to the answer or the limit (readings `suspendMode`,
 * `lateAnswer`). null when it takes off no day at all.
 */
export function stretchOf(consultation: Consultation, calendar: Calendar, readings: Readings): Stretch | null {
  const { askedOn, answeredOn, whom } = consultation
  const limit = consultationLimit(consultation, calendar)
  const due = limit?.due ?? null
  const ends = readings.lateAnswer === 'earlier' && answeredOn && due && due < answeredOn ? due : (answeredOn ?? due)
  const before = readings.suspendMode === 'B' ? 1 : 0
  const from = addDays(askedOn, 1 - before)
  if (ends === null) return { from, to: null, whom: [whom], missing: limit?.missing ?? 0 }
  const to = addDays(ends, -before)
  return from > to ? null : { from, to, whom: [whom], missing: 0 }
}

/** Overlapping stretches become one: time is taken off once, not added up. */
export function united(stretches: readonly Stretch[]): Stretch[] {
  const sorted = stretches.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const result: Stretch[] = []
  for (const next of sorted) {
    const last = result.at(-1)
    if (!last || (last.to !== null && next.from > last.to)) {
      result.push(next)
      continue
    }
    const to = last.to === null || next.to === null ? null : latest(last.to, next.to)
    const whom = [...new Set([...last.whom, ...next.whom])]
    result[result.length - 1] = { from: last.from, to, whom, missing: Math.max(last.missing, next.missing) }
  }
  return result
}

/** The stretch that a day lies in, if any. */
export function stretchAt(date: LocalDate, stretches: readonly Stretch[]): Stretch | undefined {
  return stretches.find(({ from, to }) => from <= date && (to === null || date <= to))
}

/** Known working days of a stretch; of one without a known end, those up to the end of the loaded years if it reaches there. */
export function workingDaysOf({ from, to, missing }: Stretch, calendar: Calendar): number {
  if (to === null && missing === 0) return 0
  const inside = (day: LocalDate) => to === null || day <= to
  let counted = 0
  for (let day = from; inside(day); day = addDays(day, 1)) {
    const kind = dayKind(calendar, day)
    if (kind === 'unknown') break
    if (kind === 'working') counted += 1
  }
  return counted
}

/** The part of a stretch that lies after the day a limit began. */
export function partAfter(stretch: Stretch, day: LocalDate): Stretch | null {
  if (stretch.to !== null && stretch.to <= day) return null
  return stretch.from > day ? stretch : { ...stretch, from: addDays(day, 1) }
}

/**
 * What a stretch takes off a limit that began afresh on `restartedOn`. Reading `straddle`: only the days after the new start,
 * or as many working days as the whole stretch has.
 */
export function afterRestart(stretch: Stretch, restartedOn: LocalDate, calendar: Calendar, readings: Readings): Stretch | null {
  const clipped = partAfter(stretch, restartedOn)
  if (!clipped || readings.straddle === 'part-after-restart' || stretch.to === null) return clipped
  const before = stretch.from > restartedOn ? 0 : workingDaysOf({ ...stretch, to: restartedOn }, calendar)
  const { date, missing } = addWorkingDays(calendar, stretch.to, before)
  return { ...clipped, to: date, missing }
}
