/** What the pages show of the calendar: built by the office, read by the console. */
import type { YearFile } from '../../law/calendar.ts'
import type { LocalDate } from '../../law/date.ts'
import type { BesideMove } from './beside.ts'
import type { CalendarChange } from './change.ts'
import type { LimitMove } from './moves.ts'

export interface CalendarYearRow {
  year: number
  notices: YearFile['notices']
  off: YearFile['off']
  on: YearFile['on']
  workingDays: number
  /** Part of the product, or loaded by a person. */
  builtIn: boolean
}

export interface CalendarChangeRow {
  id: string
  change: CalendarChange
  on: LocalDate
  officerName: string
  /** Limits that moved, and letters that told it. */
  moved: number
  letters: number
  /** 文号 of letters not told yet that were written anew: printed from the case page before, they are printed again. */
  rewritten: string[]
}

export interface CalendarView {
  years: CalendarYearRow[]
  overlay: { off: LocalDate[]; on: LocalDate[] }
  changes: CalendarChangeRow[]
  /** Local days of the own agency. */
  mayManage: boolean
  /** 全国放假安排, for every agency at once. */
  mayLoadNotice: boolean
}

export interface CaseMove extends LimitMove {
  caseId: string
  number: string
  /** The requester is told: a letter named a day that is no longer right, or promised to name it. */
  letter: boolean
  /** An extension that nobody has been told of: its letter, not sent yet, is written anew. */
  rewritten: boolean
}

export interface CalendarPreview {
  faults: string[]
  doubts: string[]
  /** Days that count otherwise than now. */
  days: { date: LocalDate; working: boolean | null }[]
  moves: CaseMove[]
  beside: BesideMoveRow[]
  /** Cases, disputes and amendments of other agencies whose days move too (a national notice is everyone's). */
  elsewhere: number
}

/** A day of a dispute file or a matter of amendment that moves. */
export interface BesideMoveRow extends BesideMove {
  of: 'dispute' | 'amendment'
  id: string
  number: string
}

/** 争议卷、更正事项的日子随日历变更的记录 */
export interface BesideCalendarMove extends BesideMove {
  on: LocalDate
  because: string
}

/** 本案期限随日历变更的记录 */
export interface CaseCalendarMove extends LimitMove {
  on: LocalDate
  because: string
  /** The notice to the requester. */
  letterId: string | null
}
