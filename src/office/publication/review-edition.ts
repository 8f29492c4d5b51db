/** 审核: pass, return, pass over in an emergency and look afterwards. The head's passing makes public. */
import { type ReleaseStep, STEP_RULES } from '../../law/publication/release-steps.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { Actor } from '../../record/people/roles.ts'
import { forceRefusals, stepRefusals } from '../../record/publication/edition-steps.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { addStep, type EditionCommand, onEdition, verbOf, verbsOfStep } from './edition-matter.ts'
import { conclude } from './put-online.ts'
import { releaseAuthority } from './release-authority.ts'
import { releaseRefusals } from './release-refusals.ts'

interface Reviewing extends EditionCommand {
  step: ReleaseStep
  /** What was looked at: passing holds for this text and no other. */
  digest: string
  note: string
}

const CHANGED: Refusal = { code: 'changed-meanwhile', say: '稿件已被修改。', then: '请核对最新内容后再审核。' }

/** Whose word it is in the name of an agency: of the head, or of the superior. */
const IS_RELEASE: readonly ReleaseStep[] = ['head', 'superior']

/** 通过一步. With the last one the information is public, in the same transaction; or it is decided that it is not to be. */
export function passEdition(ctx: OfficeContext, actor: Actor, input: Reviewing): Promise<Result<void>> {
  const { step, note, commandId } = input
  return onEdition(ctx, actor, input, verbsOfStep(step), async (tx, matter) => {
    const refusals = stepRefusals(matter.progress, step, { id: actor.id, wrote: matter.wrote })
    if (matter.row.digest !== input.digest) refusals.push(CHANGED)
    // Days may have passed since it was sent for review: a period is over, the item ended, another took the number.
    if (IS_RELEASE.includes(step)) refusals.push(...(await releaseRefusals(ctx, tx, matter)))
    if (refusals.length > 0) return refused(...refusals)
    const authority = await releaseAuthority(ctx, tx, actor, matter, step)
    if (!authority.ok) return authority
    const verb = verbOf(matter, step)
    const done = { kind: 'passed', step, note, authority: authority.value, verb, commandId } as const
    const passed = await addStep(ctx, tx, actor, matter, done)
    return passed.progress.next === null ? conclude(ctx, tx, actor, passed) : ok(undefined)
  })
}

/** 退回: with what is to be changed. Everything is reviewed anew afterwards. */
export function returnEdition(ctx: OfficeContext, actor: Actor, input: Omit<Reviewing, 'digest'>): Promise<Result<void>> {
  const { step, note, commandId } = input
  return onEdition(ctx, actor, input, verbsOfStep(step), async (tx, matter) => {
    const refusals = stepRefusals(matter.progress, step, { id: actor.id, wrote: false })
    if (refusals.length > 0) return refused(...refusals)
    await addStep(ctx, tx, actor, matter, { kind: 'returned', step, note, verb: 'documents.return', commandId })
    return ok(undefined)
  })
}

/** 紧急发布: passes over the step that is waited for, with the reason. The mark stays until somebody has looked. */
export function forceEdition(
  ctx: OfficeContext,
  actor: Actor,
  input: EditionCommand & { because: string },
): Promise<Result<void>> {
  return onEdition(ctx, actor, input, 'documents.force', async (tx, matter) => {
    const refusals = forceRefusals(matter.progress)
    if (refusals.length > 0) return refused(...refusals)
    const step = matter.progress.next
    const { because: note, commandId } = input
    await addStep(ctx, tx, actor, matter, { kind: 'forced', step, note, verb: 'documents.force', commandId })
    return ok(undefined)
  })
}

/** 补审 of a step that was passed over. */
export function lookAfterEdition(
  ctx: OfficeContext,
  actor: Actor,
  input: EditionCommand & { step: ReleaseStep; note: string },
): Promise<Result<void>> {
  const { step, note, commandId } = input
  return onEdition(ctx, actor, input, verbsOfStep(step), async (tx, matter) => {
    if (!matter.progress.forced.includes(step))
      return refused({ code: 'already-done', say: `${STEP_RULES[step].zh}没有待补审的。`, then: '无需办理。' })
    if (STEP_RULES[step].notByAuthor && matter.wrote) return refused(NOT_PERMITTED)
    await addStep(ctx, tx, actor, matter, { kind: 'lookedAfter', step, note, verb: 'documents.lookAfter', commandId })
    return ok(undefined)
  })
}
