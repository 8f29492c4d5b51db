/** 审计: the tables as TypeScript sees them. */
import type { ColumnType } from 'kysely'
import type { Json } from './columns.ts'

export interface OversightTables {
  audit_head: { agency_id: string; seq: number; hash: string }
  audit_entry: {
    agency_id: string
    seq: number
    at: ColumnType<Date, string, never>
    actor_id: string
    verb: string
    target: string
    detail: Json<Record<string, unknown>>
    previous: string
    hash: string
  }
}
