/** All requests of a bureau, from the demo's first year until today. */
import { type LocalDate, yearOf } from '../../law/date.ts'
import type { Ask } from './asks.ts'
import { CIVIL_ASKS, FARMING_ASKS, HEALTH_ASKS, LAND_ASKS, MARKET_ASKS } from './asks-bureaus.ts'
import { EDUCATION_ASKS } from './asks-education.ts'
import type { DemoAgency } from './county.ts'
import type { Days } from './days.ts'
import { actorFor } from './establish.ts'
import { openToday } from './open-today.ts'
import type { Story } from './story.ts'
import { storyOf, type Telling } from './story-whole.ts'

const ASKS: Readonly<Record<string, readonly Ask[]>> = {
  jyj: EDUCATION_ASKS,
  zrzyj: LAND_ASKS,
  wsjkj: HEALTH_ASKS,
  mzj: CIVIL_ASKS,
  nyncj: FARMING_ASKS,
  scjgj: MARKET_ASKS,
}

/** Whole years before this one that the demo tells; none before the form in which its reports are compiled. */
const YEARS_BACK = 3
const FIRST_YEAR = 2021

export function firstYearFor(today: LocalDate): number {
  return Math.max(yearOf(today) - YEARS_BACK, FIRST_YEAR)
}

export function yearsFrom(firstYear: number, today: LocalDate): number[] {
  return Array.from({ length: Math.max(0, yearOf(today) - firstYear + 1) }, (_, index) => firstYear + index)
}

/** Each year's requests, and what lies on the desks today. Steps after today have not happened yet. */
export function storiesFor(agency: DemoAgency, days: Days, today: LocalDate): Story[] {
  const telling: Telling = {
    days,
    slug: agency.slug,
    place: `${agency.address}${agency.name}`,
    officeHead: actorFor(agency, 'officeHead').name,
  }
  return [
    ...yearsFrom(firstYearFor(today), today).flatMap((year) => storiesOf(telling, ASKS[agency.slug] ?? [], year)),
    ...openToday(telling, agency.sections[1] ?? '办公室', today),
  ]
}

function storiesOf(telling: Telling, asks: readonly Ask[], year: number): Story[] {
  const told = new Map<string, Story>()
  for (const ask of asks) told.set(ask.subject, storyOf(telling, ask, year, ask.again ? told.get(ask.again) : undefined))
  return [...told.values()]
}
