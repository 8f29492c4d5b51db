/** 答复附件: the table as TypeScript sees it. */
import type { Generated } from 'kysely'
import type { OutgoingState } from '../../record/outgoing/outgoing-file.ts'
import type { Instant } from './columns.ts'

export interface OutgoingTables {
  outgoing_file: {
    agency_id: string
    case_id: string
    id: string
    source_file_id: string
    made_file_id: string | null
    state: OutgoingState
    version: Generated<number>
    sealed: Buffer
    added_by: string
    added_at: Generated<Date>
    decided_by: string | null
    decided_at: Instant | null
  }
}
