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

/** Matters that still ask something of the office. */
export function openAmendments(db: Db, agencyId: string) {
  return db
    .selectFrom('amendment')
    .select(['id', 'number', 'subject', 'received_on', 'state'])
    .where('agency_id', '=', agencyId)
    .where('state', 'not in', ['served', 'withdrawn'])
    .orderBy('received_on')
    .execute()
}

/** Ids of the matters whose decision this officer has drafted. */
export async function draftedBy(db: Db, agencyId: string, officerId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('amendment_act')
    .select('amendment_id')
    .distinct()
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'proposed')
    .where('actor_id', '=', officerId)
    .execute()
  return new Set(rows.map(({ amendment_id }) => amendment_id))
}

export function findAmendment(db: Db, agencyId: string, id: string) {
  return db.selectFrom('amendment').selectAll().where('agency_id', '=', agencyId).where('id', '=', id).executeTakeFirst()
}

/** The matter, held until the transaction ends: two deeds at once come one after the other. */
export function lockAmendment(tx: Tx, agencyId: string, id: string) {
  return tx
    .selectFrom('amendment')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export function amendmentActs(db: Db, agencyId: string, id: string) {
  return db
    .selectFrom('amendment_act as a')
    .leftJoin('officer as o', 'o.id', 'a.actor_id')
    .select(['a.seq', 'a.kind', 'a.on_date', 'a.recorded_at', 'a.actor_id', 'a.command_id', 'a.sealed', 'o.name'])
    .where('a.agency_id', '=', agencyId)
    .where('a.amendment_id', '=', id)
    .orderBy('a.seq')
    .execute()
}

export async function addAmendment(
  tx: Tx,
  row: Omit<AmendmentsTables['amendment'], 'result' | 'decided_on' | 'served_on' | 'withdrawn_on' | 'state'>,
): Promise<void> {
  await tx
    .insertInto('amendment')
    .values({ ...row, result: null, decided_on: null, served_on: null, withdrawn_on: null, state: 'open' })
    .execute()
}

export async function addAmendmentAct(
  tx: Tx,
  row: {
    agencyId: string
    id: string
    seq: number
    kind: AmendmentsTables['amendment_act']['kind']
    on: LocalDate
    actorId: string
    commandId: string
    recordedAt: Date
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
      command_id: row.commandId,
      recorded_at: row.recordedAt.toISOString(),
      sealed: row.sealed,
    })
    .execute()
}

/** What was brought to a matter, oldest first. */
export function amendmentFiles(db: Db, agencyId: string, id: string) {
  return db
    .selectFrom('amendment_file')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('amendment_id', '=', id)
    .orderBy('added_at')
    .execute()
}

export function findAmendmentFile(db: Db, agencyId: string, fileId: string) {
  return db.selectFrom('amendment_file').selectAll().where('agency_id', '=', agencyId).where('id', '=', fileId).executeTakeFirst()
}

export async function addAmendmentFile(
  tx: Tx,
  row: Omit<AmendmentsTables['amendment_file'], 'added_at'> & { added_at: string },
): Promise<void> {
  await tx.insertInto('amendment_file').values(row).execute()
}

/** Takes a matter's papers away; the hashes of what they were. */
export async function removeAmendmentFiles(tx: Tx, agencyId: string, id: string): Promise<string[]> {
  const gone = await tx
    .deleteFrom('amendment_file')
    .where('agency_id', '=', agencyId)
    .where('amendment_id', '=', id)
    .returning('hash')
    .execute()
  return gone.map(({ hash }) => hash)
}

export async function updateAmendment(
  tx: Tx,
  agencyId: string,
  id: string,
  to: Partial<
    Pick<AmendmentsTables['amendment'], 'state' | 'result' | 'decided_on' | 'served_on' | 'withdrawn_on' | 'content_sealed'>
  >,
): Promise<void> {
  await tx.updateTable('amendment').set(to).where('agency_id', '=', agencyId).where('id', '=', id).execute()
}

export async function addAmendmentVolume(
  tx: Tx,
  volume: Omit<AmendmentsTables['amendment_volume'], 'made_at' | 'transferred_on' | 'transferred_to'>,
): Promise<void> {
  await tx
    .insertInto('amendment_volume')
    .values({ ...volume, transferred_on: null, transferred_to: null })
    .execute()
}

export async function transferAmendmentVolume(
  tx: Tx,
  agencyId: string,
  id: string,
  { on, to }: { on: LocalDate; to: string },
): Promise<void> {
  await tx
    .updateTable('amendment_volume')
    .set({ transferred_on: on, transferred_to: to })
    .where('agency_id', '=', agencyId)
    .where('amendment_id', '=', id)
    .execute()
}

export function volumeOfAmendment(db: Db, agencyId: string, id: string) {
  return db
    .selectFrom('amendment_volume')
    .select(['number', 'retention', 'due_on', 'transferred_on', 'transferred_to'])
    .where('agency_id', '=', agencyId)
    .where('amendment_id', '=', id)
    .executeTakeFirst()
}
