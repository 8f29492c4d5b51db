/** 案头: the tables as TypeScript sees them. */
import type { Generated } from 'kysely'

export interface DeskTables {
  officer_desk: {
    agency_id: string
    officer_id: string
    guided: Generated<boolean>
    feed_hash: string | null
    feed_opened_at: Date | null
  }
  saved_filter: {
    agency_id: string
    id: string
    officer_id: string
    name: string
    query: string
    saved_at: Generated<Date>
  }
}
