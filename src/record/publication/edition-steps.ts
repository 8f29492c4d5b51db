/**
 * 审查呈批: what was done to an edition on its way to publication, and what follows. Steps hold for the very text they name; a
 * return, or another submission, makes the review begin anew.
 */
import { type ReleaseStep, STEP_RULES } from '../../law/publication/release-steps.ts'
import type { Refusal } from '../../law/refusal.ts'

export const STEP_KINDS = [
  'submitted',
  'passed',
  'returned',
  'forced',
  'lookedAfter',
  'released',
  'kept',
  'withdrawn',
  'dropped',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

export const STEP_KIND_WORDS: Record<StepKind, string> = {
  submitted: '送审',
  passed: '通过',
  returned: '退回',
  forced: '紧急发布，跳过',
  lookedAfter: '补审',
  released: '发布',
  kept: '审定不公开',
  withdrawn: '撤下',
  dropped: '作废',
}

export const EDITION_STATES = ['drafting', 'inReview', 'released', 'kept', 'dropped'] as const
export type EditionState = (typeof EDITION_STATES)[number]

export const EDITION_STATE_WORDS: Record<EditionState, string> = {
  drafting: '起草中',
  inReview: '审核中',
  released: '已发布',
  kept: '审定不公开',
  dropped: '已作废',
}

export interface EditionStep {
  kind: StepKind
  step: ReleaseStep | null
  digest: string
}

export interface Progress {
  state: EditionState
  /** Done in this round of review, in the order of the chain. */
  passed: ReleaseStep[]
  /** Passed over in this round and not looked at since. */
  forced: ReleaseStep[]
  /** What the review waits for; null while it waits for none. */
  next: ReleaseStep | null
}

/** Where an edition stands after these steps. `chain` is what its kind of document has to go through. */
export function progressOf(chain: readonly ReleaseStep[], steps: readonly EditionStep[]): Progress {
  let state: EditionState = 'drafting'
  let done: EditionStep[] = []
  for (const one of steps) {
    if (one.kind === 'submitted') {
      state = 'inReview'
      done = []
    } else if (one.kind === 'returned') {
      state = 'drafting'
      done = []
    } else if (one.kind === 'released' || one.kind === 'kept' || one.kind === 'dropped') state = one.kind
    else if (one.kind !== 'withdrawn') done.push(one)
  }
  const of = (kinds: readonly StepKind[]) =>
    chain.filter((step) => done.some((one) => one.step === step && kinds.includes(one.kind)))
  const settled = of(['passed', 'forced'])
  const afterwards = of(['lookedAfter'])
  return {
    state,
    passed: of(['passed']),
    forced: of(['forced']).filter((step) => !afterwards.includes(step)),
    next: state === 'inReview' ? (chain.find((step) => !settled.includes(step)) ?? null) : null,
  }
}

export interface Reviewer {
  id: string
  /** Wrote at this edition. */
  wrote: boolean
}

/** Why this person may not do this step now; empty where nothing stands against it. Whether the role may is asked elsewhere. */
export function stepRefusals(progress: Progress, step: ReleaseStep, by: Reviewer): Refusal[] {
  const refusals: Refusal[] = []
  if (progress.state !== 'inReview')
    refusals.push({ code: 'review-needed', say: '这一稿不在审核中。', then: '请由起草人送审后再审核。' })
  else if (progress.next !== step)
    refusals.push({
      code: 'review-needed',
      say: progress.next ? `现在等待的是${STEP_RULES[progress.next].zh}。` : '审核已经完成。',
      then: '请按顺序办理。',
    })
  if (STEP_RULES[step].notByAuthor && by.wrote)
    refusals.push({
      code: 'second-person-needed',
      say: `您参与起草了这一稿，不能由您作${STEP_RULES[step].zh}。`,
      then: '请由没有参与起草的同事办理。',
      cite: STEP_RULES[step].by,
    })
  return refusals
}

/** Why the step that is waited for cannot be passed over. */
export function forceRefusals({ state, next }: Progress): Refusal[] {
  if (state !== 'inReview' || next === null) return [{ code: 'review-needed', say: '这一稿不在审核中。', then: '请先送审。' }]
  return STEP_RULES[next].mayBeForced
    ? []
    : [
        {
          code: 'review-needed',
          say: `${STEP_RULES[next].zh}不能跳过。`,
          then: '先审查、后公开是法律规定，情况紧急时请审查人员随到随审。',
          cite: STEP_RULES[next].by,
        },
      ]
}
