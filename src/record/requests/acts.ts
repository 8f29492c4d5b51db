/**
 * 案卷 — a request is its dated acts (Reg. 45: 登记、审核、办理、答复、归档). Each act has the day it has effect (`on`) and, in the
 * store, the moment it was written down. Shapes are for ever: design slowly, add rather than change. No personal data stands
 * in an act; people are named by id.
 */
import { z } from 'zod'
import type { LocalDate } from '../../law/date.ts'
import { isLocalDate } from '../../law/date.ts'
import type { ClockAct } from '../../law/requests/clock-types.ts'
import { RETENTIONS } from '../../law/requests/retention.ts'
import { REVIEW_ASPECTS } from '../../law/requests/reviews.ts'
import { SEARCH_PLACES } from '../../law/requests/search.ts'
import { LEFT_WITNESSES, MAIL_CARRIERS, NOTICE_GROUNDS, RETURN_REASONS, SIGNERS } from '../../law/requests/service.ts'
import { LETTER_CODES } from '../letters/model.ts'
import { INTAKE_CHANNELS, OUTCOMES, REVIEW_BODIES, SERVICE_METHODS } from '../../law/requests/vocabulary.ts'
import { CORRECTION_TRIGGERS } from '../../law/requests/correction-triggers.ts'

/** A legal day in an input; the cast says what the check has proved. */
export const day = z
  .string()
  .refine(isLocalDate, { error: '请填写存在的日期，如 2026-03-02' })
  .meta({ format: 'date' }) as unknown as z.ZodType<LocalDate, LocalDate>
const text = (max: number) => z.string().trim().min(1).max(max)
/** Concluded, never recorded: no letter of it has left the house. */
const untold = z.literal(false).optional()
const note = z.string().trim().max(2000).optional()

/** 哪一份文书: the act that made it, its code and its 文号. */
const letter = { of: z.number().int().min(0), code: z.enum(LETTER_CODES), letter: text(80) }
/** 送达的证明: what is known of how the letter was taken over. Who signed is sealed beside the act; `file` is in the case. */
const proofOfService = {
  proof: z.string().trim().max(300).optional(),
  mailNumber: z.string().trim().max(40).optional(),
  /** 受委托的行政机关 */
  agency: text(100).optional(),
  signedBy: z.enum(SIGNERS).optional(),
  /** 留置送达: why it was refused, and what proves that it was left. */
  leftBecause: z.string().trim().max(500).optional(),
  leftWitness: z.enum(LEFT_WITNESSES).optional(),
  file: z.uuid().optional(),
}
/** 网上提供之日: the day on which this decision had been put up for opening online; the office fills it in, whatever was sent. */
const offeredOn = day.optional()

/** How the office got in touch. */
export const CONTACT_WAYS = ['phone', 'message', 'email', 'post', 'visit'] as const
export type ContactWay = (typeof CONTACT_WAYS)[number]
export const CONTACT_WAY_WORDS: Record<ContactWay, string> = {
  phone: '电话',
  message: '短信',
  email: '电子邮件',
  post: '信函',
  visit: '上门',
}

