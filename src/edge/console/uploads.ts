import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Result } from '../../law/refusal.ts'
import type { OfficeContext } from '../../office/context.ts'
import type { Upload } from '../../office/files/attach-files.ts'
import { FORGED, isForged, NOT_SIGNED_IN, refuse, type Staff, staffOf } from './staff.ts'

/** One file from a form of ours, with what the form's `id` in the address names and the fields that came before the file. */
export interface Sent {
  id: string
  upload: Upload
  fields: Record<string, unknown>
}

/** A route that takes one file: from whoever is signed in, by a page of ours; answers with what it is taken as. */
export function uploaded(office: OfficeContext, take: (staff: Staff, sent: Sent) => Promise<Result<unknown>>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const staff = await staffOf(office, request)
    if (!staff) return refuse(reply, [NOT_SIGNED_IN])
    if (isForged(request, staff)) return refuse(reply, [FORGED])
    const part = await request.file()
    if (!part)
      return refuse(reply, [{ code: 'field-missing', say: '没有收到文件。', then: '请选择文件后再上传。', field: 'files' }])
    const upload = { name: part.filename, bytes: await part.toBuffer() }
    const taken = await take(staff, { id: (request.params as { id: string }).id, upload, fields: part.fields })
    return taken.ok ? reply.send(taken.value) : refuse(reply, taken.refusals)
  }
}

/** What a field of a multipart form says, where it came before the file. */
export function wordOf(field: unknown): string | null {
  return typeof field === 'object' && field !== null && 'value' in field && typeof field.value === 'string' ? field.value : null
}
