/** 检查一份报告: what a report that somebody brings is held against, and its pages as pictures. Nothing of it is kept. */
import { fromParts } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { Finding } from '../../law/reports/model.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { type CheckedFile, corrected } from '../../record/reports/checked-file.ts'
import { checkAggregate } from '../../record/reports/rollup.ts'
import { hintsBeside } from '../../record/reports/judge.ts'
import type { May } from '../../record/requests/may.ts'
import { tasksOf } from '../../store/hand-in.sql.ts'
import { sisterReports } from '../../store/report-evidence.sql.ts'
import { latestReport, publishedReport } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { inArchive, MAY_NOT_IMPORT } from './import-report.ts'
import { compileTables, MOST_SISTERS } from './tables.ts'

export interface Beside {
  /** Held against last year's report of the archive, where none was brought. */
  file: CheckedFile
  previousFrom: 'file' | 'archive' | null
  /** The own agency's name; the report may have been made under another. */
  agencyName: string
  /** Pages that can be shown as pictures: of a PDF. */
  pages: number
  mayImport: May
}

/** Whether somebody may have reports checked at all: asked before a file is opened. */
export function mayCheck(actor: Actor): Result<void> {
  return permitted(actor, 'reports.view', { agencyId: actor.agencyId }) ? ok(undefined) : refused(NOT_PERMITTED)
}

export async function checkBeside(
  ctx: OfficeContext,
  actor: Actor,
  file: CheckedFile,
  bytes: Uint8Array,
): Promise<Result<Beside>> {
  const may = mayCheck(actor)
  if (!may.ok) return may
  const { year } = file.report
  const [{ held, agencyName }, same, pages] = await Promise.all([
    heldAgainstArchive(ctx, actor.agencyId, file),
    year === null ? undefined : latestReport(ctx.db, actor.agencyId, year),
    pagesOf(ctx, bytes),
  ])
  const obstacle: Refusal | null = !permitted(actor, 'reports.import', { agencyId: actor.agencyId })
    ? MAY_NOT_IMPORT
    : same
      ? inArchive(same.year)
      : null
  return ok({
    file: held,
    previousFrom: file.previous ? 'file' : held.previous ? 'archive' : null,
    agencyName,
    pages,
    mayImport: obstacle ? { allowed: false, refusal: obstacle } : { allowed: true },
  })
}

/**
 * Where no report of last year was brought, the archive's own stands beside it, with the notices of the year and what sister agencies
 * published; of another agency's report they would say nothing.
 */
export async function heldAgainstArchive(
  ctx: OfficeContext,
  agencyId: string,
  file: CheckedFile,
): Promise<{ held: CheckedFile; agencyName: string }> {
  const { agency, year } = file.report
  const { details } = await agencyOn(ctx.db, agencyId, ctx.today())
  const agencyName = details.name
  if (year === null || agency !== agencyName) return { held: file, agencyName }
  const [last, sisters, notices] = await Promise.all([
    file.previous ? undefined : publishedReport(ctx.db, agencyId, year - 1),
    sisterReports(ctx.db, agencyId, year, MOST_SISTERS),
    tasksOf(ctx.db, agencyId, year),
  ])
  const beside = last
    ? { ...corrected({ ...file, previous: last.tables }, { entries: new Map(), agency, year }), asRead: null }
    : file
  const words = hintsBeside(file.prose, {
    year,
    last: last && { source: `本机关${year - 1}年报告`, prose: last.prose },
    ...(agency ? { agency } : {}),
    others: sisters.map(({ name, prose }) => ({ source: `${name}${year}年报告`, agency: name, prose })),
    notices: file.prose.preface.length > 0 ? notices : [],
  })
  const sums = await againstUnits(ctx, agencyId, year, beside.report)
  const findings = [...beside.report.findings, ...words, ...sums]
  return { held: { ...beside, report: { ...beside.report, findings } }, agencyName }
}

/** X11: the report of a body that adds up its units, held against its own register and the reports that it accepted. */
async function againstUnits(
  ctx: OfficeContext,
  agencyId: string,
  year: number,
  { format, tables }: CheckedFile['report'],
): Promise<Finding[]> {
  if (format === null) return []
  const lastDay = fromParts(year, 12, 31)
  const added = await compileTables(ctx.db, { agencyId, year, format, asOf: lastDay }, lastDay)
  return added.units?.accepted ? checkAggregate(tables, added.tables, format) : []
}

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
const pdfOf = (bytes: Uint8Array) => ({ name: 'report.pdf', kind: 'pdf', bytes }) as const

async function pagesOf(ctx: OfficeContext, bytes: Uint8Array): Promise<number> {
  if (!isPdf(bytes)) return 0
  const sketched = await ctx.workshop.sketch(pdfOf(bytes))
  return sketched.ok ? sketched.value.length : 0
}

/** One page of the file as it looks. */
export async function pictureReport(
  ctx: OfficeContext,
  actor: Actor,
  { bytes, page }: { bytes: Uint8Array; page: number },
): Promise<Result<Uint8Array>> {
  const may = mayCheck(actor)
  if (!may.ok) return may
  const done = isPdf(bytes)
    ? await ctx.workshop.picture(pdfOf(bytes), page)
    : ({ ok: false, why: '只有 PDF 能显示页面' } as const)
  if (done.ok) return ok(done.value)
  return refused({ code: 'file-refused', say: `${done.why}。`, then: '请对照原文的文字核对。', field: 'files' })
}
