/**
 * 能办什么、不能办什么、为什么: for each kind of act, allowed now, or the refusal that says why not and what to do. Pure, so
 * that the office guards with it, the console greys with it, and both say the same.
 */
import { addWorkingDays, type Calendar } from '../../law/calendar.ts'
import { reg, whole } from '../../law/cite.ts'
import { chineseDate, earliest, type LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { ClockAnswer } from '../../law/requests/clock-types.ts'
import type { Actor, Target, Verb } from '../people/roles.ts'
import { permitted } from '../people/roles.ts'
import type { ActKind, RecordedAct } from './acts.ts'
import { ACT_WORDS } from './acts.ts'
import type { RequestCase } from './case.ts'

/** What a deed on a case needs: which verb of the permission table stands behind each kind of act. */
export const VERB_OF_ACT: Record<ActKind, Verb> = {
  submitted: 'requests.register',
  received: 'requests.confirmReceipt',
  'correction-asked': 'requests.askCorrection',
  'correction-received': 'requests.recordCorrection',
  'correction-lapsed': 'requests.recordCorrection',
  'reasons-asked': 'requests.askCorrection',
  'reasons-given': 'requests.recordCorrection',
  deferred: 'requests.extend',
  'third-party-asked': 'requests.consult',
  'third-party-answered': 'requests.consult',
  'agency-asked': 'requests.consult',
  'agency-answered': 'requests.consult',
  'fee-noticed': 'requests.fee',
  'fee-paid': 'requests.fee',
  'fee-lapsed': 'requests.fee',
  'notice-received': 'requests.serve',
  extended: 'requests.extend',
  'reply-approved': 'requests.approveReply',
  replied: 'requests.reply',
  served: 'requests.serve',
  withdrawn: 'requests.withdraw',
  annulled: 'requests.annul',
  disputed: 'requests.dispute',
}

export interface Situation {
  folded: RequestCase
  clock: ClockAnswer
  calendar: Calendar
  /** The day the act would have effect. */
  on: LocalDate
  /** The legal day today. */
  today: LocalDate
}

type Check = (s: Situation) => Refusal | null

function no(code: Refusal['code'], say: string, then: string, cite?: Refusal['cite']): Refusal {
  return cite ? { code, say, then, cite } : { code, say, then }
}

const received: Check = ({ folded }) =>
  folded.receivedOn
    ? null
    : no('not-received-yet', '还没有确认收到申请，期限尚未起算。', '先与申请人联系并“确认收到”。', reg('31'))

const open: Check = ({ folded }) =>
  folded.closedOn ? no('case-closed', '申请已办结。', '如登记有误，可用“更正登记”撤销有误的一步。') : null

const notAwaiting: Check = ({ clock }) => {
  if (clock.phase === 'awaitingCorrection')
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
      '收到说明后登记“收到理由说明”；期满仍没有说明的，次日起可以答复。',
      reg('35'),
    )
  return null
}

function notBefore(day: LocalDate | null | undefined, what: string): Check {
  return ({ on }) =>
    day && on < day
      ? no('date-before-cause', `日期早于“${what}”（${chineseDate(day)}）。`, `请填写${chineseDate(day)}或之后的日期。`)
      : null
}

const notInFuture: Check = ({ on, today }) =>
  on > today ? no('date-in-future', '日期晚于今天。', `请填写${chineseDate(today)}或之前的日期。`) : null

/** The third party's fifteen working days (Art 32) and the co-maker's (Art 34) are theirs: no reply while they run. */
const consultationsOver: Check = ({ folded, clock, on }) => {
  const running = folded.consultations.find((one) => {
    if (one.answeredOn || one.whom === 'consulted') return false
    const what = one.whom === 'thirdParty' ? 'thirdParty' : 'coMaker'
    const limit = clock.limits.find((candidate) => candidate.what === what && candidate.party === one.party)
    return !limit?.due || on <= limit.due
  })
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
const decided: Check = ({ folded }) =>
  folded.reply || (folded.closedOn && !folded.withdrawnOn)
    ? null
    : no('not-replied-yet', '还没有作出答复。', '先作出答复并登记发出日期。')

/** Whoever was asked for reasons and lets the day pass has given none: then the reply may say so (Art 35). */
const answerable: Check = (s) => {
  const { reasons } = s.folded
  const silent = s.clock.phase === 'awaitingReasons' && reasons !== null && s.on > reasons.asked.replyBy
  return silent ? null : notAwaiting(s)
}

/** 复议、诉讼 concern a decision, or that none was made in time (Art 51): not a request whose limit still runs. */
const disputable: Check = ({ folded, clock, on }) =>
  folded.closedOn === null && clock.phase === 'running' && (clock.due === null || on <= clock.due)
    ? no(
        'not-replied-yet',
        '还没有作出答复，答复期限也没有届满。',
        '作出答复后，或者逾期未答复被申请复议、起诉的，再登记。',
        reg('51'),
      )
    : null

function openConsultation(third: boolean): Check {
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
    return (act.kind === 'correction-asked' || act.kind === 'fee-noticed') && !act.noticeReceived
  })
}

