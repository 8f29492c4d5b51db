/** 授权: by whose authority a reply is decided. */
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { delegationOn } from '../../store/deciding.sql.ts'
import type { Matter } from './perform.ts'

const NO_DELEGATION: Refusal = {
  code: 'delegation-needed',
  say: '您今天没有单位主要负责人的书面授权，不能审批答复。',
  then: '请由单位主要负责人审批，或者由其先在“授权与代理”作出书面授权。',
}

/** A deputy decides only under a delegation of the head in force today; the head needs none. */
export async function delegation({ tx, row, actor, today }: Matter): Promise<Result<string | null>> {
  if (actor.roles.includes('head')) return ok(null)
  const given = await delegationOn(tx, row.agency_id, actor.id, today)
  return given ? ok(given.id) : refused(NO_DELEGATION)
}

/** Why a deputy may not decide today, for the page; null for whoever may. */
export async function delegationRefusal(matter: Matter): Promise<Refusal | null> {
  return (await delegation(matter)).ok ? null : NO_DELEGATION
}
