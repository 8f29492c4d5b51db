/** Reads and writes of 依申请公开. No rule stands here: what a case is, the fold says; who may see it, the office. */
import type { Insertable, Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Act, RecordedAct } from '../record/requests/acts.ts'
import type { LocalDate } from '../law/date.ts'
import type { NumberParts } from '../record/requests/typed-number.ts'
import type { Database } from './schema.ts'
import type { RequestsTables } from './tables/requests.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>
export type CaseRow = Awaited<ReturnType<typeof findCase>> & {}

export function findCase(db: Db, agencyId: string, id: string) {
  return db.selectFrom('request_case').selectAll().where('agency_id', '=', agencyId).where('id', '=', id).executeTakeFirst()
}

/** The case's row, locked: two people acting at once take turns. */
export function lockCase(tx: Tx, agencyId: string, id: string) {
  return tx
    .selectFrom('request_case')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export function findCaseByNumber(db: Db, agencyId: string, { year, serial }: NumberParts) {
  return db
    .selectFrom('request_case')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('number_year', '=', year)
    .where('number_serial', '=', serial)
    .executeTakeFirst()
}

export async function actsOf(db: Db, agencyId: string, caseId: string): Promise<RecordedAct[]> {
  const rows = await db
    .selectFrom('request_act')
    .select(['seq', 'data', 'recorded_at', 'actor_id'])
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ seq: row.seq, act: row.data, recordedAt: row.recorded_at.toISOString(), actorId: row.actor_id }))
}

/** Writes acts at the end of the file. A clash on the primary key is the optimistic lock; the caller sees code 23505. */
export async function appendActs(
  tx: Tx,
  where: { agencyId: string; caseId: string; from: number; actorId: string; commandId: string; recordedAt: Date },
  acts: readonly Act[],
): Promise<void> {
  if (acts.length === 0) return
  await tx
    .insertInto('request_act')
    .values(
      acts.map((act, index) => ({
        agency_id: where.agencyId,
        case_id: where.caseId,
        seq: where.from + index,
        kind: act.kind,
        on_date: act.on,
        recorded_at: where.recordedAt.toISOString(),
        actor_id: where.actorId,
        command_id: where.commandId,
        data: JSON.stringify(act),
      })),
    )
    .execute()
}

/** 第三方 of a case, sealed, by the name that its acts give them. */
export function partiesOf(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('party')
    .select(['key', 'sealed'])
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .execute()
}

/** The case that a command already made or changed, if it was carried out before. */
export async function caseOfCommand(db: Db, agencyId: string, commandId: string): Promise<string | null> {
  const row = await db
    .selectFrom('command')
    .select('case_id')
    .where('agency_id', '=', agencyId)
    .where('command_id', '=', commandId)
    .executeTakeFirst()
  return row?.case_id ?? null
}

export async function recordCommand(tx: Tx, agencyId: string, commandId: string, caseId: string): Promise<void> {
  await tx.insertInto('command').values({ agency_id: agencyId, command_id: commandId, case_id: caseId }).execute()
}

