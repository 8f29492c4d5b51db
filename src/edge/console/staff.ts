/** The console's door: who asks, and how a refusal goes back. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { REFUSALS } from '../../law/refusals.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { OfficeContext } from '../../office/context.ts'
import { type SignedIn, sessionOf } from '../../office/people/sign-in.ts'

export const SESSION_COOKIE = 'gongkai_session'

export interface ConsoleOptions {
  office: OfficeContext
  basePath: string
  demo: boolean
  /** Cookies are for https only, unless the server is reached on this machine. */
  secureCookies: boolean
}

/** A staff request that has passed the door: who it is. */
export type Staff = SignedIn

export const NOT_SIGNED_IN: Refusal = {
  code: 'sign-in-needed',
  say: '尚未登录，或登录已过期。',
  then: '请重新登录；填写的内容不会丢失。',
}
/** The form does not come from a page of ours, or from one of an earlier session. */
export const FORGED: Refusal = { code: 'session-expired', say: '页面已过期。', then: '请刷新页面后重试。' }

export function refuse(reply: FastifyReply, refusals: readonly Refusal[]): FastifyReply {
  const first = refusals[0]
  return reply.code(first ? REFUSALS[first.code].status : 422).send({ refusals })
}

export function staffOf(office: OfficeContext, request: FastifyRequest): Promise<Staff | null> {
  const token = request.cookies[SESSION_COOKIE]
  return token ? sessionOf(office, token) : Promise.resolve(null)
}

/** Whether a deed comes from a page of this session: other sites can send our cookie, but not this header. */
export function isForged(request: FastifyRequest, staff: Staff): boolean {
  return request.headers['x-csrf-token'] !== staff.csrf
}
