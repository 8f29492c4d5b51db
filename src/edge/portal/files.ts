import type { FastifyReply } from 'fastify'

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

/** Always a download, never shown inside a page of ours. */
export function sendFile(reply: FastifyReply, name: string, kind: keyof typeof TYPES, bytes: Uint8Array): FastifyReply {
  return reply
    .type(TYPES[kind])
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`)
    .send(Buffer.from(bytes))
}
