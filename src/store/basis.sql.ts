/** Reads and writes of 依据库 and 责任科室. */
import type { Kysely, Transaction } from 'kysely'
import { articlesOf } from '../law/basis/text.ts'
import type { AddedBasis, BasisKind } from '../law/basis/library.ts'
import type { LocalDate } from '../law/date.ts'
import type { OwnerRow, Step } from '../record/people/owners.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

/** What the agency added, as the law reads it. */
export async function addedBasis(db: Db, agencyId: string): Promise<AddedBasis[]> {
  const rows = await db.selectFrom('basis_text').selectAll().where('agency_id', '=', agencyId).orderBy('from_date').execute()
  return rows.map((row) => ({
    key: row.id,
    title: row.title,
    number: row.number,
    kind: row.kind,
    from: row.from_date,
    to: row.to_date,
    replaces: row.replaces,
    articles: row.articles,
    text: articlesOf(row.body),
    source: row.source,
  }))
}

export async function insertBasis(
  tx: Tx,
  row: {
    agencyId: string
    id: string
    title: string
    number: string
    kind: BasisKind
    from: LocalDate
    to: LocalDate | null
    replaces: string | null
    articles: number | null
    body: string
    source: string
    addedBy: string
  },
): Promise<void> {
  await tx
    .insertInto('basis_text')
    .values({
      agency_id: row.agencyId,
      id: row.id,
      title: row.title,
      number: row.number,
      kind: row.kind,
      from_date: row.from,
      to_date: row.to,
      replaces: row.replaces,
      articles: row.articles,
      body: row.body,
      source: row.source,
      added_by: row.addedBy,
    })
    .execute()
}

/** 废止: writes the last day in force. */
export async function endBasis(tx: Tx, agencyId: string, id: string, to: LocalDate): Promise<boolean> {
  const changed = await tx
    .updateTable('basis_text')
    .set({ to_date: to })
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

export async function ownersOf(db: Db, agencyId: string): Promise<OwnerRow[]> {
  const rows = await db
    .selectFrom('step_owner')
    .select(['step', 'from_date', 'section_id'])
    .where('agency_id', '=', agencyId)
    .orderBy('step')
    .orderBy('from_date')
    .execute()
  return rows.map((row) => ({ step: row.step, from: row.from_date, sectionId: row.section_id }))
}

/** Names the owner from a day on; the same day again is a correction of what was just written. */
export async function setStepOwner(
  tx: Tx,
  row: { agencyId: string; step: Step; from: LocalDate; sectionId: string; by: string },
): Promise<void> {
  await tx
    .insertInto('step_owner')
    .values({ agency_id: row.agencyId, step: row.step, from_date: row.from, section_id: row.sectionId, set_by: row.by })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'step', 'from_date']).doUpdateSet({ section_id: row.sectionId, set_by: row.by }),
    )
    .execute()
}
