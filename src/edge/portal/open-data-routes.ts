/** 开放数据: all reports of all agencies in one file, what its columns mean, what was published last. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findHost } from '../../office/people/agencies.ts'
import { allReports, latestReports, listOpenData, reportsMark, reportTotals } from '../../office/publication/index.ts'
import { allReportsCsv, allReportsJson, allReportsXlsx, columnsCsv } from '../open-data/all-reports.ts'
import { reportsAtom } from '../open-data/atom.ts'
import { withAgency } from './agency-route.ts'
import { digest } from './assets.ts'
import { FILE_TYPES, sendFile } from './files.ts'
import { OPEN_DATA, openDataPage } from './open-data-pages.ts'
import { type PortalOptions, sendPublic, siteOf, visitOf } from './visit.ts'

const FILES = { csv: allReportsCsv, json: allReportsJson, xlsx: allReportsXlsx }
const ENTRIES = 100
/** Whoever works with the file needs it once; whoever asks for it all the time gets "not changed". */
const FEW = { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } }
const ATOM = 'application/atom+xml; charset=utf-8'

export function openDataRoutes(app: FastifyInstance, options: PortalOptions): void {
  const { office } = options

  app.get(OPEN_DATA, async (request, reply) => {
    const [host, totals, tables] = await Promise.all([findHost(office), reportTotals(office), listOpenData(office)])
    const page = openDataPage(visitOf(options, request), { host, totals, tables, site: siteOf(options, request) })
    return sendPublic(request, reply, page)
  })
  app.get(`${OPEN_DATA}/columns.csv`, async (_request, reply) =>
    sendFile(reply, '年度报告开放数据栏目说明', 'csv', Buffer.from(columnsCsv())),
  )
  for (const kind of ['csv', 'json', 'xlsx'] as const)
    app.get(`${OPEN_DATA}/reports.${kind}`, FEW, async (request, reply) => everything(request, reply, kind))

  app.get(`${OPEN_DATA}/reports.atom`, async (request, reply) => {
    const site = siteOf(options, request)
    const reports = await latestReports(office, null, ENTRIES)
    const feed = {
      title: '政府信息公开工作年度报告',
      self: `${site}${OPEN_DATA}/reports.atom`,
      page: site + OPEN_DATA,
      site,
      reports,
    }
    return reply.type(ATOM).send(reportsAtom(feed))
  })
  app.get(
    '/:slug/reports.atom',
    withAgency(options, async ({ request, reply, agency }) => {
      const site = siteOf(options, request)
      const page = `${site}/${agency.slug}/reports`
      const reports = await latestReports(office, agency, ENTRIES)
      const title = `${agency.details.name}政府信息公开工作年度报告`
      return reply.type(ATOM).send(reportsAtom({ title, self: `${page}.atom`, page, site, reports }))
    }),
  )

  /** Read again only when something was published since. */
  async function everything(request: FastifyRequest, reply: FastifyReply, kind: keyof typeof FILES): Promise<FastifyReply> {
    const site = siteOf(options, request)
    const etag = `W/"${digest(`${site} ${await reportsMark(office)}`)}"`
    reply.header('cache-control', 'no-cache').header('etag', etag)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const pieces = allReports(office, options.demo ? { watermark: '演示数据' } : {})
    const name = encodeURIComponent(`政府信息公开工作年度报告（全部，${office.today()}）.${kind}`)
    return reply
      .type(FILE_TYPES[kind])
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(FILES[kind](pieces, site))
  }
}
