/** 主管部门审定: which items of which units the superior wants to see before they are public; each requirement with its days. */
import type { LocalDate } from '../../law/date.ts'
import type { EditionContent } from './edition.ts'

/** Whose word it is: the superior's head, or the head of its disclosure office. */
export const SUPERIOR_WHOS = ['head', 'office'] as const
export type SuperiorWho = (typeof SUPERIOR_WHOS)[number]

export const SUPERIOR_WHO_WORDS: Record<SuperiorWho, string> = {
  head: '主要负责人（或者其书面授权的分管负责人）',
  office: '公开工作机构负责人',
}

export interface SuperiorRule {
  id: string
  /** Empty: every unit below. */
  units: string[]
  /** 栏目; empty: all. */
  columns: string[]
  who: SuperiorWho
  from: LocalDate
  /** The last day; null: until it is ended. */
  to: LocalDate | null
}

/** One as the page lists it: rules are ended, never changed, so that the history stands. */
export interface SuperiorRuleRow extends SuperiorRule {
  unitNames: string[]
  why: string
  setBy: string
  setOn: LocalDate
  ended: { by: string; on: LocalDate } | null
  running: boolean
}

export interface SuperiorView {
  rules: SuperiorRuleRow[]
  units: { id: string; name: string }[]
  mayRequire: boolean
}

/** Who of the superior has the last word on this item when it is sent for review on a day; null where nobody asked. What the public does not read needs none. */
export function superiorFor(
  rules: readonly SuperiorRule[],
  unitId: string,
  { column, attribute, audience }: Pick<EditionContent, 'column' | 'attribute' | 'audience'>,
  on: LocalDate,
): SuperiorWho | null {
  if (attribute !== 'proactive' || audience !== 'society') return null
  const asked = rules.filter(
    (rule) =>
      rule.from <= on &&
      (rule.to === null || rule.to >= on) &&
      (rule.units.length === 0 || rule.units.includes(unitId)) &&
      (rule.columns.length === 0 || rule.columns.includes(column)),
  )
  if (asked.length === 0) return null
  return asked.some(({ who }) => who === 'head') ? 'head' : 'office'
}
