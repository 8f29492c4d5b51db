/** Style sheets and scripts, served under the digest of their content: a browser keeps them until they change. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

const STYLES = read('portal.css')
export const STYLES_PATH = `/assets/portal.${digest(STYLES)}.css`

const HINTS = read('hints.js')
/** 输入时提示: pages are complete without it. */
export const HINTS_PATH = `/assets/hints.${digest(HINTS)}.js`

const SCREEN = read('screen.js')
/** 大厅屏幕: without it the screen is a list. */
export const SCREEN_PATH = `/assets/screen.${digest(SCREEN)}.js`

const SCREEN_STYLES = read('screen.css')
export const SCREEN_STYLES_PATH = `/assets/screen.${digest(SCREEN_STYLES)}.css`

/** Served beside the screen's page, since its place is what it may keep. */
export const SCREEN_WORKER = read('screen-worker.js')

const CSS = 'text/css; charset=utf-8'
const JS = 'text/javascript; charset=utf-8'
const ASSETS = [
  { path: STYLES_PATH, type: CSS, text: STYLES },
  { path: HINTS_PATH, type: JS, text: HINTS },
  { path: SCREEN_PATH, type: JS, text: SCREEN },
  { path: SCREEN_STYLES_PATH, type: CSS, text: SCREEN_STYLES },
]

export function assetRoutes(app: FastifyInstance): void {
  for (const { path, type, text } of ASSETS)
    app.get(path, async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(text),
    )
}
