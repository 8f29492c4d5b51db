/**
 * 答复内容 — what a reply says, whatever its outcome: the composer fills it, `check-reply.ts` refuses what is incomplete or
 * inconsistent, the letter prints it. Remedies are never part of it: they follow from outcome and day.
 */
import { z } from 'zod'
import { OUTCOMES } from '../../law/requests/vocabulary.ts'
import { REMAINDER_GROUNDS } from '../../law/withholding.ts'
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

export const replyContentSchema = z.object({
  outcome: z.enum(OUTCOMES),
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
      /** Names of the papers attached, in order. */
      attachments: lines(200),
      /** 途径 and 时间, where it is not attached: where to fetch or read it, and from when. */
      place: line(300),
      from: day.nullable().default(null),
    })
    .nullable()
    .default(null),
  /** 已主动公开: the exact address or place (Art 36(1)). */
  publishedAt: z
    .object({ title: line(300), url: line(500), place: line(300) })
    .nullable()
    .default(null),
  /** 部分公开: what is not given. */
  withheldPart: line(2000),
  /** 区分处理: can the part that may be disclosed be separated? A whole refusal needs `false` (Art 37). */
  severable: z.boolean().nullable().default(null),
  /** 密级、保密期限与定密机关, or law and article that forbid disclosure (Art 14). */
  groundBasis: line(500),
  /** The third party's objection is on file without a consultation in this case (Art 32). */
  knownObjection: line(1000),
  /** 公开的公共利益理由: disclosed although a third party objects (Art 32). */
  publicInterest: line(2000),
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
/** As it may come from a form: everything but the outcome may be left out. */
export type ReplyContentInput = z.input<typeof replyContentSchema>
