import { chineseDate, type LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { clockRefusals } from '../../law/requests/clock.ts'
import { requestRefusal } from '../../law/scope.ts'
import { checkRequestForm } from '../../law/requests/form.ts'
import { receivedOnSubmission } from '../../law/requests/receipt.ts'
import type { IntakeChannel } from '../../law/requests/vocabulary.ts'
import type { Requester, RequestContent } from '../../record/people/requester.ts'
import type { Actor } from '../../record/people/roles.ts'
import { type Act, isClockAct } from '../../record/requests/acts.ts'
import { caseOfCommand } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn, legalSetting } from '../people/agencies.ts'
import { permit } from '../people/permit.ts'
import { type Opened, openCase, queryCodeOf } from './open-case.ts'

export interface RegisterRequest {
  commandId: string
  requester: Requester
  content: RequestContent
  via: IntakeChannel
  submittedOn: LocalDate
  receivedOn: LocalDate | null
}

/** Registered with the day of signature, or confirmed with the requester on the spot: that day is the day of receipt. */
const RECEIVED_AT_ONCE: readonly IntakeChannel[] = ['signed-mail', 'oral']

/** 代为登记: counter, signed and ordinary post, fax, e-mail, oral. The officer's day of registration is not the day of receipt. */
export async function registerRequest(ctx: OfficeContext, actor: Actor, input: RegisterRequest): Promise<Result<Opened>> {
  const allowed = permit(actor, 'requests.register', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const faults = [...checkRequestForm(input.requester, input.content), ...dayFaults(input, ctx.today())]
  if (faults.length > 0) return refused(...faults)
  const agency = await agencyOn(ctx.db, actor.agencyId, ctx.today())
  const outOfScope = requestRefusal(agency.regime)
  if (outOfScope) return refused(outOfScope)
  const setting = await legalSetting(ctx, agency.id)
  const again = await caseOfCommand(ctx.db, agency.id, input.commandId)
  if (again) return repeat(ctx, agency.id, again, input.commandId)
  const atOnce = RECEIVED_AT_ONCE.includes(input.via) || receivedOnSubmission(input.via, setting.readings)
  const receivedOn = input.receivedOn ?? (atOnce ? input.submittedOn : null)
  const acts: Act[] = [{ kind: 'submitted', on: input.submittedOn, via: input.via }]
  if (receivedOn && input.via !== 'in-person') acts.push({ kind: 'received', on: receivedOn, via: input.via })
  const tooEarly = clockRefusals(acts.filter(isClockAct), setting.readings)
  if (tooEarly.length > 0) return refused(...tooEarly.map((fault) => ({ ...fault, field: 'submittedOn' })))
  try {
    const opened = await ctx.transact((tx) =>
      openCase(ctx, tx, {
        agency,
        setting,
        requester: input.requester,
        content: input.content,
        acts,
        actorId: actor.id,
        commandId: input.commandId,
        verb: 'requests.register',
      }),
    )
    return ok(opened)
  } catch (error) {
    // Sent twice at once: the other one made the case.
    const raced = await caseOfCommand(ctx.db, agency.id, input.commandId)
    if (raced) return repeat(ctx, agency.id, raced, input.commandId)
    throw error
  }
}

function dayFaults(input: RegisterRequest, today: LocalDate): Refusal[] {
  const faults: Refusal[] = []
  if (input.submittedOn > today)
    faults.push({
      code: 'date-in-future',
      say: '提交日期晚于今天。',
      then: `请填写${chineseDate(today)}或之前的日期。`,
      field: 'submittedOn',
    })
  if (input.receivedOn && input.receivedOn > today)
    faults.push({
      code: 'date-in-future',
      say: '收到之日晚于今天。',
      then: `请填写${chineseDate(today)}或之前的日期。`,
      field: 'receivedOn',
    })
  if (input.receivedOn && input.receivedOn < input.submittedOn)
    faults.push({
      code: 'date-before-cause',
      say: '收到之日早于提交之日。',
      then: `请填写${chineseDate(input.submittedOn)}或之后的日期。`,
      field: 'receivedOn',
    })
  return faults
}

/** A retried post: the case stands, and its code is the same. */
async function repeat(ctx: OfficeContext, agencyId: string, id: string, commandId: string): Promise<Result<Opened>> {
  const row = await ctx.db
    .selectFrom('request_case')
    .select('number')
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return ok({ id, number: row.number, queryCode: queryCodeOf(ctx, commandId) })
}
