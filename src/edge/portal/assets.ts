/** The one style sheet and the one script, served under the digest of their content: a browser keeps them until they change. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const STYLES = readFileSync(join(import.meta.dirname, 'portal.css'), 'utf8')

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

export const STYLES_PATH = `/assets/portal.${digest(STYLES)}.css`

const HINTS = readFileSync(join(import.meta.dirname, 'hints.js'), 'utf8')

/** 输入时提示: pages are complete without it. */
export const HINTS_PATH = `/assets/hints.${digest(HINTS)}.js`

export function assetRoutes(app: FastifyInstance): void {
  app.get(STYLES_PATH, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=31536000, immutable').type('text/css; charset=utf-8').send(STYLES),
  )
  app.get(HINTS_PATH, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=31536000, immutable').type('text/javascript; charset=utf-8').send(HINTS),
  )
}
