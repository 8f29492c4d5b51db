/** 依据库 as the console shows it. */
import type { BasisKind } from '../../law/basis/library.ts'
import type { LocalDate } from '../../law/date.ts'
import type { BasisUse } from './uses.ts'

export interface BasisRow {
  key: string
  title: string
  number: string
  kind: BasisKind
  from: LocalDate
  /** false: in force by then; the very day is not on record. */
  fromIsExact: boolean
  to: LocalDate | null
  /** 《…》（…） */
  replacedBy: string | null
  articles: number | null
  /** How many articles are kept word for word. */
  kept: number
  inForce: boolean
  /** How many outcomes, grounds, limits, remedies and letters rest on it. */
  uses: number
  /** Added by the agency. */
  own: boolean
}

export interface BasisView extends Omit<BasisRow, 'uses'> {
  source: string
  text: { number: number; lines: string[] }[]
  uses: BasisUse[]
  mayEdit: boolean
}