/** The next number of a series, without gaps: the row is locked until the transaction ends. */
export async function nextNumber(tx: Db, agencyId: string, series: string, year: number): Promise<number> {
  const row = await tx
    .insertInto('counter')
    .values({ agency_id: agencyId, series, year, value: 1 })
    .onConflict((conflict) => conflict.columns(['agency_id', 'series', 'year']).doUpdateSet({ value: sql`counter.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow()
  return row.value
}

export function lettersOf(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('letter')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .orderBy('issued_on')
    .orderBy('number')
    .execute()
}

export function draftOf(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('reply_draft')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
}

export function notesOf(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('case_note as n')
    .innerJoin('officer as o', (join) => join.onRef('o.agency_id', '=', 'n.agency_id').onRef('o.id', '=', 'n.officer_id'))
    .select(['n.id', 'n.sealed', 'n.written_at', 'o.name as officer_name'])
    .where('n.agency_id', '=', agencyId)
    .where('n.case_id', '=', caseId)
    .orderBy('n.written_at')
    .execute()
}

export function filesOf(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('stored_file')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .orderBy('stored_at')
    .execute()
}

/** As what the papers of a case were filed before, oldest first. */
export function fileKindChanges(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('file_kind_change as k')
    .innerJoin('stored_file as f', (join) => join.onRef('f.agency_id', '=', 'k.agency_id').onRef('f.id', '=', 'k.file_id'))
    .select(['k.file_id', 'k.former', 'k.on_date', 'k.changed_by'])
    .where('f.agency_id', '=', agencyId)
    .where('f.case_id', '=', caseId)
    .orderBy('k.changed_at')
    .execute()
}

/** Files a paper as something else; what it was stays written down. */
export async function changeFileKind(tx: Tx, change: Insertable<RequestsTables['file_kind_change']>): Promise<void> {
  await tx.insertInto('file_kind_change').values(change).execute()
  await tx
    .updateTable('stored_file')
    .set({ purpose: change.kind })
    .where('agency_id', '=', change.agency_id)
    .where('id', '=', change.file_id)
    .execute()
}

/**
 * Requests of one of these persons, registered before this one, that came or were sent in a month (`YYYY-MM`). `joint`: also those
 * that they asked for jointly with others, in whatever place they were named.
 */
export function earlierRequestsOfPerson(
  db: Db,
  agencyId: string,
  fingerprints: readonly string[],
  month: string,
  before: { year: number; serial: number },
  { joint }: { joint: boolean },
) {
  return db
    .selectFrom('request_case as c')
    .innerJoin('requester as r', (join) => join.onRef('r.agency_id', '=', 'c.agency_id').onRef('r.id', '=', 'c.requester_id'))
    .where('c.agency_id', '=', agencyId)
    .where((eb) =>
      eb.or([
        eb('r.fingerprint', 'in', fingerprints),
        ...(joint
          ? [
              eb.exists(
                eb
                  .selectFrom('requester_person as p')
                  .select('p.position')
                  .whereRef('p.agency_id', '=', 'c.agency_id')
                  .whereRef('p.requester_id', '=', 'c.requester_id')
                  .where('p.role', '=', 'joint')
                  .where('p.fingerprint', 'in', fingerprints),
              ),
            ]
          : []),
      ]),
    )
    .where(sql<boolean>`${month} in (to_char(c.received_on, 'YYYY-MM'), to_char(c.submitted_on, 'YYYY-MM'))`)
    .where(sql<boolean>`(c.number_year, c.number_serial) < (${before.year}, ${before.serial})`)
    .where('c.received_on', 'is not', null)
    .select(['c.id', 'c.submitted_on', 'c.received_on'])
    .execute()
}

/** Cases that a year's report may count: received by its end, and still open or closed in it, or with a dispute or a second answer. */
export function factsOf(db: Db, agencyId: string, { first, last }: { first: LocalDate; last: LocalDate }) {
  // Counted as filed, the parts of one form are one, whichever of them was closed earlier or is received later.
  const split = sql<boolean>`id in (select unnest(array[case_id, other_id]) from case_link where agency_id = ${agencyId} and kind = 'split')`
  return (
    db
      .selectFrom('request_case')
      .select([
        'id',
        'number',
        'subject',
        'requester_kind',
        'received_on',
        'closed_on',
        'outcome',
        'disputes',
        'first_closed_on',
        'first_outcome',
        'reopened_on',
      ])
      .where('agency_id', '=', agencyId)
      // A dispute counts from its notice (table 四), whether or not the request was ever confirmed.
      .where((eb) => eb.or([eb('received_on', '<=', last), sql<boolean>`disputes <> '[]'`, split]))
      .where((eb) =>
        eb.or([
          eb('closed_on', 'is', null),
          eb('closed_on', '>=', first),
          eb('received_on', '>=', first),
          eb('reopened_on', 'is not', null),
          eb('first_closed_on', 'is not', null),
          sql<boolean>`disputes <> '[]'`,
          split,
        ]),
      )
      .execute()
  )
}