const shapes = {
  /** 提交申请 (Art 29). For `in-person` it is also the receipt (Art 31(1)). `signedAt`: which desk of the organ signed for it. */
  submitted: z.object({
    kind: z.literal('submitted'),
    on: day,
    via: z.enum(INTAKE_CHANNELS),
    signedAt: z.string().trim().max(60).optional(),
    note,
  }),
  /** 联系申请人 (Art 31; 207号): reached or not; proves that the office tried on the day. */
  contacted: z.object({ kind: z.literal('contacted'), on: day, how: z.enum(CONTACT_WAYS), reached: z.boolean(), note }),
  /** 收到申请之日 (Art 31) */
  received: z.object({ kind: z.literal('received'), on: day, via: z.enum(INTAKE_CHANNELS).optional(), note }),
  /** 一事一申请: one form became several cases; this is the `position`-th of `of`. */
  split: z.object({ kind: z.literal('split'), on: day, position: z.number().int().min(1), of: z.number().int().min(2) }),
  /** 补正告知 (Art 30) */
  'correction-asked': z.object({
    kind: z.literal('correction-asked'),
    on: day,
    items: text(2000),
    replyBy: day,
    noticeReceived: day.optional(),
    /** 补正事由; absent in acts of before, which were all about content */
    triggers: z.array(z.enum(CORRECTION_TRIGGERS)).max(CORRECTION_TRIGGERS.length).optional(),
  }),
  'correction-received': z.object({ kind: z.literal('correction-received'), on: day, note }),
  'correction-lapsed': z.object({ kind: z.literal('correction-lapsed'), on: day, note }),
  /** 要求说明理由 (Art 35) */
  'reasons-asked': z.object({
    kind: z.literal('reasons-asked'),
    on: day,
    replyBy: day,
    facts: text(2000),
    noticeReceived: day.optional(),
  }),
  'reasons-given': z.object({ kind: z.literal('reasons-given'), on: day, reasonable: z.boolean().optional(), note }),
  /** 延迟答复 (Art 35) */
  deferred: z.object({
    kind: z.literal('deferred'),
    on: day,
    until: day,
    reason: text(1000),
    told: untold,
  }),
  /** 征求第三方意见 (Art 32). `party` names it within this case; who it is lies with the case's parties. */
  'third-party-asked': z.object({
    kind: z.literal('third-party-asked'),
    on: day,
    party: text(60),
    letterReceived: day.optional(),
  }),
  'third-party-answered': z.object({
    kind: z.literal('third-party-answered'),
    on: day,
    party: text(60),
    consents: z.boolean(),
    reasons: z.string().trim().max(2000).optional(),
  }),
  /** 征求共同制作机关 (Art 34) 或其他机关意见 (Art 33.3) */
  'agency-asked': z.object({
    kind: z.literal('agency-asked'),
    on: day,
    agency: text(100),
    as: z.enum(['co-maker', 'consulted']),
    letterReceived: day.optional(),
    /** The day by which an agency that is no co-maker was asked to answer: the law sets it no limit. */
    answerBy: day.optional(),
  }),
  /** `silent`: no answer came and none is waited for any more, so the time counts again from that day (Art 33.3). */
  'agency-answered': z.object({
    kind: z.literal('agency-answered'),
    on: day,
    agency: text(100),
    consents: z.boolean(),
    silent: z.literal(true).optional(),
    note,
  }),
  /** 收费通知 (Art 42; fee measures Art 6) */
  'fee-noticed': z.object({
    kind: z.literal('fee-noticed'),
    on: day,
    noticeReceived: day.optional(),
    yuan: z.number().int().positive(),
    scale: z.enum(['item', 'volume']),
    quantity: z.number().int().positive(),
  }),
  /** 决定不收取信息处理费: charging is a discretion (Art 42 可以收取). What it would have been, where it was reckoned. */
  'fee-waived': z.object({
    kind: z.literal('fee-waived'),
    on: day,
    reason: text(1000),
    yuan: z.number().int().positive().optional(),
  }),
  'fee-paid': z.object({ kind: z.literal('fee-paid'), on: day, note }),
  'fee-lapsed': z.object({ kind: z.literal('fee-lapsed'), on: day, note }),
  /** 对方收到文书: the day a letter that was sent reached its addressee, once it is known; `of` is the act that sent it. */
  'notice-received': z.object({
    kind: z.literal('notice-received'),
    on: day,
    of: z.number().int().min(0),
    code: z.enum(LETTER_CODES).optional(),
    letter: text(80).optional(),
    by: z.enum(SERVICE_METHODS).optional(),
    ...proofOfService,
  }),
  /** 交寄、发出: the letter left the house on this day, by this way. A second attempt is a second act. */
  dispatched: z.object({
    kind: z.literal('dispatched'),
    on: day,
    ...letter,
    by: z.enum(SERVICE_METHODS),
    carrier: z.enum(MAIL_CARRIERS).optional(),
    mailNumber: z.string().trim().max(40).optional(),
    freightCollect: z.boolean().optional(),
    agency: text(100).optional(),
    offeredOn,
    note,
  }),
  /** 退回: what was sent by the act `of` came back. */
  'mail-returned': z.object({
    kind: z.literal('mail-returned'),
    on: day,
    of: z.number().int().min(0),
    because: z.enum(RETURN_REASONS),
    note,
  }),
  /** 公告送达 */
  'notice-published': z.object({
    kind: z.literal('notice-published'),
    on: day,
    ...letter,
    /** 公告的地方: a website, a notice board. */
    outlet: text(200),
    because: z.enum(NOTICE_GROUNDS),
    /** 原因和经过, which the file must tell. */
    account: text(1000),
  }),
  /** 延长答复期限 (Art 33.2) */
  extended: z.object({
    kind: z.literal('extended'),
    on: day,
    workingDays: z.number().int().min(1),
    reason: text(1000),
    approvedBy: text(60),
    told: untold,
  }),
  /** 检索 (Art 36(4)): where, by whom, with what words, over which period, with what result; `files` names screenshots by hash. */
  searched: z.object({
    kind: z.literal('searched'),
    on: day,
    where: z.enum(SEARCH_PLACES),
    place: text(100),
    by: text(60),
    keywords: z.array(text(60)).min(1).max(20),
    period: text(100),
    found: z.boolean(),
    result: text(1000),
    files: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(10)
      .optional(),
  }),
  /** 审查 (Art 17) of this wording, by its digest, by whoever recorded the act: passed, or returned with what is to be mended. */
  'reply-reviewed': z.object({
    kind: z.literal('reply-reviewed'),
    on: day,
    aspect: z.enum(REVIEW_ASPECTS),
    conclusion: z.enum(['pass', 'return']),
    digest: text(64),
    note,
  }),
  /** 审批同意答复: the head or deputy approved this wording, by its digest; a deputy names the head's delegation (授权). */
  'reply-approved': z.object({
    kind: z.literal('reply-approved'),
    on: day,
    outcome: z.enum(OUTCOMES),
    digest: text(64),
    approvedBy: text(60),
    delegation: z.uuid().optional(),
  }),
  /** 答复 (Art 36–39): the day it was sent, posted or handed over decides whether it is in time. */
  replied: z.object({
    kind: z.literal('replied'),
    on: day,
    outcome: z.enum(OUTCOMES),
    article: z.string().max(20).optional(),
    restUnder14To16: z.boolean().optional(),
    /** 逐项答复: only some of the items are refused under Art 14–16, so the others may be taken to court at once. */
    mixed: z.boolean().optional(),
    /** How many third parties have to be told that something of theirs is given against their objection (Art 32). */
    overridden: z.number().int().min(1).optional(),
    digest: text(64),
  }),
  /** 送达: the day the requester received it; remedies run from here. */
  served: z.object({
    kind: z.literal('served'),
    on: day,
    by: z.enum(SERVICE_METHODS),
    offeredOn,
    ...proofOfService,
  }),
  /** 撤回申请 */
  withdrawn: z.object({ kind: z.literal('withdrawn'), on: day, note }),
  /** 本机关更正登记错误: the act with this sequence number never counted; it stays visible. */
  annulled: z.object({ kind: z.literal('annulled'), on: day, of: z.number().int().min(0), reason: text(1000) }),
  /** 责令重新答复: the day the decision or judgment was received; `replyBy` where it set a day. `dispute` names the file. */
  reopened: z.object({
    kind: z.literal('reopened'),
    on: day,
    dispute: text(60),
    by: z.enum(REVIEW_BODIES),
    replyBy: day.optional(),
  }),
  /** 行政复议、行政诉讼 result or its pendency (table 四) */
  disputed: z.object({
    kind: z.literal('disputed'),
    on: day,
    dispute: text(60),
    body: z.enum(['reconsideration', 'litigationDirect', 'litigationAfterReconsideration']),
    result: z.enum(['pending', 'upheld', 'corrected', 'other']),
    note,
  }),
  /** 归档 (Art 45): the case has become a volume; nothing but disputes, transfer and annulment follows. */
  archived: z.object({
    kind: z.literal('archived'),
    on: day,
    volume: text(60),
    retention: z.enum(RETENTIONS),
    note,
  }),
  /** 移交国家档案馆 (《档案法》第十五条) */
  'archive-transferred': z.object({ kind: z.literal('archive-transferred'), on: day, to: text(100), note }),
} as const

