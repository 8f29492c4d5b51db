import type { Refusal, Result } from '../../law/refusal.ts'
import { ok, refused } from '../../law/refusal.ts'
import type { Actor, Target, Verb } from '../../record/people/roles.ts'
import { permitted } from '../../record/people/roles.ts'

export const NOT_PERMITTED: Refusal = {
  code: 'not-permitted',
  say: '您的角色无权办理此事项。',
  then: '请由有权限的同事办理，或请系统管理员调整角色。',
}
/** One and the same answer for what is not there and what is not yours to know of. */
export const NOT_FOUND: Refusal = { code: 'not-found', say: '没有找到这一件。', then: '请核对编号，或返回列表重新查找。' }

/** First line of every verb. */
export function permit(actor: Actor, verb: Verb, target: Target): Result<void> {
  return permitted(actor, verb, target) ? ok(undefined) : refused(NOT_PERMITTED)
}
