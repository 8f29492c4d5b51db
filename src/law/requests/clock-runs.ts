/** Counting: each run of the reply limit, day by day, and the steps that explain it. */
import { type Calendar, dayKind } from '../calendar.ts'
import { apl, arl, type Citation, cite, feeMeasures, reg } from '../cite.ts'
import { addDays, chineseDate, type LocalDate } from '../date.ts'
import type { Readings } from '../readings.ts'
import { decision, type History, isOrdered, type Run } from './clock-history.ts'
import type { Breach, ClockAct, ClockStep, StepKind } from './clock-types.ts'
import type { ReviewBody } from './vocabulary.ts'
import {
  afterRestart,
  type Consulted,
  partAfter,
  type Stretch,
  stretchAt,
  stretchOf,
  united,
  workingDaysOf,
} from './consultation.ts'
import { EXTENSION_LIMIT, LIMIT_CITATIONS, lengthOn, REPLY_LIMIT } from './limits.ts'

export interface Reckoning {
  /** The last day of the last run; null where it can not be told yet (and where nothing was ever received). */
  due: LocalDate | null
  steps: ClockStep[]
  breaches: Breach[]
}

interface Reached {
  readonly date: LocalDate | null
  readonly counted: number
  readonly missing: number
}

/** The `n`-th working day after a day, the stretches skipped. */
function count(calendar: Calendar, after: LocalDate, n: number, stretches: readonly Stretch[]): Reached {
  let [day, counted] = [after, 0]
  while (counted < n) {
    day = addDays(day, 1)
    const stretch = stretchAt(day, stretches)
    if (stretch && stretch.to !== null) {
      day = stretch.to
      continue
    }
    const kind = dayKind(calendar, day)
    if (stretch || kind === 'unknown') return { date: null, counted, missing: n - counted }
    if (kind === 'working') counted += 1
  }
  return { date: day, counted, missing: 0 }
}

function step(kind: StepKind, from: LocalDate, { date, counted, missing }: Reached, why: string, by: Citation): ClockStep {
  return { step: kind, from, to: date, workingDays: counted, ...(missing > 0 && { uncounted: missing }), why, cite: cite(by) }
}

const WHOM_WORDS: Readonly<Record<Consulted, string>> = {
  thirdParty: '第三方',
  coMaker: '共同制作机关',
  consulted: '其他机关',
}

function excludeStep(stretch: Stretch, calendar: Calendar, readings: Readings): ClockStep {
  const whom = stretch.whom.map((one) => WHOM_WORDS[one]).join('、')
  const days = readings.suspendMode === 'A' ? '发函次日至答复或期满之日' : '发函之日至答复或期满前一日'
  const reached = { date: stretch.to, counted: workingDaysOf(stretch, calendar), missing: stretch.missing }
  return step('exclude', stretch.from, reached, `征求${whom}意见，${days}不计入答复期限`, reg('33.3'))
}

const BEGINNINGS: Readonly<Record<Run['because'], { step: StepKind; why: string; by: Citation }>> = {
  receipt: { step: 'start', why: '自收到申请的次日起计算答复期限', by: reg('33.2') },
  correction: { step: 'restart', why: '自收到补正的次日起重新计算答复期限', by: reg('30') },
  order: { step: 'restart', why: '原答复被纠正，自收到决定的次日起重新计算答复期限', by: reg('33.2') },
  payment: { step: 'restart', why: '自缴清费用的次日起重新计算答复期限', by: feeMeasures('6') },
}

/** 限期重新答复 rests on what the body that ordered it may do. */
const ORDERED: Readonly<Record<ReviewBody, { words: string; by: Citation }>> = {
  reconsideration: { words: '行政复议决定', by: arl('77') },
  litigation: { words: '生效裁判', by: apl('72') },
  complaint: { words: '主管部门的处理决定', by: reg('51') },
}

/** The first limit of a run: twenty working days, or the day that an order set. */
function firstOf(run: Run, stretches: readonly Stretch[], calendar: Calendar): { reached: Reached; why: string; by: Citation } {
  const { why, by } = BEGINNINGS[run.because]
  if (!run.order?.until) return { reached: count(calendar, run.after, lengthOn(REPLY_LIMIT, run.after).n, stretches), why, by }
  const date = run.order.until
  const counted = workingDaysOf({ from: addDays(run.after, 1), to: date, whom: [], missing: 0 }, calendar)
  const ordered = ORDERED[run.order.by]
  return {
    reached: { date, counted, missing: 0 },
    why: `${ordered.words}要求在${chineseDate(date)}前重新答复`,
    by: ordered.by,
  }
}

const ORDER: readonly StepKind[] = ['start', 'restart', 'exclude', 'extend', 'defer']

/** By their first day, then in the order in which the statute does them. */
function inOrder(steps: ClockStep[]): ClockStep[] {
  return steps.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : ORDER.indexOf(a.step) - ORDER.indexOf(b.step)))
}

/** 延长只能一次: what an earlier run has used of it. */
interface Extension {
  used: boolean
  workingDays: number
}

/**
 * What nobody was told of extends nothing (Art 33.2), and is a breach once the limit is over without it. `until`: the day on which
 * the run was over, or that is asked about.
 */
