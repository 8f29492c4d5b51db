import { chineseDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { NoticeAttachment } from '../../record/reports/notice.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { findNotice } from '../../store/hand-in.sql.ts'
import { addAttachment, attachmentFor, attachmentsOf, withdrawAttachment } from '../../store/notice-attachments.sql.ts'
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
  if (there.filter((one) => one.withdrawn_on === null).length >= MOST)
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
    await taken.value.keep(tx)
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
  return ok({ attachments: await attachmentsSeen(ctx.db, actor.agencyId, noticeId) })
}

/** The papers of a notice, those that were taken back with the reason. */
export async function attachmentsSeen(db: OfficeContext['db'], agencyId: string, noticeId: string): Promise<NoticeAttachment[]> {
  const rows = await attachmentsOf(db, agencyId, [noticeId])
  return rows.map(({ hash, name, size, withdrawn_because: because, withdrawn_on: on }) => ({
    hash,
    name,
    size,
    withdrawn: on === null ? null : { because: because ?? '', on },
  }))
}

/** 撤回通知附件: the wrong paper, until the reports are due; later the units have gone by it. */
export async function withdrawFromNotice(
  ctx: OfficeContext,
  actor: Actor,
  { noticeId, hash, because }: { noticeId: string; hash: string; because: string },
): Promise<Result<{ attachments: NoticeAttachment[] }>> {
  if (!permitted(actor, 'handIns.issue', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const notice = await findNotice(ctx.db, actor.agencyId, noticeId)
  if (!notice) return refused(NOT_FOUND)
  if (ctx.today() > notice.file_by)
    return refused({
      code: 'attachment-too-late',
      say: `报送期限（${chineseDate(notice.file_by)}）已过，各单位已经照附件报送。`,
      then: '附件有误的，另行通知各单位，退回照错误附件填写的报告。',
    })
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const how = { because, by: actor.id, on: ctx.today() }
    const withdrawn = await withdrawAttachment(tx, { agencyId: actor.agencyId, noticeId, hash }, how)
    if (!withdrawn) return refused(NOT_FOUND)
    const detail = { file: withdrawn.name }
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'handIns.withdrawAttachment',
      target: notice.number,
      detail,
    })
    return ok(undefined)
  })
  return done.ok ? ok({ attachments: await attachmentsSeen(ctx.db, actor.agencyId, noticeId) }) : done
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
