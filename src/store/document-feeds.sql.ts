/** Reads of published documents for feeds, the map of addresses and data files. */
import { type Kysely, sql } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import { documentRow, withAgencies } from './publication.sql.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

function documents(db: Db, on: LocalDate, agencyId: string | null, column: string | null = null) {
  return withAgencies(db, on, { ...(agencyId ? { agencyId } : {}), ...(column ? { column } : {}) })
    .select(['d.index_number', 'd.summary', 'd.keywords'])
    .select(['d.formed_on', 'd.effective_on', 'd.updated_at', 'd.files'])
}

type Row = Awaited<ReturnType<ReturnType<typeof documents>['execute']>>[number]

const shaped = (row: Row) => ({
  ...documentRow(row),
  indexNumber: row.index_number,
  summary: row.summary,
  keywords: row.keywords,
  formedOn: row.formed_on,
  effectiveOn: row.effective_on,
  updatedAt: row.updated_at,
  files: row.files,
})

/** The last published first; on the same day the last numbered. */
export async function newestDocuments(
  db: Db,
  on: LocalDate,
  { agencyId, column }: { agencyId: string | null; column: string | null },
  most: number,
) {
  const rows = await documents(db, on, agencyId, column)
    .orderBy('d.published_on', 'desc')
    .orderBy('d.index_number', 'desc')
    .limit(most)
    .execute()
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
