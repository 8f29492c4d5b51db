/** The annual report as numbers: the shapes of `gongkai report check`, of compiling, of roll-ups and of the portal's tables. */
import type { Outcome, RequesterKind, ResultRow } from '../requests/vocabulary.ts'
import { REQUESTER_KINDS } from '../requests/vocabulary.ts'

/**
 * 报告格式 by the first year it is used for: 2019 (国办公开办函〔2019〕60号, reports for 2019 and 2020), 2021 (〔2021〕30号, from the report
 * for 2021). What a format is stands in its file in `formats/`; nothing else knows its rows and columns.
 */
export type ReportFormat = string

/** Columns of table 三, in order: six kinds of requester and 总计. */
export const REQUEST_COLUMNS = [...REQUESTER_KINDS, 'total'] as const
export type RequestColumn = RequesterKind | 'total'

/** Rows of table 三 of any format. `other.all` belongs to 2019 only; `other.correctionLapsed|feeUnpaid|other` to 2021. */
export type RequestRow = 'received' | 'carriedOver' | ResultRow | Outcome | 'other.all' | 'handled' | 'carriedForward'

/** A number, or null where the source gives none or leaves doubt. */
export type Cell = number | null

export const DISPUTE_GROUPS = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'] as const
export type DisputeGroup = (typeof DISPUTE_GROUPS)[number]
export const DISPUTE_COLUMNS = ['upheld', 'corrected', 'other', 'pending', 'total'] as const
export type DisputeColumn = (typeof DISPUTE_COLUMNS)[number]

/** Section 二, format 2021. */
export interface Disclosed2021 {
  rules: [made: Cell, repealed: Cell, inForce: Cell]
  normativeDocuments: [made: Cell, repealed: Cell, inForce: Cell]
  permits: Cell
  penalties: Cell
  compulsion: Cell
  /** 万元; decimals allowed. */
  feesWanYuan: Cell
}
/** Section 二, format 2019: cells stay text, since that form allows negative, signed and worded values. */
export interface Disclosed2019 {
  rows: { label: string; cells: string[] }[]
}

/** Section 三: each row's seven cells. A row that the source does not have is absent. */
export type RequestTable = Partial<Record<RequestRow, Cell[]>>
/** Section 四: each group's five cells. */
export type DisputeTable = Record<DisputeGroup, Cell[]>

export interface ReportTables {
  disclosed: Disclosed2021 | Disclosed2019 | null
  requests: RequestTable | null
  disputes: DisputeTable | null
}

export interface Finding {
  code: string
  level: 'error' | 'warning'
  table: 'disclosed' | 'requests' | 'disputes' | 'text'
  rows: string[]
  column: string | null
  expected: number | null
  found: number | null
  message: string
  cite: string
  /** Of a fault in the words: the section and the passage it points to, as it stands there. */
  section?: SectionKey
  words?: string
  /** How the passage would read, where there is one answer only. */
  instead?: string
  /** The passage elsewhere that it is too much like. */
  beside?: { source: string; words: string }
  /** What to do. */
  repair?: string
  /** The cells of its table that would put it right, where arithmetic leaves one answer. */
  proposed?: ProposedCell[]
}

/** The sections that are prose; the preface stands before the first. */
export type SectionKey = 'preface' | 'overall' | 'requests' | 'problems' | 'other'

export interface ProposedCell {
  row: string
  column: string
  value: number
}

/** What reading one report gives. */
export interface CheckedReport {
  agency: string | null
  year: number | null
  format: ReportFormat | null
  tables: ReportTables
  findings: Finding[]
}
