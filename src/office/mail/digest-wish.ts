/** 每日提醒: whether an officer wishes it, and where to. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { isEmail } from '../../law/requests/form.ts'
import type { DigestWishView } from '../../record/mail/view.ts'
import type { Actor } from '../../record/people/roles.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { digestWishOf, setDigestWish } from '../../store/mail.sql.ts'
import type { OfficeContext } from '../context.ts'
import { permit } from '../people/permit.ts'

export async function digestWish(ctx: OfficeContext, actor: Actor): Promise<Result<DigestWishView>> {
  const allowed = permit(actor, 'people.view', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const wish = await digestWishOf(ctx.db, actor.agencyId, actor.id)
  return ok({ offered: ctx.mail !== null, email: wish ? ctx.vault.open<string>(wish.sealed) : null })
}

/** null: no digest any more. */
export async function setDigest(
  ctx: OfficeContext,
  actor: Actor,
  input: { email: string | null },
): Promise<Result<DigestWishView>> {
  const allowed = permit(actor, 'people.view', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  if (input.email !== null && ctx.mail === null)
    return refused({ code: 'unavailable', say: '没有设置邮件服务器。', then: '请系统管理员设置后再使用邮件提醒。' })
  if (input.email !== null && !isEmail(input.email))
    return refused({ code: 'field-invalid', say: '电子邮箱不正确。', then: '请核对邮箱地址。', field: 'email' })
  const sealed = input.email === null ? null : ctx.vault.seal(input.email)
  await ctx.transact(async (tx) => {
    await setDigestWish(tx, actor.agencyId, actor.id, sealed)
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'people.setDigest', target: actor.id })
  })
  return digestWish(ctx, actor)
}
