import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { incomingNumberFault, plainMailNumber } from '../../law/requests/service.ts'
import type { Actor } from '../../record/people/roles.ts'
import { refusalToAttach } from '../../record/requests/checks-archive.ts'
import { fold } from '../../record/requests/fold.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { addIncomingMail, incomingMailOf } from '../../store/intake.sql.ts'
import { actsOf, lockCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { caseToDo } from './view-intake.ts'

const NOT_BY_MAIL: Refusal = {
  code: 'field-invalid',
  say: '本件不是以挂号信或者特快专递收到的，没有来件号。',
  then: '渠道登记有误的，请在备注中写明，并联系系统管理员。',
  field: 'number',
}

/** 来件号: on the envelope of a registered or express letter; with the page signed for it proves the day of receipt (Art 31(2)). */
export async function noteIncomingMail(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; number: string },
): Promise<Result<{ caseId: string }>> {
  const found = await caseToDo(ctx, actor, 'requests.register', input.caseId)
  if (!found.ok) return found
  const number = plainMailNumber(input.number)
  const fault = incomingNumberFault(number)
  if (fault) return refused({ ...fault, field: 'number' })
  return ctx.transact(async (tx): Promise<Result<{ caseId: string }>> => {
    const row = await lockCase(tx, actor.agencyId, input.caseId)
    if (!row) throw new Error('found a moment ago')
    const folded = fold(await actsOf(tx, row.agency_id, row.id))
    if (folded.via !== 'signed-mail') return refused(NOT_BY_MAIL)
    const closed = refusalToAttach(folded)
    if (closed) return refused(closed)
    const before = (await incomingMailOf(tx, row.agency_id, row.id)).at(-1)?.number
    if (before === number) return ok({ caseId: row.id })
    await addIncomingMail(tx, {
      agency_id: row.agency_id,
      case_id: row.id,
      number,
      noted_by: actor.id,
      noted_on: ctx.today(),
      noted_at: ctx.now().toISOString(),
    })
    await appendAudit(tx, {
      agencyId: row.agency_id,
      actorId: actor.id,
      verb: 'requests.noteIncomingMail',
      target: row.number,
      detail: { number, ...(before ? { former: before } : {}) },
    })
    return ok({ caseId: row.id })
  })
}
