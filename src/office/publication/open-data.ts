/** What is open to whoever works with data: the feed of reports, all reports of all agencies. */
import type { Agency } from '../../record/people/agency.ts'
import type { PublishedReport } from '../../record/reports/published.ts'
import {
  agenciesAfter,
  latestPublished,
  newestReportsOf,
  publishedMark,
  publishedTotals,
  publishedVersions,
} from '../../store/published-reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { type Marked, published } from './reports.ts'

/** What was published last: of one agency, or of all. */
export async function latestReports(ctx: OfficeContext, agency: Agency | null, most: number): Promise<PublishedReport[]> {
  const rows = agency
    ? (await publishedVersions(ctx.db, agency.id, ctx.today()))
        .toSorted((one, other) => (one.published_on < other.published_on ? 1 : -1))
        .slice(0, most)
    : await latestPublished(ctx.db, ctx.today(), most)
  return rows.map((row) => published(row))
}

/** Agencies whose reports are read at a time: what bounds the memory of a file of all reports. */
const PIECE = 100

/** 开放数据: the last published version of every year of every agency, piece by piece. */
export async function* allReports(ctx: OfficeContext, marked: Marked = {}): AsyncGenerator<PublishedReport[]> {
  let after = ''
  for (;;) {
    const agencies = await agenciesAfter(ctx.db, after, PIECE)
    const last = agencies.at(-1)
    if (!last) return
    const rows = await newestReportsOf(
      ctx.db,
      agencies.map(({ id }) => id),
      ctx.today(),
    )
    yield rows.map((row) => published(row, marked))
    after = last.slug
  }
}

/** Tells whether anything was published since. */
export function reportsMark(ctx: OfficeContext): Promise<string> {
  return publishedMark(ctx.db, ctx.today())
}

export function reportTotals(ctx: OfficeContext): ReturnType<typeof publishedTotals> {
  return publishedTotals(ctx.db, ctx.today())
}
