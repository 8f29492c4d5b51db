import { nationalCalendar } from '../../law/calendar.ts'
import { fromParts, type LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { reportDue } from '../../law/reports/duty.ts'
import type { Agency } from '../../record/people/agency.ts'
import { type Actor, permitted, type Verb } from '../../record/people/roles.ts'
import { unresolved } from '../../record/reports/explanation.ts'
import type { ReportDocument } from '../../record/reports/document.ts'
import { scopeOf } from '../../record/reports/scope.ts'
import type { ReportRow, ReportView } from '../../record/reports/view.ts'
import type { May } from '../../record/requests/may.ts'
import { signedCopy } from '../../store/published-reports.sql.ts'
import { originalOf } from '../../store/report-originals.sql.ts'
import { latestReport, publishedReport, reportVersion, reportVersions } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { figuresFound } from './figures.ts'
import { seenDigest } from './same-as-before.ts'
import { NO_REPORT, notAcceptedYet, notWholeYear } from './standing.ts'
import { isStale } from './tables.ts'

/** The first reports that Art 49 in this form asked for. */
const FIRST_YEAR = 2019

/** By when the year's report must be public (Art 49): a department by 31 January, the government by 31 March. */
export function publicationDue(agency: Agency, year: number): LocalDate {
  return reportDue(nationalCalendar(), Math.max(year, FIRST_YEAR), agency.kind === 'government' ? 'government' : 'department').due
}

export async function listReports(ctx: OfficeContext, actor: Actor): Promise<Result<ReportRow[]>> {
  if (!permitted(actor, 'reports.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const [agency, versions] = await Promise.all([
    agencyOn(ctx.db, actor.agencyId, ctx.today()),
    reportVersions(ctx.db, actor.agencyId),
  ])
  return ok(
    versions.map((report) => ({
      year: report.year,
      version: report.version,
      state: report.state,
      source: report.source,
      format: report.format,
      errors: unresolved(report.findings, report.explained).length,
      warnings: report.findings.filter((finding) => finding.level === 'warning').length,
      publishedOn: report.published_on,
      late:
        report.source === 'compiled' && report.published_on !== null && report.published_on > publicationDue(agency, report.year),
    })),
  )
}

export async function viewReport(ctx: OfficeContext, actor: Actor, year: number, version?: number): Promise<Result<ReportView>> {
  const here = { agencyId: actor.agencyId }
  if (!permitted(actor, 'reports.view', here)) return refused(NOT_PERMITTED)
  const [agency, latest] = await Promise.all([
    agencyOn(ctx.db, actor.agencyId, ctx.today()),
    version ? reportVersion(ctx.db, actor.agencyId, year, version) : latestReport(ctx.db, actor.agencyId, year),
  ])
  if (!latest) return NO_REPORT
  const asOf = latest.as_of ?? fromParts(year, 12, 31)
  const [counts, stale, unaccepted, published, copy, original] = await Promise.all([
    figuresFound(ctx.db, { agencyId: actor.agencyId, year, format: latest.format, asOf }),
    isStale(ctx.db, latest),
    notAcceptedYet(ctx.db, actor.agencyId, latest),
    publishedReport(ctx.db, actor.agencyId, year),
    signedCopy(ctx.db, actor.agencyId, year, latest.version),
    latest.source === 'imported' ? originalOf(ctx.db, actor.agencyId, year) : undefined,
  ])
  const approver = latest.approved_by
    ? await ctx.db.selectFrom('officer').select('name').where('id', '=', latest.approved_by).executeTakeFirst()
    : undefined
  const errors = unresolved(latest.findings, latest.explained)
  const step = (verb: Verb, ...obstacles: (Refusal | false)[]): May => {
    const refusal = [!permitted(actor, verb, here) && NOT_PERMITTED, ...obstacles].find((one) => one !== false)
    return refusal ? { allowed: false, refusal } : { allowed: true }
  }
  const frozen = latest.state === 'published' && no('report-frozen', '年度报告已发布。', '如需更正，请重新汇编形成新版本。')
  const faulty =
    errors.length > 0 &&
    no('report-not-consistent', `还有 ${errors.length} 处错误。`, '请先改正“检查”中列出的错误，或者写明说明。')
  const part = notWholeYear(latest, ctx.today()) ?? false
  const old = stale && no('changed-meanwhile', '汇编之后登记簿有变化。', '请先重新汇编。')
  return ok({
    agencyName: agency.details.name,
    year,
    version: latest.version,
    state: latest.state,
    source: latest.source,
    format: latest.format,
    asOf: latest.as_of,
    tables: latest.tables,
    prose: latest.prose,
    findings: latest.findings,
    counts,
    explained: latest.explained,
    zero: latest.zero,
    units: latest.units,
    stale,
    approvedBy: approver?.name ?? null,
    approvedOn: latest.approved_on,
    publishedOn: latest.published_on,
    dueOn: publicationDue(agency, year),
    digest: seenDigest(latest),
    restates: published && latest.state !== 'published' ? published.version : null,
    imported: original ? { by: original.imported_by, on: original.imported_on, bytes: original.size } : null,
    signedCopy: copy ? { signedOn: copy.signed_on, keptOn: copy.kept_on, bytes: copy.size } : null,
    may: {
      compile: step('reports.compile'),
      edit: step('reports.edit', frozen),
      submit: step(
        'reports.edit',
        frozen,
        latest.state !== 'draft' && no('already-done', '已送审。', '等待主要负责人审批。'),
        part,
        faulty,
        old,
      ),
      approve: step(
        'reports.approve',
        frozen,
        latest.state !== 'submitted' && no('approval-needed', '尚未送审。', '请工作人员核对后送审。'),
        part,
        faulty,
        old,
      ),
      publish: step(
        'reports.publish',
        frozen,
        latest.state !== 'approved' && no('approval-needed', '尚未经主要负责人审批。', '批准后即可发布。'),
        unaccepted ?? false,
      ),
      keepSignedCopy: step(
        'reports.publish',
        latest.state !== 'published' && no('report-not-published', '报告还没有公布。', '公布之后再上传盖章扫描件。'),
      ),
    },
    portalPath: latest.state === 'published' ? `/${agency.slug}/reports/${year}` : null,
  })
}

function no(code: Refusal['code'], say: string, then: string): Refusal {
  return { code, say, then }
}

/** The report as a document for paper and page. */
export function reportDocument(
  agency: string,
  report: Pick<ReportView, 'year' | 'format' | 'prose' | 'tables' | 'units'> & { date: string; watermark?: string },
): ReportDocument {
  const { preface, ...sections } = report.prose
  return {
    agency,
    year: report.year,
    format: report.format,
    title: `${agency}${report.year}年政府信息公开工作年度报告`,
    ...(preface.length > 0 ? { preface } : {}),
    sections,
    tables: report.tables,
    signature: { agency, date: report.date },
    ...(report.units ? { scope: scopeOf(report.units) } : {}),
    ...(report.watermark ? { watermark: report.watermark } : {}),
  }
}
