import type { FastifyReply, FastifyRequest } from 'fastify'
import { findAgency } from '../../office/people/agencies.ts'
import type { Agency } from '../../record/people/agency.ts'
import type { Crumb } from './layout.ts'
import { type PortalOptions, type Visit, visitOf } from './visit.ts'

/** A visit to one agency's column. */
export interface AgencyVisit {
  request: FastifyRequest
  reply: FastifyReply
  visit: Visit
  agency: Agency
  /** Address of the column. */
  home: string
  /** 首页, where every trail of crumbs begins. */
  trail: Crumb[]
}

/** Finds the agency that the address names; whatever else fails is the answer's own affair. */
export function withAgency(options: PortalOptions, answer: (at: AgencyVisit) => Promise<FastifyReply>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const agency = await findAgency(options.office, param(request, 'slug'))
    if (!agency) return notFound(reply)
    const visit = visitOf(options, request)
    const home = `${visit.base}/${agency.slug}`
    // Of an archive there is nothing to read but its reports, and nobody to ask.
    if (agency.kind === 'archive' && !request.routeOptions.url?.includes('/:slug/reports'))
      return reply.redirect(`${home}/reports`, 303)
    return answer({ request, reply, visit, agency, home, trail: [{ text: '首页', href: home }] })
  }
}

export function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound()
  return reply
}

export function param(request: FastifyRequest, name: string): string {
  const value = (request.params as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : ''
}

export function query(request: FastifyRequest, name: string): string {
  const value = (request.query as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : ''
}

/** `?page=3`; anything else is the first page. */
export function pageNumber(request: FastifyRequest): number {
  const page = Number(query(request, 'page'))
  return Number.isSafeInteger(page) && page > 0 ? page : 1
}