export const actSchema = z.discriminatedUnion('kind', [
  shapes.submitted,
  shapes.contacted,
  shapes.received,
  shapes.split,
  shapes['correction-asked'],
  shapes['correction-received'],
  shapes['correction-lapsed'],
  shapes['reasons-asked'],
  shapes['reasons-given'],
  shapes.deferred,
  shapes['third-party-asked'],
  shapes['third-party-answered'],
  shapes['agency-asked'],
  shapes['agency-answered'],
  shapes['fee-noticed'],
  shapes['fee-waived'],
  shapes['fee-paid'],
  shapes['fee-lapsed'],
  shapes['notice-received'],
  shapes.dispatched,
  shapes['mail-returned'],
  shapes['notice-published'],
  shapes.extended,
  shapes.searched,
  shapes['reply-reviewed'],
  shapes['reply-approved'],
  shapes.replied,
  shapes.served,
  shapes.withdrawn,
  shapes.annulled,
  shapes.reopened,
  shapes.disputed,
  shapes.archived,
  shapes['archive-transferred'],
])
export type Act = z.infer<typeof actSchema>
export type ActKind = Act['kind']
export type ActOf<K extends ActKind> = Extract<Act, { kind: K }>

export const ACT_WORDS: Record<ActKind, string> = {
  submitted: '提交申请',
  contacted: '联系申请人',
  received: '确认收到',
  split: '拆分申请',
  'correction-asked': '告知补正',
  'correction-received': '收到补正',
  'correction-lapsed': '逾期不补正',
  'reasons-asked': '要求说明理由',
  'reasons-given': '收到理由说明',
  deferred: '延迟答复',
  'third-party-asked': '征求第三方意见',
  'third-party-answered': '第三方答复意见',
  'agency-asked': '征求其他机关意见',
  'agency-answered': '其他机关答复意见',
  'fee-noticed': '发出收费通知',
  'fee-waived': '决定不收费',
  'fee-paid': '缴清费用',
  'fee-lapsed': '逾期未缴费',
  'notice-received': '登记对方收到文书',
  dispatched: '登记交寄或发出',
  'mail-returned': '登记退回',
  'notice-published': '公告送达',
  extended: '延长答复期限',
  searched: '登记检索',
  'reply-reviewed': '审查答复稿',
  'reply-approved': '审批同意答复',
  replied: '作出答复',
  served: '送达',
  withdrawn: '申请人撤回',
  annulled: '更正登记',
  reopened: '责令重新答复',
  disputed: '复议或诉讼',
  archived: '归档',
  'archive-transferred': '移交档案馆',
}

/** An act as it stands in the case file: its place in the file, and when and by whom it was written down. */
export interface RecordedAct {
  seq: number
  act: Act
  recordedAt: string
  actorId: string
}

/** Acts that say nothing about time; the clock never sees them. */
const TIMELESS = [
  'contacted',
  'split',
  'searched',
  'reply-reviewed',
  'reply-approved',
  'disputed',
  'notice-received',
  'dispatched',
  'mail-returned',
  'notice-published',
  'fee-waived',
  'archived',
  'archive-transferred',
] as const satisfies ActKind[]
type Timeless = (typeof TIMELESS)[number]

/** Acts that say something about time. The clock knows its own shapes; this proves at compile time that ours fit them. */
export function isClockAct(act: Act): act is Exclude<Act, { kind: Timeless }> & ClockAct {
  return !(TIMELESS as readonly ActKind[]).includes(act.kind)
}
