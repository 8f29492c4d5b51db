/** 学期 — the two terms of a school year, as schools count them. */
import { addDays, fromParts, type LocalDate, parts } from '../date.ts'

export const SEASONS = ['spring', 'autumn'] as const
export type Season = (typeof SEASONS)[number]
export const SEASON_WORDS: Record<Season, string> = { spring: '春季学期', autumn: '秋季学期' }

/** 学期: the autumn term runs from August to January, the spring term from February to July. */
export interface Term {
  /** 2026-spring */
  key: string
  name: string
  season: Season
  from: LocalDate
  to: LocalDate
}

export function termOn(day: LocalDate): Term {
  const { year, month } = parts(day)
  if (month >= 2 && month <= 7) return termOf(year, 'spring')
  return termOf(month === 1 ? year - 1 : year, 'autumn')
}

function termOf(year: number, season: Season): Term {
  const spring = season === 'spring'
  return {
    key: `${year}-${season}`,
    name: `${year}年${SEASON_WORDS[season]}`,
    season,
    from: fromParts(year, spring ? 2 : 8, 1),
    to: spring ? fromParts(year, 7, 31) : fromParts(year + 1, 1, 31),
  }
}

export function nextTerm({ to }: Term): Term {
  return termOn(addDays(to, 1))
}

export function formerTerm({ from }: Term): Term {
  return termOn(addDays(from, -1))
}
