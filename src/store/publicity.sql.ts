/** Reads and writes of 公示: from when to when each document was shown, and what it came to. */
import { type Insertable, type Kysely, type Selectable, sql, type Transaction, type Updateable } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export type StoredPublicity = Selectable<Database['publicity']>
type Key = Pick<StoredPublicity, 'agency_id' | 'document_id' | 'run'>

/** All of a document's, the first first. */
export function publicitiesOf(db: Db, agencyId: string, documentId: string): Promise<StoredPublicity[]> {
  return db
    .selectFrom('publicity')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .orderBy('run')
    .execute()
}

/** The last of a document's, held till the end of the transaction: a release, an objection and an answer follow each other. */
export function lockLastPublicity(tx: Tx, agencyId: string, documentId: string): Promise<StoredPublicity | undefined> {
  return tx
    .selectFrom('publicity')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .orderBy('run', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertPublicity(tx: Tx, values: Insertable<Database['publicity']>): Promise<void> {
  await tx.insertInto('publicity').values(values).execute()
}

export async function updatePublicity(tx: Tx, key: Key, values: Updateable<Database['publicity']>): Promise<void> {
  await tx
    .updateTable('publicity')
    .set(values)
    .where('agency_id', '=', key.agency_id)
    .where('document_id', '=', key.document_id)
    .where('run', '=', key.run)
    .execute()
}

/** Whose people may look at which: null of a section stands for the agency's own. */
export interface SeenPublicity {
  agencyId: string
  /** Absent: all. */
  sections?: readonly string[]
}

function last(db: Db, { agencyId, sections }: SeenPublicity) {
  let query = db
    .selectFrom('publicity as p')
    .innerJoin('document as d', (join) => join.onRef('d.agency_id', '=', 'p.agency_id').onRef('d.id', '=', 'p.document_id'))
    .where('p.agency_id', '=', agencyId)
    .where('p.restarted_on', 'is', null)
  if (sections) query = sections.length > 0 ? query.where('p.section_id', 'in', sections) : query.where(sql<boolean>`false`)
  return query
}

/** Those that run or wait first, by their last day; then the others, the last ended first. */
export function listPublicities(db: Db, seen: SeenPublicity, window: { offset: number; limit: number }) {
  return last(db, seen)
    .selectAll('p')
    .select(['d.title', 'd.edition_id as standing_edition'])
    .orderBy(sql`(p.concluded_on is null and p.withdrawn_on is null)`, 'desc')
    .orderBy(sql`case when p.concluded_on is null and p.withdrawn_on is null then p.ends_on end`)
    .orderBy('p.ends_on', 'desc')
    .orderBy('p.document_id')
    .offset(window.offset)
    .limit(window.limit)
    .execute()
}

export async function countPublicities(db: Db, seen: SeenPublicity): Promise<number> {
  const row = await last(db, seen)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** Over and not concluded, with the title: what waits for the result or for answers. */
export function overPublicities(db: Db, seen: SeenPublicity, today: LocalDate, limit: number) {
  return last(db, seen)
    .selectAll('p')
    .select('d.title')
    .where('p.ends_on', '<', today)
    .where('p.concluded_on', 'is', null)
    .where('p.withdrawn_on', 'is', null)
    .orderBy('p.ends_on')
    .limit(limit)
    .execute()
}

/** Of all agencies: over, and either not yet noticed to be, or to be concluded as nothing is left to do. */
export function publicitiesToEnd(db: Db, today: LocalDate, limit: number) {
  return db
    .selectFrom('publicity as p')
    .select(['p.agency_id', 'p.document_id', 'p.run'])
    .where('p.ends_on', '<', today)
    .where('p.concluded_on', 'is', null)
    .where('p.restarted_on', 'is', null)
    .where('p.withdrawn_on', 'is', null)
    .where((eb) =>
      eb.or([
        eb('p.ended_on', 'is', null),
        eb.and([
          eb('p.after', '=', 'archive'),
          eb.not(
            eb.exists(
              eb
                .selectFrom('objection as o')
                .select('o.id')
                .whereRef('o.agency_id', '=', 'p.agency_id')
                .whereRef('o.document_id', '=', 'p.document_id')
                .where('o.state', '!=', 'answered'),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('p.agency_id')
    .orderBy('p.document_id')
    .limit(limit)
    .execute()
}

/** The title of a document of the agency, whether it still stands or not. */
export function documentTitled(db: Db, agencyId: string, id: string) {
  return db
    .selectFrom('document')
    .select(['id', 'title'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** A text that tells the result of this 公示 and is not decided yet. */
export function resultDraftOf(db: Db, agencyId: string, documentId: string) {
  return db
    .selectFrom('edition')
    .select(['id', 'title'])
    .where('agency_id', '=', agencyId)
    .where('result_of', '=', documentId)
    .where('state', 'in', ['drafting', 'inReview'])
    .limit(1)
    .executeTakeFirst()
}
