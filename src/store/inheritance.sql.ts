/** Reads and writes of what units take over from the catalogue above. */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { CatalogueContent, CatalogueKeeping } from '../record/publication/catalogue.ts'
import { type Decision, type ParentItem, reaches } from '../record/publication/inheritance.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

interface LastVersion {
  item_id: string
  seq: number
  ended: boolean
  content: CatalogueContent
  keeping: CatalogueKeeping
}

/** Every item of the body above that was ever asked of units of this kind, as it stands on the day; ended where it is no more. */
export async function parentItems(db: Db, parentId: string, regime: 'art54' | 'art55', on: LocalDate): Promise<ParentItem[]> {
  const { rows } = await sql<LastVersion & { asked: boolean }>`
    select i.id as item_id, v.seq, v.ended, v.content, v.keeping, exists (
      select from catalogue_version w
      where w.agency_id = i.agency_id and w.item_id = i.id and w.from_date <= ${on} and w.keeping ->> 'passes' in ('all', ${regime})
    ) as asked
    from catalogue_item i
    cross join lateral (
      select * from catalogue_version v
      where v.agency_id = i.agency_id and v.item_id = i.id and v.from_date <= ${on}
      order by v.from_date desc, v.seq desc limit 1
    ) v
    where i.agency_id = ${parentId} order by i.rank, i.id`.execute(db)
  return rows
    .filter(({ asked }) => asked)
    .map(({ item_id: id, seq, ended, content, keeping }) => ({
      id,
      seq,
      content,
      keeping,
      ended: ended || !reaches(keeping.passes, regime),
    }))
}

export async function decisionsOf(db: Db, agencyId: string): Promise<Decision[]> {
  const rows = await db.selectFrom('catalogue_decision').selectAll().where('agency_id', '=', agencyId).orderBy('seq').execute()
  return rows.map((row) => ({
    parentItemId: row.parent_item_id,
    parentSeq: row.parent_seq,
    itemId: row.item_id,
    decision: row.decision,
    because: row.because,
    by: row.actor_name,
    on: row.on_date,
  }))
}

export async function insertDecision(
  tx: Transaction<Database>,
  values: Insertable<Database['catalogue_decision']>,
): Promise<void> {
  await tx.insertInto('catalogue_decision').values(values).execute()
}

/** The last decision of every unit about an item of this body. */
export async function decisionsAbout(db: Db, parentId: string, itemId: string) {
  return db
    .selectFrom('catalogue_decision')
    .distinctOn('agency_id')
    .select(['agency_id', 'parent_seq', 'decision', 'because', 'on_date'])
    .where('parent_agency_id', '=', parentId)
    .where('parent_item_id', '=', itemId)
    .orderBy('agency_id')
    .orderBy('seq', 'desc')
    .execute()
}

/** The bodies directly below. */
export function agenciesBelow(db: Db, agencyId: string) {
  return db
    .selectFrom('agency')
    .select(['id', 'regime'])
    .where('parent_id', '=', agencyId)
    .where('kind', '<>', 'archive')
    .orderBy('rank')
    .execute()
}
