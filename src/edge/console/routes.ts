/** The console's API: each endpoint of the contract to the office verb that does it. Translates; never decides. */
import { z } from 'zod'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal, Result } from '../../law/refusal.ts'
import type { OfficeContext } from '../../office/context.ts'
import { NOT_FOUND } from '../../office/people/permit.ts'
import { signIn, signOut } from '../../office/people/sign-in.ts'
import { API_PREFIX, ENDPOINTS, type EndpointName, type Outputs, type Parsed } from './contract.ts'
import { archiveFiles } from './archive-files.ts'
import { catalogueFiles } from './catalogue-files.ts'
import { checkFiles } from './check-files.ts'
import { documentFiles } from './document-files.ts'
import { dataFiles } from './data-files.ts'
import { editionFiles } from './edition-files.ts'
import { feedRoute } from './feed.ts'
import { amendmentFileRoutes, disputeFileRoutes } from './dispute-files.ts'
import { bundleRoutes } from './bundle-files.ts'
import { fileRoutes } from './files.ts'
import { handInFiles } from './hand-in-files.ts'
import { letterFiles } from './letter-files.ts'
import { HANDLERS } from './handlers.ts'
import { decisionFiles } from './decision-files.ts'
import { delegationFiles } from './delegation-files.ts'
import { reportFiles } from './report-files.ts'
import { reportVolumes } from './report-volumes.ts'
import { exportRoute } from './register-book.ts'
import { schoolFiles } from './school-files.ts'
import { sessionView } from './session-view.ts'
import { type ConsoleOptions, FORGED, isForged, NOT_SIGNED_IN, refuse, SESSION_COOKIE, type Staff, staffOf } from './staff.ts'

function answer<T>(reply: FastifyReply, result: Result<T>): FastifyReply {
  return result.ok ? reply.send(result.value) : refuse(reply, result.refusals)
}

/** Which endpoint asks for no session. */
const OPEN: readonly EndpointName[] = ['session.get', 'session.signIn']

/** What is sent and fetched as a file has no schema that its address is held against. */
const FILE_ROUTES = [
  fileRoutes,
  archiveFiles,
  bundleRoutes,
  letterFiles,
  exportRoute,
  disputeFileRoutes,
  amendmentFileRoutes,
  handInFiles,
  reportFiles,
  reportVolumes,
  decisionFiles,
  delegationFiles,
  schoolFiles,
  checkFiles,
  documentFiles,
  editionFiles,
  dataFiles,
  catalogueFiles,
]

/** An id in the address that can't be one: mistyped, or cut off where it was copied. */
function namesNothing({ params }: FastifyRequest): boolean {
  return Object.entries(fieldsOf(params)).some(([name, value]) => /id$/i.test(name) && !z.uuid().safeParse(value).success)
}

export function consoleApi(options: ConsoleOptions): FastifyPluginAsync {
  return async (root) => {
    await root.register(
      async (app) => {
        app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))
        for (const name of Object.keys(ENDPOINTS) as EndpointName[]) route(app, options, name)
        await app.register(async (files) => {
          files.addHook('preHandler', async (request, reply) => (namesNothing(request) ? refuse(reply, [NOT_FOUND]) : undefined))
          for (const routes of FILE_ROUTES) routes(files, options)
        })
      },
      { prefix: API_PREFIX },
    )
    feedRoute(root, options)
  }
}

function route(app: FastifyInstance, options: ConsoleOptions, name: EndpointName): void {
  const endpoint = ENDPOINTS[name]
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    // For the published interface only: inputs are checked below, after it is known who asks.
    schema: { tags: ['console'], summary: name, [endpoint.method === 'GET' ? 'querystring' : 'body']: endpoint.input },
    validatorCompiler: () => () => true,
    ...(name === 'session.signIn' ? { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } } : {}),
    handler: async (request, reply) => {
      const staff = await staffOf(options.office, request)
      if (!staff && !OPEN.includes(name)) return refuse(reply, [NOT_SIGNED_IN])
      if (staff && endpoint.method === 'POST' && name !== 'session.signIn' && isForged(request, staff))
        return refuse(reply, [FORGED])
      const parsed = endpoint.input.safeParse({
        ...fieldsOf(request.query),
        ...fieldsOf(request.body),
        ...fieldsOf(request.params),
      })
      if (!parsed.success) return refuse(reply, parsed.error.issues.map(refusalOfIssue))
      if (name === 'session.get') return reply.send(staff ? await sessionView(options, staff) : { officer: null })
      if (name === 'session.signIn') return enter(options, reply, parsed.data as Parsed<'session.signIn'>)
      if (!staff) return refuse(reply, [NOT_SIGNED_IN])
      if (name === 'session.signOut') return leave(options, request, reply)
      const handler = HANDLERS[name] as (
        office: OfficeContext,
        staff: Staff,
        input: unknown,
      ) => Promise<Result<Outputs[EndpointName]>>
      return answer(reply, await handler(options.office, staff, parsed.data))
    },
  })
}

function fieldsOf(source: unknown): Record<string, unknown> {
  return source !== null && typeof source === 'object' ? (source as Record<string, unknown>) : {}
}

/** zod's issue as a refusal at its field, in Chinese, without repeating what was typed. */
function refusalOfIssue(issue: {
  path: PropertyKey[]
  code: string
  message: string
  origin?: unknown
  minimum?: unknown
  maximum?: unknown
}): Refusal {
  const field = issue.path.map(String).join('.')
  const isNumber = issue.origin === 'number' || issue.origin === 'int'
  if (isNumber && (issue.code === 'too_big' || issue.code === 'too_small')) {
    const bound = issue.code === 'too_big' ? `数字过大，最大 ${String(issue.maximum)}` : `数字过小，最小 ${String(issue.minimum)}`
    return { code: 'field-invalid', say: `${bound}。`, then: '请核对数字后再提交。', field }
  }
  if (issue.code === 'too_big' && issue.origin === 'array')
    return { code: 'field-invalid', say: `一次最多 ${String(issue.maximum)} 项。`, then: '请分几次提交。', field }
  if (issue.code === 'too_big')
    return { code: 'field-invalid', say: `内容过长，最多 ${String(issue.maximum)} 字。`, then: '请精简后再提交。', field }
  if (issue.code === 'too_small') return { code: 'field-missing', say: '必填内容未填写。', then: '请填写后再提交。', field }
  if (issue.code === 'custom') return { code: 'field-invalid', say: issue.message, then: '请改正后再提交。', field }
  return { code: 'field-invalid', say: '填写内容不符合要求。', then: '请检查后再提交。', field }
}

async function enter(options: ConsoleOptions, reply: FastifyReply, input: Parsed<'session.signIn'>): Promise<FastifyReply> {
  const result = await signIn(options.office, input)
  if (!result.ok) return refuse(reply, result.refusals)
  reply.setCookie(SESSION_COOKIE, result.value.token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: options.secureCookies,
    path: `${options.basePath}/console`,
  })
  return reply.send(await sessionView(options, result.value))
}

async function leave(options: ConsoleOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const token = request.cookies[SESSION_COOKIE]
  if (token) await signOut(options.office, token)
  reply.clearCookie(SESSION_COOKIE, { path: `${options.basePath}/console` })
  return reply.send({ done: true })
}
