import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { NoticeAttachment } from '../../record/reports/notice.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { findNotice } from '../../store/hand-in.sql.ts'
import { addAttachment, attachmentFor, attachmentsOf } from '../../store/notice-attachments.sql.ts'
import type { OfficeContext } from '../context.ts'
import { takeIn, type Upload } from '../files/attach-files.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'

/** So many papers a notice may carry. */
const MOST = 20

/** 上传通知附件: it is there for every unit that was asked, at once. The same file again changes nothing. */
export async function attachToNotice(
  ctx: OfficeContext,
  actor: Actor,
  { noticeId, upload }: { noticeId: string; upload: Upload },
): Promise<Result<{ attachments: NoticeAttachment[] }>> {
  if (!permitted(actor, 'handIns.issue', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const notice = await findNotice(ctx.db, actor.agencyId, noticeId)
  if (!notice) return refused(NOT_FOUND)
  const there = await attachmentsOf(ctx.db, actor.agencyId, [noticeId])
  if (there.length >= MOST)
    return refused({
      code: 'file-refused',
      say: `一份通知最多 ${MOST} 个附件。`,
      then: '请合并后再上传，或者另行印发通知。',
      field: 'files',
    })
  const taken = await takeIn(ctx, { agencyId: actor.agencyId, actorId: actor.id }, upload)
  if (!taken.ok) return taken
  const { hash, mediaType, size } = taken.value
  await ctx.transact(async (tx) => {
    await addAttachment(tx, {
      agency_id: actor.agencyId,
      notice_id: noticeId,
      hash,
      name: upload.name.slice(0, 200),
      media_type: mediaType,
      size,
      added_by: actor.id,
      added_on: ctx.today(),
    })
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'handIns.attach', target: notice.number })
  })
  const now = await attachmentsOf(ctx.db, actor.agencyId, [noticeId])
  return ok({ attachments: now.map((one) => ({ hash: one.hash, name: one.name, size: one.size })) })
}

/** 下载通知附件: by whoever sees the notice, or the task that it set. */
export async function readNoticeAttachment(
  ctx: OfficeContext,
  actor: Actor,
  { noticeId, hash }: { noticeId: string; hash: string },
): Promise<Result<{ name: string; mediaType: string; bytes: Uint8Array }>> {
  const of = { agencyId: actor.agencyId }
  if (!permitted(actor, 'handIns.view', of) && !permitted(actor, 'reports.view', of)) return refused(NOT_PERMITTED)
  const file = await attachmentFor(ctx.db, actor.agencyId, noticeId, hash)
  if (!file) return refused(NOT_FOUND)
  return ok({ name: file.name, mediaType: file.media_type, bytes: await ctx.files.get(file.hash) })
}
