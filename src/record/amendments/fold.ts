/** 更正事项的经过 → where it stands, purely: who drafted, what waits, what may be done next. */
import { chineseDate, type LocalDate } from '../../law/date.ts'
import type { Retention } from '../../law/requests/retention.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { MailCarrier, ReturnReason } from '../../law/requests/service.ts'
import type { ServiceMethod } from '../../law/requests/vocabulary.ts'
import type { Letter } from '../letters/model.ts'
import { SENDING_WORDS, type ToldStage } from '../requests/sending.ts'
import type { AmendmentDecision } from './model.ts'

/** What each act seals. Acts of an earlier release have fewer fields. */
export interface AmendmentActContent {
  received: { via: string }
  /** 补充的证据 */
  evidenced: { evidence: string }
  /** 拟稿送审 */
  proposed: { decision: AmendmentDecision }
  returned: { because: string }
  decided: { decision: AmendmentDecision; letter: Letter; delegation?: string }
  /** 交寄, by the postal enterprise. */
  dispatched: { carrier: MailCarrier; mailNumber: string }
  'mail-returned': { because: ReturnReason }
  /** `agency`: the one entrusted. `agreed`: how the requester agreed to be served online. */
  served: { by: ServiceMethod; proof: string; agency?: string; agreed?: string }
  /** How the requester said so: a signed paper, a call that was recorded. */
  withdrawn: { proof: string }
  archived: { volume: string; retention: Retention }
  'archive-transferred': { to: string }
}
export type AmendmentActKind = keyof AmendmentActContent
export const AMENDMENT_ACT_WORDS: Record<AmendmentActKind, string> = {
  received: '收到更正申请',
  evidenced: '补充证据',
  proposed: '拟稿送审',
  returned: '退回修改',
  decided: '批准，作出决定',
  dispatched: '交寄告知书',
  'mail-returned': '邮件退回',
  served: '送达',
  withdrawn: '申请人撤回',
  archived: '归档',
  'archive-transferred': '移交档案馆',
}

export const AMENDMENT_STATES = [
  'open',
  'proposed',
  'returned',
  'decided',
  'sent',
  'mailReturned',
  'served',
  'withdrawn',
] as const
export type AmendmentState = (typeof AMENDMENT_STATES)[number]
export const AMENDMENT_STATE_WORDS: Record<AmendmentState, string> = {
  open: '待拟写决定',
  proposed: '待审批',
  returned: '退回修改',
  decided: SENDING_WORDS.toSend,
  sent: SENDING_WORDS.sent,
  mailReturned: SENDING_WORDS.returned,
  served: '已送达',
  withdrawn: '申请人撤回',
}

/** How far the letter has got, in the words in which a reply's way is told. */
export const AMENDMENT_SENDING: Partial<Record<AmendmentState, ToldStage>> = {
  decided: 'toSend',
  sent: 'sent',
  mailReturned: 'returned',
}

export interface AmendmentAct {
  kind: AmendmentActKind
  on: LocalDate
  actorId: string
}

export interface AmendmentStanding {
  state: AmendmentState
  /** Everyone who drafted, also an earlier wording: none of them approves. */
  drafters: ReadonlySet<string>
  decidedOn: LocalDate | null
  /** 最近一次交寄 */
  sentOn: LocalDate | null
  servedOn: LocalDate | null
  withdrawnOn: LocalDate | null
  archivedOn: LocalDate | null
  transferredOn: LocalDate | null
  /** 文号 of a reconsideration or a suit over it that is not over. */
  pendingDispute: string | null
}

const STATE_AFTER: Partial<Record<AmendmentActKind, AmendmentState>> = {
  proposed: 'proposed',
  returned: 'returned',
  decided: 'decided',
  dispatched: 'sent',
  'mail-returned': 'mailReturned',
  served: 'served',
  withdrawn: 'withdrawn',
}

/** `pendingDispute` is no act of the matter: the dispute has a file of its own. */
export function foldAmendment(acts: readonly AmendmentAct[], pendingDispute: string | null): AmendmentStanding {
  const last = (kind: AmendmentActKind) => acts.findLast((act) => act.kind === kind)?.on ?? null
  return {
    state: acts.reduce<AmendmentState>((before, { kind }) => STATE_AFTER[kind] ?? before, 'open'),
    drafters: new Set(acts.filter(({ kind }) => kind === 'proposed').map(({ actorId }) => actorId)),
    decidedOn: last('decided'),
    sentOn: last('dispatched'),
    servedOn: last('served'),
    withdrawnOn: last('withdrawn'),
    archivedOn: last('archived'),
    transferredOn: last('archive-transferred'),
    pendingDispute,
  }
}

const done = (say: string, then = '无需再次办理。'): Refusal => ({ code: 'already-done', say, then })

/** Why a step can't be taken where the matter stands; null where it can. */
export function amendmentRefusal(kind: AmendmentActKind, standing: AmendmentStanding): Refusal | null {
  const { state, decidedOn, servedOn, withdrawnOn, archivedOn, transferredOn } = standing
  const ended = withdrawnOn ? done(`申请人已于${chineseDate(withdrawnOn)}撤回。`) : null
  const decided = decidedOn ? done(`已于${chineseDate(decidedOn)}作出决定。`) : null
  switch (kind) {
    case 'received':
      return null
    case 'evidenced':
    case 'proposed':
      return ended ?? decided
    case 'withdrawn':
      return (
        ended ??
        (decidedOn
          ? done(`已于${chineseDate(decidedOn)}作出决定，不能再撤回。`, '决定照常送达；申请人不服的，告知其救济途径。')
          : null)
      )
    case 'returned':
    case 'decided':
      if (ended ?? decided) return ended ?? decided
      if (state === 'proposed') return null
      return { code: 'approval-needed', say: '没有等待审批的决定稿。', then: '请承办人先拟写并送审。' }
    case 'dispatched':
    case 'mail-returned':
    case 'served':
      if (ended) return ended
      if (!decided) return { code: 'not-replied-yet', say: '还没有作出决定。', then: '请先拟写并报批。' }
      if (servedOn) return done(`已于${chineseDate(servedOn)}送达。`, '无需再次登记。')
      return kind === 'served' ? null : postRefusal(kind, standing)
    case 'archived':
      if (archivedOn) return done(`已于${chineseDate(archivedOn)}归档。`, '无需再次归档。')
      if (!servedOn && !withdrawnOn)
        return { code: 'archive-too-early', say: '告知书还没有送达，不能归档。', then: '登记送达之后再归档。' }
      if (!standing.pendingDispute) return null
      return {
        code: 'archive-too-early',
        say: `有复议或诉讼尚未审结（${standing.pendingDispute}）。`,
        then: '登记结果后再归档。',
      }
    case 'archive-transferred':
      if (transferredOn) return done(`已于${chineseDate(transferredOn)}移交。`, '无需再次登记。')
      return archivedOn ? null : { code: 'not-archived', say: '案卷还没有归档，不能移交。', then: '先归档。' }
  }
}

/** While one letter is under way there is no other; only what is under way comes back. */
function postRefusal(kind: 'dispatched' | 'mail-returned', { state, sentOn }: AmendmentStanding): Refusal | null {
  const underWay = state === 'sent'
  if (kind === 'mail-returned')
    return underWay ? null : { code: 'letter-not-sent', say: '没有已交寄、待签收的告知书。', then: '先登记交寄。' }
  if (!underWay || !sentOn) return null
  return done(
    `告知书已于${chineseDate(sentOn)}交寄，待签收。`,
    '请查询结果：已签收的登记送达，退回的先“登记退回”，再次寄出另行登记。',
  )
}
