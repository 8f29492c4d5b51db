/** What every handler is, and the two shapes that most of them have. */
import type { Result } from '../../../law/refusal.ts'
import { ok } from '../../../law/refusal.ts'
import type { OfficeContext } from '../../../office/context.ts'
import { viewCase } from '../../../office/requests/view-case.ts'
import type { EndpointName, Outputs, Parsed } from '../contract.ts'
import type { Staff } from '../staff.ts'

type Handler<N extends EndpointName> = (office: OfficeContext, staff: Staff, input: Parsed<N>) => Promise<Result<Outputs[N]>>
export type Handled = Exclude<EndpointName, 'session.get' | 'session.signIn' | 'session.signOut'>
export type Handlers<N extends Handled> = { [K in N]: Handler<K> }

/** A deed on a case, then the case as it stands after it. */
export async function thenView(
  office: OfficeContext,
  staff: Staff,
  done: Promise<Result<{ caseId: string }>>,
): Promise<Result<Outputs['requests.get']>> {
  const result = await done
  return result.ok ? viewCase(office, staff.actor, result.value.caseId) : result
}

export async function rows<T>(result: Promise<Result<T[]>>): Promise<Result<{ rows: T[] }>> {
  const given = await result
  return given.ok ? ok({ rows: given.value }) : given
}
