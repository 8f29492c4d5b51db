/** 审批、答复、送达、撤回、更正、争议 (Art 36–40, 51): what stands against each act that ends a case or follows its end. */
import { chineseDate } from '../../law/date.ts'
import type { ActKind } from './acts.ts'
import { type Check, no, received, open, notBefore, consultationsOver, decided, answerable } from './checks.ts'

export const CLOSING_CHECKS = {
  'reply-reviewed': [received, open, answerable, (s) => notBefore(s.folded.receivedOn, '收到申请')(s)],
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
  reopened: [
    decided,
    ({ folded }) => (folded.withdrawnOn ? no('case-closed', '申请人已撤回申请，没有需要重新作出的答复。', '无需办理。') : null),
    (s) => notBefore(s.folded.reply?.on ?? s.folded.closedOn, '作出答复')(s),
  ],
  // Whether it came too early, or may come at all, is for the body it was brought before (Art 50(3), 51; ARL 48): what the agency was
  // notified of is registered, its own limit to answer runs.
  disputed: [(s) => notBefore(s.folded.submittedOn, '提交申请')(s)],
} satisfies Partial<Record<ActKind, Check[]>>
