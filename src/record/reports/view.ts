/** What the annual-report screen shows. */
import type { LocalDate } from '../../law/date.ts'
import type { Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import type { May } from '../requests/may.ts'
import type { DecisionEntry } from './decision-entries.ts'
import type { ZeroLooked } from './zero-report.ts'
import type { UnitsAddedUp } from './notice.ts'
import type { ProblemAnswer } from './last-problems.ts'
import type { ReportProse } from './prose.ts'

export type ReportState = 'draft' | 'submitted' | 'approved' | 'published'

export interface ReportRow {
  year: number
  version: number
  state: ReportState
  source: 'compiled' | 'imported'
  format: ReportFormat
  errors: number
  warnings: number
  publishedOn: LocalDate | null
  /** Published after 31 January (Art 49): stays marked for ever. */
  late: boolean
}

/** One figure of section 二, with what it rests on. */
export interface FigureView {
  /** Name of the figure in the form. */
  kind: string
  /** 行政许可：本年处理决定数量 */
  words: string
  is: 'count' | 'change' | 'amount'
  value: number | null
  /** Of a value set by hand: what it rests on, or why it is not what was counted. */
  basis: string
  /** What the record itself comes to, where it tells of it: a value set by hand takes its place, with its reason. */
  counted: number | null
  source: FigureSource | null
  /** What somebody set for the whole year, as it stands; whoever sets another gives it back. */
  byHand: SetByHand | null
}

export interface SetByHand {
  value: number
  basis: string
}

/** Where the record counts a figure: the sections' ledger, the published library, or last year's report. */
export type FigureSource = 'ledger' | 'library' | 'lastYear'

export interface ReportView {
  agencyName: string
  year: number
  version: number
  state: ReportState
  source: 'compiled' | 'imported'
  format: ReportFormat
  /** 数据截至: an earlier day than the end of the year; null for the whole year. */
  asOf: LocalDate | null
  tables: ReportTables
  prose: ReportProse
  findings: Finding[]
  /** Every figure of table 二, in the form's order. */
  counts: FigureView[]
  explained: Record<string, string>
  /** 零报告核对 */
  zero: ZeroLooked[]
  /** Of a report that adds up the units' reports: whose. */
  units: UnitsAddedUp | null
  /** What was recorded since would change the tables: compile again before going on. */
  stale: boolean
  approvedBy: string | null
  approvedOn: LocalDate | null
  publishedOn: LocalDate | null
  dueOn: LocalDate
  /** The published version that this one would take the place of: publishing it needs the reason. */
  restates: number | null
  /** Names this report as it stands: given back by whoever moves it on. */
  digest: string
  /** 来源 of an imported report: by whom and when, and the size of the file that it was read from. */
  imported: { by: string; on: LocalDate; bytes: number } | null
  /** 盖章扫描件 of this version, where it is published. */
  signedCopy: { signedOn: LocalDate; keptOn: LocalDate; bytes: number } | null
  may: { compile: May; edit: May; submit: May; approve: May; publish: May; keepSignedCopy: May }
  portalPath: string | null
}

/** A problem of last year's report, and what is said to have become of it. */
export type LastProblem = ProblemAnswer

/** The units whose reports have a number in a cell, the largest first. */
export interface UnitsBehind {
  /** `noticeId`: under which the unit's report was accepted. */
  rows: { id: string; noticeId: string; name: string; value: number }[]
  /** All of them, also those not listed. */
  total: number
}

/** Cases, documents or entries behind a number that are shown at a time. */
export const BEHIND_A_PAGE = 100

/** What stands behind one cell: the agency's own cases, and of a report that adds up others the units with a number there. */
export interface CellCases {
  table: 'disclosed' | 'requests' | 'disputes'
  row: string
  column: string
  /** Of the own cases alone. */
  value: number
  /** How many cases there are on all pages. */
  caseCount: number
  /** A page of them ({@link BEHIND_A_PAGE}). */
  cases: {
    id: string
    /** Of a dispute over the amendment of a record, which no request holds. */
    disputeId: string | null
    number: string
    subject: string
    receivedOn: LocalDate | null
    closedOn: LocalDate | null
    outcomeWords: string
  }[]
  units: UnitsBehind | null
  /** How many on all pages. */
  documentCount: number
  /** Behind 行政规范性文件, a page of them. */
  documents: {
    id: string
    title: string
    number: string
    formedOn: LocalDate
    repealedOn: LocalDate | null
    /** On the portal. */
    address: string
  }[]
  /** How many on all pages. */
  entryCount: number
  /** Behind permits, penalties, compulsion and fees: what the sections entered, a page of it. */
  entries: DecisionEntry[]
}

/**
 * 下级单位一个数字的来源, as whoever supervises it sees it: numbers, days and outcomes. What was asked for, and the evidence, stay with
 * the unit.
 */
export interface UnitCell {
  unit: { id: string; name: string }
  /**
   * Behind the number stands what is listed; or nothing that can be listed: the report came from elsewhere, the register has changed
   * since, or the unit has shown no report yet.
   */
  stands: 'compiled-here' | 'elsewhere' | 'changed-since' | 'not-shown'
  /** As last handed in, or as published. */
  value: number | string | null
  caseCount: number
  cases: Omit<CellCases['cases'][number], 'id' | 'disputeId' | 'subject'>[]
  units: CellCases['units']
  documentCount: number
  documents: CellCases['documents']
  entryCount: number
  entries: Omit<DecisionEntry, 'basis' | 'enteredBy' | 'evidence'>[]
}
