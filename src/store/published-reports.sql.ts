/** Reads of what is published of 年度报告, and what stands beside it: names of the day, days of replies, signed copies. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { ReportFormat, ReportTables } from '../law/reports/model.ts'
import type { AgencyKind } from '../record/people/agency.ts'
import type { UnitsAddedUp } from '../record/reports/notice.ts'
import type { ReportProse } from '../record/reports/prose.ts'
import type { Timeliness } from '../record/reports/timeliness.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** A published version with its agency as it was called on the day of publication. */
export interface PublishedRow {
  agency_id: string
  slug: string
  kind: AgencyKind
  agency: string
  credit_code: string
  above: string | null
  year: number
  version: number
  /** Published versions of the year before this one. */
  earlier: number
  format: ReportFormat
  source: 'compiled' | 'imported'
  tables: ReportTables
  prose: ReportProse
  published_on: LocalDate
  approved_on: LocalDate | null
  restated_because: string
  timeliness: Timeliness | null
  units: UnitsAddedUp | null
  signed_on: LocalDate | null
  signed_size: number | null
}

/** The version of an agency's details that held on the day of publication, or the earliest. */
const detailsOf = (agency: string, alias: string) => sql`left join lateral (
  select v.data from agency_version v where v.agency_id = ${sql.raw(agency)}
  order by v.from_date <= r.published_on desc, case when v.from_date <= r.published_on then v.from_date end desc, v.from_date
  limit 1) ${sql.raw(alias)} on true`

const COLUMNS = sql`r.agency_id, a.slug, a.kind, own.data ->> 'name' as agency, coalesce(own.data ->> 'creditCode', '') as credit_code,
  over.data ->> 'name' as above, r.year, r.version, r.format, r.source, r.tables, r.prose, r.published_on, r.approved_on,
  r.restated_because, r.timeliness, r.units, copy.signed_on, copy.size as signed_size,
  (select count(*)::int from report e where e.agency_id = r.agency_id and e.year = r.year and e.version < r.version
    and e.state = 'published') as earlier`

const BESIDE = sql`${detailsOf('a.id', 'own')} ${detailsOf('a.parent_id', 'over')}
  left join lateral (
    select c.signed_on, c.size from report_signed_copy c
    where c.agency_id = r.agency_id and c.year = r.year and c.version = r.version order by c.seq desc limit 1) copy on true`

/** All published versions of one agency, the newest year and version first. */
export async function publishedVersions(db: Db, agencyId: string, today: LocalDate): Promise<PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select ${COLUMNS} from report r join agency a on a.id = r.agency_id ${BESIDE}
    where r.agency_id = ${agencyId} and r.state = 'published' and r.published_on <= ${today}
    order by r.year desc, r.version desc`.execute(db)
  return rows
}

/** How much is published: changes whenever anything that a file of all reports holds does. */
export async function publishedMark(db: Db, today: LocalDate): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws('-',
      (select count(*) from report where state = 'published' and published_on <= ${today}),
      (select count(*) from report_signed_copy),
      (select count(*) from agency_version)) as mark`.execute(db)
  return rows[0]?.mark ?? ''
}

/** How many reports of how many agencies are published, and of which years. */
export async function publishedTotals(
  db: Db,
  today: LocalDate,
): Promise<{ reports: number; agencies: number; first: number | null; last: number | null }> {
  const { rows } = await sql<{ reports: number; agencies: number; first: number | null; last: number | null }>`
    select count(*)::int as reports, count(distinct agency_id)::int as agencies, min(year) as first, max(year) as last
    from (select distinct agency_id, year from report where state = 'published' and published_on <= ${today}) r`.execute(db)
  return rows[0] ?? { reports: 0, agencies: 0, first: null, last: null }
}

/** Agencies by their place in addresses, piece by piece: whose reports are read next. */
export function agenciesAfter(db: Db, slug: string, limit: number) {
  return db.selectFrom('agency').select(['id', 'slug']).where('slug', '>', slug).orderBy('slug').limit(limit).execute()
}

/** The last published version of every year of these agencies. */
export async function newestReportsOf(db: Db, agencyIds: readonly string[], today: LocalDate): Promise<PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select * from (
      select distinct on (a.slug, r.year) ${COLUMNS}
      from agency a join report r on r.agency_id = a.id ${BESIDE}
      where a.id = any(${[...agencyIds]}::uuid[]) and r.state = 'published' and r.published_on <= ${today}
      order by a.slug, r.year, r.version desc) newest
    order by slug, year desc`.execute(db)
  return rows
}

/** What was published last anywhere, every version by itself: for a feed. */
export async function latestPublished(db: Db, today: LocalDate, limit: number): Promise<PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select ${COLUMNS}
    from (select * from report where state = 'published' and published_on <= ${today}
      order by published_on desc, agency_id, year desc, version desc limit ${limit}) r
    join agency a on a.id = r.agency_id ${BESIDE}
    order by r.published_on desc, a.slug, r.year desc, r.version desc`.execute(db)
  return rows
}

/** Agencies beside, above and below this one that have published a report, and of which years. */
export async function publishedBeside(
  db: Db,
  agencyId: string,
  today: LocalDate,
  limit: number,
): Promise<{ slug: string; name: string; years: number[] }[]> {
  const { rows } = await sql<{ slug: string; name: string; years: number[] }>`
    select a.slug, named.data ->> 'name' as name, array_agg(distinct r.year order by r.year desc) as years
    from agency own
    join agency a on a.id <> own.id and (a.parent_id = own.parent_id or a.id = own.parent_id or a.parent_id = own.id)
    join report r on r.agency_id = a.id and r.state = 'published' and r.published_on <= ${today}
    cross join lateral (select v.data from agency_version v where v.agency_id = a.id
      order by v.from_date <= ${today} desc, case when v.from_date <= ${today} then v.from_date end desc, v.from_date limit 1) named
    where own.id = ${agencyId}
    group by a.slug, a.rank, named.data order by a.rank, a.slug limit ${limit}`.execute(db)
  return rows
}

/** Replies of a year within and after their day, as the register has them. */
export async function repliesInTime(db: Db, agencyId: string, from: LocalDate, to: LocalDate): Promise<Timeliness> {
  const { rows } = await sql<{ in_time: number; late: number }>`
    select count(*) filter (where replied_on <= due_on)::int as in_time, count(*) filter (where replied_on > due_on)::int as late
    from request_case where agency_id = ${agencyId} and replied_on between ${from} and ${to}`.execute(db)
  return { inTime: rows[0]?.in_time ?? 0, late: rows[0]?.late ?? 0 }
}

/** The signed copy that counts of a published version. */
export function signedCopy(db: Db, agencyId: string, year: number, version: number) {
  return db
    .selectFrom('report_signed_copy')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .where('version', '=', version)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function keepSignedCopy(
  tx: Transaction<Database>,
  copy: Omit<Database['report_signed_copy'], 'seq'>,
): Promise<void> {
  const last = await signedCopy(tx, copy.agency_id, copy.year, copy.version)
  await tx
    .insertInto('report_signed_copy')
    .values({ ...copy, seq: (last?.seq ?? 0) + 1 })
    .execute()
}
