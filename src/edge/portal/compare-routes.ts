/** `/jyj/reports/compare?one=jyj/2024&other=jyj/2025`: two published reports side by side. */
import type { FastifyInstance } from 'fastify'
import { findAgency } from '../../office/people/agencies.ts'
import {
  type ArchivedReport,
  comparableReports,
  readReport,
  type ReportPage,
  reportArchive,
} from '../../office/publication/index.ts'
import { type AgencyVisit, query, withAgency } from './agency-route.ts'
import { comparePage, type Side } from './compare-pages.ts'
import { type PortalOptions, sendPublic } from './visit.ts'

export function compareRoutes(app: FastifyInstance, options: PortalOptions): void {
  const { office } = options

  app.get(
    '/:slug/reports/compare',
    withAgency(options, async (at) => {
      const [own, beside] = await Promise.all([reportArchive(office, at.agency), comparableReports(office, at.agency)])
      const sides = sidesOf(at, own)
      const found = sides ? await Promise.all(sides.map(reportOf)) : []
      const [one, other] = found
      const reports: [ReportPage, ReportPage] | null = one && other ? [one, other] : null
      return sendPublic(at.request, at.reply, comparePage(at, { own, beside, sides, reports }))
    }),
  )

  async function reportOf({ slug, ...which }: Side): Promise<ReportPage | null> {
    const agency = await findAgency(office, slug)
    return agency && readReport(office, agency, which)
  }
}

/** As asked for; else the two last years of this agency, the earlier first. */
function sidesOf({ request, agency }: AgencyVisit, own: readonly ArchivedReport[]): [Side, Side] | null {
  const [last, before] = own
  const newest = last && { slug: agency.slug, year: last.year }
  const one = sideOf(query(request, 'one')) ?? (before && { slug: agency.slug, year: before.year })
  const other = sideOf(query(request, 'other')) ?? newest
  return one && other ? [one, other] : null
}

/** `jyj/2025`, `jyj/2025/1` for a version that was corrected later. */
function sideOf(text: string): Side | null {
  const [, slug, year, , version] = /^([\w-]{1,60})\/(\d{4})(\/(\d{1,4}))?$/.exec(text) ?? []
  if (!slug || !year) return null
  return { slug, year: Number(year), ...(version ? { version: Number(version) } : {}) }
}
