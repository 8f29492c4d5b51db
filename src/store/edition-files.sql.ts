/** Reads and writes of the files of documents. */
import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

export type StoredEditionFile = Selectable<Database['edition_file']>

/** Every file that some edition of the document had or has. */
export function filesOfDocument(db: Db, agencyId: string, documentId: string): Promise<StoredEditionFile[]> {
  return db
    .selectFrom('edition_file')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .execute()
}

export function filesById(db: Db, agencyId: string, ids: readonly string[]): Promise<StoredEditionFile[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db.selectFrom('edition_file').selectAll().where('agency_id', '=', agencyId).where('id', 'in', ids).execute()
}

export async function insertEditionFile(tx: Transaction<Database>, values: Insertable<Database['edition_file']>): Promise<void> {
  await tx.insertInto('edition_file').values(values).execute()
}
