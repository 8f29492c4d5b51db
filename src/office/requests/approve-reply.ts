import { type Result, ok, refused } from '../../law/refusal.ts'
import type { Actor } from '../../record/people/roles.ts'
import { checkReply } from '../../record/requests/check-reply.ts'
import type { ReplyContent } from '../../record/requests/reply.ts'
import { draftOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { setState } from './draft-reply.ts'
import { type Command, guard, perform } from './perform.ts'

/** 审批同意: the head approves this very wording, named by its digest. Later changes need approval again. */
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
    const content = ctx.vault.open<ReplyContent>(draft.sealed)
    const faults = checkReply(content, matter.folded)
    if (faults.length > 0) return refused(...faults)
    return ok({
      acts: [
        { kind: 'reply-approved', on: matter.today, outcome: content.outcome, digest: draft.digest, approvedBy: actor.name },
      ],
      also: (tx) => setState(tx, matter, { state: 'approved', returned_because: null }),
    })
  })
}
