/** Reads and writes of 三重一大台账. */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import { fromParts, type LocalDate } from '../law/date.ts'
import type { Matter } from '../record/publication/major-matters.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** The last decided first; of one year, or all. */
export async function majorMatters(db: Db, agencyId: string, year?: number): Promise<Matter[]> {
  let query = db.selectFrom('major_matter').selectAll().where('agency_id', '=', agencyId)
  if (year !== undefined)
    query = query.where('decided_on', '>=', fromParts(year, 1, 1)).where('decided_on', '<=', fromParts(year, 12, 31))
  const rows = await query.orderBy('decided_on', 'desc').orderBy('recorded_at', 'desc').execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    decidedOn: row.decided_on,
    decidedBy: row.decided_by,
    regime: row.regime,
    openness: row.openness,
    reason: row.reason,
    itemId: row.item_id,
    sectionId: row.section_id,
    enteredBy: row.entered_by_name,
    enteredOn: row.entered_on,
    voided: row.voided_on ? { by: row.voided_by_name ?? '', on: row.voided_on, because: row.voided_because ?? '' } : null,
  }))
}

export async function matterYears(db: Db, agencyId: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from decided_on)::int as year from major_matter where agency_id = ${agencyId}`.execute(db)
  return rows.map(({ year }) => year)
}

/** Once: the same entry sent again is the same. */
export async function insertMatter(tx: Transaction<Database>, values: Insertable<Database['major_matter']>): Promise<void> {
  await tx
    .insertInto('major_matter')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** False where it is not there or was voided before. */
export async function voidMatter(
  tx: Transaction<Database>,
  { agencyId, id }: { agencyId: string; id: string },
  by: { name: string; on: LocalDate; because: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('major_matter')
    .set({ voided_by_name: by.name, voided_on: by.on, voided_because: by.because })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('voided_on', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
