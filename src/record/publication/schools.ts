/** 学校公开情况: the term card of one school, and the gap table of all schools below an agency, as pages show them. */
import type { LocalDate } from '../../law/date.ts'
import type { TileKey } from '../../law/publication/term-card.ts'
import type { Tile, TileState } from './term-card.ts'

export interface UnitReminder {
  from: string
  by: string
  on: LocalDate
  tiles: TileKey[]
}

export interface TermCardView {
  term: string
  tiles: Tile[]
  done: number
  /** What needs somebody's hand. */
  gaps: number
  mayWrite: boolean
  /** The last reminder of which something is still open; null where none is. */
  reminder: UnitReminder | null
}

/** One school in the gap table: a state for each tile, in the order of the tiles. */
export interface SchoolRow {
  id: string
  name: string
  tiles: { state: TileState; due: LocalDate | null }[]
  gaps: number
  overdue: number
  remindedOn: LocalDate | null
}

export interface SchoolsView {
  term: string
  today: LocalDate
  rows: SchoolRow[]
  mayRemind: boolean
  mayRequire: boolean
}

/** What became of a reminder to some schools. */
export interface Reminded {
  reminded: number
  /** Reminded today before. */
  already: number
  /** Nothing open. */
  nothing: number
  mails: number
}
