/** Which files leave with the reply, and what stands against sending it. */
import type { Refusal } from '../../law/refusal.ts'
import { type Attachable, attachmentName } from '../../record/outgoing/attached.ts'
import { LEAVING, WAITING } from '../../record/outgoing/outgoing-file.ts'
import { outgoingOf } from '../../store/outgoing.sql.ts'
import type { OfficeContext } from '../context.ts'

export interface ClearedFile {
  /** Of the stored file, as it leaves. */
  fileId: string
  hash: string
  name: string
  mediaType: string
  size: number
  /** A named person let it leave in spite of what was found. */
  overridden: boolean
}

/** The files of a case that may leave, in the order in which they were added. */
export async function clearedFiles(
  ctx: OfficeContext,
  db: OfficeContext['db'],
  of: { agencyId: string; caseId: string },
): Promise<ClearedFile[]> {
  const rows = await outgoingOf(db, of.agencyId, of.caseId)
  return rows
    .filter(({ state }) => LEAVING.includes(state))
    .map((row) => ({
      fileId: row.file_id,
      hash: row.hash,
      name: ctx.vault.open<string>(row.sealed_name),
      mediaType: row.media_type,
      size: row.size,
      overridden: row.state === 'overridden',
    }))
}

/** Every file on its way out, by the name that a letter has for it. */
export async function attachable(
  ctx: OfficeContext,
  db: OfficeContext['db'],
  of: { agencyId: string; caseId: string },
): Promise<Attachable[]> {
  const rows = await outgoingOf(db, of.agencyId, of.caseId)
  return rows.map(({ sealed_name, state }) => ({ name: attachmentName(ctx.vault.open<string>(sealed_name)), state }))
}

/** Null when nothing waits: else why the reply can't go out yet. */
export async function outgoingRefusal(
  db: OfficeContext['db'],
  of: { agencyId: string; caseId: string },
): Promise<Refusal | null> {
  const waiting = (await outgoingOf(db, of.agencyId, of.caseId)).filter(({ state }) => WAITING.includes(state))
  if (waiting.length === 0) return null
  return {
    code: 'outgoing-not-cleared',
    say: `有 ${waiting.length} 个答复附件还没有确认可以发出。`,
    then: '请在“答复附件”中清理或涂黑后确认；不随答复发出的，点“不发出”；确有理由照发的，由公开工作机构负责人写明理由决定。',
  }
}
