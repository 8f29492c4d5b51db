import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { ReviewAspect } from '../../law/requests/reviews.ts'
import { personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import type { Actor, Verb } from '../../record/people/roles.ts'
import { reviewerFault } from '../../record/requests/reviews.ts'
import { draftOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { setState } from './draft-reply.ts'
import { keepDraftStep } from './draft-steps.ts'
import { type Command, guard, perform } from './perform.ts'

export const VERB_OF_ASPECT: Record<ReviewAspect, Verb> = {
  legality: 'requests.reviewLegality',
  secrecy: 'requests.reviewSecrecy',
  privacy: 'requests.reviewPrivacy',
}

const NOTHING_TO_REVIEW: Refusal = { code: 'review-needed', say: '没有等待审查的答复稿。', then: '请承办人先将答复稿送审。' }

/** 审查: one officer says of this very wording whether it passes in one respect; a return sends it back to the drafter. */
export function reviewReply(
  ctx: OfficeContext,
  actor: Actor,
  input: Command & { digest: string; aspect: ReviewAspect; conclusion: 'pass' | 'return'; note: string },
): Promise<Result<{ caseId: string }>> {
  const { aspect, conclusion, digest } = input
  // The wording is named by its digest: what a colleague said meanwhile in another respect changes nothing of it.
  return perform(ctx, actor, { ...input, seen: null }, VERB_OF_ASPECT[aspect], async (matter) => {
    const guarded = guard(matter, 'reply-reviewed', matter.today)
    if (!guarded.ok) return guarded
    const draft = await draftOf(matter.tx, matter.row.agency_id, matter.row.id)
    if (draft?.state !== 'submitted') return refused(NOTHING_TO_REVIEW)
    if (draft.digest !== digest)
      return refused({ code: 'changed-meanwhile', say: '答复稿已被修改。', then: '请核对最新内容后再审查。' })
    const fault = reviewerFault(matter.folded, draft, { aspect, by: actor.id }, matter.setting.readings)
    if (fault) return refused(fault)
    const note = withoutPersons(input.note.trim(), personsOf(matter.requester, [...matter.parties.values()]))
    if (conclusion === 'return' && !note)
      return refused({ code: 'field-missing', say: '退回没有写明需要修改什么。', then: '请写明后再退回。', field: 'note' })
    return ok({
      acts: [{ kind: 'reply-reviewed', on: matter.today, aspect, conclusion, digest, ...(note ? { note } : {}) }],
      ...(conclusion === 'return'
        ? {
            also: async (tx) => {
              await setState(tx, matter, { state: 'returned', returned_because: note })
              await keepDraftStep(ctx, tx, matter, draft, { what: 'returned', because: note })
            },
          }
        : {}),
    })
  })
}
