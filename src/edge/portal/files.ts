import type { FastifyReply, FastifyRequest } from 'fastify'
import { downloadName, FILE_KIND_RULES, isPicture, type PublishedFile } from '../../record/publication/edition-files.ts'

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

/** 附件 of a published document: a picture may stand in a page, everything else is a download; any cache asks whether it is still the same. */
export function sendPublished(
  request: FastifyRequest,
  reply: FastifyReply,
  { file, hash, bytes }: { file: PublishedFile; hash: string; bytes: Uint8Array },
): FastifyReply {
  const etag = `"${hash.slice(0, 32)}"`
  reply
    .type(FILE_KIND_RULES[file.kind].mediaType)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'")
    .header('cache-control', 'no-cache')
    .header('etag', etag)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  const how = isPicture(file) ? 'inline' : 'attachment'
  return reply
    .header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(downloadName(file))}`)
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
