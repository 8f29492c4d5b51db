/** 数据表 as pages show it: to those who keep them, and to everyone. */
import type { DataSetKind } from '../../law/publication/data-sets.ts'
import type { LocalDate } from '../../law/date.ts'
import type { DataRow } from './data-set.ts'
import type { ChangeCounts } from './data-set-differences.ts'

/** One year or term of a kind, as the office has it. */
export interface DataSetLine {
  period: string
  /** What stands published, or stood. */
  released: { documentId: string; on: LocalDate; rows: number; withdrawn: boolean } | null
  /** What is being written or reviewed. */
  open: { id: string; state: 'drafting' | 'inReview' } | null
}

export interface DataSetsView {
  kinds: { kind: DataSetKind; lines: DataSetLine[]; offered: string[] }[]
  mayWrite: boolean
}

/** One published table without its rows. */
export interface PublicDataLine {
  kind: DataSetKind
  period: string
  documentId: string
  title: string
  rows: number
  releasedOn: LocalDate
}

export interface PublicDataSet extends Omit<PublicDataLine, 'rows'> {
  note: string
  rows: DataRow[]
  /** All periods of the kind that may be read, the newest first. */
  periods: string[]
  /** Against the former version or period; null where there was none. */
  changes: (ChangeCounts & { against: string }) | null
}
