/** Reads and writes of 数据表. The public reads a table only while its document is open. */
import type { Insertable, Kysely, Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { DataSetKind } from '../law/publication/data-sets.ts'
import { openDocuments } from './publication.sql.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** What was released, whether it still stands or not. */
export function dataSetsOf(db: Db, agencyId: string) {
  return db
    .selectFrom('data_set as s')
    .innerJoin('document as d', (join) => join.onRef('d.agency_id', '=', 's.agency_id').onRef('d.id', '=', 's.document_id'))
    .where('s.agency_id', '=', agencyId)
    .select(['s.kind', 's.period', 's.document_id', 's.released_on', 'd.withdrawn_on'])
    .select(({ fn }) => fn<number>('jsonb_array_length', ['s.rows']).as('rows'))
    .execute()
}

function open(db: Db, on: LocalDate, agencyId: string) {
  return db
    .selectFrom('data_set as s')
    .innerJoin(openDocuments(on).as('d'), (join) =>
      join.onRef('d.agency_id', '=', 's.agency_id').onRef('d.id', '=', 's.document_id'),
    )
    .where('s.agency_id', '=', agencyId)
}

/** What is open of an agency, without the rows. */
export function openDataSets(db: Db, on: LocalDate, agencyId: string) {
  return open(db, on, agencyId)
    .select(['s.kind', 's.period', 's.document_id', 's.released_on', 'd.title'])
    .select(({ fn }) => fn<number>('jsonb_array_length', ['s.rows']).as('rows'))
    .execute()
}

const SHOWN = ['s.kind', 's.period', 's.document_id', 's.note', 's.rows', 's.released_on'] as const

export function openDataSet(db: Db, on: LocalDate, agencyId: string, documentId: string) {
  return open(db, on, agencyId)
    .where('s.document_id', '=', documentId)
    .select([...SHOWN, 's.against', 's.added', 's.changed', 's.removed', 'd.title'])
    .executeTakeFirst()
}

/** The document that bears a kind's table of a period, whether it still stands or not. */
export function documentOfPeriod(db: Db, agencyId: string, kind: DataSetKind, period: string) {
  return db
    .selectFrom('data_set')
    .select('document_id')
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('period', '=', period)
    .executeTakeFirst()
}

/** A draft, or one under review, of a kind's table of a period. */
export function openEditionOfPeriod(db: Db, agencyId: string, kind: DataSetKind, period: string) {
  return db
    .selectFrom('edition')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('data_kind', '=', kind)
    .where('data_period', '=', period)
    .where('state', 'in', ['drafting', 'inReview'])
    .orderBy('started_on')
    .limit(1)
    .executeTakeFirst()
}

export async function putDataSet(tx: Transaction<Database>, values: Insertable<Database['data_set']>): Promise<void> {
  const { agency_id: _agency, document_id: _document, ...again } = values
  await tx
    .insertInto('data_set')
    .values(values)
    .onConflict((conflict) => conflict.columns(['agency_id', 'document_id']).doUpdateSet(again))
    .execute()
}

/** What is open of all agencies, for the list of open data. */
export function allOpenDataSets(db: Db, on: LocalDate) {
  return db
    .selectFrom('data_set as s')
    .innerJoin(openDocuments(on).as('d'), (join) =>
      join.onRef('d.agency_id', '=', 's.agency_id').onRef('d.id', '=', 's.document_id'),
    )
    .innerJoin('agency as a', 'a.id', 's.agency_id')
    .select(['s.kind', 's.period', 'd.title', 'a.slug'])
    .orderBy('a.slug')
    .execute()
}
