/** Reads and writes of 归档: what became of drafts, volumes, retention tables, lists of erasure. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import { DEFAULT_RETENTION, type Retention, type RetentionRules } from '../law/requests/retention.ts'
import type { Outcome } from '../law/requests/vocabulary.ts'
import type { ArchivingState } from '../record/archive/view.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

/** 送审、退回、批准: one more step of the draft, never rewritten. */
export async function appendDraftStep(
  tx: Tx,
  step: {
    agencyId: string
    caseId: string
    what: 'submitted' | 'returned' | 'approved'
    version: number
    digest: string
    outcome: Outcome
    sealed: Buffer
    officerId: string
    at: Date
  },
): Promise<void> {
  const { last } = await tx
    .selectFrom('draft_step')
    .select((eb) => eb.fn.max('seq').as('last'))
    .where('agency_id', '=', step.agencyId)
    .where('case_id', '=', step.caseId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('draft_step')
    .values({
      agency_id: step.agencyId,
      case_id: step.caseId,
      seq: (last ?? 0) + 1,
      what: step.what,
      version: step.version,
      digest: step.digest,
      outcome: step.outcome,
      sealed: step.sealed,
      officer_id: step.officerId,
      at: step.at,
    })
    .execute()
}

export function draftStepsOf(db: Db, agencyId: string, caseId: string) {
  return db
    .selectFrom('draft_step')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
}

export interface RetentionTable {
  rules: RetentionRules
  from: LocalDate
  source: string
  /** false while the agency has not written down its own. */
  own: boolean
}

/** 保管期限表 of the agency on a day, or the product's defaults. */
export async function retentionOn(db: Db, agencyId: string, on: LocalDate): Promise<RetentionTable> {
  const row = await db
    .selectFrom('retention_table')
    .select(['from_date', 'rules', 'source'])
    .where('agency_id', '=', agencyId)
    .where('from_date', '<=', on)
    .orderBy('from_date', 'desc')
    .limit(1)
    .executeTakeFirst()
  const standing = DEFAULT_RETENTION.on(on) ?? DEFAULT_RETENTION.versions[0]
  if (!standing) throw new Error('a default retention table is built in')
  // A table of an earlier release does not name every kind of case.
  if (row) return { rules: { ...standing.is, ...row.rules }, from: row.from_date, source: row.source, own: true }
  return { rules: standing.is, from: standing.from, source: '系统默认，待本机关设定', own: false }
}

export async function setRetentionTable(
  tx: Tx,
  row: { agencyId: string; from: LocalDate; rules: RetentionRules; source: string; by: string },
): Promise<void> {
  const values = { rules: JSON.stringify(row.rules), source: row.source, set_by: row.by }
  await tx
    .insertInto('retention_table')
    .values({ agency_id: row.agencyId, from_date: row.from, ...values })
    .onConflict((conflict) => conflict.columns(['agency_id', 'from_date']).doUpdateSet(values))
    .execute()
}

export async function insertVolume(
  tx: Tx,
  volume: {
    agencyId: string
    caseId: string
    number: string
    year: number
    serial: number
    retention: Retention
    archivedOn: LocalDate
    dueOn: LocalDate | null
    pieces: number
  },
): Promise<void> {
  await tx
    .insertInto('case_volume')
    .values({
      agency_id: volume.agencyId,
      case_id: volume.caseId,
      number: volume.number,
      year: volume.year,
      serial: volume.serial,
      retention: volume.retention,
      archived_on: volume.archivedOn,
      due_on: volume.dueOn,
      pieces: volume.pieces,
      transferred_on: null,
      transferred_to: null,
      voided_because: null,
    })
    .execute()
}

/** The volume keeps its number; the reason says why it does not count. */
export async function voidVolume(tx: Tx, agencyId: string, number: string, because: string): Promise<void> {
  await tx
    .updateTable('case_volume')
    .set({ voided_because: because })
    .where('agency_id', '=', agencyId)
    .where('number', '=', number)
    .execute()
}

/** The volume counts, and has been transferred or not. */
export async function standVolume(
  tx: Tx,
  agencyId: string,
  number: string,
  transferred: { on: LocalDate; to: string } | null,
): Promise<void> {
  await tx
    .updateTable('case_volume')
    .set({ voided_because: null, transferred_on: transferred?.on ?? null, transferred_to: transferred?.to ?? null })
    .where('agency_id', '=', agencyId)
    .where('number', '=', number)
    .execute()
}

/** Volumes of a year with what the archive list says of each case; the reply's number is that of the last one before archiving. */
export function volumesOf(db: Db, agencyId: string, year: number) {
  return db
    .selectFrom('case_volume as v')
    .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'v.agency_id').onRef('c.id', '=', 'v.case_id'))
    .select([
      'v.number',
      'v.case_id',
      'v.serial',
      'v.retention',
      'v.archived_on',
      'v.due_on',
      'v.pieces',
      'v.transferred_on',
      'v.transferred_to',
      'v.voided_because',
      'c.number as case_number',
      'c.subject',
      'c.subject_now',
      'c.received_on',
      'c.closed_on',
      'c.outcome',
    ])
    .select(({ selectFrom }) =>
      selectFrom('letter as l')
        .innerJoin('request_act as a', (join) =>
          join
            .onRef('a.agency_id', '=', 'l.agency_id')
            .onRef('a.case_id', '=', 'l.case_id')
            .onRef('a.seq', '=', 'l.act_seq')
            .on('a.kind', '=', 'replied'),
        )
        .select('l.number')
        .whereRef('l.agency_id', '=', 'v.agency_id')
        .whereRef('l.case_id', '=', 'v.case_id')
        .whereRef('l.issued_on', '<=', 'v.archived_on')
        .where('l.addressed_to', '=', 'requester')
        .orderBy('l.issued_on', 'desc')
        .limit(1)
        .as('reply_number'),
    )
    .where('v.agency_id', '=', agencyId)
    .where('v.year', '=', year)
    .orderBy('v.serial')
    .execute()
}

