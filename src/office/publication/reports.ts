/** 政府信息公开年报 as the public reads them: every year kept, every published version kept. */
import type { LocalDate } from '../../law/date.ts'
import type { Agency } from '../../record/people/agency.ts'
import type { ReportDocument } from '../../record/reports/document.ts'
import { reportVersions } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { reportDocument } from '../reports/view-report.ts'

/** One year in the archive: its last published version. */
export interface ArchivedReport {
  year: number
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
}

export interface ReportPage {
  document: ReportDocument
  version: number
  publishedOn: LocalDate
  /** All published versions of the year, the newest first. */
  versions: { version: number; publishedOn: LocalDate }[]
  figures: YearFigures[]
}

type Row = Awaited<ReturnType<typeof reportVersions>>[number] & { published_on: LocalDate }

async function publishedVersions(ctx: OfficeContext, agency: Agency): Promise<Row[]> {
  const today = ctx.today()
  return (await reportVersions(ctx.db, agency.id)).filter(
    (row): row is Row => row.state === 'published' && row.published_on !== null && row.published_on <= today,
  )
}

function newestOfEachYear(rows: readonly Row[]): Row[] {
  return rows.filter((row, index) => rows.findIndex((other) => other.year === row.year) === index)
}

/** 历年年报, the newest year first. */
export async function reportArchive(ctx: OfficeContext, agency: Agency): Promise<ArchivedReport[]> {
  const rows = await publishedVersions(ctx, agency)
  return newestOfEachYear(rows).map((row) => ({
    year: row.year,
    version: row.version,
    versions: rows.filter((other) => other.year === row.year).length,
    publishedOn: row.published_on,
  }))
}

/** One report, in its last published version or in the one named; null where there is none. */
export async function readReport(
  ctx: OfficeContext,
  agency: Agency,
  which: { year: number; version?: number; watermark?: string },
): Promise<ReportPage | null> {
  const rows = await publishedVersions(ctx, agency)
  const ofYear = rows.filter((row) => row.year === which.year)
  const row = which.version === undefined ? ofYear[0] : ofYear.find((one) => one.version === which.version)
  if (!row) return null
  const date = row.approved_on ?? row.published_on
  return {
    document: reportDocument(agency.details.name, { ...row, date, ...(which.watermark ? { watermark: which.watermark } : {}) }),
    version: row.version,
    publishedOn: row.published_on,
    versions: ofYear.map((one) => ({ version: one.version, publishedOn: one.published_on })),
    figures: newestOfEachYear(rows).map(figuresOf).reverse(),
  }
}

function figuresOf(row: Row): YearFigures {
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
  }
}
