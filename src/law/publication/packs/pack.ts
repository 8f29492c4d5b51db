/**
 * 事项包 — catalogues ready made: items with elements, basis, dates of the year and forms, which an agency takes over and then keeps
 * as its own. The days of the year are what bureaus usually keep to, a proposal that each changes; limits are the law's.
 */
import type { Audience } from '../attribute.ts'
import type { ColumnKey } from '../columns.ts'
import type { MonthDay, Trigger } from '../duties.ts'

export interface PackItem {
  first: string
  second: string
  elements: readonly string[]
  basis: readonly string[]
  /** 公开时限, where it is not the twenty working days of Reg. 26. */
  limit?: string
  column: ColumnKey
  /** Who usually answers for it: the first section that has one of these words in its name. */
  sections?: readonly string[]
  fires?: readonly Trigger[]
  /** What the table of such a publication usually has as heads. */
  table?: readonly string[]
  audience?: Audience
  /** 特定群体 */
  group?: string
  /** Besides 政府网站 and 公开查阅点. */
  outlets?: readonly typeof import('../catalogue.ts').CATALOGUE_OUTLETS[number][]
  onRequest?: boolean
}

export interface Pack {
  key: string
  /** 领域: the sheet on which its items stand. */
  field: string
  what: string
  regime: 'art54' | 'art55'
  /** Whose catalogue it follows. */
  source: string
  items: readonly PackItem[]
}

/** Between two days of every year. */
export function yearly(key: string, name: string, opens: MonthDay, due: MonthDay): Trigger {
  return { on: 'calendar', key, name, opens, due }
}

/** So many working days after it happened; without a number, as the item's 公开时限 says. */
export function after(key: string, name: string, days: number | null = null): Trigger {
  return { on: 'event', key, name, days }
}

/** 春、秋两个学期 begin. */
export function eachTerm(name: string): Trigger[] {
  return [yearly('spring', `春季学期${name}`, '02-15', '03-15'), yearly('autumn', `秋季学期${name}`, '08-25', '09-15')]
}
