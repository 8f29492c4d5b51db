import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { refusalToAttach } from '../../record/requests/checks-archive.ts'
import { type EvidenceKind, showsAuthority } from '../../record/requests/evidence.ts'
import { fold } from '../../record/requests/fold.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { actsOf, findCase, lockCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { attachFiles, type Upload } from './attach-files.ts'

/** 附件: evidence that belongs to a case (envelope, signature page, call record). */
export async function attachToCase(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; upload: Upload; kind?: EvidenceKind | undefined },
): Promise<Result<void>> {
  const row = await findCase(ctx.db, actor.agencyId, input.caseId)
  const target = row && { agencyId: row.agency_id, sectionId: row.section_id }
  if (!row || !target || !permitted(actor, 'requests.view', target)) return refused(NOT_FOUND)
  const settles = input.kind !== undefined && showsAuthority(input.kind)
  if (!permitted(actor, settles ? 'requests.register' : 'requests.note', target)) return refused(NOT_PERMITTED)
  const closed = refusalToAttach(fold(await actsOf(ctx.db, row.agency_id, row.id)))
  if (closed) return refused(closed)
  const stored = await attachFiles(ctx, { agencyId: row.agency_id, actorId: actor.id }, [input.upload])
  if (!stored.ok) return stored
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    // Asked again behind the lock: the case may have been archived while the file was read.
    await lockCase(tx, row.agency_id, row.id)
    const archived = refusalToAttach(fold(await actsOf(tx, row.agency_id, row.id)))
    if (archived) return refused(archived)
    await stored.value.record(tx, { agencyId: row.agency_id, caseId: row.id, purpose: input.kind ?? '案卷材料' })
    await appendAudit(tx, {
      agencyId: row.agency_id,
      actorId: actor.id,
      verb: 'requests.attach',
      target: row.number,
      detail: { what: input.kind ?? '案卷材料' },
    })
    return ok(undefined)
  })
  if (!done.ok) await stored.value.discard()
  return done
}
