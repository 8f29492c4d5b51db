import { type Result, ok, refused } from '../../law/refusal.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { officerByLogin } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { SYSTEM_ACTOR_ID } from '../context.ts'
import { hashPassword, randomPassword } from './sign-in.ts'

/** 重设密码, by whoever runs the server: a new random password, told once; open sessions end, a lock is lifted. */
export async function resetPassword(ctx: OfficeContext, login: string): Promise<Result<{ login: string; password: string }>> {
  const officer = await officerByLogin(ctx.db, login)
  if (!officer) return refused({ code: 'not-found', say: '没有这个账号。', then: '请核对账号。' })
  const password = randomPassword()
  const passwordHash = await hashPassword(password)
  await ctx.transact(async (tx) => {
    await tx
      .updateTable('officer')
      .set({ password_hash: passwordHash, failed_attempts: 0, locked_until: null })
      .where('id', '=', officer.id)
      .execute()
    await tx.deleteFrom('session').where('officer_id', '=', officer.id).execute()
    await appendAudit(tx, {
      agencyId: officer.agency_id,
      actorId: SYSTEM_ACTOR_ID,
      verb: 'people.resetPassword',
      target: officer.id,
    })
  })
  return ok({ login, password })
}
