/**
 * 更正与自身相关的政府信息记录 (Art 41): who asks, which record, what is wrong with it, by what evidence; and what was decided. No
 * request for information: the limit of Art 33 does not run, table 三 does not count it.
 */
import { z } from 'zod'
import type { EvidenceKind } from '../requests/evidence.ts'

const line = (max: number) => z.string().trim().max(max)

export const amendmentContentSchema = z.object({
  /** 哪一份记录 */
  record: line(300).min(2),
  /** 哪里不准确，应当怎样 */
  wrong: line(3000).min(2),
  /** 证据, one a line */
  evidence: line(3000).default(''),
})
export type AmendmentContent = z.infer<typeof amendmentContentSchema>

/** 材料种类 of a matter. */
export const AMENDMENT_PAPERS = [
  '证据材料',
  '更正申请书',
  '身份证明',
  '委托书',
  '监护关系证明',
  '送达凭证',
] as const satisfies readonly (EvidenceKind | '证据材料' | '更正申请书')[]
export type AmendmentPaper = (typeof AMENDMENT_PAPERS)[number]

export const AMENDMENT_RESULTS = ['amended', 'refused', 'transferred', 'pointed'] as const
export type AmendmentResult = (typeof AMENDMENT_RESULTS)[number]
export const AMENDMENT_RESULT_WORDS: Record<AmendmentResult, string> = {
  amended: '予以更正',
  refused: '不予更正',
  transferred: '转送有权更正的机关',
  pointed: '告知向有权更正的机关提出',
}

export const amendmentDecisionSchema = z.object({
  result: z.enum(AMENDMENT_RESULTS),
  /** 更正后的记录怎样写 */
  correctedTo: line(3000).default(''),
  reasons: line(3000).default(''),
  to: z
    .object({ name: line(100).min(2), contact: line(200).min(2) })
    .nullable()
    .default(null),
})
export type AmendmentDecision = z.infer<typeof amendmentDecisionSchema>
export type AmendmentDecisionInput = z.input<typeof amendmentDecisionSchema>
