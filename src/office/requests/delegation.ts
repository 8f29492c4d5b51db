/** 授权: by whose authority a reply, or a decision on an amendment, is approved. */
import type { LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { Actor } from '../../record/people/roles.ts'
import { delegationOn } from '../../store/deciding.sql.ts'
import type { OfficeContext } from '../context.ts'
import type { Matter } from './perform.ts'

/** A deputy decides only under a delegation of the head in force today; the head needs none. `what`: 答复、更正决定. */
export async function authorityFor(
  db: OfficeContext['db'],
  by: Actor,
  today: LocalDate,
  what: string,
): Promise<Result<string | null>> {
  if (by.roles.includes('head')) return ok(null)
  const given = await delegationOn(db, by.agencyId, by.id, today)
  if (given) return ok(given.id)
  return refused({
    code: 'delegation-needed',
    say: `您今天没有单位主要负责人的书面授权，不能审批${what}。`,
    then: '请由单位主要负责人审批，或者由其先在“授权与代理”作出书面授权。',
  })
}

export function delegation({ tx, actor, today }: Matter): Promise<Result<string | null>> {
  return authorityFor(tx, actor, today, '答复')
}

/** Why a deputy may not decide today, for the page; null for whoever may. */
export async function delegationRefusal(matter: Matter): Promise<Refusal | null> {
  const given = await delegation(matter)
  return given.ok ? null : (given.refusals[0] ?? null)
}