const CHECKS: Record<ActKind, Check[]> = {
  submitted: [() => no('already-done', '申请已登记。', '新的申请请另行登记。')],
  received: [
    ({ folded }) =>
      folded.receivedOn
        ? no('already-done', `收到之日已确认为${chineseDate(folded.receivedOn)}。`, '如日期有误，请用“更正登记”。')
        : null,
    // Not `open`: a day of receipt annulled after the reply has to be put right without undoing the reply.
    ({ folded }) => (folded.withdrawnOn ? no('case-closed', '申请已撤回。', '无需办理。') : null),
    (s) => notBefore(s.folded.submittedOn, '提交申请')(s),
  ],
  'correction-asked': [
    received,
    open,
    ({ folded }) =>
      folded.correction
        ? no(
            'correction-only-once',
            '补正只能要求一次，本件已要求过补正。',
            '补正后仍不明确的，可答复“补正后申请内容仍不明确”。',
            reg('30'),
          )
        : null,
    notAwaiting,
    (s) => notBefore(s.folded.receivedOn, '收到申请')(s),
  ],
  'correction-received': [
    open,
    ({ folded }) =>
      folded.correction && !folded.correction.receivedOn
        ? null
        : no('correction-not-asked', '没有正在等待的补正。', '先登记“告知补正”。', reg('30')),
    (s) => notBefore(s.folded.correction?.asked.on, '告知补正')(s),
  ],
  'correction-lapsed': [
    open,
    ({ folded }) =>
      folded.correction && !folded.correction.receivedOn
        ? null
        : no('correction-not-asked', '没有正在等待的补正。', '先登记“告知补正”。', reg('30')),
    ({ folded, on }) => {
      const until = folded.correction?.asked.replyBy
      return until && on <= until
        ? no(
            'correction-period-running',
            `补正期限到${chineseDate(until)}，尚未届满。`,
            '期满次日起方可登记逾期不补正。',
            reg('30'),
          )
        : null
    },
  ],
  'reasons-asked': [
    received,
    open,
    notAwaiting,
    ({ folded }) =>
      folded.reasons ? no('already-done', '已要求申请人说明理由。', '等待说明，或据以作出答复。', reg('35')) : null,
    (s) => notBefore(s.folded.receivedOn, '收到申请')(s),
  ],
  'reasons-given': [
    open,
    ({ folded }) =>
      folded.reasons && !folded.reasons.givenOn
        ? null
        : no('awaiting-requester', '没有要求申请人说明理由。', '先登记“要求说明理由”。', reg('35')),
    (s) => notBefore(s.folded.reasons?.asked.on, '要求说明理由')(s),
  ],
  deferred: [
    received,
    open,
    notAwaiting,
    ({ folded }) =>
      folded.reasons?.givenOn
        ? null
        : no(
            'awaiting-requester',
            '延迟答复须先要求申请人说明理由，且理由合理。',
            '先登记“要求说明理由”和“收到理由说明”。',
            reg('35'),
          ),
    (s) => notBefore(s.folded.reasons?.givenOn, '收到理由说明')(s),
  ],
  'third-party-asked': [received, open, notAwaiting, (s) => notBefore(s.folded.receivedOn, '收到申请')(s)],
  'third-party-answered': [open, openConsultation(true)],
  'agency-asked': [received, open, notAwaiting, (s) => notBefore(s.folded.receivedOn, '收到申请')(s)],
  'agency-answered': [open, openConsultation(false)],
  'fee-noticed': [
    received,
    open,
    notAwaiting,
    ({ folded }) => (folded.fee ? no('already-done', '已发出收费通知。', '等待缴费；通知有误的，请用“更正登记”。') : null),
    (s) => notBefore(s.folded.receivedOn, '收到申请')(s),
  ],
  'fee-paid': [
    open,
    ({ folded }) =>
      folded.fee && !folded.fee.paidOn
        ? null
        : no('fee-not-noticed', '没有等待缴费的收费通知。', '先登记“发出收费通知”。', whole('feeMeasures')),
    (s) => notBefore(s.folded.fee?.noticed.on, '发出收费通知')(s),
  ],
  'fee-lapsed': [
    open,
    ({ folded }) =>
      folded.fee && !folded.fee.paidOn
        ? null
        : no('fee-not-noticed', '没有等待缴费的收费通知。', '先登记“发出收费通知”。', whole('feeMeasures')),
    ({ clock, on }) => {
      const limit = clock.limits.find((one) => one.what === 'feePayment')
      if (!limit?.due)
        return no(
          'fee-period-running',
          '缴费期限从申请人收到通知次日起算，尚未登记其收到通知的日期。',
          '先补登收到通知的日期。',
          whole('feeMeasures'),
        )
      return on <= limit.due
        ? no(
            'fee-period-running',
            `缴费期限到${chineseDate(limit.due)}，尚未届满。`,
            '期满次日起方可登记逾期未缴费。',
            whole('feeMeasures'),
          )
        : null
    },
  ],
  'notice-received': [
    open,
    ({ folded }) =>
      lettersOnTheWay(folded).length > 0
        ? null
        : no(
            'already-done',
            '没有等待登记收到日期的文书。',
            '征求意见书、收费通知书、补正告知书发出后，可在此登记对方收到的日期。',
          ),
  ],
  extended: [
    received,
    open,
    notAwaiting,
    ({ folded }) =>
      folded.extension ? no('extension-only-once', '已延长过一次答复期限。', '请在延长后的期限内答复。', reg('33.2')) : null,
    ({ clock, on }) =>
      clock.due && on > clock.due
        ? no(
            'extension-too-late',
            `答复期限已于${chineseDate(clock.due)}届满，不能再延长。`,
            '请尽快答复，并如实说明逾期情况。',
            reg('33.2'),
          )
        : null,
    (s) => notBefore(s.folded.receivedOn, '收到申请')(s),
  ],
  'reply-approved': [received, open, answerable, consultationsOver, (s) => notBefore(s.folded.receivedOn, '收到申请')(s)],
  replied: [
    received,
    open,
    answerable,
    consultationsOver,
    ({ folded }) => (folded.approval ? null : no('approval-needed', '答复尚未经单位负责人审批。', '先将答复稿送审。')),
    (s) => notBefore(s.folded.approval?.on, '审批同意答复')(s),
  ],
  served: [
    decided,
    ({ folded }) =>
      folded.served ? no('already-done', `已登记于${chineseDate(folded.served.on)}送达。`, '如有误，请用“更正登记”。') : null,
    (s) => notBefore(s.folded.reply?.on ?? s.folded.closedOn, '作出答复')(s),
  ],
  withdrawn: [
    ({ folded }) => (folded.served ? no('case-closed', '答复已送达，不能再撤回申请。', '无需办理。') : null),
    ({ folded }) =>
      folded.withdrawnOn || (folded.closedOn && !folded.reply) ? no('case-closed', '申请已办结。', '无需办理。') : null,
    (s) => notBefore(s.folded.submittedOn, '提交申请')(s),
  ],
  annulled: [
    // An annulment may be annulled too: what counts is that something besides the request itself stands.
    ({ folded }) =>
      folded.acts.some(({ seq }) => seq > 0 && !folded.annulled.has(seq))
        ? null
        : no('already-done', '案卷只剩提交申请这一步，不能更正。', '如申请不成立，可登记“申请人撤回”。'),
  ],
  disputed: [
    received,
    disputable,
    (s) => (s.folded.reply ? notBefore(s.folded.reply.on, '作出答复')(s) : notBefore(s.folded.receivedOn, '收到申请')(s)),
  ],
}

