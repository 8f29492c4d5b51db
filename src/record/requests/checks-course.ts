/** 征求意见、收费、延长 (Art 32–34, 42): what stands against each act on the way to the reply. */
import { feeMeasures, reg, whole } from '../../law/cite.ts'
import { chineseDate, latest } from '../../law/date.ts'
import type { ActKind } from './acts.ts'
import { answerable, type Check, no, received, open, notBefore, notOrdered, openConsultation, lettersOnTheWay } from './checks.ts'
import { actsWithLetters, awaitingProof, openDispatches, provenArrival } from './service.ts'

export const COURSE_CHECKS = {
  searched: [received, open, (s) => notBefore(s.folded.receivedOn, '收到申请')(s)],
  'third-party-asked': [received, open, answerable, (s) => notBefore(s.folded.receivedOn, '收到申请')(s)],
  'third-party-answered': [open, openConsultation(true)],
  'agency-asked': [received, open, answerable, (s) => notBefore(s.folded.receivedOn, '收到申请')(s)],
  'agency-answered': [open, openConsultation(false)],
  'fee-noticed': [
    received,
    open,
    notOrdered('收取信息处理费'),
    answerable,
    ({ folded }) => (folded.fee ? no('already-done', '已发出收费通知。', '等待缴费；通知有误的，请用“更正登记”。') : null),
    ({ clock, on, today }) =>
      clock.due && latest(on, today) > clock.due
        ? no(
            'fee-too-late',
            `答复期限已于${chineseDate(clock.due)}届满，不能再发收费通知，也不能补登。`,
            '收费通知须在答复期限内发出，逾期之后不能靠收费重新起算期限。请尽快答复，并如实说明逾期情况。',
            feeMeasures('6'),
          )
        : null,
    ({ folded }) =>
      folded.feeWaived
        ? no('already-done', '已决定对本件不收取信息处理费。', '决定有误的，请先用“更正登记”撤销该步。', reg('42'))
        : null,
    (s) => notBefore(s.folded.receivedOn, '收到申请')(s),
  ],
  'fee-waived': [
    received,
    open,
    ({ folded }) =>
      folded.feeWaived || folded.fee
        ? no('already-done', folded.fee ? '已发出收费通知。' : '已决定不收费。', '需要改变决定的，请先用“更正登记”。', reg('42'))
        : null,
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
    ({ clock, folded, on }) => {
      const limit = clock.limits.find((one) => one.what === 'feePayment')
      if (!limit?.due && folded.fee?.noticed.noticeReceived)
        return no(
          'fee-period-running',
          '缴费期限跨入的年度还没有载入节假日安排，届满之日算不出来。',
          '请系统管理员载入该年度的放假安排后再登记。',
          whole('feeMeasures'),
        )
      if (!limit?.due)
        return no(
          'fee-period-running',
          '缴费期限从申请人收到通知次日起算，尚未登记其收到通知的日期。',
          '先补登收到通知的日期。',
          whole('feeMeasures'),
        )
      const noticed = folded.live.findLast(({ act }) => act.kind === 'fee-noticed')
      if (!provenArrival(folded, noticed?.seq, 'D10'))
        return no(
          'fee-period-running',
          '申请人收到收费通知书之日还没有凭证，不能认定逾期未缴费。',
          '用“登记对方收到文书”补登签收页、邮件查询记录等凭证；没有凭证的，再次送达。',
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
    ({ folded }) =>
      (folded.closedOn === null && lettersOnTheWay(folded).length > 0) || awaitingProof(folded).length > 0
        ? null
        : no(
            'already-done',
            '没有等待登记收到日期的文书。',
            '征求意见书、收费通知书、补正告知书发出后，可在此登记对方收到的日期。',
          ),
  ],
  dispatched: [
    ({ folded }) =>
      actsWithLetters(folded).length > 0
        ? null
        : no('letter-not-issued', '还没有需要送达的文书。', '先办理补正、征求意见、答复等事项，生成文书后再登记交寄。'),
    (s) => notBefore(actsWithLetters(s.folded)[0]?.act.on, '文书的成文日期')(s),
  ],
  'mail-returned': [
    ({ folded }) =>
      openDispatches(folded).length > 0
        ? null
        : no('letter-not-sent', '没有已交寄、送达未证实的文书。', '先“登记交寄或发出”；已登记送达有误的，请用“更正登记”。'),
    (s) => notBefore(openDispatches(s.folded)[0]?.act.on, '交寄')(s),
  ],
  'notice-published': [
    ({ folded }) =>
      actsWithLetters(folded).length > 0 ? null : no('letter-not-issued', '还没有需要送达的文书。', '生成文书后再送达。'),
    (s) => notBefore(actsWithLetters(s.folded)[0]?.act.on, '文书的成文日期')(s),
  ],
  extended: [
    received,
    open,
    notOrdered('延长答复期限'),
    answerable,
    ({ folded }) =>
      folded.extension ? no('extension-only-once', '已延长过一次答复期限。', '请在延长后的期限内答复。', reg('33.2')) : null,
    // Whatever day the paper bears: written down after the last day, it was told to nobody before it.
    ({ clock, on, today }) =>
      clock.due && latest(on, today) > clock.due
        ? no(
            'extension-too-late',
            `答复期限已于${chineseDate(clock.due)}届满，不能再延长，也不能补登。`,
            '延长须在届满之前作出并告知申请人。请尽快答复，并如实说明逾期情况。',
            reg('33.2'),
          )
        : null,
    (s) => notBefore(s.folded.receivedOn, '收到申请')(s),
  ],
} satisfies Partial<Record<ActKind, Check[]>>
