/** 文件内容: what is on disk by content hash, and which rows still point to it. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from './schema.ts'

/** Where a content is pointed to, besides `stored_file`: a table added later is put in here (a test reads the catalogue). */
export const CONTENT_COLUMNS = [
  { table: 'report_signed_copy', column: 'hash' },
  { table: 'report_original', column: 'hash' },
  { table: 'notice_attachment', column: 'hash' },
  { table: 'decision_entry', column: 'evidence_hash' },
] as const

/** No row outside `stored_file` points to the content. */
export function pointedToNowhereElse(hash: RawBuilder<string>): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join(
    CONTENT_COLUMNS.map(
      ({ table, column }) => sql`not exists (select from ${sql.table(table)} p where p.${sql.ref(column)} = ${hash})`,
    ),
    sql` and `,
  )})`
}

/** Whether no row of any agency points to the content any more, so that it can go. */
export async function isUnused(db: Kysely<Database>, hash: string): Promise<boolean> {
  const { rows } = await sql<{ unused: boolean }>`
    select ${pointedToNowhereElse(sql<string>`${hash}`)} and not exists (select from stored_file f where f.hash = ${hash}) as unused`.execute(
    db,
  )
  return rows[0]?.unused ?? false
}
