/**
 * 期限带 — the clock's answer as a strip of days, week by week: what a parent, a clerk and a judge read as one picture. Data
 * only; the portal, the console and the paper draw it.
 */
import { type Calendar, dayKind, dayNote, type DayKind } from '../../law/calendar.ts'
import { addDays, earliest, latest, type LocalDate, parts, weekday } from '../../law/date.ts'
import type { Readings } from '../../law/readings.ts'
import { liveActs } from '../../law/requests/clock-history.ts'
import type { ClockAct, ClockAnswer, ClockStep, StepKind } from '../../law/requests/clock-types.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'
import { ACT_WORDS } from './acts.ts'
import { shownSteps } from './shown-steps.ts'
import { counts, type Pause, pauses } from './stretches.ts'

export interface RibbonDay {
  date: LocalDate
  kind: DayKind
  /** 休 a day off by notice, 班 a weekend day worked; null for a day that follows the week. */
  mark: '休' | '班' | null
  /** Whose 休 or 班 it is: 春节. */
  holiday: string | null
  /** Which day of the running limit it is: 1…20, and on from there while extended; null where it does not count. */
  counted: number | null
  /** Why a stretch is left out, in words; null outside one. */
  excluded: string | null
  /** What is awaited of the requester on a day that counts all the same, in words; null elsewhere. */
  pending: string | null
  /** The limit is counted afresh from here. */
  restarts: boolean
  /** Which part of the limit the day lies in: the first count, a fresh one, an extension, a deferral. */
  part: Exclude<StepKind, 'exclude'> | null
  isDue: boolean
  isToday: boolean
  /** What was done on this day. */
  events: string[]
}

/** Monday to Sunday. */
export interface RibbonWeek {
  days: RibbonDay[]
}

/** `3月`; `3–4月` for a week that lies in two: the days of both are in the row. */
export function monthsOf({ days }: RibbonWeek): string {
  const [first, last] = [days[0], days.at(-1)].map((day) => day && parts(day.date).month)
  if (first === undefined || last === undefined) return ''
  return first === last ? `${first}月` : `${first}–${last}月`
}

interface Setting {
  calendar: Calendar
  readings: Readings
}

interface Span {
  from: LocalDate
  to: LocalDate | null
  why: string
}

/** A slip of the pen (2062 for 2026) must not draw a ribbon without end. */
const LONGEST_WEEKS = 260

const CLOSED: ReadonlySet<Phase> = new Set(['replied', 'served', 'withdrawn', 'lapsed'])

const PAUSE_WORDS: Record<Pause['asked'], string> = {
  'correction-asked': '待补正，补正后重新计算',
  'fee-noticed': '待缴费，缴清后重新计算',
}
const AWAITED_WORDS = '待说明理由，期限照常计算'

function inside(date: LocalDate, { from, to }: { from: LocalDate; to: LocalDate | null }): boolean {
  return from <= date && (to === null || date <= to)
}

function spanOf({ asked, askedOn, to }: Pause): Span {
  return { from: addDays(askedOn, 1), to, why: PAUSE_WORDS[asked] }
}

/** The days on which the requester may give the reasons that were asked for (Art 35); null where none are awaited. */
function reasonsAwaited({ phase }: ClockAnswer, live: readonly ClockAct[]): Omit<Span, 'why'> | null {
  const asked = phase === 'awaitingReasons' ? live.findLast((act) => act.kind === 'reasons-asked') : undefined
  return asked?.kind === 'reasons-asked' ? { from: addDays(asked.on, 1), to: asked.replyBy ?? null } : null
}

/** Where a count without a known end breaks off: where the open stretch begins, or where the loaded years end. */
function breaksOff(from: LocalDate, steps: readonly ClockStep[], calendar: Calendar): LocalDate {
  const open = steps.find(({ step, to }) => step === 'exclude' && to === null)
  if (open) return open.from
  let day = from
  while (dayKind(calendar, day) !== 'unknown') day = addDays(day, 1)
  return day
}

/** The last day drawn: of the limit, of what was done, and today while the case is open. A count that broke off goes no further. */
function lastDrawn(answer: ClockAnswer, acts: readonly ClockAct[], setting: Setting, today: LocalDate): LocalDate {
  const days = acts.map(({ on }) => on)
  for (const { from, to, ended } of shownSteps(answer, acts, setting)) {
    if (to) days.push(to)
    else if (ended === null) days.push(breaksOff(from, answer.steps, setting.calendar))
  }
  return latest(CLOSED.has(answer.phase) ? (days[0] ?? today) : today, ...days)
}

/**
 * The ribbon of a request. `acts` are those given to the clock, annulled ones included; `today` is only marked. Empty where
 * nothing has been done yet.
 */
export function ribbon(answer: ClockAnswer, acts: readonly ClockAct[], setting: Setting, today: LocalDate): RibbonWeek[] {
  const { calendar, readings } = setting
  const live = liveActs(acts)
  const [firstAct] = live
  if (!firstAct) return []
  const first = earliest(firstAct.on, ...answer.steps.map(({ from }) => from))
  const last = lastDrawn(answer, live, setting, today)
  const excluded: Span[] = answer.steps.filter(({ step }) => step === 'exclude')
  const waiting = pauses(answer, live, readings).map(spanOf)
  const awaited = reasonsAwaited(answer, live)
  const chains = counts(answer.steps)

  const monday = addDays(first, -((weekday(first) + 6) % 7))
  const days: RibbonDay[] = []
  let counted = 0
  const end = earliest(last, addDays(monday, LONGEST_WEEKS * 7 - 1))
  for (let date = monday; date <= end || days.length % 7 !== 0; date = addDays(date, 1)) {
    const chain = chains.findLast(([beginning]) => beginning !== undefined && beginning.from <= date)
    const restarts = chain?.[0]?.step === 'restart' && chain[0].from === date
    if (restarts) counted = 0
    const part = chain?.find((step) => inside(date, step))?.step ?? null
    const left = [...excluded, ...waiting].find((span) => inside(date, span))
    const kind = dayKind(calendar, date)
    const isCounted = kind === 'working' && part !== null && part !== 'defer' && left === undefined
    if (isCounted) counted += 1
    const note = dayNote(calendar, date)
    days.push({
      date,
      kind,
      mark: note?.mark ?? null,
      holiday: note?.name ?? null,
      counted: isCounted ? counted : null,
      excluded: left?.why ?? null,
      pending: awaited && inside(date, awaited) ? AWAITED_WORDS : null,
      restarts,
      part: part === 'exclude' ? null : part,
      isDue: date === answer.due,
      isToday: date === today,
      events: live.filter(({ on }) => on === date).map(({ kind: act }) => ACT_WORDS[act]),
    })
  }
  return Array.from({ length: days.length / 7 }, (_, week) => ({ days: days.slice(week * 7, week * 7 + 7) }))
}
