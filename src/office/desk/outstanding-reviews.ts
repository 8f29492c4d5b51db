import { fold } from '../../record/requests/fold.ts'
import { reviewFaults } from '../../record/requests/reviews.ts'
import { submittedDrafts } from '../../store/deciding.sql.ts'
import { actsOfCases } from '../../store/letters.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'

/** Of drafts that were submitted: why they may not be approved yet, by their case. What is reviewed is not in it. */
export async function outstandingReviews(
  ctx: Pick<OfficeContext, 'db' | 'today'>,
  agencyId: string,
  caseIds: readonly string[],
): Promise<Map<string, string>> {
  const [{ readings }, drafts, acts] = await Promise.all([
    legalSetting(ctx, agencyId),
    submittedDrafts(ctx.db, agencyId, caseIds),
    actsOfCases(ctx.db, agencyId, caseIds),
  ])
  return new Map(
    drafts.flatMap(({ case_id: caseId, ...wording }) => {
      const faults = reviewFaults(fold(acts.get(caseId) ?? []), wording, readings)
      return faults.length > 0 ? [[caseId, faults.map(({ say }) => say).join('')] as const] : []
    }),
  )
}
