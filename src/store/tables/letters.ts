/** 文书: the tables as TypeScript sees them. */
import type { Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { Json } from './columns.ts'

export interface LettersTables {
  letter_wording: {
    agency_id: string
    code: string
    part: string
    from_date: LocalDate
    text: string | null
    recorded_by: string
    recorded_at: Generated<Date>
  }
  letter_numbering: {
    agency_id: string
    from_date: LocalDate
    words: Json<Record<string, string>>
    recorded_by: string
    recorded_at: Generated<Date>
  }
  agency_seal: {
    agency_id: string
    from_date: LocalDate
    sealed: Buffer | null
    media_type: string
    recorded_by: string
    recorded_at: Generated<Date>
  }
}
