/**
 * The own request's number and query code between two pages: sealed in a short-lived cookie, so that neither ever stands in
 * an address, a history or a log.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PortalOptions } from './visit.ts'

export interface OwnRequest {
  agencyId: string
  number: string
  /** null where the same form arrived twice: the code was shown the first time only. */
  queryCode: string
}

interface Sealed extends OwnRequest {
  until: number
}

const COOKIE = 'gongkai_own'
const MINUTES = 30

function place({ basePath }: PortalOptions, slug: string, request: FastifyRequest) {
  return { path: `${basePath}/${slug}`, httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const
}

export function rememberOwn(
  options: PortalOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  slug: string,
  own: OwnRequest,
): void {
  const value: Sealed = { ...own, until: Date.now() + MINUTES * 60_000 }
  reply.setCookie(COOKIE, options.office.vault.seal(value).toString('base64url'), {
    ...place(options, slug, request),
    maxAge: MINUTES * 60,
  })
}

/** null: nothing remembered, too long ago, of another agency, or not sealed by us. */
export function recallOwn(options: PortalOptions, request: FastifyRequest, agencyId: string): OwnRequest | null {
  const cookie = request.cookies[COOKIE]
  if (!cookie) return null
  try {
    const { until, ...own } = options.office.vault.open<Sealed>(Buffer.from(cookie, 'base64url'))
    return own.agencyId === agencyId && until > Date.now() ? own : null
  } catch {
    // Forged, cut short, or sealed with a key of before: as good as none.
    return null
  }
}

export function forgetOwn(options: PortalOptions, request: FastifyRequest, reply: FastifyReply, slug: string): void {
  reply.clearCookie(COOKIE, place(options, slug, request))
}
