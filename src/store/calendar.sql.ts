/** Reads and writes of 日历变更. */
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { YearFile } from '../law/calendar.ts'
import type { LocalDate } from '../law/date.ts'
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
    .leftJoin('calendar_move as m', (join) => join.onRef('m.agency_id', '=', 'c.agency_id').onRef('m.change_id', '=', 'c.id'))
    .select((eb) => [
      'c.id',
      'c.data',
      'c.made_on',
      'o.name',
      eb.fn.count<number>('m.case_id').as('moved'),
      eb.fn.count<number>('m.letter_id').as('letters'),
    ])
    .where('c.agency_id', '=', agencyId)
    .groupBy(['c.agency_id', 'c.id', 'o.name'])
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
