/**
 * Against forms posted from elsewhere (signed double submit: a random cookie, and its keyed digest in the form) and against
 * floods. A token that is missing or old is no error page: the form comes back with everything in it and a fresh token.
 */
import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import type { Refusal } from '../../law/refusal.ts'
import { valuesOf } from './form-parts.ts'
import { cookiePath, type PortalOptions } from './visit.ts'

export const EXPIRED: Refusal = {
  code: 'session-expired',
  say: '页面打开得太久，已经过期。',
  then: '填写的内容都在，请核对后再提交一次。',
}

/** Posts from one address in a minute, where the server limits at all: enough for a person. */
export const FEW_POSTS = { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } }

/**
 * For forms that take number and query code: one count for all of them, so that guessing is no faster over many forms. Where the
 * server does not limit, the plug-in is not there.
 */
export function fewTries(app: FastifyInstance): RouteShorthandOptions {
  if (!app.hasDecorator('rateLimit')) return {}
  return { config: { rateLimit: false }, onRequest: app.rateLimit(FEW_POSTS.config.rateLimit) }
}

/** For what a script asks while somebody types. */
export const MANY_POSTS = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }

const COOKIE = 'gongkai_form'
const FIELD = '_token'

/** What every form carries. */
export interface Token {
  [FIELD]: string
}

function digestOf({ office }: PortalOptions, secret: string): string {
  return office.vault.fingerprint('portal form', secret)
}

/** The token for a form on this page; the cookie is made when there is none yet. */
export function tokenFor(options: PortalOptions, request: FastifyRequest, reply: FastifyReply): Token {
  let secret = request.cookies[COOKIE]
  if (!secret) {
    secret = randomBytes(18).toString('base64url')
    reply.setCookie(COOKIE, secret, {
      path: cookiePath(options),
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
    })
  }
  return { [FIELD]: digestOf(options, secret) }
}

/** Whether the post does not come from a form that we gave to this reader. */
export function isForged(options: PortalOptions, request: FastifyRequest): boolean {
  const secret = request.cookies[COOKIE]
  const given = Buffer.from(valuesOf(request.body, [FIELD])[FIELD] ?? '')
  if (!secret) return true
  const expected = Buffer.from(digestOf(options, secret))
  return given.length !== expected.length || !timingSafeEqual(given, expected)
}

/** Fields that every step of a form carries on: the token, and the command that makes a second click harmless. */
export interface Carried extends Token {
  commandId: string
}

const COMMAND = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The command's name is made with the first page of the form and stays the same until it is carried out. */
export function carriedBy(options: PortalOptions, { request, reply }: { request: FastifyRequest; reply: FastifyReply }): Carried {
  const { commandId = '' } = valuesOf(request.body, ['commandId'])
  return { ...tokenFor(options, request, reply), commandId: COMMAND.test(commandId) ? commandId : randomUUID() }
}
