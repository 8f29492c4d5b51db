/** What screens show of letters: built by the office, read by the console. Names are masked. */
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { ServiceState } from '../requests/service.ts'
import type { LetterCode } from './model.ts'
import type { SeriesWords } from './numbering.ts'
import type { WordingPart } from './wording.ts'

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
  /** When it was last sent, published, returned or received. */
  lastOn: LocalDate | null
  mailNumber: string | null
  /** What to know before it is sent; nothing stops it. */
  warnings: string[]
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

/** 文书用语 as the settings page has it: the standard, what may stand in it, and the agency's versions. */
export interface WordingRow {
  part: WordingPart
  codes: readonly LetterCode[]
  standard: string
  must: readonly string[]
  versions: { code: LetterCode; from: LocalDate; text: string | null; by: string; at: string }[]
}

export interface WordingView {
  rows: WordingRow[]
  numbering: { from: LocalDate; words: SeriesWords } | null
  today: LocalDate
}

/** 文号登记簿: one number and what became of it. */
export interface RegisterRow {
  id: string
  caseId: string
  number: string
  title: string
  code: LetterCode
  issuedOn: LocalDate
  caseNumber: string
  /** 作废 with its reason; null while it stands. */
  voidBecause: string | null
}
