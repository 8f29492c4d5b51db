/** 答复附件 on the requester's side: once the decision has been opened or served, with number and code. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { accessesOf } from '../../store/requester-side.sql.ts'
import { type CaseRow, lettersOf } from '../../store/requests.sql.ts'
import { type OfficeContext, PUBLIC_ACTOR_ID } from '../context.ts'
import { decidingAct } from '../requester/open-letter.ts'
import { ownCase, OWN_NOT_FOUND, type StatusQuery } from '../requester/own-case.ts'
import { type ClearedFile, clearedFiles } from './cleared-files.ts'

export async function ownFiles(ctx: OfficeContext, query: StatusQuery): Promise<ClearedFile[]> {
  const row = await ownCase(ctx, query)
  return row && (await hasDecision(ctx, row)) ? clearedFiles(ctx, ctx.db, { agencyId: row.agency_id, caseId: row.id }) : []
}

/** The file's bytes; that it was taken is recorded. */
export async function openOwnFile(
  ctx: OfficeContext,
  query: StatusQuery & { fileId: string },
): Promise<Result<{ name: string; mediaType: string; bytes: Buffer }>> {
  const row = await ownCase(ctx, query)
  const file = (await ownFiles(ctx, query)).find(({ fileId }) => fileId === query.fileId)
  if (!row || !file) return refused(OWN_NOT_FOUND)
  const entry = { agencyId: row.agency_id, actorId: PUBLIC_ACTOR_ID, verb: 'requester.openFile', target: row.number }
  await ctx.transact((tx) => appendAudit(tx, { ...entry, detail: { file: file.fileId } }))
  return ok({ name: file.name, mediaType: file.mediaType, bytes: await ctx.files.get(file.hash) })
}

/** Nothing of a decision can be had before the decision itself: its opening or service is what counts. */
async function hasDecision(ctx: OfficeContext, row: CaseRow): Promise<boolean> {
  if (row.replied_on === null) return false
  if (row.served_on !== null) return true
  const [accesses, filed] = await Promise.all([
    accessesOf(ctx.db, { agencyId: row.agency_id, caseId: row.id }),
    lettersOf(ctx.db, row.agency_id, row.id),
  ])
  const decided = decidingAct(filed)
  const opened = new Set(accesses.map(({ letter_id }) => letter_id))
  return filed.some(({ id, act_seq }) => act_seq === decided && opened.has(id))
}
