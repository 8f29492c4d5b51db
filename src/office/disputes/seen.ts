import type { Actor } from '../../record/people/roles.ts'
import { findCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import type { Command } from '../requests/perform.ts'

/** A dispute has a lock of its own; of the case it only needs that it stands still meanwhile, whatever was recorded there before. */
export async function seenNow(
  ctx: OfficeContext,
  actor: Actor,
  command: { commandId: string; caseId: string },
): Promise<Command> {
  const row = await findCase(ctx.db, actor.agencyId, command.caseId)
  return { ...command, seen: row?.acts ?? 0 }
}
