/** Reads and writes of 处理决定台账. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { LocalDate } from '../law/date.ts'
import type { DecisionEntry, NewDecisionEntry } from '../record/reports/decision-entries.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>
type Tx = Transaction<Database>

export interface StoredEntry extends DecisionEntry {
  evidenceHash: string | null
  evidenceType: string | null
}

function entries(db: Db, agencyId: string) {
  return db
    .selectFrom('decision_entry as e')
    .leftJoin('section as s', (join) => join.onRef('s.agency_id', '=', 'e.agency_id').onRef('s.id', '=', 'e.section_id'))
    .leftJoin('officer as o', 'o.id', 'e.entered_by')
    .leftJoin('officer as v', 'v.id', 'e.voided_by')
    .selectAll('e')
    .select(['s.name as section_name', 'o.name as entered_name', 'v.name as voided_name'])
    .where('e.agency_id', '=', agencyId)
}

function entryOf(row: Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number]): StoredEntry {
  return {
    id: row.id,
    kind: row.kind,
    matter: row.matter,
    sectionId: row.section_id,
    section: row.section_name ?? '',
    from: row.from_date,
    to: row.to_date,
    made: row.made,
    refused: row.refused,
    fen: Number(row.fen),
    basis: row.basis,
    enteredBy: row.entered_name ?? '（已离任人员）',
    enteredOn: row.entered_on,
    evidence: row.evidence_size === null ? null : { size: row.evidence_size },
    evidenceHash: row.evidence_hash,
    evidenceType: row.evidence_type,
    voided:
      row.voided_on === null
        ? null
        : { because: row.voided_because ?? '', by: row.voided_name ?? '（已离任人员）', on: row.voided_on },
  }
}

/** A year's entries, voided ones too, by matter and period. */
export async function decisionEntries(db: Db, agencyId: string, first: LocalDate, last: LocalDate): Promise<StoredEntry[]> {
  const rows = await entries(db, agencyId)
    .where('e.to_date', '>=', first)
    .where('e.to_date', '<=', last)
    .orderBy('e.matter')
    .orderBy('e.from_date')
    .orderBy('e.entered_at')
    .orderBy('e.id')
    .execute()
  return rows.map(entryOf)
}

export async function findDecisionEntry(db: Db, agencyId: string, id: string): Promise<StoredEntry | null> {
  const row = await entries(db, agencyId).where('e.id', '=', id).executeTakeFirst()
  return row ? entryOf(row) : null
}

/** Held until the transaction ends: two people who enter the same period at once come one after the other. */
export async function lockDecisionEntries(tx: Tx, agencyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('decision_entry ' || ${agencyId}, 0))`.execute(tx)
}

/** Whether this command has entered something already: the same click twice is one deed. */
export async function isEntered(db: Db, agencyId: string, commandId: string): Promise<boolean> {
  const row = await db
    .selectFrom('decision_entry')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('command_id', '=', commandId)
    .executeTakeFirst()
  return row !== undefined
}

export async function addDecisionEntries(
  tx: Tx,
  of: { agencyId: string; by: string; on: LocalDate; commandId: string },
  added: readonly (NewDecisionEntry & { id: string })[],
): Promise<void> {
  await tx
    .insertInto('decision_entry')
    .values(
      added.map((one) => ({
        agency_id: of.agencyId,
        id: one.id,
        kind: one.kind,
        matter: one.matter,
        section_id: one.sectionId,
        from_date: one.from,
        to_date: one.to,
        made: one.made,
        refused: one.refused,
        fen: String(one.fen),
        basis: one.basis,
        entered_by: of.by,
        entered_on: of.on,
        command_id: of.commandId,
        evidence_hash: null,
        evidence_size: null,
        evidence_type: null,
        voided_because: null,
        voided_by: null,
        voided_on: null,
      })),
    )
    .execute()
}

export async function updateDecisionEntry(
  tx: Tx,
  agencyId: string,
  id: string,
  to:
    | { voided_because: string; voided_by: string; voided_on: LocalDate }
    | { evidence_hash: string; evidence_size: number; evidence_type: string },
): Promise<void> {
  await tx.updateTable('decision_entry').set(to).where('agency_id', '=', agencyId).where('id', '=', id).execute()
}

/** Years that have entries, the latest first. */
export async function decisionYears(db: Db, agencyId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('decision_entry')
    .select(sql<number>`date_part('year', to_date)`.as('year'))
    .distinct()
    .where('agency_id', '=', agencyId)
    .execute()
  return rows.map(({ year }) => Number(year))
}
