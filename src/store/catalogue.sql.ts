/** Reads and writes of 公开事项目录. */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { CatalogueContent, CatalogueItem, CatalogueKeeping } from '../record/publication/catalogue.ts'
import type { Database } from './schema.ts'
import { openDocuments } from './publication.sql.ts'

type Db = Kysely<Database>

interface StoredItem {
  id: string
  rank: number
  seq: number
  from_date: LocalDate
  content: CatalogueContent
  keeping: CatalogueKeeping
}

/** The catalogue as it stands on a day, in its order. */
export async function catalogueOn(db: Db, agencyId: string, on: LocalDate): Promise<CatalogueItem[]> {
  const { rows } = await sql<StoredItem>`select * from catalogue_on(${agencyId}, ${on}) order by rank, id`.execute(db)
  return rows.map(({ from_date: from, ...row }) => ({ ...row, from }))
}

/** All versions of an item, the first first; none where the agency has no such item. */
export function catalogueVersions(db: Db, agencyId: string, itemId: string) {
  return db
    .selectFrom('catalogue_version')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('item_id', '=', itemId)
    .orderBy('from_date')
    .orderBy('seq')
    .execute()
}
export type StoredVersion = Awaited<ReturnType<typeof catalogueVersions>>[number]

/** Held till the end of the transaction: two people at one catalogue come one after the other. */
export async function lockCatalogue(tx: Transaction<Database>, agencyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('catalogue ' || ${agencyId}, 0))`.execute(tx)
}

export async function insertItems(tx: Transaction<Database>, rows: Insertable<Database['catalogue_item']>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('catalogue_item').values(rows).execute()
}

export async function insertVersions(
  tx: Transaction<Database>,
  rows: Insertable<Database['catalogue_version']>[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto('catalogue_version').values(rows).execute()
}

/** The last number given to a version of each item, also of those to come and of ended ones. */
export async function lastSeqs(db: Db, agencyId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('catalogue_version')
    .select((eb) => ['item_id', eb.fn.max('seq').as('seq')])
    .where('agency_id', '=', agencyId)
    .groupBy('item_id')
    .execute()
  return new Map(rows.map(({ item_id: id, seq }) => [id, Number(seq)]))
}

/** Items with a version that holds from a later day only, and from which day. */
export async function scheduledItems(db: Db, agencyId: string, on: LocalDate): Promise<Map<string, LocalDate>> {
  const rows = await db
    .selectFrom('catalogue_version')
    .select((eb) => ['item_id', eb.fn.max('from_date').as('from')])
    .where('agency_id', '=', agencyId)
    .where('from_date', '>', on)
    .groupBy('item_id')
    .execute()
  return new Map(rows.map(({ item_id: id, from }) => [id, from]))
}

/** Puts the items into this order. */
export async function setRanks(tx: Transaction<Database>, agencyId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update catalogue_item i set rank = given.rank
    from unnest(${ids}::uuid[]) with ordinality as given (id, rank)
    where i.agency_id = ${agencyId} and i.id = given.id and i.rank <> given.rank`.execute(tx)
}

/** What the public may read under each item: how much, and since when the newest. */
export async function publishedUnder(
  db: Db,
  agencyId: string,
  on: LocalDate,
): Promise<Map<string, { documents: number; latest: LocalDate }>> {
  const rows = await db
    .selectFrom(openDocuments(on).as('d'))
    .select((eb) => ['d.item_id', eb.fn.countAll<number>().as('documents'), eb.fn.max('d.published_on').as('latest')])
    .where('d.agency_id', '=', agencyId)
    .where('d.item_id', 'is not', null)
    .groupBy('d.item_id')
    .execute()
  return new Map(
    rows.map(({ item_id: id, documents, latest }) => [
      id as string,
      { documents: Number(documents), latest: latest as LocalDate },
    ]),
  )
}