function extend(
  act: Extract<ClockAct, { kind: 'extended' }>,
  due: LocalDate | null,
  used: Extension,
  readings: Readings,
  until: LocalDate | null,
): { workingDays: number; breach: Breach['what'] | null } {
  if (used.used) return { workingDays: 0, breach: 'extensionTooLong' }
  const untold = act.told === false
  const day = untold ? until : act.on
  if (due !== null && day !== null && day > due) return { workingDays: 0, breach: 'extensionNotice' }
  if (untold) return { workingDays: 0, breach: null }
  const most = Math.min(lengthOn(EXTENSION_LIMIT, act.on).n, readings.extensionMax)
  return { workingDays: Math.min(act.workingDays, most), breach: act.workingDays > most ? 'extensionTooLong' : null }
}

function reckonRun(
  run: Run,
  stretches: readonly Stretch[],
  used: Extension,
  calendar: Calendar,
  readings: Readings,
  until: LocalDate | null,
): Pick<Reckoning, 'due' | 'breaches'> & { steps: ClockStep[] } {
  const { reached: first, why, by } = firstOf(run, stretches, calendar)
  const steps = [step(BEGINNINGS[run.because].step, addDays(run.after, 1), first, why, by)]
  const breaches: Breach[] = []
  let due = first.date
  // No exclusion can bring the limit nearer than this: what a deferral is measured against where `due` is not known.
  let soonest = count(calendar, run.after, lengthOn(REPLY_LIMIT, run.after).n, []).date

  const prolong = (workingDays: number, toldOn: LocalDate, why: string) => {
    // Where the former last day is not known, neither is the first of these: shown from the day after it was told.
    const reached = due ? count(calendar, due, workingDays, stretches) : { date: null, counted: 0, missing: workingDays }
    steps.push(step('extend', addDays(due ?? toldOn, 1), reached, why, reg('33.2')))
    due = reached.date
    soonest = soonest && count(calendar, soonest, workingDays, []).date
  }

  const ordered = isOrdered(run)
  if (!ordered && run.because !== 'receipt' && used.workingDays > 0 && readings.extensionAfterRestart === 'carried-over') {
    prolong(used.workingDays, run.after, `此前延长的${used.workingDays}个工作日继续有效`)
  }
  for (const act of ordered ? [] : run.moves) {
    if (act.kind === 'deferred') {
      // What nobody was told of defers nothing: the reply is late by the former limit.
      if (act.told === false) continue
      const base = due ?? soonest
      const later = base ? act.until > base : dayKind(calendar, act.until) === 'unknown'
      // A day that is not after the one on which it was told defers nothing.
      if (!later || act.until <= act.on || (due !== null && act.on > due)) continue
      const from: LocalDate = addDays(due ?? act.on, 1)
      const counted = workingDaysOf({ from, to: act.until, whom: [], missing: 0 }, calendar)
      const reached = { date: act.until, counted, missing: 0 }
      steps.push(step('defer', from, reached, `理由合理，延迟至${chineseDate(act.until)}前答复`, reg('35')))
      due = act.until
      soonest = act.until
      continue
    }
    const { workingDays, breach } = extend(act, due, used, readings, until)
    if (workingDays > 0) {
      prolong(workingDays, act.on, `经批准延长答复期限${workingDays}个工作日，并已告知申请人`)
      Object.assign(used, { used: true, workingDays })
    }
    const toldOn = act.told === false && breach === 'extensionNotice' ? until : act.on
    if (breach) breaches.push({ what: breach, due, on: toldOn, cite: cite(reg('33.2')) })
  }
  for (const on of run.feeNotices) {
    // The fee notice goes out within the reply limit; after it the limit had ended without a reply.
    if (due !== null && on > due) breaches.push({ what: 'reply', due, on, cite: cite(LIMIT_CITATIONS.feePayment) })
  }
  if (run.endedOn && due !== null && run.endedOn > due)
    breaches.push({ what: 'reply', due, on: run.endedOn, cite: cite(LIMIT_CITATIONS.reply) })
  return { due, steps, breaches }
}

/** All runs of the reply limit in turn: an earlier one stays in the steps, the last one gives the day. */
export function reckon(history: History, calendar: Calendar, readings: Readings, asOf?: LocalDate): Reckoning {
  const all = history.consultations.map((one) => stretchOf(one, calendar, readings)).filter((one) => one !== null)
  const used: Extension = { used: false, workingDays: 0 }
  const reckoning: Reckoning = { due: null, steps: [], breaches: [] }
  history.runs.forEach((run, index) => {
    const next = history.runs[index + 1]
    const bears = (one: Stretch) =>
      run.because === 'receipt' ? partAfter(one, run.after) : afterRestart(one, run.after, calendar, readings)
    const bearing = isOrdered(run) ? [] : united(all.map(bears).filter((one) => one !== null))
    const until = run.endedOn ?? next?.after ?? decision(history)?.on ?? asOf ?? null
    const { due, steps, breaches } = reckonRun(run, bearing, used, calendar, readings, until)
    // Shown where it took something off: begun before this run's last day, and not carried into the next run.
    const shown = bearing.filter(({ from, to }) => (due === null || from <= due) && (!next || (to !== null && to <= next.after)))
    reckoning.steps.push(...steps, ...shown.map((one) => excludeStep(one, calendar, readings)))
    reckoning.breaches.push(...breaches)
    reckoning.due = due
  })
  return { ...reckoning, steps: inOrder(reckoning.steps) }
}
