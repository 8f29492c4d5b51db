/** 政府信息公开年报: the archive, one report as page and as files, what was published last as a feed, the signed copy. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readReport, type ReportPage, readSignedCopy, reportArchive } from '../../office/publication/index.ts'
import { REPORT_SCHEMA_PATH } from '../../record/reports/published.ts'
import { reportCsv } from '../open-data/report-csv.ts'
import { reportJson, reportSchema } from '../open-data/report-json.ts'
import { renderReportDocx, renderReportPdf, renderReportXlsx } from '../paper/index.ts'
import { type AgencyVisit, notFound, param, query, withAgency } from './agency-route.ts'
import { sendFile, sendStored } from './files.ts'
import { plotsOf } from './plots.ts'
import { archivePage, reportPage } from './report-pages.ts'
import { type PortalOptions, sendPublic, siteOf } from './visit.ts'

const JSON_INDENT = 2

/** What a report can be had as; the address of its page with the ending. */
const FILES: Record<
  'pdf' | 'docx' | 'xlsx' | 'csv' | 'json',
  (report: ReportPage, site: string) => Promise<Uint8Array> | string
> = {
  pdf: ({ document }) => renderReportPdf(document),
  docx: ({ document }) => renderReportDocx(document),
  xlsx: ({ document }) => renderReportXlsx(document),
  csv: reportCsv,
  json: (report, site) => `${JSON.stringify(reportJson(site, report), null, JSON_INDENT)}\n`,
}
const isFile = (kind: string): kind is keyof typeof FILES => Object.hasOwn(FILES, kind)

export function reportRoutes(app: FastifyInstance, options: PortalOptions): void {
  const { office } = options

  app.get(
    '/:slug/reports',
    withAgency(options, async (at) => sendPublic(at.request, at.reply, archivePage(at, await reportArchive(office, at.agency)))),
  )
  app.get('/:slug/reports/:file', withAgency(options, report))
  app.get('/:slug/reports/:year/signed.pdf', withAgency(options, signed))
  app.get(REPORT_SCHEMA_PATH, async (request: FastifyRequest, reply: FastifyReply) =>
    reply.type('application/schema+json; charset=utf-8').send(reportSchema(siteOf(options, request))),
  )

  /** `/reports/2025` and its files `/reports/2025.pdf`; `?version=1` for one that was corrected later. */
  async function report(at: AgencyVisit): Promise<FastifyReply> {
    const [, year, , kind] = /^(\d{4})(\.([a-z]+))?$/.exec(param(at.request, 'file')) ?? []
    if (!year || (kind !== undefined && !isFile(kind))) return notFound(at.reply)
    const found = await readReport(office, at.agency, {
      year: Number(year),
      ...versionOf(at.request),
      ...(options.demo ? { watermark: '演示数据' } : {}),
    })
    if (!found) return notFound(at.reply)
    if (kind === undefined) return sendPublic(at.request, at.reply, reportPage(at, found, await plotsOf(found.figures)))
    const made = await FILES[kind](found, siteOf(options, at.request))
    return sendFile(at.reply, found.document.title, kind, typeof made === 'string' ? Buffer.from(made) : made)
  }

  async function signed(at: AgencyVisit): Promise<FastifyReply> {
    const year = param(at.request, 'year')
    const copy = /^\d{4}$/.test(year)
      ? await readSignedCopy(office, at.agency, { year: Number(year), ...versionOf(at.request) })
      : null
    return copy ? sendStored(at.reply, { ...copy, mediaType: 'application/pdf' }) : notFound(at.reply)
  }
}

/** Versions are counted from 1. */
const NO_VERSION = 0

function versionOf(request: FastifyRequest): { version?: number } {
  const asked = query(request, 'version')
  // An address that names no version is no other address of the latest one.
  return asked === '' ? {} : { version: /^\d{1,4}$/.test(asked) ? Number(asked) : NO_VERSION }
}
