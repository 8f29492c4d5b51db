/** 公示期满: on the day after its last day a 公示 is over by itself. Where no result follows and nothing is open, it is concluded too. */
import { addDays } from '../../law/date.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { objectionCounts } from '../../store/objections.sql.ts'
import { lockLastPublicity, publicitiesToEnd, updatePublicity } from '../../store/publicity.sql.ts'
import { type OfficeContext, SYSTEM_ACTOR_ID } from '../context.ts'

const PIECE = 100

/** What is shown no longer is so by its date alone; here it is written down, once. Each by itself: a turn that is cut off goes on. */
export async function endPublicities(ctx: OfficeContext): Promise<number> {
  let ended = 0
  for (;;) {
    const today = ctx.today()
    const due = await publicitiesToEnd(ctx.db, today, PIECE)
    if (due.length === 0) return ended
    for (const { agency_id: agencyId, document_id: documentId, run } of due)
      await ctx.transact(async (tx) => {
        const last = await lockLastPublicity(tx, agencyId, documentId)
        if (!last || last.run !== run || last.ends_on >= today || last.concluded_on || last.withdrawn_on) return
        const open = (await objectionCounts(tx, agencyId, [documentId])).get(documentId)?.open ?? 0
        const concluded = last.after === 'archive' && open === 0
        await updatePublicity(tx, last, {
          ended_on: last.ended_on ?? addDays(last.ends_on, 1),
          ...(concluded ? { concluded_on: today } : {}),
        })
        if (last.ended_on) return
        await appendAudit(tx, { agencyId, actorId: SYSTEM_ACTOR_ID, verb: 'publicity.end', target: documentId })
        ended += 1
      })
  }
}