export async function volumeYears(db: Db, agencyId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('case_volume')
    .select('year')
    .where('agency_id', '=', agencyId)
    .union(db.selectFrom('amendment_volume').select('year').where('agency_id', '=', agencyId))
    .execute()
  return rows.map(({ year }) => year).toSorted((a, b) => b - a)
}

/** Closed cases that are no volume yet. */
function unarchived(db: Db, agencyId: string) {
  return db
    .selectFrom('request_case as c')
    .where('c.agency_id', '=', agencyId)
    .where('c.closed_on', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_volume as v')
            .select('v.number')
            .whereRef('v.agency_id', '=', 'c.agency_id')
            .whereRef('v.case_id', '=', 'c.id')
            .where('v.voided_because', 'is', null)
            .where((eb) => eb.or([eb('c.reopened_on', 'is', null), eb('v.archived_on', '>=', eb.ref('c.reopened_on'))])),
        ),
      ),
    )
}

/** What stands in the way of a closed case's volume, by its row. */
const STANDING = sql<ArchivingState>`case
  when c.served_on is null and c.outcome is distinct from 'other.withdrawn' then 'unserved'
  when c.disputes @> '[{"result":"pending"}]' then 'disputed'
  else 'ready' end`

/** Those that can be archived come first, the oldest first. */
export function unarchivedCases(db: Db, agencyId: string, limit: number) {
  return unarchived(db, agencyId)
    .select([
      'c.id',
      'c.number',
      'c.subject',
      'c.subject_now',
      'c.closed_on',
      'c.outcome',
      'c.disputes',
      'c.acts',
      STANDING.as('state'),
    ])
    .orderBy(sql`${STANDING} = 'ready'`, 'desc')
    .orderBy('c.closed_on')
    .orderBy('c.number')
    .limit(limit)
    .execute()
}

/** How many wait in each state. */
export function countUnarchived(db: Db, agencyId: string) {
  return unarchived(db, agencyId)
    .select(({ fn }) => [STANDING.as('state'), fn.countAll<number>().as('n')])
    .groupBy(STANDING)
    .execute()
}

/** 案卷号 of the volumes that stand for cases and matters of amendment, by their ids. */
export async function standingVolumes(db: Db, agencyId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('case_volume')
    .select(['case_id as id', 'number', 'serial', 'year'])
    .where('agency_id', '=', agencyId)
    .where('case_id', 'in', [...ids])
    .where('voided_because', 'is', null)
    .unionAll(
      db
        .selectFrom('amendment_volume')
        .select(['amendment_id as id', 'number', 'serial', 'year'])
        .where('agency_id', '=', agencyId)
        .where('amendment_id', 'in', [...ids]),
    )
    .orderBy('year')
    .orderBy('serial')
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Volumes whose retention has ended by a day and whose personal data are still there. */
export function volumesDue(db: Db, agencyId: string, on: LocalDate) {
  return (
    db
      .selectFrom('case_volume as v')
      .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'v.agency_id').onRef('c.id', '=', 'v.case_id'))
      .select(['v.number', 'v.case_id', 'v.retention', 'v.due_on', 'c.number as case_number'])
      .where('v.agency_id', '=', agencyId)
      .where('v.due_on', '<=', on)
      .where('v.voided_because', 'is', null)
      // A case that was ordered to be answered again is kept until it is closed again, and then as long as its last volume.
      .where('c.closed_on', 'is not', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('case_volume as w')
              .select('w.number')
              .whereRef('w.agency_id', '=', 'v.agency_id')
              .whereRef('w.case_id', '=', 'v.case_id')
              .where('w.voided_because', 'is', null)
              .where(sql<boolean>`(w.year, w.serial) > (v.year, v.serial)`),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('erasure_case as e')
              .innerJoin('erasure as l', (join) =>
                join.onRef('l.agency_id', '=', 'e.agency_id').onRef('l.id', '=', 'e.erasure_id'),
              )
              .select('e.case_id')
              .whereRef('e.agency_id', '=', 'v.agency_id')
              .whereRef('e.case_id', '=', 'v.case_id')
              .where('l.rejected_because', 'is', null),
          ),
        ),
      )
      .orderBy('v.number')
      .execute()
  )
}

/** Whether the case's personal data were erased, and when. */
export async function erasedAt(db: Db, agencyId: string, caseId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('erasure_case')
    .select('erased_at')
    .where('agency_id', '=', agencyId)
    .where('case_id', '=', caseId)
    .where('erased_at', 'is not', null)
    .executeTakeFirst()
  return row?.erased_at ?? null
}
