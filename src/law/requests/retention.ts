/**
 * 保管期限 — how long a case's volume is kept. The law leaves the periods to the agency's own table, examined by the archives
 * administration (《档案法》第二十一条); what stands here is only what holds until the agency has written down its own.
 */
import { archivesLaw } from '../cite.ts'
import { fromParts, type LocalDate, yearOf } from '../date.ts'
import { inForce } from '../dated.ts'
import { outcomeRule } from './outcomes.ts'
import type { Outcome } from './vocabulary.ts'

export const RETENTIONS = ['permanent', 'years30', 'years10'] as const
export type Retention = (typeof RETENTIONS)[number]
export const RETENTION_WORDS: Record<Retention, string> = { permanent: '永久', years30: '30年', years10: '10年' }
const YEARS: Record<Retention, number | null> = { permanent: null, years30: 30, years10: 10 }

/** Kinds of case that a retention table tells apart; an amendment of a person's own record (Art 41) is one of its own. */
export const RETENTION_CLASSES = [
  'disputed',
  'withheld',
  'disclosed',
  'otherReplies',
  'closedWithoutReply',
  'amendments',
] as const
export type RetentionClass = (typeof RETENTION_CLASSES)[number]
export const RETENTION_CLASS_WORDS: Record<RetentionClass, string> = {
  disputed: '发生行政复议、行政诉讼的',
  withheld: '不予公开、部分公开的',
  disclosed: '予以公开的',
  otherReplies: '无法提供、不予处理等其他答复',
  closedWithoutReply: '申请人撤回、逾期不补正、逾期未缴费的',
  amendments: '更正与自身相关的记录的',
}
export type RetentionRules = Record<RetentionClass, Retention>

/** 未设定时的默认: the agency is told that these are to be replaced by its own table. */
export const DEFAULT_RETENTION = inForce<RetentionRules>([
  {
    from: '2019-05-15',
    is: {
      disputed: 'permanent',
      withheld: 'years30',
      disclosed: 'years30',
      otherReplies: 'years10',
      closedWithoutReply: 'years10',
      amendments: 'years10',
    },
    by: archivesLaw('21'),
  },
])

export function retentionClass(outcome: Outcome, disputed: boolean): Exclude<RetentionClass, 'amendments'> {
  if (disputed) return 'disputed'
  const { family, closedBy } = outcomeRule(outcome)
  if (closedBy !== 'reply') return 'closedWithoutReply'
  if (family === 'granted') return 'disclosed'
  return family === 'withheld' || family === 'partial' ? 'withheld' : 'otherReplies'
}

/** From which day on the volume has been kept long enough: counted in whole years after the year of closing; null for ever. */
export function retentionEnds(retention: Retention, closedOn: LocalDate): LocalDate | null {
  const years = YEARS[retention]
  return years === null ? null : fromParts(yearOf(closedOn) + 1 + years, 1, 1)
}

/** 归档 is due in the first half of the year after the case was closed. */
export function archivingDue(closedOn: LocalDate): LocalDate {
  return fromParts(yearOf(closedOn) + 1, 6, 30)
}
