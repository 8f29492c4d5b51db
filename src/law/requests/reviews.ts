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

export const REVIEW_BY = reg('17')

/** Which reviews a reply with this outcome needs before it may be approved. */
export function reviewsNeeded(outcome: Outcome, { replyReviews }: Pick<Readings, 'replyReviews'>): readonly ReviewAspect[] {
  if (replyReviews === 'all') return REVIEW_ASPECTS
  if (replyReviews === 'legality') return ['legality']
  const { family } = outcomeRule(outcome)
  return family === 'granted' || family === 'partial' || family === 'withheld' ? REVIEW_ASPECTS : ['legality']
}
