/** Reads and writes of what was done about findings of the proof-reading. */
import type { Insertable, Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

export function settledFindings(db: Db, agencyId: string, editionId: string) {
  return db
    .selectFrom('edition_finding')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('edition_id', '=', editionId)
    .orderBy('seq')
    .execute()
}

/** In the transaction that holds the edition: two at once come one after the other. */
export async function insertFinding(
  tx: Transaction<Database>,
  values: Omit<Insertable<Database['edition_finding']>, 'seq'>,
): Promise<void> {
  const { last } = await tx
    .selectFrom('edition_finding')
    .select((eb) => eb.fn.coalesce(eb.fn.max('seq'), eb.lit(0)).as('last'))
    .where('agency_id', '=', values.agency_id)
    .where('edition_id', '=', values.edition_id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('edition_finding')
    .values({ ...values, seq: last + 1 })
    .execute()
}
