/**
 * 能办与不能办的共同理由 — what several kinds of act are asked before they may be recorded. Each check gives the refusal that says why
 * not and what to do, or null.
 */
import type { Calendar } from '../../law/calendar.ts'
import { apl, arl, reg, whole } from '../../law/cite.ts'
import { chineseDate, earliest, type LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { ClockAnswer } from '../../law/requests/clock-types.ts'
import type { RecordedAct } from './acts.ts'
import type { Consultation, RequestCase } from './case.ts'

export interface Situation {
  folded: RequestCase
  clock: ClockAnswer
  calendar: Calendar
  /** The day the act would have effect. */
  on: LocalDate
  /** The legal day today. */
  today: LocalDate
}

export type Check = (s: Situation) => Refusal | null

export function no(code: Refusal['code'], say: string, then: string, cite?: Refusal['cite']): Refusal {
  return cite ? { code, say, then, cite } : { code, say, then }
}

export const received: Check = ({ folded }) =>
  folded.receivedOn
    ? null
    : no('not-received-yet', '还没有确认收到申请，期限尚未起算。', '先与申请人联系并“确认收到”。', reg('31'))

export const open: Check = ({ folded }) =>
  folded.closedOn ? no('case-closed', '申请已办结。', '如登记有误，可用“更正登记”撤销有误的一步。') : null

export const notAwaiting: Check = ({ clock }) => {
  // Under a correction asked for too late the limit runs on, and what has to be done within it may be done.
  const runsOn = clock.due !== null || clock.provisional
  if (clock.phase === 'awaitingCorrection' && !runsOn)
    return no('awaiting-requester', '正等待申请人补正。', '收到补正后登记“收到补正”，或期满后登记“逾期不补正”。', reg('30'))
  if (clock.phase === 'awaitingFee')
    return no(
      'awaiting-requester',
      '正等待申请人缴费。',
      '缴清后登记“缴清费用”，或期满后登记“逾期未缴费”。',
      whole('feeMeasures'),
    )
  if (clock.phase === 'awaitingReasons')
    return no(
      'awaiting-requester',
      '正等待申请人说明理由。',
      '收到说明后登记“收到理由说明”；期满仍没有说明的，次日起可以继续办理和答复。',
      reg('35'),
    )
  return null
}

export function notBefore(day: LocalDate | null | undefined, what: string): Check {
  return ({ on }) =>
    day && on < day
      ? no('date-before-cause', `日期早于“${what}”（${chineseDate(day)}）。`, `请填写${chineseDate(day)}或之后的日期。`)
      : null
}

export const notInFuture: Check = ({ on, today }) =>
  on > today ? no('date-in-future', '日期晚于今天。', `请填写${chineseDate(today)}或之前的日期。`) : null

/** Whether that party's time for an answer has not passed, as far as is known on the day. */
export function isRunning(one: Consultation, { clock, on }: Pick<Situation, 'clock' | 'on'>): boolean {
  if (one.answeredOn || one.whom === 'consulted') return false
  const what = one.whom === 'thirdParty' ? 'thirdParty' : 'coMaker'
  const limit = clock.limits.find((candidate) => candidate.what === what && candidate.party === one.party)
  return !limit?.due || on <= limit.due
}

/** The third party's fifteen working days (Art 32) and the co-maker's (Art 34) are theirs: no reply while they run. */
export const consultationsOver: Check = (s) => {
  const running = s.folded.consultations.find((one) => isRunning(one, s))
  if (!running) return null
  const third = running.whom === 'thirdParty'
  return no(
    'consultation-open',
    `“${running.party}”的意见尚未收到，征求意见的期限未满。`,
    '收到意见后登记；期满未提出意见的，期满次日起可以答复。尚未登记对方收到征求意见书日期的，请先“登记对方收到文书”。',
    third ? reg('32') : reg('34'),
  )
}

/** What is served: the reply, or the word that the request is processed no further (不再处理). */
export const decided: Check = ({ folded }) =>
  folded.reply || (folded.closedOn && !folded.withdrawnOn)
    ? null
    : no('not-replied-yet', '还没有作出答复。', '先作出答复并登记发出日期。')

/** Whoever was asked for reasons and lets the day pass has given none: the reply may say so, and the case goes on (Art 35). */
export const answerable: Check = (s) => {
  const { reasons } = s.folded
  const silent = s.clock.phase === 'awaitingReasons' && reasons !== null && s.on > reasons.asked.replyBy
  return silent ? null : notAwaiting(s)
}

/** 限期重新答复: who must answer by a day that a decision or a judgment set can neither extend nor defer it, nor let it begin afresh by a fee. */
export function notOrdered(what: string): Check {
  return ({ folded: { order } }) =>
    order?.replyBy
      ? no(
          'day-ordered',
          `决定或者裁判限定在${chineseDate(order.replyBy)}前重新答复，本机关不能以${what}推迟这一天。`,
          '请在限定的日期前答复；确有困难的，与作出决定的机关联系。',
          order.by === 'reconsideration' ? arl('77') : order.by === 'litigation' ? apl('94') : reg('51'),
        )
      : null
}

export function openConsultation(third: boolean): Check {
  return (s) => {
    const [first, ...rest] = s.folded.consultations
      .filter((one) => (one.whom === 'thirdParty') === third && !one.answeredOn)
      .map((one) => one.askedOn)
    if (!first) return no('consultation-not-open', '没有正在等待答复的征求意见。', '先登记征求意见书的发出。')
    return notBefore(earliest(first, ...rest), '征求意见')(s)
  }
}

/** Acts that sent a letter whose day of arrival is not yet known. */
export function lettersOnTheWay(folded: RequestCase): RecordedAct[] {
  return folded.live.filter(({ act }) => {
    if (act.kind === 'third-party-asked' || act.kind === 'agency-asked') return !act.letterReceived
    const told = act.kind === 'correction-asked' || act.kind === 'reasons-asked' || act.kind === 'fee-noticed'
    return told && !act.noticeReceived
  })
}
