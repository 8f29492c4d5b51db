/** 责任科室 — every step of a reply and of a reconsideration is owned by one section, from a day on. */
import type { LocalDate } from '../../law/date.ts'
import type { Phase } from '../../law/requests/vocabulary.ts'

export const STEPS = [
  'intake',
  'correction',
  'consultation',
  'search',
  'legalReview',
  'reply',
  'service',
  'reconsideration',
  'litigation',
  'archiving',
] as const
export type Step = (typeof STEPS)[number]
export const STEP_WORDS: Record<Step, string> = {
  intake: '登记与确认收到',
  correction: '告知补正、说明理由、收费',
  consultation: '征求第三方和其他机关意见',
  search: '检索信息、提出公开意见',
  legalReview: '合法性审查',
  reply: '拟写和发出答复',
  service: '送达',
  reconsideration: '行政复议答复',
  litigation: '行政诉讼应诉',
  archiving: '整理归档',
}

/** One owner from one day on. */
export interface OwnerRow {
  step: Step
  from: LocalDate
  sectionId: string
}

/** Who owns the step on a day, or null where nobody was named yet. */
export function ownerOn(rows: readonly OwnerRow[], step: Step, on: LocalDate): string | null {
  const known = rows.filter((row) => row.step === step && row.from <= on).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return known.at(-1)?.sectionId ?? null
}

const STEP_IN: Partial<Record<Phase, Step>> = {
  awaitingConfirmation: 'intake',
  awaitingCorrection: 'correction',
  awaitingReasons: 'correction',
  awaitingFee: 'correction',
  replied: 'service',
}

/** The step that a case is at, for the suggestion of whom to assign it to. */
export function stepOf(state: { phase: Phase; consulting: boolean; disputed: boolean; archived: boolean }): Step | null {
  if (state.archived && !state.disputed) return null
  if (state.disputed) return 'reconsideration'
  if (state.phase === 'running') return state.consulting ? 'consultation' : 'reply'
  return STEP_IN[state.phase] ?? 'archiving'
}
