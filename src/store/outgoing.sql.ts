import type { Kysely } from 'kysely'
import type { OnItsWay } from '../record/outgoing/held-back.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** With the stored file that would leave as it stands: the one that was made, else the original. */
export function outgoingOf(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('outgoing_file as o')
    .innerJoin('stored_file as f', (join) =>
      join
        .onRef('f.agency_id', '=', 'o.agency_id')
        .on((at) => at('f.id', '=', at.fn.coalesce('o.made_file_id', 'o.source_file_id'))),
    )
    .selectAll('o')
    .select(['f.id as file_id', 'f.hash', 'f.sealed_name', 'f.media_type', 'f.size'])
    .where('o.agency_id', '=', agencyId)
    .where('o.case_id', '=', caseId)
    .orderBy('o.added_at')
    .execute()
}
/** The same, of which file what becomes: enough to tell what was given and what was kept. */
export async function onTheirWay(db: Db, agencyId: string, caseId: string): Promise<OnItsWay[]> {
  const rows = await outgoingOf(db, agencyId, caseId)
  return rows.map(({ file_id: fileId, source_file_id: sourceId, state }) => ({ fileId, sourceId, state }))
}
export type OutgoingRow = Awaited<ReturnType<typeof outgoingOf>>[number]

export function storedFileOf(db: Db, agencyId: string, caseId: string, fileId: string) {
  return db
    .selectFrom('stored_file')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .where('id', '=', fileId)
    .executeTakeFirst()
}

/** Whether a file of the case stands, or stood before it was made anew, among those that leave with the reply. */
export async function isListedOutgoing(db: Db, agencyId: string, caseId: string, fileId: string): Promise<boolean> {
  const found = await db
    .selectFrom('outgoing_file')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .where('source_file_id', '=', fileId)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirst()
  return found !== undefined
}
