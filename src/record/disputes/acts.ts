/**
 * 争议卷 — a complaint, a reconsideration or a suit over one decision, as its dated acts. `on` is the day it has effect for this
 * agency: papers and decisions count from the day they were received. No personal data stands in an act.
 */
import { z } from 'zod'
import { DISPUTE_PATHS, RESULTS } from '../../law/oversight/results.ts'
import { day } from '../requests/acts.ts'

const text = (max: number) => z.string().trim().min(1).max(max)
const note = z.string().trim().max(1000).optional()

/** 审理程序 */
export const PROCEDURES = ['ordinary', 'simplified'] as const
export type Procedure = (typeof PROCEDURES)[number]
export const PROCEDURE_WORDS: Record<Procedure, string> = { ordinary: '普通程序', simplified: '简易程序' }

export const CLAIMANTS = ['requester', 'thirdParty'] as const
export const CLAIMANT_WORDS: Record<(typeof CLAIMANTS)[number], string> = { requester: '申请人', thirdParty: '第三方' }

/** 复议后起诉 — what went before the suit (ARL 34, APL 45): a decision, 不予受理, or a reconsideration that ended in silence. */
export const SUIT_AFTER = ['decided', 'notAccepted', 'undecided'] as const
export const SUIT_AFTER_WORDS: Record<(typeof SUIT_AFTER)[number], string> = {
  decided: '已有行政复议决定',
  notAccepted: '复议机关决定不予受理',
  undecided: '受理后逾期未作决定',
}

const shapes = {
  /** 收到答复通知书、应诉通知书或者转来的投诉 */
  opened: z.object({
    kind: z.literal('opened'),
    on: day,
    path: z.enum(DISPUTE_PATHS),
    procedure: z.enum(PROCEDURES).default('ordinary'),
    claimant: z.enum(CLAIMANTS).default('requester'),
    /** 受理之日, where the notice names it: the body's own limit runs from it. */
    acceptedOn: day.optional(),
    /** Of a suit after reconsideration; absent as 'decided'. */
    after: z.enum(SUIT_AFTER).optional(),
    /** The day 不予受理 was received, or the day the time for the reconsideration ended: the fifteen days to sue run from it. */
    endedOn: day.optional(),
    /** 对方文号, e.g. 云政复〔2026〕3号 */
    reference: z.string().trim().max(60).optional(),
    /** 要求答复的日期, for a complaint: the law sets none. */
    answerBy: day.optional(),
  }),
  /** 提交书面答复（答辩状）、证据和依据: posted or handed in on this day */
  answered: z.object({ kind: z.literal('answered'), on: day, proof: text(300) }),
  /** 转为普通程序 (ARL 55) */
  switched: z.object({ kind: z.literal('switched'), on: day }),
  /** 审理期限延长 (ARL 62): at most thirty days */
  prolonged: z.object({ kind: z.literal('prolonged'), on: day }),
  /** 收到决定书、裁判文书 */
  decided: z.object({
    kind: z.literal('decided'),
    on: day,
    result: z.enum(RESULTS),
    number: z.string().trim().max(60).optional(),
    /** 责令重新答复 */
    answerAgain: z.boolean().default(false),
    /** 履行期限, where the decision names one */
    performBy: day.optional(),
    note,
  }),
  /** 裁判生效: the time to appeal is over and nobody has appealed; only then does a first-instance judgment oblige (APL 85). */
  effective: z.object({ kind: z.literal('effective'), on: day, performBy: day.optional(), note }),
  /** 上诉: by this agency, or the other side's copy received */
  appealed: z.object({ kind: z.literal('appealed'), on: day, by: z.enum(['agency', 'claimant']) }),
  /** 收到行政复议意见书 (ARL 76) */
  'opinion-received': z.object({ kind: z.literal('opinion-received'), on: day, number: z.string().trim().max(60).optional() }),
  'opinion-reported': z.object({ kind: z.literal('opinion-reported'), on: day, proof: text(300) }),
  /** 履行完毕 */
  performed: z.object({ kind: z.literal('performed'), on: day, note }),
  annulled: z.object({ kind: z.literal('annulled'), on: day, of: z.number().int().min(1), reason: text(500) }),
} as const

export const disputeActSchema = z.discriminatedUnion('kind', [
  shapes.opened,
  shapes.answered,
  shapes.switched,
  shapes.prolonged,
  shapes.decided,
  shapes.appealed,
  shapes.effective,
  shapes['opinion-received'],
  shapes['opinion-reported'],
  shapes.performed,
  shapes.annulled,
])
export const openedSchema = shapes.opened
export type DisputeAct = z.infer<typeof disputeActSchema>
export type DisputeActKind = DisputeAct['kind']
export type DisputeActOf<K extends DisputeActKind> = Extract<DisputeAct, { kind: K }>

export const DISPUTE_ACT_WORDS: Record<DisputeActKind, string> = {
  opened: '收到通知',
  answered: '提交答复和证据',
  switched: '转为普通程序',
  prolonged: '审理期限延长',
  decided: '收到决定或者裁判',
  appealed: '上诉',
  effective: '裁判生效',
  'opinion-received': '收到行政复议意见书',
  'opinion-reported': '报告意见书落实情况',
  performed: '履行完毕',
  annulled: '更正登记',
}

export interface RecordedDisputeAct {
  seq: number
  act: DisputeAct
  recordedAt: string
  actorId: string
}
