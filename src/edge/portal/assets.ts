/** The one style sheet, served under the digest of its content: a browser keeps it until it changes. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const STYLES = readFileSync(join(import.meta.dirname, 'portal.css'), 'utf8')

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

export const STYLES_PATH = `/assets/portal.${digest(STYLES)}.css`

export function assetRoutes(app: FastifyInstance): void {
  app.get(STYLES_PATH, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=31536000, immutable').type('text/css; charset=utf-8').send(STYLES),
  )
}
