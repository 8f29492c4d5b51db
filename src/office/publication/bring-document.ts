/** 从文件导入: what was read of a file goes into the editor of whoever may draft; a mark of classification stops it, on record. */
import { type Result, ok } from '../../law/refusal.ts'
import type { SecrecyMark } from '../../record/outgoing/secrecy-marks.ts'
import type { Actor } from '../../record/people/roles.ts'
import type { WrittenDocument } from '../../record/publication/written-document.ts'
import type { OfficeContext } from '../context.ts'
import { refuseMarked } from '../files/attach-files.ts'
import { permit } from '../people/permit.ts'

/** Asked before the file is opened. */
export function mayBringDocument(actor: Actor): Result<void> {
  return permit(actor, 'documents.write', { agencyId: actor.agencyId })
}

/** Nothing is kept: the draft is saved by whoever reads it through. */
export async function bringDocument(
  ctx: OfficeContext,
  actor: Actor,
  { document, marks }: { document: WrittenDocument; marks: readonly SecrecyMark[] },
): Promise<Result<WrittenDocument>> {
  const may = mayBringDocument(actor)
  if (!may.ok) return may
  const stopped = await refuseMarked(ctx, { agencyId: actor.agencyId, actorId: actor.id }, marks)
  return stopped.ok ? ok(document) : stopped
}
