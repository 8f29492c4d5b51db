import type { OfficerRow } from '../../record/people/view.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted, type Role, rolesApart } from '../../record/people/roles.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { officersOf } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from './permit.ts'

/** 机构人员 */
export async function listPeople(ctx: OfficeContext, actor: Actor): Promise<Result<OfficerRow[]>> {
  if (!permitted(actor, 'people.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const officers = await officersOf(ctx.db, actor.agencyId)
  return ok(
    officers.map((officer) => ({
      id: officer.id,
      name: officer.name,
      login: officer.login,
      position: officer.position,
      roles: officer.roles,
      sectionName: officer.section_name,
      active: officer.active,
    })),
  )
}

/** 调整角色. Nobody changes the own roles, so that power is never taken alone. */
export async function setRoles(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; roles: Role[] },
): Promise<Result<OfficerRow[]>> {
  if (!permitted(actor, 'people.manage', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  if (input.id === actor.id)
    return refused({ code: 'not-permitted', say: '不能调整自己的角色。', then: '请由另一位系统管理员办理。' })
  const apart = rolesApart(input.roles)
  if (apart) return refused(apart)
  const changed = await ctx.transact(async (tx) => {
    const row = await tx
      .updateTable('officer')
      .set({ roles: JSON.stringify(input.roles) })
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', input.id)
      .returning('login')
      .executeTakeFirst()
    if (row)
      await appendAudit(tx, {
        agencyId: actor.agencyId,
        actorId: actor.id,
        verb: 'people.setRoles',
        target: input.id,
        detail: { roles: input.roles },
      })
    return row
  })
  return changed ? listPeople(ctx, actor) : refused(NOT_FOUND)
}
