/** Reads and writes of 签发授权 and of what superiors want to see before it is public. */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { ReleaseDelegation } from '../record/publication/delegations.ts'
import type { SuperiorRule } from '../record/publication/superior.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

/** The latest first. */
export function releaseDelegationsOf(db: Db, agencyId: string) {
  return db
    .selectFrom('release_delegation')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('from_date', 'desc')
    .orderBy('granted_at', 'desc')
    .execute()
}
type StoredDelegation = Awaited<ReturnType<typeof releaseDelegationsOf>>[number]

export function asDelegation(row: StoredDelegation): ReleaseDelegation {
  const { id, columns, from_date: from, to_date: to, document, revoked_on: revokedOn } = row
  return { id, columns, from, to, document, revokedOn }
}

/** Held till the end of the transaction: a paper and a revocation come one after the other. */
export function lockReleaseDelegation(tx: Tx, agencyId: string, id: string) {
  return tx
    .selectFrom('release_delegation')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Once: the same sent again is the same. */
export async function insertReleaseDelegation(tx: Tx, values: Insertable<Database['release_delegation']>): Promise<void> {
  await tx
    .insertInto('release_delegation')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateReleaseDelegation(
  tx: Tx,
  { agency_id, id }: Pick<StoredDelegation, 'agency_id' | 'id'>,
  values: { revoked_on: LocalDate; revoked_by: string; revoked_because: string } | { paper_hash: string; paper_type: string },
): Promise<void> {
  await tx.updateTable('release_delegation').set(values).where('agency_id', '=', agency_id).where('id', '=', id).execute()
}

/** What the agency asks of its units, the latest first. */
export function superiorReleasesOf(db: Db, agencyId: string) {
  return db
    .selectFrom('superior_release')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('from_date', 'desc')
    .orderBy('set_at', 'desc')
    .execute()
}
type StoredSuperior = Awaited<ReturnType<typeof superiorReleasesOf>>[number]

export function asSuperiorRule({ id, units, columns, who, from_date: from, to_date: to }: StoredSuperior): SuperiorRule {
  return { id, units, columns, who, from, to }
}

export async function insertSuperiorRelease(tx: Tx, values: Insertable<Database['superior_release']>): Promise<void> {
  await tx
    .insertInto('superior_release')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The last day on which it is asked; whether there was one to end. */
export async function endSuperiorRelease(
  tx: Tx,
  { agencyId, id }: { agencyId: string; id: string },
  values: { to_date: LocalDate; ended_by_name: string; ended_on: LocalDate },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('superior_release')
    .set(values)
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Public institutions (Art 55) directly below an agency, as they are called on a day. */
export async function institutionsBelow(
  db: Db,
  agencyId: string,
  on: LocalDate,
): Promise<{ id: string; slug: string; name: string }[]> {
  const { rows } = await sql<{ id: string; slug: string; name: string }>`
    select a.id, a.slug, current.data ->> 'name' as name
    from agency a
    cross join lateral (
      select v.data from agency_version v where v.agency_id = a.id
      order by v.from_date <= ${on} desc, case when v.from_date <= ${on} then v.from_date end desc, v.from_date asc limit 1
    ) as current
    where a.parent_id = ${agencyId} and a.regime = 'art55' and a.kind <> 'archive'
    order by a.rank, a.slug`.execute(db)
  return rows
}
