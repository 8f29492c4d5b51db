/** Reads and writes of 争议卷. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { DisputePath } from '../law/oversight/results.ts'
import type { DisputeAct, RecordedDisputeAct } from '../record/disputes/acts.ts'
import type { LessonCategory } from '../record/disputes/lessons.ts'
import type { Outcome } from '../law/requests/vocabulary.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>
export type DisputeRecord = NonNullable<Awaited<ReturnType<typeof findDispute>>>

function disputes(db: Db, agencyId: string) {
  return db
    .selectFrom('dispute as d')
    .leftJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'd.agency_id').onRef('c.id', '=', 'd.case_id'))
    .leftJoin('amendment as m', (join) => join.onRef('m.agency_id', '=', 'd.agency_id').onRef('m.id', '=', 'd.amendment_id'))
    .select((eb) => [
      'd.agency_id',
      'd.id',
      'd.number',
      'd.case_id',
      'd.amendment_id',
      'd.path',
      'd.opened_on',
      'd.closed_on',
      'd.acts',
      eb.fn.coalesce('c.number', 'm.number').$castTo<string>().as('case_number'),
      eb.fn.coalesce('c.subject', 'm.subject').$castTo<string>().as('subject'),
      'c.subject_now',
      'c.section_id',
    ])
    .where('d.agency_id', '=', agencyId)
    .orderBy('d.number_year', 'desc')
    .orderBy('d.number_serial', 'desc')
}

export function listDisputes(db: Db, agencyId: string) {
  return disputes(db, agencyId).execute()
}

/**
 * Files in which something may still be due: undecided, decided since a day, or with something to perform or to report and no act
 * that says so. Where an act was annulled the fold tells.
 */
export function openDisputes(db: Db, agencyId: string, decidedSince: LocalDate) {
  const kept = sql<boolean>`exists (
    select 1 from dispute_act a where a.agency_id = d.agency_id and a.dispute_id = d.id
    having bool_or(a.kind = 'annulled')
      or bool_or(a.kind = 'decided' and (a.data @> '{"answerAgain": true}' or a.data ? 'performBy')) and not bool_or(a.kind = 'performed')
      or bool_or(a.kind = 'opinion-received') and not bool_or(a.kind = 'opinion-reported'))`
  return disputes(db, agencyId)
    .where(({ eb, or }) => or([eb('d.closed_on', 'is', null), eb('d.closed_on', '>=', decidedSince), kept]))
    .execute()
}

export function disputesOfCase(db: Db, agencyId: string, caseId: string) {
  return disputes(db, agencyId).where('d.case_id', '=', caseId).execute()
}

export function disputesOfAmendment(db: Db, agencyId: string, amendmentId: string) {
  return disputes(db, agencyId).where('d.amendment_id', '=', amendmentId).execute()
}

/** 文号 of a reconsideration or a suit over a matter of amendment that is not over; null where none is. */
export async function pendingOverAmendment(db: Db, agencyId: string, amendmentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('dispute')
    .select('number')
    .where('agency_id', '=', agencyId)
    .where('amendment_id', '=', amendmentId)
    .where('path', '!=', 'complaint')
    .where('closed_on', 'is', null)
    .orderBy('opened_on')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? null
}

/** Of every matter of amendment: the report counts them. */
export function amendmentDisputes(db: Db, agencyId: string) {
  return disputes(db, agencyId).where('d.amendment_id', 'is not', null).execute()
}

export function findDispute(db: Db, agencyId: string, id: string) {
  return disputes(db, agencyId).where('d.id', '=', id).executeTakeFirst()
}

/** The acts of several disputes at once, in order. */
export async function disputeActs(db: Db, agencyId: string, ids: readonly string[]): Promise<Map<string, RecordedDisputeAct[]>> {
  const byDispute = new Map<string, RecordedDisputeAct[]>()
  if (ids.length === 0) return byDispute
  const rows = await db
    .selectFrom('dispute_act')
    .select(['dispute_id', 'seq', 'data', 'recorded_at', 'actor_id'])
    .where('agency_id', '=', agencyId)
    .where('dispute_id', 'in', [...ids])
    .orderBy('seq')
    .execute()
  for (const row of rows) {
    const acts = byDispute.get(row.dispute_id) ?? []
    acts.push({ seq: row.seq, act: row.data, recordedAt: row.recorded_at.toISOString(), actorId: row.actor_id })
    byDispute.set(row.dispute_id, acts)
  }
  return byDispute
}

export async function addDispute(
  tx: Tx,
  row: {
    agencyId: string
    id: string
    caseId: string | null
    amendmentId: string | null
    number: string
    year: number
    serial: number
    path: DisputePath
    on: LocalDate
  },
): Promise<void> {
  await tx
    .insertInto('dispute')
    .values({
      agency_id: row.agencyId,
      id: row.id,
      case_id: row.caseId,
      amendment_id: row.amendmentId,
      number: row.number,
      number_year: row.year,
      number_serial: row.serial,
      path: row.path,
      opened_on: row.on,
      closed_on: null,
      acts: 0,
    })
    .execute()
}

