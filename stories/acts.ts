import { type Calendar, nationalCalendar, withOverlay } from '../src/law/calendar.ts'
import { localDate } from '../src/law/date.ts'
import { DEFAULT_READINGS, type Readings } from '../src/law/readings.ts'
import { printedClock } from '../src/law/requests/clock.ts'
import type { ClockAct, ClockAnswer, ClockStep } from '../src/law/requests/clock-types.ts'
import type { Limit, Phase } from '../src/law/requests/vocabulary.ts'
import type { Story } from './story.ts'

/** What a story tells of time. Dates are written as text, so that a story reads as a story. */
export interface ClockStory extends Story {
  acts: ClockAct[]
  asOf?: string
  readings?: Partial<Readings>
  overlay?: string[]
  expect: {
    due?: string | null
    /** The last day as the receipt alone would give it: no consultation, extension or local holiday. */
    base?: string
    provisional?: boolean
    phase?: Phase
    /** Limits by name, of several parties the first. */
    limits?: Partial<Record<Limit, string | null>>
    /** Limits that must not run. */
    without?: Limit[]
    /** `what due→on` */
    breaches?: string[]
    /** `step from…to n` */
    steps?: string[]
  }
}

export function act(kind: ClockAct['kind'], on: string, more: Record<string, string | number | boolean> = {}): ClockAct {
  return { kind, on: localDate(on), ...more } as ClockAct
}

export function stepInShort({ step, from, to, workingDays, uncounted }: ClockStep): string {
  return `${step} ${from}…${to ?? '?'} ${workingDays}${uncounted === undefined ? '' : `+${uncounted}?`}`
}

/** What a story is counted by: the default readings but for those that it names. */
export function settingOf({ readings, overlay }: ClockStory): { calendar: Calendar; readings: Readings } {
  return {
    calendar: withOverlay(nationalCalendar(), { off: overlay?.map(localDate) }),
    readings: { ...DEFAULT_READINGS, ...readings },
  }
}

/** What the clock says of a story. */
export function answerOf(story: ClockStory): ClockAnswer {
  const { calendar, readings } = settingOf(story)
  return printedClock(story.acts, calendar, readings, story.asOf === undefined ? undefined : localDate(story.asOf))
}

/** The last day that the first act alone sets, on the national calendar. */
export function baseOf({ acts, readings }: ClockStory): string | null {
  return printedClock(acts.slice(0, 1), nationalCalendar(), { ...DEFAULT_READINGS, ...readings }).due
}
