/**
 * The HTTP shell: everything that holds for every page and every call (safe headers, limits, errors, health). What is on the
 * pages comes from the plug-ins given to it.
 */
import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import underPressure from '@fastify/under-pressure'
import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { html } from 'hono/html'
import type { Refusal } from '../law/refusal.ts'
import { errorForLog, failureOf } from './failure.ts'

export interface ServerParts {
  /** '' or '/zwgk': in front of every address but the two of health. */
  readonly basePath: string
  /** Null when everything needed answers; else what does not, in Chinese. */
  notReady(): Promise<string | null>
  /** Whether the error says that the database can't be reached. */
  unavailable(error: unknown): boolean
  readonly requestsPerMinute: number
  /** Milliseconds without a turn of the event loop after which requests are turned away; 0: never. */
  readonly overloadMs?: number
  readonly trustedProxies: string | false
  /** Where the log goes; default: standard output. */
  readonly logs: { readonly level: string; readonly stream?: NodeJS.WritableStream }
  /** Portal, console, open data: registered in this order under the base path. */
  readonly plugins: readonly FastifyPluginAsync[]
  /** The page for a reader who got a refusal instead; default: a plain one. */
  readonly failurePage?: (failure: FailurePage) => string
}

export interface FailurePage {
  readonly status: number
  readonly refusals: readonly Refusal[]
  /** The number to quote, when the fault is ours. */
  readonly reference: string | null
}

/** Styles and scripts come from our own files only; a plug-in that needs a nonce sets `helmet` on its route. */
export const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  },
}

const HEALTH = ['/healthz', '/readyz']
const LONGEST_READINESS_CHECK_MS = 2_000
/** So long without a turn of the event loop means that more work only makes it worse. */
const OVERLOAD_MS = 5_000

export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: { ...parts.logs, serializers: { req: requestForLog, err: errorForLog } },
    // The default request log holds the address with its query; ours (below) the route only.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID().slice(0, 8),
    trustProxy: parts.trustedProxies,
    requestTimeout: 120_000,
    routerOptions: { ignoreTrailingSlash: true },
    // Addresses that can't be read; the default answer would repeat them.
    frameworkErrors: (error, request, reply) => void answerFailure(error, request, reply, parts),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler((error, request, reply) => answerFailure(error, request, reply, parts))
  app.setNotFoundHandler((request, reply) => answerFailure({ statusCode: 404 }, request, reply, parts))
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ req: request, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })

  await app.register(underPressure, { maxEventLoopDelay: parts.overloadMs ?? OVERLOAD_MS, retryAfter: 10 })
  await app.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    referrerPolicy: { policy: 'same-origin' },
    // Said by whoever ends TLS in front of us; over plain HTTP it means nothing.
    strictTransportSecurity: false,
  })
  if (parts.requestsPerMinute > 0) {
    await app.register(rateLimit, {
      max: parts.requestsPerMinute,
      timeWindow: '1 minute',
      allowList: (request) => HEALTH.includes(request.routeOptions.url ?? ''),
    })
  }
  await app.register(compress, { threshold: 1024 })
  await app.register(cookie)
  await app.register(formbody)
  await app.register(health(parts))
  await app.register(columns(parts), { prefix: parts.basePath })
  return app
}

function health({ notReady }: ServerParts): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))
    app.get('/healthz', async () => ({ alive: true }))
    app.get('/readyz', async (_request, reply) => {
      const say = await withinTime(notReady()).catch(() => '数据库没有应答')
      return say === null ? { ready: true } : reply.code(503).header('retry-after', '1').send({ ready: false, say })
    })
  }
}

async function withinTime(check: Promise<string | null>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((done) => {
    timer = setTimeout(() => done('数据库应答过慢'), LONGEST_READINESS_CHECK_MS)
  })
  return Promise.race([check, late]).finally(() => clearTimeout(timer))
}

/** Everything under the base path. */
function columns({ basePath, plugins }: ServerParts): FastifyPluginAsync {
  return async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: { title: 'Gongkai 公开', version: '0.1.0', description: '政府信息公开平台的 HTTP 接口' },
        servers: [{ url: basePath || '/' }],
      },
      // Published: routes that carry a tag. Pages are not part of the interface.
      hideUntagged: true,
      transform: jsonSchemaTransform,
    })
    app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
    for (const plugin of plugins) await app.register(plugin)
  }
}

function requestForLog(request: FastifyRequest): { method: string; route: string | undefined; id: string } {
  return { method: request.method, route: request.routeOptions.url, id: request.id }
}

function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply, parts: ServerParts): FastifyReply {
  const { status, refusals, isBug } = failureOf(error, parts.unavailable)
  if (isBug) request.log.error({ req: request, err: error }, 'our fault')
  const reference = isBug ? request.id : null
  reply.code(status)
  if (status === 503) reply.header('retry-after', '5')
  if (!request.headers.accept?.includes('text/html')) return reply.send({ refusals, ...(reference && { reference }) })
  const page = parts.failurePage ?? plainPage
  return reply.type('text/html; charset=utf-8').send(page({ status, refusals, reference }))
}

function plainPage({ refusals, reference }: FailurePage): string {
  return String(html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${refusals[0]?.say ?? ''}</title></head>
<body><main>
${refusals.map(({ say, then }) => html`<h1>${say}</h1><p>${then}</p>`)}
${reference === null ? '' : html`<p>故障编号：${reference}</p>`}
</main></body>
</html>`)
}
