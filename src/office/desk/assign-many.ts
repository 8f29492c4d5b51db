import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { assignCase } from '../requests/annotate.ts'

/** 批量分办: one after the other, as if each were done by hand; the first that can't be done ends it and says why. */
export async function assignMany(
  ctx: OfficeContext,
  actor: Actor,
  input: { ids: string[]; sectionId: string | null; officerId: string | null },
): Promise<Result<{ assigned: number }>> {
  if (!permitted(actor, 'requests.assign', { agencyId: actor.agencyId, sectionId: actor.sectionId }))
    return refused(NOT_PERMITTED)
  for (const caseId of input.ids) {
    const done = await assignCase(ctx, actor, { caseId, sectionId: input.sectionId, officerId: input.officerId })
    if (!done.ok) return done
  }
  return ok({ assigned: input.ids.length })
}
