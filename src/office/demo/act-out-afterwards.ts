/** What follows the letters of a story: posting and its return, disputes in files of their own, the archive. */
import { findDispute } from '../../store/disputes.sql.ts'
import type { Result } from '../../law/refusal.ts'
import type { RequestContent } from '../../record/people/requester.ts'
import type { Actor } from '../../record/people/roles.ts'
import { archiveCase } from '../archive/archive-case.ts'
import type { OfficeContext } from '../context.ts'
import { learn } from '../disputes/lessons.ts'
import { openDispute } from '../disputes/open-dispute.ts'
import { recordDispute } from '../disputes/record-dispute.ts'
import type { Command } from '../requests/perform.ts'
import { recordAct } from '../requests/record-act.ts'
import { arrive, send } from './courier.ts'
import type { Afterwards } from './story.ts'

/** `disputeId`: the file opened last in this case. */
export async function actAfterwards(
  ctx: OfficeContext,
  clerk: Actor,
  command: Command,
  deed: Afterwards,
  { content, disputeId }: { content: RequestContent; disputeId: string },
): Promise<Result<unknown>> {
  const { caseId, commandId, seen } = command
  const on = ctx.today()
  switch (deed.do) {
    case 'send':
      return send(ctx, clerk, command, content)
    case 'arrive':
      return arrive(ctx, clerk, command)
    case 'returned':
      // It comes back before anything else happens in its case: the posting is the act before.
      return recordAct(ctx, clerk, { ...command, act: { kind: 'mail-returned', on, of: seen - 1, because: deed.because } })
    case 'dispute':
      return openDispute(ctx, clerk, { commandId, caseId, opened: { ...deed.opened, on } })
    case 'contest': {
      const known = await findDispute(ctx.db, clerk.agencyId, disputeId)
      return recordDispute(ctx, clerk, { commandId, disputeId, seen: known?.acts ?? 0, act: deed.act })
    }
    case 'learn':
      return learn(ctx, clerk, { disputeId, commandId, category: deed.category, text: deed.text })
    case 'archive':
      return archiveCase(ctx, clerk, { ...command, on, retention: null })
  }
}
