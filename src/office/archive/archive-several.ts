/** 成批归档: many closed matters in one deed. Each is checked and archived, or refused with its reason, for itself. */
import type { LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { ArchivedMatter, ArchivedRow } from '../../record/archive/view.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { standingVolumes } from '../../store/archive.sql.ts'
import { archiveAmendment } from '../amendments/archive-amendment.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { archiveCase } from './archive-case.ts'

export interface ToArchive {
  of: ArchivedMatter
  id: string
  commandId: string
  /** How many acts the person saw. */
  seen: number
}

/** In the order asked for, so that volume numbers follow the list that was seen. */
export async function archiveSeveral(
  ctx: OfficeContext,
  actor: Actor,
  { on, items }: { on: LocalDate; items: readonly ToArchive[] },
): Promise<Result<ArchivedRow[]>> {
  if (!permitted(actor, 'archive.close', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const rows: Omit<ArchivedRow, 'volume'>[] = []
  for (const { of, id, commandId, seen } of items) {
    const result =
      of === 'case'
        ? await archiveCase(ctx, actor, { caseId: id, commandId, seen, on, retention: null })
        : await archiveAmendment(ctx, actor, { id, commandId, seen, on })
    rows.push({ id, refusals: result.ok ? [] : result.refusals })
  }
  const done = rows.filter(({ refusals }) => refusals.length === 0)
  const volumes = await standingVolumes(
    ctx.db,
    actor.agencyId,
    done.map(({ id }) => id),
  )
  return ok(rows.map((row) => ({ ...row, volume: row.refusals.length > 0 ? null : (volumes.get(row.id) ?? null) })))
}
