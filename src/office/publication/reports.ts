/** 政府信息公开年报 as the public reads them: every year kept, every published version kept. */
import type { LocalDate } from '../../law/date.ts'
import type { Agency } from '../../record/people/agency.ts'
import type { PublishedReport } from '../../record/reports/published.ts'
import { type Restatement, restatements } from '../../record/reports/restatement.ts'
import type { Timeliness } from '../../record/reports/timeliness.ts'
import { publishedBeside, type PublishedRow, publishedVersions, signedCopy } from '../../store/published-reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { reportDocument } from '../reports/view-report.ts'

/** One year in the archive: its last published version. */
export interface ArchivedReport {
  year: number
  title: string
  version: number
  versions: number
  publishedOn: LocalDate
}

/** A year's totals, for the plots over the years; null where the report leaves the cell blank. */
export interface YearFigures {
  year: number
  received: number | null
  handled: number | null
  granted: number | null
  partial: number | null
  withheld: number | null
  unable: number | null
  notProcessed: number | null
  other: number | null
  timeliness: Timeliness | null
}

export interface ReportPage extends PublishedReport {
  /** All published versions of the year, the newest first, and what each changed in the one before. */
  versions: { version: number; publishedOn: LocalDate }[]
  restated: Restatement[]
  figures: YearFigures[]
}

/** Printed on every page of a demo's reports. */
export interface Marked {
  watermark?: string
}

function newestOfEachYear(rows: readonly PublishedRow[]): PublishedRow[] {
  return rows.filter((row, index) => rows.findIndex((other) => other.year === row.year) === index)
}

/** 历年年报, the newest year first. */
export async function reportArchive(ctx: OfficeContext, agency: Agency): Promise<ArchivedReport[]> {
  const rows = await publishedVersions(ctx.db, agency.id, ctx.today())
  return newestOfEachYear(rows).map((row) => ({
    year: row.year,
    title: published(row).document.title,
    version: row.version,
    versions: row.earlier + 1,
    publishedOn: row.published_on,
  }))
}

/** One report, in its last published version or in the one named; null where there is none. */
export async function readReport(
  ctx: OfficeContext,
  agency: Pick<Agency, 'id'>,
  which: { year: number; version?: number } & Marked,
): Promise<ReportPage | null> {
  const rows = await publishedVersions(ctx.db, agency.id, ctx.today())
  const ofYear = rows.filter((row) => row.year === which.year)
  const row = which.version === undefined ? ofYear[0] : ofYear.find((one) => one.version === which.version)
  if (!row) return null
  return {
    ...published(row, which),
    restated: restatements(ofYear.map((one) => ({ ...one, because: one.restated_because }))),
    versions: ofYear.map((one) => ({ version: one.version, publishedOn: one.published_on })),
    figures: newestOfEachYear(rows).map(figuresOf).toReversed(),
  }
}

/** Named to choose from; any other can be compared by its address. */
const MOST_BESIDE = 200

/** With which reports of other agencies one of this agency may be compared. */
export function comparableReports(ctx: OfficeContext, agency: Agency): ReturnType<typeof publishedBeside> {
  return publishedBeside(ctx.db, agency.id, ctx.today(), MOST_BESIDE)
}

/** 盖章扫描件 of a published version: the bytes as they were brought in. */
export async function readSignedCopy(
  ctx: OfficeContext,
  agency: Agency,
  which: { year: number; version?: number },
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const report = await readReport(ctx, agency, which)
  const copy = report && (await signedCopy(ctx.db, agency.id, which.year, report.version))
  return copy ? { name: `${report.document.title}（盖章扫描件）.pdf`, bytes: await ctx.files.get(copy.hash) } : null
}

export function published(row: PublishedRow, { watermark }: Marked = {}): PublishedReport {
  const date = row.approved_on ?? row.published_on
  return {
    agency: {
      id: row.agency_id,
      slug: row.slug,
      kind: row.kind,
      name: row.agency,
      creditCode: row.credit_code,
      above: row.above,
    },
    document: reportDocument(row.agency, { ...row, date, ...(watermark ? { watermark } : {}) }),
    version: row.version,
    publishedOn: row.published_on,
    imported: row.source === 'imported',
    earlier: row.earlier,
    because: row.restated_because,
    timeliness: row.timeliness,
    units: row.units,
    signedCopy: row.signed_on === null ? null : { signedOn: row.signed_on, bytes: row.signed_size ?? 0 },
  }
}

function figuresOf(row: PublishedRow): YearFigures {
  const cells = Object.entries(row.tables.requests ?? {}).map(([name, values]) => ({ name, total: values.at(-1) ?? null }))
  const one = (name: string) => cells.find((cell) => cell.name === name)?.total ?? null
  const family = (name: string) => {
    const members = cells.filter((cell) => cell.name.startsWith(`${name}.`)).map((cell) => cell.total)
    return members.length === 0 || members.includes(null) ? null : members.reduce<number>((sum, total) => sum + (total ?? 0), 0)
  }
  return {
    year: row.year,
    received: one('received'),
    handled: one('handled'),
    granted: one('granted'),
    partial: one('partial'),
    withheld: family('withheld'),
    unable: family('unable'),
    notProcessed: family('notProcessed'),
    other: family('other'),
    timeliness: row.timeliness,
  }
}
