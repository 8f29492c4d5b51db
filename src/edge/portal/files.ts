import type { FastifyReply } from 'fastify'

export const FILE_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

/** Always a download, never shown inside a page of ours. */
export function sendFile(reply: FastifyReply, name: string, kind: keyof typeof FILE_TYPES, bytes: Uint8Array): FastifyReply {
  return reply
    .type(FILE_TYPES[kind])
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`)
    .send(Buffer.from(bytes))
}

/** The same for a file that bears its own name and type. */
export function sendStored(reply: FastifyReply, file: { name: string; mediaType: string; bytes: Uint8Array }): FastifyReply {
  return reply
    .type(file.mediaType)
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(Buffer.from(file.bytes))
}
