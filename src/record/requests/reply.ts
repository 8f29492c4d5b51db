/**
 * 答复内容 — what a reply says, whatever its outcome: the composer fills it, `check-reply.ts` refuses what is incomplete or
 * inconsistent, the letter prints it. Remedies are never part of it: they follow from outcome and day.
 */
import { z } from 'zod'
import { OBJECTION_DECISIONS } from '../../law/requests/consultation.ts'
import { OUTCOMES } from '../../law/requests/vocabulary.ts'
import { REMAINDER_GROUNDS, SECRET_LEVELS } from '../../law/withholding.ts'
import { day } from './acts.ts'

const line = (max: number) => z.string().trim().max(max).default('')
const lines = (max: number) => z.array(z.string().trim().min(1).max(max)).max(50).default([])

/** 提供方式 (Art 36(2), 40) */
export const PROVISION_WAYS = ['attached', 'electronic', 'pickup', 'inspection', 'later'] as const
export type ProvisionWay = (typeof PROVISION_WAYS)[number]
export const PROVISION_WAY_WORDS: Record<ProvisionWay, string> = {
  attached: '随本告知书附送纸质复制件',
  electronic: '以电子文件形式发送',
  pickup: '到本机关领取',
  inspection: '到本机关查阅、抄录',
  later: '另行提供，告知途径和时间',
}

/** 申请的一项内容, and what becomes of it. `outcome` is null until it is placed. */
const replyItemSchema = z.object({
  /** The requester's own words. */
  clause: z.string().trim().min(1).max(500),
  outcome: z.enum(OUTCOMES).nullable().default(null),
  /** Of a partly given item: why the rest is not, and what that is. */
  grounds: z.array(z.enum(REMAINDER_GROUNDS)).max(REMAINDER_GROUNDS.length).default([]),
  withheldPart: line(500),
  reasons: line(2000),
  /** 区分处理 (Art 37), asked of each item that is refused. */
  severable: z.boolean().nullable().default(null),
  /** The attachment that answers it. */
  attachment: line(200),
})
export type ReplyItem = z.infer<typeof replyItemSchema>

export const replyContentSchema = z.object({
  outcome: z.enum(OUTCOMES),
  /** 逐项答复: empty where the request is one matter. Then `outcome` is what the report counts (law/requests/item-outcomes.ts). */
  items: z.array(replyItemSchema).max(40).default([]),
  /** The handler has read the request and says that these are all its items, though its numbering shows more. */
  itemsComplete: z.boolean().default(false),
  /** Nothing given and grounds that differ: why this one is the main one. */
  mainReason: line(500),
  /** 部分公开: why the rest is not given. A whole refusal carries its ground in the outcome and leaves this empty. */
  grounds: z.array(z.enum(REMAINDER_GROUNDS)).max(REMAINDER_GROUNDS.length).default([]),
  /** 说明理由: facts and why the article applies to them. */
  reasons: line(5000),
  /** 提供的信息 (Art 36(2), 37) */
  given: z
    .object({
      /** 名称、文号 of what is given */
      what: line(2000),
      way: z.enum(PROVISION_WAYS).default('attached'),
      /** Files of the case that leave with the reply, by their names without ending, in order. */
      attachments: lines(200),
      /** What the letter calls each of them, by its name among the files; where nothing is given, that name. Absent in drafts of before. */
      titles: z.record(z.string().max(200), line(200)).optional(),
      /** Attachments that exist on paper only: copied page by page by whoever answers for it, and no file goes through the check. */
      onPaper: lines(200),
      /** 途径 and 时间, where it is not attached: where to fetch or read it, and from when. */
      place: line(300),
      from: day.nullable().default(null),
    })
    .nullable()
    .default(null),
  /** 已主动公开: the exact address or place (Art 36(1)). */
  publishedAt: z
    .object({
      title: line(300),
      url: line(500),
      place: line(300),
      /** The day on which the drafter opened the address and found this information there. Absent in drafts of before. */
      openedOn: day.nullable().optional(),
    })
    .nullable()
    .default(null),
  /** 部分公开: what is not given. */
  withheldPart: line(2000),
  /** 区分处理: can the part that may be disclosed be separated? A whole refusal needs `false` (Art 37). */
  severable: z.boolean().nullable().default(null),
  /** 密级、保密期限与定密机关, or law and article that forbid disclosure (Art 14). */
  groundBasis: line(500),
  /** 定密 (Art 14): without it a bare “国家秘密” falls in court. */
  secret: z
    .object({
      level: z.enum(SECRET_LEVELS).nullable().default(null),
      /** 定密依据: the item of the list of secrets, or the decision */
      basis: line(300),
      /** 定密机关、定密责任人 */
      by: line(100),
      /** 保密期限, as marked */
      period: line(100),
      /** The day on which it ends, where one is fixed. */
      until: day.nullable().default(null),
    })
    .nullable()
    .default(null),
  /** 内部意见: the questions of a ground that is often stretched, answered one by one. Never printed. */
  tests: z
    .array(
      z.object({
        of: z.enum(REMAINDER_GROUNDS),
        answers: z.array(z.object({ holds: z.boolean().nullable().default(null), why: line(500) })).max(5),
      }),
    )
    .max(REMAINDER_GROUNDS.length)
    .default([]),
  /** 内部意见: 公共利益权衡 (Art 15, 32), also where the third party objects. Never printed. */
  weighing: line(2000),
  /** The third party's objection is on file without a consultation in this case (Art 32). */
  knownObjection: line(1000),
  /**
   * 公开的公共利益理由: disclosed although a third party objects (Art 32). Of drafts of before, for all who object alike; now each
   * has its own in `objections`.
   */
  publicInterest: line(2000),
  /** 对每一个不同意公开的第三方的处理 (Art 32), by its code in the case. Absent in drafts of before. */
  objections: z
    .record(
      z.string().max(100),
      z.object({
        decision: z.enum(OBJECTION_DECISIONS).nullable().default(null),
        /** Which information of this party is kept back, or disclosed all the same; the latter is told to it. */
        content: line(2000),
        /** Why its objection is reasonable, or why the information is disclosed all the same; the latter is told to it. */
        reasons: line(2000),
      }),
    )
    .optional(),
  /** 负责公开的机关 (Art 36(5)). */
  rightAgency: z
    .object({ name: line(100), contact: line(200), /** 无法确定 */ undeterminable: z.boolean().default(false) })
    .nullable()
    .default(null),
  /** 已作出的答复 (Art 36(6)) */
  earlierCase: z
    .object({ number: line(80), on: day.nullable().default(null) })
    .nullable()
    .default(null),
  /** 对获取有特别规定的法律、行政法规, and where to go (Art 36(7)) */
  accessLaw: z
    .object({ name: line(200), place: line(300) })
    .nullable()
    .default(null),
  /** 信访、投诉、举报的相应渠道, or where a consultation belongs (Art 39.1) */
  properOutlet: line(300),
  /** 公开出版物的获取途径 (Art 39.2) */
  publicationSource: line(500),
  /** 便民说明: what else helps the requester; printed after the decision. */
  remark: line(1000),
})
export type ReplyContent = z.infer<typeof replyContentSchema>
/** What is decided of one objection. */
export type ObjectionDecided = NonNullable<ReplyContent['objections']>[string]
/** As it may come from a form: everything but the outcome may be left out. */
export type ReplyContentInput = z.input<typeof replyContentSchema>
