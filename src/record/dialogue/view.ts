/** What the console shows of 信息公开咨询: names and contacts masked. */
import type { LocalDate } from '../../law/date.ts'

export interface ConsultationRow {
  id: string
  number: string
  subject: string
  submittedOn: LocalDate
  answeredOn: LocalDate | null
}

export interface ConsultationView extends ConsultationRow {
  askerName: string
  contact: string
  question: string
  answer: string | null
  mayAnswer: boolean
}
