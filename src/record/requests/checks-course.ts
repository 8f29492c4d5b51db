/** 征求意见、收费、延长 (Art 32–34, 42): what stands against each act on the way to the reply. */
import { reg, whole } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import type { ActKind } from './acts.ts'
import { type Check, no, received, open, notAwaiting, notBefore, openConsultation, lettersOnTheWay } from './checks.ts'

export const COURSE_CHECKS = {
  searched: [received, open, (s) => notBefore(s.folded.receivedOn, '收到申请')(s)],
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
} satisfies Partial<Record<ActKind, Check[]>>
