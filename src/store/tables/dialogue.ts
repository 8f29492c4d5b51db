/** 信息公开咨询: the tables as TypeScript sees them. */
import type { LocalDate } from '../../law/date.ts'

export interface DialogueTables {
  school_consultation: {
    agency_id: string
    id: string
    number: string
    number_year: number
    number_serial: number
    subject: string
    sealed: Buffer
    query_code_hash: string
    submitted_on: LocalDate
    answered_on: LocalDate | null
    sealed_answer: Buffer | null
    answered_by: string | null
    command_id: string
  }
}
