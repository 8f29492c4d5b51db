import { type Result, ok, refused } from '../../law/refusal.ts'
import type { Actor } from '../../record/people/roles.ts'
import { checkBasis } from '../../record/requests/check-basis.ts'
import { reviewFaults } from '../../record/requests/reviews.ts'
import { draftOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { delegation } from './delegation.ts'
import { contentOf, faultsOf, setState } from './draft-reply.ts'
import { openedFaults } from './published-address.ts'
import { keepDraftStep } from './draft-steps.ts'
import { type Command, guard, perform } from './perform.ts'

/** 审批同意: the head, or a deputy by delegation, approves this very wording, named by its digest. Later changes need approval again. */
export function approveReply(
  ctx: OfficeContext,
  actor: Actor,
  input: Command & { digest: string },
): Promise<Result<{ caseId: string }>> {
  return perform(ctx, actor, input, 'requests.approveReply', async (matter) => {
    const guarded = guard(matter, 'reply-approved', matter.today)
    if (!guarded.ok) return guarded
    const draft = await draftOf(matter.tx, matter.row.agency_id, matter.row.id)
    if (draft?.state !== 'submitted')
      return refused({ code: 'approval-needed', say: '没有等待审批的答复稿。', then: '请承办人先将答复稿送审。' })
    if (draft.digest !== input.digest)
      return refused({ code: 'changed-meanwhile', say: '答复稿已被修改。', then: '请核对最新内容后再审批。' })
    const authority = await delegation(matter)
    if (!authority.ok) return authority
    if (draft.drafters.includes(actor.id))
      return refused({ code: 'not-permitted', say: '您参与拟写了这一稿，不能审批。', then: '请由没有参与拟稿的负责人审批。' })
    const unreviewed = reviewFaults(matter.folded, draft, matter.setting.readings)
    if (unreviewed.length > 0) return refused(...unreviewed)
    const content = contentOf(ctx, draft)
    const faults = [
      ...(await faultsOf(ctx, matter, content)),
      ...(await openedFaults(matter, content)),
      ...checkBasis(content, matter.today, matter.library),
    ]
    if (faults.length > 0) return refused(...faults)
    return ok({
      acts: [
        {
          kind: 'reply-approved',
          on: matter.today,
          outcome: content.outcome,
          digest: draft.digest,
          approvedBy: actor.name,
          ...(authority.value ? { delegation: authority.value } : {}),
        },
      ],
      also: async (tx) => {
        await setState(tx, matter, { state: 'approved', returned_because: null })
        await keepDraftStep(ctx, tx, matter, draft, { what: 'approved' })
      },
    })
  })
}
