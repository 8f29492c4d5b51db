/** 应公开清单 as pages show it. */
import type { LocalDate } from '../../law/date.ts'
import type { Duty } from './duties.ts'

export const DUTY_TABS = ['week', 'open', 'covered', 'notApplicable'] as const
export type DutyTab = (typeof DUTY_TABS)[number]

export const DUTY_TAB_WORDS: Record<DutyTab, string> = {
  week: '本周应公开',
  open: '全部未公开',
  covered: '已经公开',
  notApplicable: '这次不适用',
}

export interface DutyRow extends Duty {
  section: string | null
  /** Elements of the item that were not found in what covers it; null where nothing covers it. */
  missing: string[] | null
  elements: number
  /** One may write for it: begin a draft, note that it does not apply. */
  mayWrite: boolean
}

export interface DutiesView {
  tab: DutyTab
  rows: DutyRow[]
  counts: Record<DutyTab, number>
  /** Of those that fell due within a year: how many are covered, and how many of these in time. */
  year: { due: number; covered: number; inTime: number }
  /** Whether anything is shown but one's own. */
  seesAll: boolean
  weekEnd: LocalDate
}

/** What may have happened: the items whose duties events fire. */
export interface DutyEventChoice {
  itemId: string
  triggerKey: string
  words: string
}
