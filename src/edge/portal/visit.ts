/** Who looks at what: everything a page's frame needs to know of the visit. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { html } from 'hono/html'
import type { OfficeContext } from '../../office/context.ts'
import { digest } from './assets.ts'

export interface PortalOptions {
  office: OfficeContext
  /** '' or '/zwgk': in front of every address. */
  basePath: string
  /** 演示数据: every page says so. */
  demo: boolean
}

/** What the `html` template gives. Data is loaded before, so it never holds a promise. */
export type Markup = ReturnType<typeof html>

export interface Visit {
  /** In front of every address. */
  base: string
  host: string
  /** Where 大字版 leads back to; null on a page that answers a form, since leaving it would lose what was typed. */
  backTo: string | null
  /** 大字版 */
  large: boolean
  /** 高对比 */
  contrast: boolean
  demo: boolean
  /** The legal day, where it is not today's (GONGKAI_TODAY); pages say so. */
  setDay: string | null
}

export const LARGE_COOKIE = 'gongkai_text'
export const CONTRAST_COOKIE = 'gongkai_contrast'

export function visitOf({ office, basePath, demo }: PortalOptions, request: FastifyRequest): Visit {
  return {
    base: basePath,
    host: request.host,
    backTo: request.method === 'GET' ? request.url : null,
    large: request.cookies[LARGE_COOKIE] === 'large',
    contrast: request.cookies[CONTRAST_COOKIE] === 'high',
    demo,
    setDay: office.dayIsSet ? office.today() : null,
  }
}

/** The portal's address as its readers see it, for files that are read elsewhere; without a slash at the end. */
export function siteOf({ office, basePath }: PortalOptions, request: FastifyRequest): string {
  return office.mail?.site ?? `${request.protocol}://${request.host}${basePath}`
}

/** An id in an address, that is: not something mistyped, which the database would take for an error. */
export function isPublicId(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)
}

/** Cookies of the column belong to it alone, also where it lives inside another site. */
export function cookiePath({ basePath }: PortalOptions): string {
  return basePath || '/'
}

/** Answers with a page that anyone may see and any cache may keep, as long as it asks whether it is still the same. */
export function sendPublic(request: FastifyRequest, reply: FastifyReply, page: Markup): FastifyReply {
  const text = String(page)
  const etag = `W/"${digest(text)}"`
  reply.header('cache-control', 'no-cache').header('vary', 'Cookie').header('etag', etag)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.type('text/html; charset=utf-8').send(text)
}

/** Answers with a page for this reader only: a form, or what concerns the own request. */
export function sendPrivate(reply: FastifyReply, page: Markup): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(String(page))
}
