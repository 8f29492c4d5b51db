/** 审查是否齐备: pure, so that the office refuses with it and the case page shows with it. */
import type { Readings } from '../../law/readings.ts'
import type { Refusal } from '../../law/refusal.ts'
import { REVIEW_ASPECT_WORDS, REVIEW_BY, type ReviewAspect, reviewsNeeded } from '../../law/requests/reviews.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import type { RequestCase, ReplyReview } from './case.ts'

/** The wording under review: its outcome, its digest, and who wrote on it. */
export interface Reviewed {
  outcome: Outcome
  digest: string
  drafters: readonly string[]
}

/** The last word on each aspect of this very wording. */
export function reviewsOfWording({ reviews }: Pick<RequestCase, 'reviews'>, digest: string): ReplyReview[] {
  const last = new Map(reviews.filter((one) => one.digest === digest).map((one) => [one.aspect, one]))
  return [...last.values()]
}

const no = (say: string, then: string): Refusal => ({ code: 'review-needed', say, then, cite: REVIEW_BY })

function named(aspects: readonly ReviewAspect[]): string {
  return aspects.map((aspect) => REVIEW_ASPECT_WORDS[aspect]).join('、')
}

/** What this wording needs, what has passed it, and what has not. */
function standing(folded: Pick<RequestCase, 'reviews'>, wording: Reviewed, readings: Readings) {
  const needed = reviewsNeeded(wording.outcome, readings)
  const passed = reviewsOfWording(folded, wording.digest).filter(
    ({ aspect, conclusion, by }) => conclusion === 'pass' && needed.includes(aspect) && !wording.drafters.includes(by),
  )
  return { needed, passed, missing: needed.filter((aspect) => !passed.some((one) => one.aspect === aspect)) }
}

/** Why this wording may not be approved yet; none where every review it needs has passed it. */
export function reviewFaults(folded: Pick<RequestCase, 'reviews'>, wording: Reviewed, readings: Readings): Refusal[] {
  const { needed, passed, missing } = standing(folded, wording, readings)
  if (missing.length > 0) return [no(`这一稿还没有通过${named(missing)}。`, `请由${named(missing)}人员在案件页审查后，再审批。`)]
  const persons = new Set(passed.map(({ by }) => by)).size
  const least = Math.min(readings.reviewPersons, needed.length)
  return persons < least
    ? [no(`各项审查至少由 ${least} 人分别承担，这一稿只有 ${persons} 人审查。`, '请另一名审查人员重新审查其中一项。')]
    : []
}

/** Why this officer may not say the word on this aspect. */
export function reviewerFault(
  folded: Pick<RequestCase, 'reviews'>,
  wording: Reviewed,
  { aspect, by }: { aspect: ReviewAspect; by: string },
  readings: Readings,
): Refusal | null {
  if (wording.drafters.includes(by)) return no('您参与拟写了这一稿，不能审查自己的稿子。', '请由没有参与拟稿的审查人员审查。')
  const needed = reviewsNeeded(wording.outcome, readings)
  const others = reviewsOfWording(folded, wording.digest).filter((one) => one.conclusion === 'pass' && one.aspect !== aspect)
  const persons = new Set([...others.map((one) => one.by), by]).size
  const open = needed.filter((one) => one !== aspect && !others.some((other) => other.aspect === one)).length
  const least = Math.min(readings.reviewPersons, needed.length)
  return persons + open < least
    ? no(`您已对这一稿作过另一项审查；各项审查至少由 ${least} 人分别承担。`, `请由另一名${REVIEW_ASPECT_WORDS[aspect]}人员审查。`)
    : null
}

export interface Reviewer {
  id: string
  name: string
  aspects: readonly ReviewAspect[]
}

/**
 * 等哪一项审查、等谁, in words: each review that has not passed this wording, with those who may still give it. Empty where none is
 * outstanding. Where all have passed but by too few people, another may say any of them.
 */
export function awaitedReviews(
  folded: Pick<RequestCase, 'reviews'>,
  wording: Reviewed,
  readings: Readings,
  reviewers: readonly Reviewer[],
): string {
  if (reviewFaults(folded, wording, readings).length === 0) return ''
  const { needed, missing } = standing(folded, wording, readings)
  const open = missing.length > 0 ? missing : needed
  const words = open.map((aspect) => {
    const by = reviewers
      .filter(({ id, aspects }) => aspects.includes(aspect) && !reviewerFault(folded, wording, { aspect, by: id }, readings))
      .map(({ name }) => name)
    return `${REVIEW_ASPECT_WORDS[aspect]}（${by.join('、') || '没有可以审查的人员，请系统管理员在“机构”中分配角色'}）`
  })
  return words.join('、')
}
