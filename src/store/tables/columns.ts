/** Columns that read otherwise than they are written. */
import type { ColumnType } from 'kysely'

/** jsonb: read as a value, written as JSON text (so that arrays are not taken for PostgreSQL arrays). */
export type Json<T> = ColumnType<T, string, string>
export type Instant = ColumnType<Date, string | undefined, string>
