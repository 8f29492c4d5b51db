/**
 * 一件申请有几项内容 — which single outcome the report counts (Reg. 36, 37; 年度报告格式: “部分公开（区分处理的，只计这一情形，不计其他情形）”).
 * One request is one 件 with one result, whatever the letter says item by item.
 */
import { type Citation, reg, whole } from '../cite.ts'
import { outcomeRule } from './outcomes.ts'
import type { Outcome } from './vocabulary.ts'

export type CountedOutcome =
  | { readonly kind: 'settled'; readonly outcome: Outcome; readonly why: string; readonly by: Citation }
  /** Nothing is given and the grounds differ: the handler names the main one (the law is silent). */
  | { readonly kind: 'choose'; readonly among: readonly Outcome[]; readonly why: string; readonly by: Citation }

/** From the outcome of each item to the one that counts; null while no item has one. */
export function countedOutcome(items: readonly Outcome[]): CountedOutcome | null {
  const different = [...new Set(items)]
  const [only] = different
  if (!only) return null
  if (different.length === 1) return settled(only, '各项的办理结果相同。')
  const families = different.map((outcome) => outcomeRule(outcome).family)
  if (families.every((family) => family === 'granted')) return settled('granted', '各项都予以公开。')
  if (families.some((family) => family === 'granted' || family === 'partial'))
    return {
      ...settled('partial', '有的提供、有的没有提供：只计“部分公开”，不计其他情形。'),
      by: reg('37'),
    }
  return {
    kind: 'choose',
    among: different,
    why: '各项都没有提供，理由又不相同：由承办人选定主要的一项，只计这一项。',
    by: whole('reportFormat2021'),
  }
}

function settled(outcome: Outcome, why: string): Extract<CountedOutcome, { kind: 'settled' }> {
  return { kind: 'settled', outcome, why, by: whole('reportFormat2021') }
}
