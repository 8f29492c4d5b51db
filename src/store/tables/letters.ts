/** 文书: the tables as TypeScript sees them. */
import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { TranslationState } from '../../record/letters/translation.ts'
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
  letter_translation: {
    agency_id: string
    letter_id: string
    state: ColumnType<TranslationState, TranslationState | undefined, TranslationState>
    sealed: Buffer | null
    entered_by: string | null
    entered_at: ColumnType<Date | null, string | null | undefined, string | null>
    checked_by: string | null
    checked_at: ColumnType<Date | null, string | null | undefined, string | null>
    returned_because: string | null
  }
  letter_former: {
    agency_id: string
    case_id: string
    id: string
    letter_id: string
    change_id: string
    sealed: Buffer
    sheet: Buffer | null
    replaced_on: LocalDate
    replaced_at: Generated<Date>
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
