/** The list of limits that a history set running, and which of them were broken. */
import { type Calendar, lastDay } from '../calendar.ts'
import { cite, reg } from '../cite.ts'
import type { LocalDate } from '../date.ts'
import { reconsiderationFirstOf } from '../oversight/remedies.ts'
import { oversightDue } from '../oversight/limits.ts'
import type { Readings } from '../readings.ts'
import { awaitsRestart, closed, decision, type History } from './clock-history.ts'
import type { Breach, ClockLimit } from './clock-types.ts'
import { consultationLimit } from './consultation.ts'
import { correctionDue, correctionNoticeDue } from './correction.ts'
import { remediesRunFrom, repliedInTime } from './delivery.ts'
import { FEE_PAYMENT_LIMIT, LIMIT_CITATIONS, lengthOn } from './limits.ts'
import { confirmation, RECEIPT_RULES } from './receipt.ts'
import { LIMITS } from './vocabulary.ts'

/** `reply`: the last day of the reply limit, or undefined while none runs. */
export function limitsOf(
  history: History,
  reply: { due: LocalDate | null } | undefined,
  calendar: Calendar,
  readings: Readings,
): ClockLimit[] {
  const limits: ClockLimit[] = []
  const { submitted, receivedOn, correction } = history
  const confirm = submitted?.via && confirmation(submitted.via, submitted.on, calendar, readings)
  if (confirm) limits.push({ what: 'confirmation', due: confirm.due, met: receivedOn })
  if (receivedOn) {
    const due = correctionNoticeDue(calendar, receivedOn)
    limits.push({ what: 'correctionNotice', due, met: correction?.asked.on ?? null })
  }
  if (correction && !correction.overruled) {
    limits.push({ what: 'correction', due: correctionDue(calendar, readings, correction.asked), met: correction.receivedOn })
  }
  for (const { asked, givenOn } of history.reasons) limits.push({ what: 'reasons', due: asked.replyBy ?? null, met: givenOn })
  for (const one of history.consultations) {
    const limit = consultationLimit(one, calendar)
    if (!limit || one.whom === 'consulted') continue
    const party = one.party === undefined ? {} : { party: one.party }
    limits.push({ what: one.whom, ...party, due: limit.due, met: one.answeredOn })
  }
  for (const { noticed, paidOn } of history.fees) {
    const length = lengthOn(FEE_PAYMENT_LIMIT, noticed.on)
    const due = noticed.noticeReceived ? lastDay(calendar, noticed.noticeReceived, length) : null
    limits.push({ what: 'feePayment', due, met: paidOn })
  }
  if (reply) limits.push({ what: 'reply', due: reply.due, met: history.reply?.on ?? null })
  limits.push(...remedies(history, calendar, readings))
  return limits.sort((a, b) => LIMITS.indexOf(a.what) - LIMITS.indexOf(b.what))
}

/**
 * 救济期限: from service, by the date and the kind of the decision. Where only a part goes to reconsideration first, the rest may be
 * sued over at once, so both limits run. A withdrawal leaves nothing to be remedied.
 */
function remedies(history: History, calendar: Calendar, readings: Readings): ClockLimit[] {
  const { reply, served } = history
  const decided = decision(history)
  if (!served || !decided?.outcome || decided.outcome === 'other.withdrawn') return []
  const from = remediesRunFrom(decided.on, served, readings)
  const reconsideration: ClockLimit = {
    what: 'reconsideration',
    due: oversightDue(calendar, 'reconsideration', from).due,
    met: null,
  }
  const first = reconsiderationFirstOf(reply, { outcome: decided.outcome, decidedOn: decided.on, readings })
  if (first === 'whole') return [reconsideration]
  return [reconsideration, { what: 'litigation', due: oversightDue(calendar, 'litigation', from).due, met: null }]
}

/**
 * Limits that ended before what they asked for was done. Not judged: a correction nobody needed to ask for, remedies (a right,
 * no duty), a reply given while a correction or a payment that would start the limit afresh was awaited, and the late
 * confirmation of a letter, because 31(2) asks for contact on that day and the acts only tell when it
 * was reached (国办公开办函〔2015〕207号). With `asOf`, limits of an open case that have ended by then are broken too.
 */
export function brokenLimits(history: History, limits: readonly ClockLimit[], readings: Readings, asOf?: LocalDate): Breach[] {
  const via = history.submitted?.via
  const letter = via !== undefined && RECEIPT_RULES[via].confirmBy === 'same-day'
  const breaches: Breach[] = []
  for (const { what, due, met } of limits) {
    if (due === null || what === 'reconsideration' || what === 'litigation') continue
    if (what === 'reply' && awaitsRestart(history, readings)) continue
    const overdue = met === null && asOf !== undefined && asOf > due && !closed(history) && what !== 'correctionNotice'
    const late = met !== null && !repliedInTime(met, due) && !(what === 'confirmation' && letter)
    const on = late ? met : overdue && asOf ? asOf : null
    if (on) breaches.push({ what, due, on, cite: cite(LIMIT_CITATIONS[what]) })
  }
  const notice = limits.find(({ what }) => what === 'correctionNotice')?.due ?? null
  for (const on of history.askedAgainOn) breaches.push({ what: 'correctionTwice', due: notice, on, cite: cite(reg('30')) })
  return breaches
}
