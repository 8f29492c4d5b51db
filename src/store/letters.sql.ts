/** Reads and writes of 文书. */
import type { Kysely } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { RecordedAct } from '../record/requests/acts.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** Letters to somebody outside, newest first, with the case they belong to. */
export function lettersSince(db: Db, agencyId: string, since: LocalDate, most: number) {
  return db
    .selectFrom('letter as l')
    .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'l.agency_id').onRef('c.id', '=', 'l.case_id'))
    .where('l.agency_id', '=', agencyId)
    .where('l.issued_on', '>=', since)
    .where('l.addressed_to', '!=', 'file')
    .select([
      'l.id',
      'l.code',
      'l.number',
      'l.act_seq',
      'l.issued_on',
      'l.addressed_to',
      'l.sealed',
      'l.case_id',
      'c.number as case_number',
      'c.requester_kind',
    ])
    .orderBy('l.issued_on', 'desc')
    .orderBy('l.number')
    .limit(most)
    .execute()
}

export function lettersById(db: Db, agencyId: string, ids: readonly string[]) {
  return db.selectFrom('letter').selectAll().where('agency_id', '=', agencyId).where('id', 'in', ids).execute()
}

/** Acts of several cases at once, by case. */
export async function actsOfCases(db: Db, agencyId: string, caseIds: readonly string[]): Promise<Map<string, RecordedAct[]>> {
  const byCase = new Map<string, RecordedAct[]>(caseIds.map((id) => [id, []]))
  if (caseIds.length === 0) return byCase
  const rows = await db
    .selectFrom('request_act')
    .select(['case_id', 'seq', 'data', 'recorded_at', 'actor_id'])
    .where('agency_id', '=', agencyId)
    .where('case_id', 'in', caseIds)
    .orderBy('seq')
    .execute()
  for (const { case_id, seq, data, recorded_at, actor_id } of rows)
    byCase.get(case_id)?.push({ seq, act: data, recordedAt: recorded_at.toISOString(), actorId: actor_id })
  return byCase
}