/** The first reason against the act on that day, or null. */
export function refusalFor(kind: ActKind, situation: Situation): Refusal | null {
  for (const check of [...CHECKS[kind], notInFuture]) {
    const refusal = check(situation)
    if (refusal) return refusal
  }
  return null
}

export type May = { allowed: true } | { allowed: false; refusal: Refusal }

/** For every kind of act: may this actor do it today? */
export function may(situation: Situation, actor: Actor, target: Target): Record<ActKind, May> {
  const answers = (Object.keys(CHECKS) as ActKind[]).map((kind): [ActKind, May] => {
    if (!permitted(actor, VERB_OF_ACT[kind], target))
      return [
        kind,
        { allowed: false, refusal: no('not-permitted', `您的角色不能办理“${ACT_WORDS[kind]}”。`, '请由有权限的同事办理。') },
      ]
    const refusal = refusalFor(kind, situation)
    return [kind, refusal ? { allowed: false, refusal } : { allowed: true }]
  })
  return Object.fromEntries(answers) as Record<ActKind, May>
}

/** 建议补正期限: the last day of `workingDays` after the notice; null when the calendar does not reach that far. */
export function suggestedCorrectionEnd(calendar: Calendar, noticedOn: LocalDate, workingDays: number): LocalDate | null {
  return addWorkingDays(calendar, noticedOn, workingDays).date
}
