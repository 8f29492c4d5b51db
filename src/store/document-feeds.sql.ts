/** Reads of published documents for feeds, the map of addresses and data files. */
import { type Kysely, sql } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { AgencyDetails } from '../record/people/agency.ts'
import { openDocuments } from './publication.sql.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

function documents(db: Db, on: LocalDate, agencyId: string | null) {
  const query = db
    .selectFrom(openDocuments(on).as('d'))
    .innerJoin('agency as a', 'a.id', 'd.agency_id')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('agency_version as v')
          .select('v.data')
          .whereRef('v.agency_id', '=', 'd.agency_id')
          .orderBy(sql`v.from_date <= ${on} desc, case when v.from_date <= ${on} then v.from_date end desc, v.from_date asc`)
          .limit(1)
          .as('current'),
      (join) => join.onTrue(),
    )
    .select(['d.id', 'd.column_key', 'd.title', 'd.number', 'd.index_number', 'd.summary', 'd.keywords', 'd.validity'])
    .select(['d.formed_on', 'd.published_on', 'd.effective_on', 'd.updated_at', 'a.slug', 'current.data'])
  return agencyId ? query.where('d.agency_id', '=', agencyId) : query
}

type Row = Awaited<ReturnType<ReturnType<typeof documents>['execute']>>[number]

const shaped = (row: Row) => ({
  id: row.id,
  agencySlug: row.slug,
  agencyName: (row.data as unknown as AgencyDetails).name,
  column: row.column_key,
  title: row.title,
  number: row.number,
  indexNumber: row.index_number,
  summary: row.summary,
  keywords: row.keywords,
  validity: row.validity,
  formedOn: row.formed_on,
  publishedOn: row.published_on as LocalDate,
  effectiveOn: row.effective_on,
  updatedAt: row.updated_at,
})

/** The last published first; on the same day the last numbered. */
export async function newestDocuments(
  db: Db,
  on: LocalDate,
  { agencyId, column }: { agencyId: string | null; column: string | null },
  most: number,
) {
  let query = documents(db, on, agencyId)
  if (column) query = query.where('d.column_key', '=', column)
  const rows = await query.orderBy('d.published_on', 'desc').orderBy('d.index_number', 'desc').limit(most).execute()
  return rows.map(shaped)
}

/** What a hall's screen shows: the newest since a day, with their text and the last day of their 公示期. */
export async function documentsForScreen(
  db: Db,
  on: LocalDate,
  { agencyId, since, most }: { agencyId: string; since: LocalDate; most: number },
) {
  const rows = await documents(db, on, agencyId)
    .select(['d.body', 'd.shown_until'])
    .where((eb) => eb.or([eb('d.published_on', '>=', since), eb('d.shown_until', '>=', on)]))
    .orderBy('d.published_on', 'desc')
    .orderBy('d.index_number', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id, title, number, summary, body, published_on, shown_until }) => ({
    id,
    title,
    number,
    summary,
    body,
    publishedOn: published_on as LocalDate,
    shownUntil: shown_until,
  }))
}

/** By agency and id, from behind the last of the former piece. */
export async function openDocumentsAfter(
  db: Db,
  on: LocalDate,
  agencyId: string | null,
  after: { agencySlug: string; id: string } | null,
  most: number,
) {
  let query = documents(db, on, agencyId)
  if (after) query = query.where(sql<boolean>`(a.slug, d.id) > (${after.agencySlug}, ${after.id}::uuid)`)
  const rows = await query.orderBy('a.slug').orderBy('d.id').limit(most).execute()
  return rows.map(shaped)
}
