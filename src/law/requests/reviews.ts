/**
 * 答复前的审查 — Reg. 17: 行政机关应当建立健全政府信息公开审查机制，明确审查的程序和责任; what is to be disclosed is examined under the law on
 * secrets, and other laws. Which answers need which review is the agency's own mechanism: a reading.
 */
import { reg } from '../cite.ts'
import type { Readings } from '../readings.ts'
import { outcomeRule } from './outcomes.ts'
import type { Outcome } from './vocabulary.ts'

export const REVIEW_ASPECTS = ['legality', 'secrecy', 'privacy'] as const
export type ReviewAspect = (typeof REVIEW_ASPECTS)[number]

export const REVIEW_ASPECT_WORDS: Record<ReviewAspect, string> = {
  legality: '合法性审查',
  secrecy: '保密审查',
  privacy: '个人信息和商业秘密审查',
}

/** What each reviewer answers for, as the review form says it. */
export const REVIEW_QUESTIONS: Record<ReviewAspect, readonly string[]> = {
  legality: [
    '答复类型与所引条款是否相符，事实和理由是否写明？',
    '程序是否完整：收到之日、补正、征求意见、检索记录？',
    '救济途径是否正确？',
  ],
  secrecy: [
    '拟提供的内容有没有国家秘密、工作秘密？',
    '以国家秘密为由不公开的，定密依据、密级、期限是否齐全？',
    '汇总起来会不会泄露秘密？',
  ],
  privacy: [
    '拟提供的内容有没有身份证号、住址、电话、账号等个人信息？',
    '有没有第三方的商业秘密，是否征求过意见？',
    '给第三方和公开的文书会不会透露申请人？',
  ],
}

export const REVIEW_BY = reg('17')

/** Which reviews a reply with this outcome needs before it may be approved. */
export function reviewsNeeded(outcome: Outcome, { replyReviews }: Pick<Readings, 'replyReviews'>): readonly ReviewAspect[] {
  if (replyReviews === 'all') return REVIEW_ASPECTS
  if (replyReviews === 'legality') return ['legality']
  const { family } = outcomeRule(outcome)
  return family === 'granted' || family === 'partial' || family === 'withheld' ? REVIEW_ASPECTS : ['legality']
}
