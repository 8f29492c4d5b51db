/**
 * The clock's steps as pages and papers show them. The clock gives every count with its whole length, also one that something
 * asked of the requester broke off; a reader would take that for a limit that still runs. Here it ends where it ended.
 */
import { type Calendar, dayKind } from '../../law/calendar.ts'
import { addDays, chineseDate, type LocalDate } from '../../law/date.ts'
import type { Readings } from '../../law/readings.ts'
import { liveActs } from '../../law/requests/clock-history.ts'
import type { ClockAct, ClockAnswer, ClockStep } from '../../law/requests/clock-types.ts'
import { openBecause, type OpenEnd } from './open-end.ts'
import { counts, type Pause, pauses } from './stretches.ts'

export interface ShownStep extends ClockStep {
  /** Why and when the count broke off, in words; null where it holds. With `to` null it had not begun by then. */
  ended: string | null
}

const BROKEN_OFF: Record<Pause['asked'], string> = {
  'correction-asked': '告知补正，收到补正后重新计算',
  'fee-noticed': '发出收费通知，缴清后重新计算',
}

export function shownSteps(
  answer: ClockAnswer,
  acts: readonly ClockAct[],
  { calendar, readings }: { calendar: Calendar; readings: Readings },
): ShownStep[] {
  const { steps } = answer
  const excluded = steps.filter(({ step }) => step === 'exclude')
  const breaks = breaksOf(answer, acts, readings)
  return steps.map((step) => {
    const pause = breaks.get(step)
    // Over before anything was asked: that count had run out.
    if (!pause || (step.to !== null && step.to < pause.askedOn)) return { ...step, ended: null }
    const { uncounted: _, ...rest } = step
    const ended = `${chineseDate(pause.askedOn)}${BROKEN_OFF[pause.asked]}`
    if (step.from > pause.askedOn) return { ...rest, to: null, workingDays: 0, ended }
    return { ...rest, to: pause.askedOn, workingDays: counted(step.from, pause.askedOn, excluded, calendar), ended }
  })
}

/** The days of a stretch that was broken off, how far it came, and why it went no further; null for one that holds. */
export function endedWords({ from, to, workingDays, ended }: ShownStep): string | null {
  if (ended === null) return null
  const far = workingDays === 0 ? '没有工作日计入' : `计到第 ${workingDays} 个工作日为止`
  return `${to ? `${chineseDate(from)}至${chineseDate(to)}，${far}` : '没有开始'}：${ended}`
}

const REST: Record<OpenEnd['because'], string> = {
  consultation: '待征求意见结束后计算',
  calendar: '待节假日安排公布后计算',
}

/** 起止和天数 of one of these steps, as the office reads it. */
export function stretchWords(shown: ShownStep, steps: readonly ShownStep[]): string {
  const { step, from, to, workingDays, uncounted } = shown
  const begun = `${chineseDate(from)}${to ? `至${chineseDate(to)}` : '起'}`
  if (step === 'exclude' && !to) return endedWords(shown) ?? `${begun}，尚未结束`
  const days = `${workingDays} 个工作日${step === 'exclude' ? '不计入' : ''}`
  const rest = uncounted ? `，另有 ${uncounted} 个工作日${REST[openBecause(steps)]}` : ''
  return endedWords(shown) ?? `${begun}，${days}${rest}`
}

/** Each step of a count that was broken off, and what broke it off first. What is left out is left out either way. */
function breaksOf(answer: ClockAnswer, acts: readonly ClockAct[], readings: Readings): Map<ClockStep, Pause> {
  const chains = counts(answer.steps)
  const broken = new Map<ClockStep, Pause>()
  for (const pause of pauses(answer, liveActs(acts), readings)) {
    // Answered on the day it was asked, the new count begins on the same day as the old one would have: it is not what broke off.
    const after = chains.findIndex(([beginning]) => beginning === pause.restart)
    const earlier = after < 0 ? chains : chains.slice(0, after)
    const running = earlier.findLast(([beginning]) => beginning !== undefined && beginning.from <= addDays(pause.askedOn, 1))
    for (const step of running ?? []) {
      const before = broken.get(step)
      if (!before || pause.askedOn < before.askedOn) broken.set(step, pause)
    }
  }
  return broken
}

/** Working days of a stretch, without those left out. */
function counted(from: LocalDate, to: LocalDate, excluded: readonly ClockStep[], calendar: Calendar): number {
  let n = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const left = excluded.some((one) => one.from <= day && (one.to === null || day <= one.to))
    if (!left && dayKind(calendar, day) === 'working') n += 1
  }
  return n
}