/** Adds an act at the end of the file and brings the row up to it. */
export async function addDisputeAct(
  tx: Tx,
  row: {
    agencyId: string
    disputeId: string
    seq: number
    actorId: string
    commandId: string
    recordedAt: Date
    act: DisputeAct
    closedOn: LocalDate | null
  },
): Promise<void> {
  await tx
    .insertInto('dispute_act')
    .values({
      agency_id: row.agencyId,
      dispute_id: row.disputeId,
      seq: row.seq,
      kind: row.act.kind,
      on_date: row.act.on,
      actor_id: row.actorId,
      command_id: row.commandId,
      recorded_at: row.recordedAt.toISOString(),
      data: JSON.stringify(row.act),
    })
    .execute()
  await tx
    .updateTable('dispute')
    .set({ acts: row.seq + 1, closed_on: row.closedOn })
    .where('agency_id', '=', row.agencyId)
    .where('id', '=', row.disputeId)
    .execute()
}

/** The dispute file through which an act of a case was written: both bear the command that wrote them. */
export function fileBehindAct(db: Db, of: { agencyId: string; caseId: string; seq: number }) {
  return db
    .selectFrom('request_act as a')
    .innerJoin('dispute_act as x', (join) =>
      join.onRef('x.agency_id', '=', 'a.agency_id').onRef('x.command_id', '=', 'a.command_id'),
    )
    .innerJoin('dispute as d', (join) => join.onRef('d.agency_id', '=', 'x.agency_id').onRef('d.id', '=', 'x.dispute_id'))
    .select('d.number')
    .where('a.agency_id', '=', of.agencyId)
    .where('a.case_id', '=', of.caseId)
    .where('a.seq', '=', of.seq)
    .executeTakeFirst()
}

/** What an act of a dispute file wrote in its case, by their places there. */
export async function causedInCase(
  db: Db,
  of: { agencyId: string; disputeId: string; seq: number; caseId: string },
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('dispute_act as x')
    .innerJoin('request_act as a', (join) =>
      join.onRef('a.agency_id', '=', 'x.agency_id').onRef('a.command_id', '=', 'x.command_id'),
    )
    .select('a.seq')
    .where('x.agency_id', '=', of.agencyId)
    .where('x.dispute_id', '=', of.disputeId)
    .where('x.seq', '=', of.seq)
    .where('a.case_id', '=', of.caseId)
    .execute()
  return new Set(rows.map(({ seq }) => seq))
}

/** Whether the file has an act of this command already. */
export async function disputeCommandDone(db: Db, agencyId: string, disputeId: string, commandId: string): Promise<boolean> {
  const row = await db
    .selectFrom('dispute_act')
    .select('seq')
    .where('agency_id', '=', agencyId)
    .where('dispute_id', '=', disputeId)
    .where('command_id', '=', commandId)
    .executeTakeFirst()
  return row !== undefined
}

export function findDisputeByNumber(db: Db, agencyId: string, number: string) {
  return disputes(db, agencyId).where('d.number', '=', number).executeTakeFirst()
}

export function latestPapers(db: Db, agencyId: string, disputeId: string) {
  return db
    .selectFrom('dispute_paper')
    .select(['version', 'sealed'])
    .where('agency_id', '=', agencyId)
    .where('dispute_id', '=', disputeId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function addPapers(
  tx: Tx,
  row: { agencyId: string; disputeId: string; id: string; version: number; sealed: Buffer; by: string },
): Promise<void> {
  await tx
    .insertInto('dispute_paper')
    .values({
      agency_id: row.agencyId,
      dispute_id: row.disputeId,
      id: row.id,
      kind: 'papers',
      version: row.version,
      sealed: row.sealed,
      written_by: row.by,
    })
    .execute()
}

export function lessonsOf(db: Db, agencyId: string) {
  return db
    .selectFrom('lesson as l')
    .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'l.agency_id').onRef('c.id', '=', 'l.case_id'))
    .select([
      'l.id',
      'l.dispute_id',
      'l.case_id',
      'l.outcome',
      'l.subject',
      'l.category',
      'l.text',
      'l.written_at',
      'c.number as case_number',
      'c.section_id',
    ])
    .where('l.agency_id', '=', agencyId)
    .orderBy('l.written_at', 'desc')
    .execute()
}

export async function addLesson(
  tx: Tx,
  row: {
    agencyId: string
    id: string
    disputeId: string
    caseId: string
    outcome: Outcome | null
    grounds: readonly string[]
    subject: string
    category: LessonCategory
    text: string
    by: string
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: written } = await tx
    .insertInto('lesson')
    .values({
      agency_id: row.agencyId,
      id: row.id,
      dispute_id: row.disputeId,
      case_id: row.caseId,
      outcome: row.outcome,
      grounds: JSON.stringify(row.grounds),
      subject: row.subject,
      category: row.category,
      text: row.text,
      written_by: row.by,
    })
    .onConflict((known) => known.columns(['agency_id', 'id']).doNothing())
    .executeTakeFirst()
  return Boolean(written)
}
