/** 答复附件 on the requester's side: once the decision has been opened or served, with number and code. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { attachmentName } from '../../record/outgoing/attached.ts'
import { attachmentTitle } from '../../record/requests/check-attachments.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { accessesOf } from '../../store/requester-side.sql.ts'
import { type CaseRow, draftOf } from '../../store/requests.sql.ts'
import { type OfficeContext, PUBLIC_ACTOR_ID } from '../context.ts'
import { decidingAct, standingLetters } from '../requester/open-letter.ts'
import { ownCase, OWN_NOT_FOUND, type StatusQuery } from '../requester/own-case.ts'
import { contentOf } from '../requests/draft-reply.ts'
import { type ClearedFile, clearedFiles } from './cleared-files.ts'

/** Each by the title that the letter lists it under. */
export async function ownFiles(ctx: OfficeContext, query: StatusQuery): Promise<ClearedFile[]> {
  const row = await ownCase(ctx, query)
  if (!row || !(await hasDecision(ctx, row))) return []
  const [files, draft] = await Promise.all([
    clearedFiles(ctx, ctx.db, { agencyId: row.agency_id, caseId: row.id }),
    draftOf(ctx.db, row.agency_id, row.id),
  ])
  if (draft?.state !== 'approved') return files
  const content = contentOf(ctx, draft)
  return files.map((file) => ({ ...file, name: named(file.name, attachmentTitle(content, attachmentName(file.name))) }))
}

/** A file by another name, with its own ending. */
function named(fileName: string, title: string): string {
  return title === attachmentName(fileName) ? fileName : `${title}${/\.[a-z]+$/iu.exec(fileName)?.[0] ?? ''}`
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
    standingLetters(ctx.db, row),
  ])
  const decided = decidingAct(filed)
  const opened = new Set(accesses.map(({ letter_id }) => letter_id))
  return filed.some(({ id, act_seq }) => act_seq === decided && opened.has(id))
}
