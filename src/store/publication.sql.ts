/** Reads and writes of 主动公开信息. Only what is published by `on` is ever read for the public. */
import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { AgencyDetails } from '../record/people/agency.ts'
import type { DocumentRow } from '../record/publication/document.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** What the public may read on a day (schema 0270): published, not withdrawn, not for staff only, its 公示期 not over. */
export function openDocuments(on: LocalDate) {
  return sql<Selectable<Database['document']>>`open_documents(${on})`
}

/** What a list is narrowed to. */
export interface DocumentFilter {
  agencyId?: string
  column?: string
  ids?: readonly string[]
  /** Published under this item of the catalogue. */
  itemId?: string
}

export async function publishedDocuments(
  db: Db,
  on: LocalDate,
  filter: DocumentFilter,
  window: { offset: number; limit: number },
): Promise<DocumentRow[]> {
  const rows = await withAgencies(db, on, filter)
    .orderBy('d.published_on', 'desc')
    .orderBy('d.index_number', 'desc')
    .offset(window.offset)
    .limit(window.limit)
    .execute()
  return rows.map(documentRow)
}

/** Published documents beside their agency as it is called on the day: what {@link documentRow} needs, and whatever else is selected. */
export function withAgencies(db: Db, on: LocalDate, filter: DocumentFilter) {
  return published(db, on, filter)
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
    .select([
      'd.id',
      'd.column_key',
      'd.title',
      'd.number',
      'd.validity',
      'd.published_on',
      'd.shown_until',
      'a.slug',
      'current.data',
    ])
}

type WithAgency = Awaited<ReturnType<ReturnType<typeof withAgencies>['execute']>>[number]

export function documentRow(row: WithAgency): DocumentRow {
  return {
    id: row.id,
    agencySlug: row.slug,
    agencyName: (row.data as unknown as AgencyDetails).name,
    column: row.column_key,
    title: row.title,
    number: row.number,
    validity: row.validity,
    publishedOn: row.published_on as LocalDate,
    shownUntil: row.shown_until,
  }
}

export async function countDocuments(db: Db, on: LocalDate, filter: DocumentFilter): Promise<number> {
  const row = await published(db, on, filter)
    .select((eb) => eb.fn.countAll<number>().as('documents'))
    .executeTakeFirstOrThrow()
  return row.documents
}

function published(db: Db, on: LocalDate, { agencyId, column, ids, itemId }: DocumentFilter) {
  let query = db.selectFrom(openDocuments(on).as('d'))
  if (agencyId) query = query.where('d.agency_id', '=', agencyId)
  if (column) query = query.where('d.column_key', '=', column)
  if (ids) query = query.where('d.id', 'in', ids)
  if (itemId) query = query.where('d.item_id', '=', itemId)
  return query
}

/** Which of these documents of an agency the public may read. */
export async function openAmong(db: Db, on: LocalDate, agencyId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await published(db, on, { agencyId, ids }).select('d.id').execute()
  return rows.map(({ id }) => id)
}

/** How much each column holds and when it was last added to. */
export function columnCounts(db: Db, on: LocalDate, agencyId: string) {
  return published(db, on, { agencyId })
    .select((eb) => [
      'd.column_key as column',
      eb.fn.countAll<number>().as('documents'),
      eb.fn.max('d.published_on').as('latest'),
    ])
    .groupBy('d.column_key')
    .execute()
}

/** The keywords that most of the last `among` documents carry, of an agency or of all: however many there are, no more are read. */
export async function frequentKeywords(
  db: Db,
  on: LocalDate,
  agencyId: string | null,
  { among, limit }: { among: number; limit: number },
): Promise<string[]> {
  const last = published(db, on, agencyId ? { agencyId } : {})
    .select('d.keywords')
    .orderBy('d.published_on', 'desc')
    .limit(among)
  const { rows } = await sql<{ word: string }>`
    select word from (${last}) as last, jsonb_array_elements_text(last.keywords) as word
    group by word order by count(*) desc, word limit ${limit}`.execute(db)
  return rows.map((row) => row.word)
}

export function documentById(db: Db, on: LocalDate, agencyId: string, id: string) {
  return db
    .selectFrom(openDocuments(on).as('d'))
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Titles of the document that this one explains, and of those that explain this one. */
export function linkedDocuments(db: Db, on: LocalDate, document: { agency_id: string; id: string; interprets: string | null }) {
  return db
    .selectFrom(openDocuments(on).as('d'))
    .select(['id', 'title', 'published_on', 'interprets'])
    .where('agency_id', '=', document.agency_id)
    .where((eb) =>
      document.interprets
        ? eb.or([eb('interprets', '=', document.id), eb('id', '=', document.interprets)])
        : eb('interprets', '=', document.id),
    )
    .orderBy('published_on')
    .execute()
}

export async function insertDocument(tx: Transaction<Database>, values: Insertable<Database['document']>): Promise<void> {
  await tx.insertInto('document').values(values).execute()
}

/** 撤下的信息: that it stood there, and why it does no more. Nothing of what it said. */
export function withdrawnDocument(db: Db, on: LocalDate, agencyId: string, id: string) {
  return db
    .selectFrom('document')
    .select(['index_number', 'published_on', 'withdrawn_on', 'withdrawn_because'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('audience', '=', 'society')
    .where('published_on', '<=', on)
    .where('withdrawn_on', '<=', on)
    .executeTakeFirst()
}

/** 公示期已满的信息: that it stood there until that day. Nothing of what it said. */
export function overDocument(db: Db, on: LocalDate, agencyId: string, id: string) {
  return db
    .selectFrom('document')
    .select(['index_number', 'published_on', 'shown_until'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('audience', '=', 'society')
    .where('published_on', '<=', on)
    .where('withdrawn_on', 'is', null)
    .where('shown_until', '<', on)
    .executeTakeFirst()
}
