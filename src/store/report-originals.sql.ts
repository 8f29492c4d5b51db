/** 原件: the file that an imported report was read from, and who imported it. */
import type { Insertable, Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

export async function keepOriginal(tx: Transaction<Database>, original: Insertable<Database['report_original']>): Promise<void> {
  await tx.insertInto('report_original').values(original).execute()
}

/** A year's report is imported once, as its first version; later versions are made here. */
export function originalOf(db: Kysely<Database>, agencyId: string, year: number) {
  return db
    .selectFrom('report_original as original')
    .innerJoin('officer', (join) =>
      join.onRef('officer.id', '=', 'original.imported_by').onRef('officer.agency_id', '=', 'original.agency_id'),
    )
    .select(['original.hash', 'original.sealed_name', 'original.media_type', 'original.size', 'original.imported_on'])
    .select('officer.name as imported_by')
    .where('original.agency_id', '=', agencyId)
    .where('original.year', '=', year)
    .executeTakeFirst()
}
