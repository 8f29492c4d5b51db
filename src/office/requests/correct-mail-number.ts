import { type Result, ok, refused } from '../../law/refusal.ts'
import { postalNumber } from '../../law/requests/service.ts'
import type { Actor } from '../../record/people/roles.ts'
import { openDispatches } from '../../record/requests/service.ts'
import type { OfficeContext } from '../context.ts'
import { type Command, guard, perform } from './perform.ts'

/** 更正邮件号码: it was copied wrongly. The posting stands on its day with the right number; the wrong one stays to be read, struck out. */
export function correctMailNumber(
  ctx: OfficeContext,
  actor: Actor,
  input: Command & { of: number; mailNumber: string },
): Promise<Result<{ caseId: string }>> {
  return perform(ctx, actor, input, 'requests.annul', (matter) => {
    const guarded = guard(matter, 'annulled', matter.today)
    if (!guarded.ok) return guarded
    const sent = openDispatches(matter.folded).find(({ seq }) => seq === input.of)?.act
    if (sent?.kind !== 'dispatched' || sent.by !== 'signed-mail')
      return refused({
        code: 'letter-not-sent',
        say: '没有这一次交寄，或者已经登记退回、送达。',
        then: '请刷新页面；已经登记结果的，先在“办理经过”更正那一步。',
        field: 'mailNumber',
      })
    const number = postalNumber(input.mailNumber)
    if (!number.ok) return number
    if (number.value === sent.mailNumber)
      return refused({
        code: 'already-done',
        say: '与原来登记的号码相同。',
        then: '请对照收寄凭证填写正确的号码。',
        field: 'mailNumber',
      })
    return ok({
      acts: [
        { kind: 'annulled', on: matter.today, of: input.of, reason: '邮件号码登记有误' },
        { ...sent, mailNumber: number.value },
      ],
    })
  })
}
