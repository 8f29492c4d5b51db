/** 收到、补正、说明理由 (Art 29–31, 35): what stands against each act that opens a case or asks its requester. */
import { feeMeasures, reg } from '../../law/cite.ts'
import { chineseDate, latest } from '../../law/date.ts'
import type { ActKind } from './acts.ts'
import { answerable, type Check, no, received, open, notAwaiting, notBefore, notOrdered } from './checks.ts'
import { provenArrival, returnedLetters } from './service.ts'

/** What may already have been done when a form is split: nothing that only one of the parts would have. */
const BEFORE_SPLIT: readonly ActKind[] = ['submitted', 'contacted', 'received']

/** Deemed to have given up is only who got the notice and let its period pass (Art 30). */
const correctionPeriodOver: Check = ({ folded, clock, on }) => {
  const asked = folded.live.find(({ act }) => act.kind === 'correction-asked')
  const back = returnedLetters(folded).find(({ of }) => of === asked?.seq)
  if (back)
    return no(
      'correction-period-running',
      `补正告知书已于${chineseDate(back.on)}退回，申请人没有收到，不能认定逾期不补正。`,
      '请再次送达，登记对方收到的日期；补正期限届满后再登记。',
      reg('30'),
    )
  if (!folded.correction?.asked.noticeReceived)
    return no(
      'correction-period-running',
      '还没有登记申请人何时收到补正告知书，不能认定逾期不补正。',
      '先“登记对方收到文书”；没有收到的，再次送达。',
      reg('30'),
    )
  if (!provenArrival(folded, asked?.seq, 'D02'))
    return no(
      'correction-period-running',
      '申请人收到补正告知书之日还没有凭证，不能认定逾期不补正。',
      '用“登记对方收到文书”补登签收页、邮件查询记录等凭证；没有凭证的，再次送达。',
      reg('30'),
    )
  const until = clock.limits.find(({ what }) => what === 'correction')?.due
  if (!until)
    return no(
      'correction-period-running',
      '补正期限跨入的年度还没有载入节假日安排，届满之日算不出来。',
      '请系统管理员载入该年度的放假安排后再登记。',
      reg('30'),
    )
  return on <= until
    ? no('correction-period-running', `补正期限到${chineseDate(until)}，尚未届满。`, '期满次日起方可登记逾期不补正。', reg('30'))
    : null
}

export const INTAKE_CHECKS = {
  submitted: [() => no('already-done', '申请已登记。', '新的申请请另行登记。')],
  received: [
    ({ folded }) =>
      folded.receivedOn
        ? no('already-done', `收到之日已确认为${chineseDate(folded.receivedOn)}。`, '如日期有误，请用“更正登记”。')
        : null,
    // Not `open`: a day of receipt annulled after the reply has to be put right without undoing the reply.
    ({ folded }) => (folded.withdrawnOn ? no('case-closed', '申请已撤回。', '无需办理。') : null),
    (s) => notBefore(s.folded.submittedOn, '提交申请')(s),
    // Whoever could not be reached on that day had not confirmed before.
    (s) => notBefore(s.folded.contacts.findLast(({ reached }) => !reached)?.on, '联系申请人，未联系上')(s),
  ],
  contacted: [
    open,
    ({ folded }) =>
      folded.receivedOn
        ? no('already-done', `收到之日已确认为${chineseDate(folded.receivedOn)}。`, '此后的联系可以写在备注里。')
        : null,
    (s) => notBefore(s.folded.submittedOn, '提交申请')(s),
  ],
  split: [
    open,
    ({ folded }) => (folded.split ? no('already-done', '本件已经拆分。', '请分别办理各件。') : null),
    ({ folded }) =>
      folded.live.some(({ act }) => !BEFORE_SPLIT.includes(act.kind))
        ? no('split-too-late', '本件已经进入办理，不再拆分。', '请在答复中逐项答复。', feeMeasures('4'))
        : null,
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
            folded.correction.overruled
              ? '补来了的，登记“收到补正”；没有补来的，联系申请人弄清，按现有的申请内容答复。'
              : '补正后仍不明确的，可答复“补正后申请内容仍不明确”。',
            reg('30'),
          )
        : null,
    answerable,
    (s) => notBefore(s.folded.receivedOn, '收到申请')(s),
  ],
  'correction-received': [
    open,
    ({ folded }) =>
      folded.correction && !folded.correction.receivedOn
        ? null
        : no('correction-not-asked', '没有正在等待的补正。', '先登记“告知补正”。', reg('30')),
    (s) => notBefore(s.folded.correction?.asked.on, '告知补正')(s),
    // What was not waited for any more comes under the order, whose limit runs on.
    (s) => notBefore(s.folded.correction?.overruled ? s.folded.order?.on : null, '责令重新答复')(s),
  ],
  'correction-lapsed': [
    open,
    ({ folded }) =>
      folded.correction && !folded.correction.receivedOn
        ? null
        : no('correction-not-asked', '没有正在等待的补正。', '先登记“告知补正”。', reg('30')),
    ({ folded }) =>
      folded.correction?.overruled
        ? no(
            'correction-not-asked',
            '已责令重新答复，不能再以逾期不补正结案。',
            '补来了的，登记“收到补正”；没有补来的，联系申请人弄清，按现有的申请内容答复。',
            reg('30'),
          )
        : null,
    correctionPeriodOver,
  ],
  'reasons-asked': [
    received,
    open,
    notAwaiting,
    ({ clock, on }) =>
      clock.due && on > clock.due
        ? no(
            'reasons-too-late',
            `答复期限已于${chineseDate(clock.due)}届满；要求说明理由不停止计算答复期限，期满之后不能再要求。`,
            '请尽快答复，并如实说明逾期情况。',
            reg('35'),
          )
        : null,
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
    notOrdered('延迟答复'),
    answerable,
    ({ folded }) =>
      folded.reasons?.givenOn
        ? null
        : no(
            'awaiting-requester',
            '延迟答复须先要求申请人说明理由，且理由合理。',
            '先登记“要求说明理由”和“收到理由说明”。',
            reg('35'),
          ),
    ({ folded }) =>
      folded.reasons?.reasonable === false
        ? no('awaiting-requester', '已认定申请人的理由不合理，不能延迟答复。', '理由不合理的，告知不予处理。', reg('35'))
        : null,
    (s) => notBefore(s.folded.reasons?.givenOn, '收到理由说明')(s),
    ({ clock, on, today }) =>
      clock.due && latest(on, today) > clock.due
        ? no(
            'deferral-too-late',
            `答复期限已于${chineseDate(clock.due)}届满，不能再延迟答复，也不能补登。`,
            '请尽快答复，并如实说明逾期情况。',
            reg('35'),
          )
        : null,
  ],
} satisfies Partial<Record<ActKind, Check[]>>
