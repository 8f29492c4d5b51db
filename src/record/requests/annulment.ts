/** 更正登记撤不掉的: a registration may be undone, a decision that has reached somebody or is under dispute may not. Pure. */
import { reg } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { RecordedAct } from './acts.ts'
import type { RequestCase } from './case.ts'
import { no } from './checks.ts'

/** `after`: the case without the act. */
export interface Undoing {
  wrong: RecordedAct
  before: RequestCase
  after: RequestCase
  actorId: string
}

export function annulmentRefusal(undoing: Undoing): Refusal | null {
  const refusal = ofApproval(undoing) ?? ofDecision(undoing)
  return refusal && { ...refusal, field: 'of' }
}

function ofApproval({ wrong: { act }, before: { approval, reply } }: Undoing): Refusal | null {
  if (act.kind === 'reply-reviewed' && approval && approval.digest === act.digest)
    return no('already-done', '这一稿已据此审批同意，不能单独撤销审查。', '确有错误的，先撤销“审批同意答复”。')
  if (act.kind === 'reply-approved' && reply && reply.digest === act.digest)
    return no('already-done', '答复已据此作出，不能单独撤销审批。', '确有错误的，先撤销“作出答复”。')
  if (act.kind === 'split') return no('field-invalid', '已经编号的各件不能再合并。', '请分别办理；不再需要的，由申请人撤回。')
  return null
}

/**
 * A decision that was received binds the agency too: it is set right by a new one or in reconsideration and suit (Art 51), never by
 * saying that it was not made. The day of receipt may be mended: the decision stands again once the right day is registered.
 */
function ofDecision({ wrong, before, after, actorId }: Undoing): Refusal | null {
  if (wrong.act.kind === 'received' || !decisionFalls(before, after)) return null
  // An order that nothing has been done upon yet.
  if (wrong.act.kind === 'reopened' && !before.reply) return null
  if (before.served)
    return no(
      'case-closed',
      '答复已经送达，不能用“更正登记”撤销。',
      '答复确有错误的，由本机关自行纠正并书面告知申请人，或者在复议、诉讼中纠正；只是送达登记有误的，先撤销“送达”并写明理由，再由另一人撤销答复。',
      reg('51'),
    )
  if (wrong.act.kind === 'reopened')
    return no('case-closed', '已据此重新作出答复，不能撤销这一步。', '确需更正的，先更正新的答复。', reg('51'))
  if (orderFalls(before, after))
    return no(
      'case-closed',
      '已责令重新答复，原答复须留在卷中。',
      '责令重新答复登记有误的，先更正那一步；新的答复有误的，更正新的答复。',
      reg('51'),
    )
  const decidedOn = before.reply?.on ?? before.closedOn
  if (before.disputes.some(({ result, openedOn }) => result === 'pending' || (decidedOn !== null && openedOn >= decidedOn)))
    return no(
      'case-closed',
      '对这份答复已有复议或者诉讼，不能用“更正登记”撤销。',
      '本机关自行纠正的，在争议卷中登记结果；复议、诉讼登记有误的，先在争议卷中更正。',
      reg('51'),
    )
  return undidService(before, wrong.seq, actorId)
    ? no('second-person-needed', '送达是您撤销的，答复须由另一人撤销。', '请由另一位经办人或者负责人核对后办理“更正登记”。')
    : null
}

/** Its answer, the closing without one, or the one that an order has set aside. */
function decisionFalls(before: RequestCase, after: RequestCase): boolean {
  const gone = before.closedOn !== null && after.closedOn === null
  const other = before.reply !== null && before.reply.digest !== after.reply?.digest
  return gone || other || orderFalls(before, after)
}

function orderFalls(before: RequestCase, after: RequestCase): boolean {
  return before.order !== null && before.order !== after.order
}

function undidService({ acts, annulled }: RequestCase, since: number, actorId: string): boolean {
  return acts.some(
    ({ seq, act, actorId: by }) =>
      by === actorId &&
      act.kind === 'annulled' &&
      !annulled.has(seq) &&
      acts.some((one) => one.seq === act.of && one.seq > since && one.act.kind === 'served'),
  )
}
