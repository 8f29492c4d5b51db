/** 文件内容: what is on disk by content hash, and which rows still point to it. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** Where a content is pointed to, besides `stored_file`: a table added later is put in here (a test reads the catalogue). */
export const CONTENT_COLUMNS = [
  { table: 'report_signed_copy', column: 'hash' },
  { table: 'report_original', column: 'hash' },
  { table: 'notice_attachment', column: 'hash' },
  { table: 'amendment_file', column: 'hash' },
  { table: 'decision_entry', column: 'evidence_hash' },
  { table: 'release_delegation', column: 'paper_hash' },
  { table: 'edition_file', column: 'hash' },
] as const

/**
 * Until the transaction ends: `shared`, while rows that point to the content are written, with others who do the same; `alone`, while
 * it is removed. Who removes holds one content at a time, so that none waits for the other in a circle.
 */
export async function lockContent(tx: Transaction<Database>, hash: string, how: 'shared' | 'alone'): Promise<void> {
  const key = sql`hashtextextended('content ' || ${hash}, 0)`
  await (how === 'shared' ? sql`select pg_advisory_xact_lock_shared(${key})` : sql`select pg_advisory_xact_lock(${key})`).execute(
    tx,
  )
}

/** To be taken off the disk once the transaction has ended. */
export async function noteRemovals(tx: Transaction<Database>, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return
  // Whoever lists several does so in one order, so that none waits for the other in a circle.
  const rows = [...new Set(hashes)].sort().map((hash) => ({ hash }))
  await tx
    .insertInto('content_to_remove')
    .values(rows)
    .onConflict((known) => known.column('hash').doUpdateSet({ due: sql<Date>`least(content_to_remove.due, excluded.due)` }))
    .execute()
}

/** About to be put on disk: it goes again unless a row points to it within a day. Not in the transaction that writes the row. */
export async function noteUpload(db: Kysely<Database>, hash: string): Promise<void> {
  await db
    .insertInto('content_to_remove')
    .values({ hash, due: sql<Date>`now() + interval '1 day'` })
    .onConflict((known) => known.doNothing())
    .execute()
}

/** What should have left the disk, and has not for all that is known. */
export async function pendingRemovals(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('content_to_remove')
    .select('hash')
    .where('due', '<=', sql<Date>`now()`)
    .orderBy('since')
    .execute()
  return rows.map(({ hash }) => hash)
}

/** The content went, or is in use; what somebody is uploading at the moment stays listed until its time comes. */
export async function forgetDueRemoval(tx: Transaction<Database>, hash: string): Promise<void> {
  await tx.deleteFrom('content_to_remove').where('hash', '=', hash).where('due', '<=', sql<Date>`now()`).execute()
}

/** With the row that points to the content from now on. */
export async function forgetRemoval(tx: Transaction<Database>, hash: string): Promise<void> {
  await tx.deleteFrom('content_to_remove').where('hash', '=', hash).execute()
}

/** Whether no row of any agency points to the content any more, the rows of erased cases aside, so that it can go. */
export async function isUnused(db: Kysely<Database>, hash: string): Promise<boolean> {
  const elsewhere = CONTENT_COLUMNS.map(
    ({ table, column }) => sql`not exists (select from ${sql.table(table)} p where p.${sql.ref(column)} = ${hash})`,
  )
  const { rows } = await sql<{ unused: boolean }>`
    select ${sql.join(elsewhere, sql` and `)} and not exists (
      select from stored_file f where f.hash = ${hash} and not exists (
        select from erasure_case e where e.agency_id = f.agency_id and e.case_id = f.case_id and e.erased_at is not null)) as unused`.execute(
    db,
  )
  return rows[0]?.unused ?? false
}
