import { randomUUID } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { MARKED_FILE, NO_SECRETS } from '../../law/secrecy.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { OutgoingKind } from '../../record/outgoing/findings.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { type OfficeContext, PUBLIC_ACTOR_ID, type Tx } from '../context.ts'

export interface Upload {
  name: string
  bytes: Uint8Array
}

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024
export const MAX_UPLOADS = 3

/** What an office works with: decided by content, never by the name or by what the browser says. */
const ACCEPTED: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG 图片',
  'image/png': 'PNG 图片',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word 文档',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel 表格',
}

interface Attached {
  record(tx: Tx, to: { agencyId: string; caseId: string; purpose: string }): Promise<void>
}

/** Puts files on disk (sealed) first; their rows come with the deed's own transaction, so no half deed is ever seen. */
export async function attachFiles(ctx: OfficeContext, uploads: readonly Upload[]): Promise<Result<Attached>> {
  if (uploads.length > MAX_UPLOADS)
    return refused({ code: 'file-refused', say: `最多可附 ${MAX_UPLOADS} 个文件。`, then: '请合并后再上传。', field: 'files' })
  const kept: { id: string; hash: string; name: string; mediaType: string; size: number }[] = []
  for (const upload of uploads) {
    if (upload.bytes.length > MAX_UPLOAD_BYTES)
      return refused({ code: 'file-refused', say: '文件超过 10 MB。', then: '请压缩或拆分后再上传。', field: 'files' })
    const type = await fileTypeFromBuffer(upload.bytes)
    if (!type || !ACCEPTED[type.mime])
      return refused({
        code: 'file-refused',
        say: '文件类型不能接收（按内容判断）。',
        then: `请上传 ${Object.values(ACCEPTED).join('、')}。`,
        field: 'files',
      })
    kept.push({
      id: randomUUID(),
      hash: await ctx.files.put(upload.bytes),
      name: upload.name.slice(0, 200),
      mediaType: type.mime,
      size: upload.bytes.length,
    })
  }
  return ok({
    async record(tx, to) {
      if (kept.length === 0) return
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
            purpose: to.purpose,
          })),
        )
        .execute()
    },
  })
}
