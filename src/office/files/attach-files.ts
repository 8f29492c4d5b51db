import { randomUUID } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { MARKED_FILE, NO_SECRETS } from '../../law/secrecy.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { OutgoingKind } from '../../record/outgoing/findings.ts'
import type { SecrecyMark } from '../../record/outgoing/secrecy-marks.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { type OfficeContext, PUBLIC_ACTOR_ID, type Tx } from '../context.ts'
import { type Content, putContent, removeUnused } from './contents.ts'
import { isPasswordOffice } from './password-office.ts'

export interface Upload {
  name: string
  bytes: Uint8Array
  /** What it is evidence of, where that is known. */
  purpose?: string
}

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024
export const MAX_UPLOADS = 3

/** What an office works with: decided by content, never by the name or by what the browser says. */
const ACCEPTED: Record<string, { words: string; kind: OutgoingKind }> = {
  'application/pdf': { words: 'PDF', kind: 'pdf' },
  'image/jpeg': { words: 'JPEG 图片', kind: 'jpeg' },
  'image/png': { words: 'PNG 图片', kind: 'png' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { words: 'Word 文档', kind: 'docx' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { words: 'Excel 表格', kind: 'xlsx' },
}

/** Who brings the files, and to which agency: a file that is stopped is recorded, without anything of it. */
export interface Bringer {
  agencyId: string
  actorId: string
}

interface Attached {
  /** Of the rows, in the order of the uploads. */
  ids: readonly string[]
  /** What lies on disk already, in the same order. */
  contents: readonly { hash: string; mediaType: string }[]
  record(tx: Tx, to: { agencyId: string; caseId: string; purpose: string }): Promise<void>
  /** Takes them off the disk again, where nothing came of the deed. */
  discard(): Promise<void>
}

/**
 * Puts files on disk (sealed) once all are admitted; their rows come with the deed's own transaction, so no half deed is ever seen.
 */
export async function attachFiles(ctx: OfficeContext, by: Bringer, uploads: readonly Upload[]): Promise<Result<Attached>> {
  if (uploads.length > MAX_UPLOADS)
    return refused({ code: 'file-refused', say: `最多可附 ${MAX_UPLOADS} 个文件。`, then: '请合并后再上传。', field: 'files' })
  const kept: (Content & { id: string; name: string; mediaType: string; purpose: string | undefined })[] = []
  const admitted: { upload: Upload; mediaType: string }[] = []
  for (const upload of uploads) {
    const one = await admit(ctx, by, upload)
    if (!one.ok) return one
    admitted.push({ upload, mediaType: one.value.mediaType })
  }
  for (const { upload, mediaType } of admitted)
    kept.push({
      id: randomUUID(),
      ...(await putContent(ctx, upload.bytes)),
      mediaType,
      name: upload.name.slice(0, 200),
      purpose: upload.purpose,
    })
  return ok({
    ids: kept.map(({ id }) => id),
    contents: kept,
    async record(tx, to) {
      if (kept.length === 0) return
      // In one order, so that two who bring the same files don't wait for each other in a circle.
      for (const one of kept.toSorted((a, b) => a.hash.localeCompare(b.hash))) await one.keep(tx)
      await tx
        .insertInto('stored_file')
        .values(
          kept.map((file) => ({
            agency_id: to.agencyId,
            id: file.id,
            case_id: to.caseId,
            document_id: null,
            hash: file.hash,
            sealed_name: ctx.vault.seal(file.name),
            media_type: file.mediaType,
            size: file.size,
            purpose: file.purpose ?? to.purpose,
          })),
        )
        .execute()
    },
    discard: () =>
      removeUnused(
        ctx,
        kept.map(({ hash }) => hash),
      ),
  })
}

/** A container of the old kind: a file of today with a password on it, or a file of twenty years ago. */
function oldOffice(bytes: Uint8Array): Refusal {
  return isPasswordOffice(bytes)
    ? {
        code: 'file-refused',
        say: '文件带有打开密码，不能检查其中的内容。',
        then: '请在 Word、Excel 或 WPS 中打开，取消密码后另存，再上传。',
        field: 'files',
      }
    : {
        code: 'file-refused',
        say: '旧版 Word、Excel 文件（.doc、.xls）不能接收。',
        then: '请打开后另存为 .docx 或 .xlsx，再上传。',
        field: 'files',
      }
}

/** One file through the gate: of a kind that is taken (by its content), without a mark of classification; then on disk, sealed. */
export async function takeIn(
  ctx: OfficeContext,
  by: Bringer,
  upload: Upload,
  kinds?: readonly OutgoingKind[],
): Promise<Result<Content & { mediaType: string }>> {
  const admitted = await admit(ctx, by, upload, kinds)
  if (!admitted.ok) return admitted
  return ok({ ...(await putContent(ctx, upload.bytes)), mediaType: admitted.value.mediaType })
}

/** The gate alone: nothing is kept. `besides`: what else the caller takes, by a way of its own. */
export async function admit(
  ctx: OfficeContext,
  by: Bringer,
  upload: Upload,
  kinds: readonly OutgoingKind[] = Object.values(ACCEPTED).map(({ kind }) => kind),
  besides: readonly string[] = [],
): Promise<Result<{ kind: OutgoingKind; mediaType: string }>> {
  if (upload.bytes.length > MAX_UPLOAD_BYTES)
    return refused({ code: 'file-refused', say: '文件超过 10 MB。', then: '请压缩或拆分后再上传。', field: 'files' })
  const type = await fileTypeFromBuffer(upload.bytes)
  if (type?.ext === 'cfb') return refused(oldOffice(upload.bytes))
  const accepted = type && ACCEPTED[type.mime]
  if (type?.mime.startsWith('image/') && !accepted && kinds.includes('png'))
    return refused({
      code: 'file-refused',
      say: '图片只接收 PNG、JPEG（按内容判断）：别的格式可能有几页、几帧，不能逐一检查。',
      then: '请在看图软件中另存为 PNG 再上传；有几页、几帧的，每页另存一张。',
      field: 'files',
    })
  if (!accepted || !kinds.includes(accepted.kind))
    return refused({
      code: 'file-refused',
      say: '文件类型不能接收（按内容判断）。',
      then: `请上传 ${[
        ...Object.values(ACCEPTED)
          .filter(({ kind }) => kinds.includes(kind))
          .map(({ words }) => words),
        ...besides,
      ].join('、')}。`,
      field: 'files',
    })
  const stopped = await stopMarked(ctx, by, { ...upload, kind: accepted.kind })
  if (!stopped.ok) return stopped
  return ok({ kind: accepted.kind, mediaType: type.mime })
}

/**
 * 保密: a file that bears a mark of classification is not stored; that one was stopped is recorded, not what it was. A file that
 * can't be looked into (a password, no end of pages) could bear any mark.
 */
async function stopMarked(ctx: OfficeContext, by: Bringer, file: Upload & { kind: OutgoingKind }): Promise<Result<void>> {
  const screened = await ctx.workshop.screen(file)
  if (!screened.ok)
    return refused({
      code: 'file-refused',
      say: `${screened.why}。`,
      then: '每个文件都要先检查有无密级标志，请换一个能打开的文件。',
      field: 'files',
    })
  return refuseMarked(ctx, by, screened.value)
}

/** Stops a file in which marks of classification were found. */
export async function refuseMarked(ctx: OfficeContext, by: Bringer, marks: readonly SecrecyMark[]): Promise<Result<void>> {
  if (marks.length === 0) return ok(undefined)
  await ctx.transact((tx) => appendAudit(tx, { ...by, verb: 'files.stopMarked', target: '上传' }))
  const then = by.actorId === PUBLIC_ACTOR_ID ? MARKED_FILE.thenPublic : MARKED_FILE.thenStaff
  return refused({ code: 'file-marked-secret', say: MARKED_FILE.say, then, cite: NO_SECRETS.cite, field: 'files' })
}
