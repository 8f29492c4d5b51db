/**
 * 答复期限 — the clock of Reg. 30–35 (and the fee measures): dated acts in, the last day and the reasons out. Nothing here reads
 * a clock: the day asked about is an argument.
 */
import type { Calendar } from '../calendar.ts'
import { reg } from '../cite.ts'
import type { LocalDate } from '../date.ts'
import type { Readings } from '../readings.ts'
import type { Refusal } from '../refusal.ts'
import { awaitsRestart, type History, historyOf, liveActs, phaseOf } from './clock-history.ts'
import { brokenLimits, limitsOf } from './clock-limits.ts'
import { reckon } from './clock-runs.ts'
import type { ClockAct, ClockAnswer } from './clock-types.ts'
import { FEE_PAYMENT_LIMIT, REPLY_LIMIT } from './limits.ts'
import { receivedOnSubmission } from './receipt.ts'
import type { Phase } from './vocabulary.ts'

/** Phases in which something is awaited of the requester, or which no reply follows. */
const AWAITING: ReadonlySet<Phase> = new Set(['awaitingCorrection', 'awaitingReasons', 'awaitingFee'])
const NO_REPLY_DUE: ReadonlySet<Phase> = new Set(['awaitingConfirmation', 'lapsed'])

/**
 * Whether a reply limit runs. What is awaited stops it only where the answer begins it afresh: not while reasons are awaited
 * (Art 35 stops nothing), nor after a correction that was asked for too late.
 */
function replyRuns(history: History, phase: Phase, readings: Readings): boolean {
  return !NO_REPLY_DUE.has(phase) && !(AWAITING.has(phase) && awaitsRestart(history, readings))
}

/**
 * Why a history can not be counted: acts dated before the rule that they call on was in force (the Regulation: 2019-05-15; the
 * fee measures: 2021-01-01). Empty when it can; `clock` then never throws.
 */
export function clockRefusals(acts: readonly ClockAct[], readings: Readings, asOf?: LocalDate): Refusal[] {
  return liveActs(acts, asOf).flatMap((act): Refusal[] => {
    const onlySent = act.kind === 'submitted' && !(act.via && receivedOnSubmission(act.via, readings))
    if (!onlySent && !REPLY_LIMIT.on(act.on)) {
      return [
        {
          code: 'before-the-law',
          say: `${act.on} 早于现行《条例》施行日（2019年5月15日），当时的期限本系统不计算。`,
          then: '请核对日期；确属旧条例期间的申请，请按当时的规定另行计算。',
          cite: reg('33.2'),
        },
      ]
    }
    if (act.kind === 'fee-noticed' && !FEE_PAYMENT_LIMIT.on(act.on)) {
      return [
        {
          code: 'before-the-law',
          say: `收费通知日期 ${act.on} 早于《信息处理费管理办法》施行日（2021年1月1日）。`,
          then: '请核对日期。',
          cite: FEE_PAYMENT_LIMIT.versions[0]?.by,
        },
      ]
    }
    return []
  })
}

/**
 * When the reply is due, and why. Without `asOf` a projection: an unanswered consultation lasts to its limit, breaches come
 * only from the acts. With `asOf` acts after that day are ignored and limits that ended before it unmet are breaches.
 *
 * `due` is null while something is awaited that begins the limit afresh, and where it can not be told (`provisional`): a year whose holiday notice is not
 * loaded is needed, or a consultation has no known end. Throws only where {@link clockRefusals} has something to say.
 */
export function clock(acts: readonly ClockAct[], calendar: Calendar, readings: Readings, asOf?: LocalDate): ClockAnswer {
  return answer(acts, calendar, readings, asOf, replyRuns)
}

/** As `gongkai clock` prints it: whatever is awaited, no reply limit is told until it is there. Its interface is fixed. */
export function printedClock(acts: readonly ClockAct[], calendar: Calendar, readings: Readings, asOf?: LocalDate): ClockAnswer {
  return answer(acts, calendar, readings, asOf, (_, phase) => !NO_REPLY_DUE.has(phase) && !AWAITING.has(phase))
}

function answer(
  acts: readonly ClockAct[],
  calendar: Calendar,
  readings: Readings,
  asOf: LocalDate | undefined,
  isDue: typeof replyRuns,
): ClockAnswer {
  const history = historyOf(liveActs(acts, asOf), calendar, readings)
  const phase = phaseOf(history)
  const reckoning = reckon(history, calendar, readings, asOf)
  const runs = history.runs.length > 0 && isDue(history, phase, readings)
  const due = runs ? reckoning.due : null
  const limits = limitsOf(history, runs ? { due } : undefined, calendar, readings)
  const breaches = [...reckoning.breaches, ...brokenLimits(history, limits, readings, asOf)].sort((a, b) =>
    (a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0,
  )
  return { due, provisional: runs && due === null, phase, limits, steps: reckoning.steps, breaches }
}
