/** Reads and writes of 年度报告的报送: notices, what each unit did under them, the reports as handed in. */
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { ReportTables } from '../law/reports/model.ts'
import type { HandIn, HandInAct, HandInState } from '../record/reports/hand-in.ts'
import type { Database } from './schema.ts'
import type { HandInTables } from './tables/hand-in.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

/** One unit under one notice. */
export interface HandInKey {
  agencyId: string
  noticeId: string
  unitId: string
}
export type NoticeRecord = NonNullable<Awaited<ReturnType<typeof findNotice>>>

/** The name of a unit as of a day: of the agency row aliased `a`. */
const nameOn = (on: LocalDate) => sql<string>`(
  select v.data ->> 'name' from agency_version v where v.agency_id = a.id
  order by v.from_date <= ${on} desc, case when v.from_date <= ${on} then v.from_date end desc, v.from_date limit 1)`

export async function addNotice(
  tx: Tx,
  notice: Omit<HandInTables['report_notice'], 'sums' | 'accepted' | 'acts'>,
  units: readonly string[],
): Promise<void> {
  await tx
    .insertInto('report_notice')
    .values({ ...notice, sums: null, accepted: 0, acts: 0 })
    .execute()
  const asked: HandInAct = { kind: 'asked', on: notice.issued_on }
  await sql`insert into hand_in (agency_id, notice_id, unit_id, state, acts)
    select ${notice.agency_id}::uuid, ${notice.id}::uuid, unit, 'asked', 1 from unnest(${[...units]}::uuid[]) unit`.execute(tx)
  await sql`insert into hand_in_act (agency_id, notice_id, unit_id, seq, on_date, actor_id, data)
    select ${notice.agency_id}::uuid, ${notice.id}::uuid, unit, 0, ${notice.issued_on}::date, ${notice.issued_by}::uuid,
      ${JSON.stringify(asked)}::jsonb
    from unnest(${[...units]}::uuid[]) unit`.execute(tx)
}

export function noticesOf(db: Db, agencyId: string) {
  return db
    .selectFrom('report_notice')
    .select(['id', 'year', 'title', 'number', 'issued_on', 'file_by'])
    .where('agency_id', '=', agencyId)
    .orderBy('year', 'desc')
    .orderBy('issued_on', 'desc')
    .execute()
}

export function findNotice(db: Db, agencyId: string, id: string) {
  return db.selectFrom('report_notice').selectAll().where('agency_id', '=', agencyId).where('id', '=', id).executeTakeFirst()
}

/** Notices on the year's report, the latest first: what a supervisor adds up when compiling its own. */
export function noticesOn(db: Db, agencyId: string, year: number) {
  return db
    .selectFrom('report_notice')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('issued_on', 'desc')
    .orderBy('number', 'desc')
    .execute()
}

/** Every unit that the notices of a year ask, those excused from reporting apart. */
export async function unitsAsked(db: Db, agencyId: string, year: number): Promise<string[]> {
  const rows = await db
    .selectFrom('hand_in as h')
    .innerJoin('report_notice as n', (join) => join.onRef('n.agency_id', '=', 'h.agency_id').onRef('n.id', '=', 'h.notice_id'))
    .select('h.unit_id')
    .distinct()
    .where('h.agency_id', '=', agencyId)
    .where('n.year', '=', year)
    .where('h.state', '<>', 'excused')
    .execute()
  return rows.map(({ unit_id }) => unit_id)
}

