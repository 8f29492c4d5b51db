/** Reads and writes of 更正登记簿. */
import type { Kysely, Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { Database } from './schema.ts'
import type { AmendmentsTables } from './tables/amendments.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>
export type AmendmentRecord = NonNullable<Awaited<ReturnType<typeof findAmendment>>>

export function listAmendments(db: Db, agencyId: string) {
  return db
    .selectFrom('amendment')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('number_year', 'desc')
    .orderBy('number_serial', 'desc')
    .execute()
}

export function findAmendment(db: Db, agencyId: string, id: string) {
  return db.selectFrom('amendment').selectAll().where('agency_id', '=', agencyId).where('id', '=', id).executeTakeFirst()
}

export function amendmentActs(db: Db, agencyId: string, id: string) {
  return db
    .selectFrom('amendment_act as a')
    .leftJoin('officer as o', 'o.id', 'a.actor_id')
    .select(['a.seq', 'a.kind', 'a.on_date', 'a.recorded_at', 'a.sealed', 'o.name'])
    .where('a.agency_id', '=', agencyId)
    .where('a.amendment_id', '=', id)
    .orderBy('a.seq')
    .execute()
}

export async function addAmendment(
  tx: Tx,
  row: Omit<AmendmentsTables['amendment'], 'result' | 'decided_on' | 'served_on'>,
): Promise<void> {
  await tx
    .insertInto('amendment')
    .values({ ...row, result: null, decided_on: null, served_on: null })
    .execute()
}

/** A clash on the primary key is the optimistic lock: the caller sees code 23505. */
export async function addAmendmentAct(
  tx: Tx,
  row: {
    agencyId: string
    id: string
    seq: number
    kind: AmendmentsTables['amendment_act']['kind']
    on: LocalDate
    actorId: string
    sealed: Buffer
  },
): Promise<void> {
  await tx
    .insertInto('amendment_act')
    .values({
      agency_id: row.agencyId,
      amendment_id: row.id,
      seq: row.seq,
      kind: row.kind,
      on_date: row.on,
      actor_id: row.actorId,
      sealed: row.sealed,
    })
    .execute()
}
