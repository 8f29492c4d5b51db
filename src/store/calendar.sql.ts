/** Reads and writes of 日历变更. */
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { YearFile } from '../law/calendar.ts'
import type { LocalDate } from '../law/date.ts'
import type { BesideMove } from '../record/calendar/beside.ts'
import type { CalendarChange } from '../record/calendar/change.ts'
import type { LimitMove } from '../record/calendar/moves.ts'
import type { RecordedAct } from '../record/requests/acts.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export function changesOf(db: Db, agencyId: string) {
  return db
    .selectFrom('calendar_change as c')
    .leftJoin('officer as o', 'o.id', 'c.made_by')
    .select(({ selectFrom, fn }) => [
      'c.id',
      'c.data',
      'c.made_on',
      'o.name',
      selectFrom('calendar_move as m')
        .select(fn.countAll<number>().as('n'))
        .whereRef('m.agency_id', '=', 'c.agency_id')
        .whereRef('m.change_id', '=', 'c.id')
        .as('moved'),
      selectFrom('calendar_move_beside as b')
        .select(fn.countAll<number>().as('n'))
        .whereRef('b.agency_id', '=', 'c.agency_id')
        .whereRef('b.change_id', '=', 'c.id')
        .as('beside'),
      selectFrom('calendar_move as l')
        .select((of) => of.fn.count<number>('l.letter_id').as('n'))
        .whereRef('l.agency_id', '=', 'c.agency_id')
        .whereRef('l.change_id', '=', 'c.id')
        .as('letters'),
      selectFrom('letter_former as f')
        .innerJoin('letter as n', (join) => join.onRef('n.agency_id', '=', 'f.agency_id').onRef('n.id', '=', 'f.letter_id'))
        .select(sql<string[] | null>`array_agg(n.number order by n.number)`.as('numbers'))
        .whereRef('f.agency_id', '=', 'c.agency_id')
        .whereRef('f.change_id', '=', 'c.id')
        .as('rewritten'),
    ])
    .where('c.agency_id', '=', agencyId)
    .orderBy('c.recorded_at', 'desc')
    .execute()
}

export function changeById(db: Db, agencyId: string, id: string) {
  return db.selectFrom('calendar_change').select('id').where('agency_id', '=', agencyId).where('id', '=', id).executeTakeFirst()
}

export async function addChange(
  tx: Tx,
  row: { agencyId: string; id: string; change: CalendarChange; on: LocalDate; by: string },
): Promise<void> {
  await tx
    .insertInto('calendar_change')
    .values({
      agency_id: row.agencyId,
      id: row.id,
      kind: row.change.kind,
      data: JSON.stringify(row.change),
      made_on: row.on,
      made_by: row.by,
    })
    .execute()
}

export async function addMove(
  tx: Tx,
  row: LimitMove & { agencyId: string; changeId: string; caseId: string; letterId: string | null },
): Promise<void> {
  await tx
    .insertInto('calendar_move')
    .values({
      agency_id: row.agencyId,
      change_id: row.changeId,
      case_id: row.caseId,
      limit_kind: row.what,
      party: row.party,
      former_due: row.from,
      new_due: row.to,
      letter_id: row.letterId,
    })
    .execute()
}

export async function addBesideMove(
  tx: Tx,
  row: BesideMove & { agencyId: string; changeId: string; of: 'dispute' | 'amendment'; id: string },
): Promise<void> {
  await tx
    .insertInto('calendar_move_beside')
    .values({
      agency_id: row.agencyId,
      change_id: row.changeId,
      dispute_id: row.of === 'dispute' ? row.id : null,
      amendment_id: row.of === 'amendment' ? row.id : null,
      limit_kind: row.what,
      nth: row.nth,
      former_due: row.from,
      new_due: row.to,
    })
    .execute()
}

export function movesBeside(db: Db, agencyId: string, of: 'dispute' | 'amendment', id: string) {
  return db
    .selectFrom('calendar_move_beside as m')
    .innerJoin('calendar_change as c', (join) => join.onRef('c.agency_id', '=', 'm.agency_id').onRef('c.id', '=', 'm.change_id'))
    .select(['m.limit_kind', 'm.nth', 'm.former_due', 'm.new_due', 'c.data', 'c.made_on'])
    .where('m.agency_id', '=', agencyId)
    .where(of === 'dispute' ? 'm.dispute_id' : 'm.amendment_id', '=', id)
    .orderBy('c.recorded_at')
    .execute()
}

/** Dispute files some of whose days may be on a day from `first` on: open ones, and those decided within the longest period to sue. */
export function disputesFrom(db: Db, agencyId: string, first: LocalDate) {
  return db
    .selectFrom('dispute')
    .select(['id', 'number'])
    .where('agency_id', '=', agencyId)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>=', sql<LocalDate>`${first}::date - 400`)]))
    .orderBy('id')
    .execute()
}

export function movesOfCase(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('calendar_move as m')
    .innerJoin('calendar_change as c', (join) => join.onRef('c.agency_id', '=', 'm.agency_id').onRef('c.id', '=', 'm.change_id'))
    .select(['m.limit_kind', 'm.party', 'm.former_due', 'm.new_due', 'm.letter_id', 'c.data', 'c.made_on'])
    .where('m.agency_id', '=', agencyId)
    .where('m.case_id', '=', caseId)
    .orderBy('c.recorded_at')
    .execute()
}

export async function storeYear(tx: Tx, file: YearFile): Promise<void> {
  const notice = JSON.stringify(file)
  await tx
    .insertInto('calendar_year')
    .values({ year: file.year, notice })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ notice, loaded_at: sql`now()` }))
    .execute()
}

export async function storeOverlay(
  tx: Tx,
  row: { agencyId: string; on: LocalDate; readings: unknown; overlay: unknown },
): Promise<void> {
  const overlay = JSON.stringify(row.overlay)
  await tx
    .insertInto('agency_setting')
    .values({ agency_id: row.agencyId, from_date: row.on, readings: JSON.stringify(row.readings), overlay })
    .onConflict((conflict) => conflict.columns(['agency_id', 'from_date']).doUpdateSet({ overlay }))
    .execute()
}

/**
 * Cases that a change of days from `first` on may touch: open ones, and closed ones some of whose limits end on it or later.
 * In the order of their ids, so that two changes at once lock them alike.
 */
export function casesFrom(db: Db, agencyId: string, first: LocalDate) {
  return db
    .selectFrom('request_case')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where((eb) =>
      eb.or([
        eb('closed_on', 'is', null),
        eb('due_on', 'is', null),
        eb('due_on', '>=', first),
        eb('closed_on', '>=', first),
        eb('served_on', '>=', sql<LocalDate>`${first}::date - 400`),
      ]),
    )
    .orderBy('id')
}

export async function actsOfCases(db: Db, agencyId: string, ids: readonly string[]): Promise<Map<string, RecordedAct[]>> {
  const byCase = new Map<string, RecordedAct[]>()
  if (ids.length === 0) return byCase
  const rows = await db
    .selectFrom('request_act')
    .select(['case_id', 'seq', 'data', 'recorded_at', 'actor_id'])
    .where('agency_id', '=', agencyId)
    .where('case_id', 'in', [...ids])
    .orderBy('seq')
    .execute()
  for (const row of rows) {
    const acts = byCase.get(row.case_id) ?? []
    acts.push({ seq: row.seq, act: row.data, recordedAt: row.recorded_at.toISOString(), actorId: row.actor_id })
    byCase.set(row.case_id, acts)
  }
  return byCase
}