/** Locked until the transaction ends: acceptances under one notice add up one after the other. */
export function lockNotice(tx: Tx, agencyId: string, id: string) {
  return tx
    .selectFrom('report_notice')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function setSums(
  tx: Tx,
  { agency_id, id }: { agency_id: string; id: string },
  sums: ReportTables | null,
  accepted: number,
): Promise<void> {
  await tx
    .updateTable('report_notice')
    .set({ sums: sums && JSON.stringify(sums), accepted, acts: sql`acts + 1` } as never)
    .where('agency_id', '=', agency_id)
    .where('id', '=', id)
    .execute()
}

/** How many units stand where; how many are late (handed in late, or not yet although the last day is over). */
export async function countsOf(db: Db, agencyId: string, noticeIds: readonly string[], today: LocalDate) {
  if (noticeIds.length === 0) return []
  return db
    .selectFrom('hand_in as h')
    .innerJoin('report_notice as n', (join) => join.onRef('n.agency_id', '=', 'h.agency_id').onRef('n.id', '=', 'h.notice_id'))
    .select(['h.notice_id', 'h.state'])
    .select(({ fn }) => [fn.countAll<number>().as('units')])
    .select(
      sql<number>`count(*) filter (where h.state <> 'excused' and coalesce(h.first_handed_in_on, ${today}::date) > n.file_by)`.as(
        'late',
      ),
    )
    .where('h.agency_id', '=', agencyId)
    .where('h.notice_id', 'in', [...noticeIds])
    .groupBy(['h.notice_id', 'h.state'])
    .execute()
}

export interface UnitsAsked {
  state?: HandInState
  late?: boolean
  search?: string
  /** In full. */
  name?: string
  unitId?: string
  /** 单位代码 */
  slug?: string
}

/** Units under a notice in the order of the agency tree, a page at a time. */
export async function unitsUnder(
  db: Db,
  notice: { agency_id: string; id: string; file_by: LocalDate },
  asked: UnitsAsked,
  { today, offset, limit }: { today: LocalDate; offset: number; limit: number },
) {
  let query = db
    .selectFrom('hand_in as h')
    .innerJoin('agency as a', 'a.id', 'h.unit_id')
    .where('h.agency_id', '=', notice.agency_id)
    .where('h.notice_id', '=', notice.id)
  if (asked.unitId) query = query.where('h.unit_id', '=', asked.unitId)
  if (asked.slug) query = query.where('a.slug', '=', asked.slug)
  if (asked.state) query = query.where('h.state', '=', asked.state)
  if (asked.late)
    query = query.where(
      sql<boolean>`h.state <> 'excused' and coalesce(h.first_handed_in_on, ${today}::date) > ${notice.file_by}::date`,
    )
  if (asked.search) query = query.where(sql<boolean>`strpos(${nameOn(today)}, ${asked.search}) > 0`)
  if (asked.name) query = query.where(nameOn(today), '=', asked.name)
  const { total } = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .selectAll('h')
    .select('a.slug')
    .select(nameOn(today).as('name'))
    .orderBy('a.rank')
    .orderBy('a.slug')
    .offset(offset)
    .limit(limit)
    .execute()
  return { rows, total }
}

/** Units whose report was given back, how often, and with how many remarks in all; those given back most first. */
export function unitsReturned(db: Db, notice: { agency_id: string; id: string }, on: LocalDate, limit: number) {
  return db
    .selectFrom('hand_in_act as t')
    .innerJoin('agency as a', 'a.id', 't.unit_id')
    .select(nameOn(on).as('name'))
    .select(({ fn }) => fn.countAll<string>().as('times'))
    .select(sql<string>`sum(jsonb_array_length(t.data -> 'remarks'))`.as('remarks'))
    .where('t.agency_id', '=', notice.agency_id)
    .where('t.notice_id', '=', notice.id)
    .where(sql<boolean>`t.data ->> 'kind' = 'returned'`)
    .groupBy(['a.id', 'a.rank', 'a.slug'])
    .orderBy('times', 'desc')
    .orderBy('a.rank')
    .orderBy('a.slug')
    .limit(limit)
    .execute()
}

function unit({ agencyId, noticeId, unitId }: HandInKey) {
  return { agency_id: agencyId, notice_id: noticeId, unit_id: unitId }
}

export function lockHandIn(tx: Tx, key: HandInKey) {
  return tx
    .selectFrom('hand_in')
    .selectAll()
    .where((eb) => eb.and(unit(key)))
    .forUpdate()
    .executeTakeFirst()
}

export function handInActs(db: Db, key: HandInKey) {
  return db
    .selectFrom('hand_in_act as t')
    .leftJoin('officer as o', 'o.id', 't.actor_id')
    .select(['t.seq', 't.on_date', 't.recorded_at', 't.data', 'o.name'])
    .where('t.agency_id', '=', key.agencyId)
    .where('t.notice_id', '=', key.noticeId)
    .where('t.unit_id', '=', key.unitId)
    .orderBy('t.seq')
    .execute()
}

/** A clash on the primary key is the optimistic lock. */
export async function addHandInAct(
  tx: Tx,
  key: HandInKey,
  { seq, act, actorId, folded }: { seq: number; act: HandInAct; actorId: string; folded: HandIn },
): Promise<void> {
  await tx
    .insertInto('hand_in_act')
    .values({
      ...unit(key),
      seq,
      on_date: act.on,
      actor_id: actorId,
      data: JSON.stringify(act),
    })
    .execute()
  await tx
    .updateTable('hand_in')
    .set({
      state: folded.state,
      counted: folded.counted,
      waiting: folded.waiting,
      first_handed_in_on: folded.firstHandedInOn,
      accepted_on: folded.acceptedOn,
      reminded_on: folded.remindedOn,
      excused_because: folded.excusedBecause,
      acts: seq + 1,
    })
    .where((eb) => eb.and(unit(key)))
    .execute()
}

/** The report as handed in, and on the unit's row how many faults it has. */
export async function addSubmission(
  tx: Tx,
  key: HandInKey,
  row: Omit<Insertable<HandInTables['report_submission']>, 'agency_id' | 'notice_id' | 'unit_id'>,
  found: { errors: number; warnings: number },
): Promise<void> {
  await tx
    .insertInto('report_submission')
    .values({ ...unit(key), ...row })
    .execute()
  await tx
    .updateTable('hand_in')
    .set(found)
    .where((eb) => eb.and(unit(key)))
    .execute()
}

export function submissionsOf(db: Db, key: HandInKey) {
  return db
    .selectFrom('report_submission')
    .select(['seq', 'handed_in_on', 'via', 'digest', 'version'])
    .where((eb) => eb.and(unit(key)))
    .orderBy('seq')
    .execute()
}

export function submission(db: Db, key: HandInKey, seq: number) {
  return db
    .selectFrom('report_submission')
    .selectAll()
    .where((eb) => eb.and({ ...unit(key), seq }))
    .executeTakeFirst()
}

/** The accepted reports under a notice: `h` the unit's row, `s` the report as handed in. */
function counted(db: Db, notice: { agency_id: string; id: string }) {
  return db
    .selectFrom('hand_in as h')
    .innerJoin('report_submission as s', (join) =>
      join
        .onRef('s.agency_id', '=', 'h.agency_id')
        .onRef('s.notice_id', '=', 'h.notice_id')
        .onRef('s.unit_id', '=', 'h.unit_id')
        .onRef('s.seq', '=', 'h.counted'),
    )
    .where('h.agency_id', '=', notice.agency_id)
    .where('h.notice_id', '=', notice.id)
}

/** Every report that stands in the sums, for adding them up anew; a page at a time by unit. */
export function countedSubmissions(db: Db, notice: { agency_id: string; id: string }, after: string | null, limit: number) {
  let query = counted(db, notice).select(['h.unit_id', 's.tables', 's.format']).orderBy('h.unit_id').limit(limit)
  if (after) query = query.where('h.unit_id', '>', after)
  return query.execute()
}

/** 报送任务: notices that reached a unit, the latest first. */
export function tasksOf(db: Db, unitId: string, year?: number) {
  let query = db
    .selectFrom('hand_in as h')
    .innerJoin('report_notice as n', (join) => join.onRef('n.agency_id', '=', 'h.agency_id').onRef('n.id', '=', 'h.notice_id'))
    .innerJoin('agency as a', 'a.id', 'n.agency_id')
    .select([
      'n.agency_id',
      'n.id',
      'n.year',
      'n.title',
      'n.number',
      'n.issued_on',
      'n.file_by',
      'n.accepted_first',
      'n.body',
      'n.format',
      'h.state',
      'h.acts',
      'h.first_handed_in_on',
      'h.reminded_on',
    ])
    .select(
      sql<string | null>`(select s.digest from report_submission s where s.agency_id = h.agency_id and s.notice_id = h.notice_id
        and s.unit_id = h.unit_id and s.seq = h.counted)`.as('counted_digest'),
    )
    .select(
      sql<string>`(select v.data ->> 'name' from agency_version v where v.agency_id = a.id
      order by v.from_date <= n.issued_on desc, case when v.from_date <= n.issued_on then v.from_date end desc, v.from_date limit 1)`.as(
        'issuer',
      ),
    )
    .where('h.unit_id', '=', unitId)
    .orderBy('n.year', 'desc')
    .orderBy('n.issued_on', 'desc')
  if (year !== undefined) query = query.where('n.year', '=', year)
  return query.execute()
}

/** The report that an office accepted of a unit for a year, the last one where it was asked twice. */
export function acceptedReport(db: Db, agencyId: string, unitId: string, year: number) {
  return db
    .selectFrom('hand_in as h')
    .innerJoin('report_notice as n', (join) => join.onRef('n.agency_id', '=', 'h.agency_id').onRef('n.id', '=', 'h.notice_id'))
    .innerJoin('report_submission as s', (join) =>
      join
        .onRef('s.agency_id', '=', 'h.agency_id')
        .onRef('s.notice_id', '=', 'h.notice_id')
        .onRef('s.unit_id', '=', 'h.unit_id')
        .onRef('s.seq', '=', 'h.counted'),
    )
    .select(['s.tables', 's.format', 's.prose'])
    .where('h.agency_id', '=', agencyId)
    .where('h.unit_id', '=', unitId)
    .where('n.year', '=', year)
    .orderBy('h.accepted_on', 'desc')
    .orderBy('n.issued_on', 'desc')
    .orderBy('n.number', 'desc')
    .limit(1)
    .executeTakeFirst()
}
