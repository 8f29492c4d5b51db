/** 更正登记撤不掉的: a registration may be undone; what its addressee may hold in hand, or what is under dispute, may not. Pure. */
import { type Citation, reg } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { ActKind, RecordedAct } from './acts.ts'
import type { RequestCase } from './case.ts'
import { no } from './checks.ts'
import { decisionOf } from './sending.ts'
import { isWayOut, mayHaveArrived } from './service.ts'

/** `after`: the case without the act. */
export interface Undoing {
  wrong: RecordedAct
  before: RequestCase
  after: RequestCase
  actorId: string
}

export function annulmentRefusal(undoing: Undoing): Refusal | null {
  const refusal = ofApproval(undoing) ?? ofDecision(undoing) ?? ofNotice(undoing)
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
  const decision = decisionOf(before)
  if (decision && mayHaveArrived(before, decision.seq))
    return no(
      'case-closed',
      '决定已经寄出，没有退回，不能用“更正登记”撤销：申请人可能会收到前后两份决定。',
      '退回的，登记退回以后可以撤销；决定确有错误的，由本机关自行纠正并书面告知申请人，或者在复议、诉讼中纠正；只是寄出登记有误的，先撤销那一步并写明理由，再由另一人撤销决定。',
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
  return undidService(before, wrong.seq, decision?.seq ?? wrong.seq, actorId)
    ? no(
        'second-person-needed',
        '送达或者寄出是您撤销的，决定须由另一人撤销。',
        '请由另一位经办人或者负责人核对后办理“更正登记”。',
      )
    : null
}

/** What may be told once, and in what letter: undone after that has left, it could be told a second time. */
const TOLD_ONCE: Partial<Record<ActKind, { letter: string; once: string; by: Citation }>> = {
  'correction-asked': { letter: '补正告知书', once: '补正只能要求一次', by: reg('30') },
  extended: { letter: '延期答复告知书', once: '答复期限只能延长一次', by: reg('33.2') },
  'reasons-asked': { letter: '说明理由告知书', once: '说明理由只要求一次', by: reg('35') },
  deferred: { letter: '延迟答复告知书', once: '已经告知的日期对本机关有约束力', by: reg('35') },
}

function ofNotice({ wrong, before, actorId }: Undoing): Refusal | null {
  const told = TOLD_ONCE[wrong.act.kind]
  if (!told) return null
  const { letter, once, by } = told
  if (mayHaveArrived(before, wrong.seq) || isAnswered(wrong, before))
    return no(
      'already-done',
      `${letter}已经发出或者已登记收到，不能用“更正登记”撤销：${once}。`,
      '告知的内容有误的，另行书面向申请人更正，本件照原告知继续办理；退回的，登记退回以后可以撤销；只是寄出、收到登记有误的，先撤销那一步并写明理由，再由另一人撤销这一步。',
      by,
    )
  return undidService(before, wrong.seq, wrong.seq, actorId)
    ? no(
        'second-person-needed',
        `${letter}的寄出、收到是您撤销的，这一步须由另一人撤销。`,
        '请由另一位经办人或者负责人核对后办理“更正登记”。',
      )
    : null
}

/** Whoever answered, or was handed the letter at once, had been asked. */
function isAnswered({ act }: RecordedAct, { correction, reasons }: RequestCase): boolean {
  if (act.kind === 'correction-asked') return Boolean(act.noticeReceived ?? correction?.receivedOn)
  return act.kind === 'reasons-asked' && Boolean(act.noticeReceived ?? reasons?.givenOn)
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

/** That a letter went out or arrived, undone by the same officer: of the act `of`, or the service of what was decided `since`. */
function undidService({ acts, annulled }: RequestCase, since: number, of: number, actorId: string): boolean {
  const tells = ({ seq, act }: RecordedAct) =>
    act.kind === 'served' ? seq > since : (isWayOut(act) || act.kind === 'notice-received') && act.of === of
  return acts.some(
    ({ seq, act, actorId: by }) =>
      by === actorId && act.kind === 'annulled' && !annulled.has(seq) && acts.some((one) => one.seq === act.of && tells(one)),
  )
}
