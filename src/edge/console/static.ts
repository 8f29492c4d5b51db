/**
 * The console's own files, as Vite built them. The page goes out with a fresh nonce each time: antd writes its styles while it
 * runs, and only those that carry the nonce may take effect.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { CONTENT_SECURITY_POLICY } from '../server.ts'

const BUILT = join(import.meta.dirname, '../../../dist/console')
/** Stands in index.html where the nonce goes. */
const PLACEHOLDER = '__CSP_NONCE__'

export interface ConsoleFiles {
  basePath: string
  /** Folder of the built console; default: where `npm start` builds it. */
  dist?: string
}

export function consoleStatic({ basePath, dist = BUILT }: ConsoleFiles): FastifyPluginAsync {
  return async (app) => {
    const indexFile = join(dist, 'index.html')
    const built = existsSync(indexFile)
    const page = built ? readFileSync(indexFile, 'utf8') : ''
    // Names of these files hold a digest of their content: a name never means something else.
    if (built)
      await app.register(fastifyStatic, {
        root: join(dist, 'assets'),
        prefix: '/console/assets/',
        immutable: true,
        maxAge: '365d',
        decorateReply: false,
      })

    app.get('/console', async (request: FastifyRequest, reply: FastifyReply) => {
      // The page names its files relative to itself, so that it may live under any base path.
      const [path = ''] = request.url.split('?')
      if (!path.endsWith('/')) return reply.redirect(`${basePath}/console/`)
      if (!built)
        return reply.code(503).send({
          refusals: [{ code: 'unavailable', say: '工作台尚未构建。', then: '请用 npm start 启动，它会先构建工作台。' }],
        })
      const nonce = randomBytes(16).toString('base64')
      await reply.helmet({ contentSecurityPolicy: policyWith(nonce) })
      return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page.replaceAll(PLACEHOLDER, nonce))
    })
  }
}

function policyWith(nonce: string) {
  const { directives, ...rest } = CONTENT_SECURITY_POLICY
  return { ...rest, directives: { ...directives, styleSrc: ["'self'", `'nonce-${nonce}'`] } }
}
