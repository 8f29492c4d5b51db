/** What screens show of letters: built by the office, read by the console. Names are masked. */
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { ServiceState } from '../requests/service.ts'
import type { LetterCode } from './model.ts'

/** One letter on its way, as the list of outgoing letters has it. */
export interface OutgoingRow {
  id: string
  caseId: string
  caseNumber: string
  code: LetterCode
  number: string
  title: string
  addressedTo: 'requester' | 'thirdParty' | 'agency'
  /** Masked where it is a person. */
  recipient: string
  issuedOn: LocalDate
  state: ServiceState
  /** When it was last sent, published or returned. */
  lastOn: LocalDate | null
  mailNumber: string | null
}

/** 登记交寄 of many at once: each is done or refused by itself. */
export interface DispatchedRow {
  id: string
  number: string
  refusals: readonly Refusal[]
}

/** 邮寄标签: what the postman needs, and nothing of the case but the letter's number. */
export interface MailLabel {
  recipient: string
  address: string
  postcode: string
  phone: string
  letterNumber: string
  mailNumber: string
}

export interface MailSender {
  name: string
  address: string
  postcode: string
  phone: string
}
