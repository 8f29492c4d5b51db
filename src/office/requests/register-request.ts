import { chineseDate, type LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { clockRefusals } from '../../law/requests/clock.ts'
import { requestRefusal } from '../../law/scope.ts'
import { type AnnouncedRule, type Arrival, proposeReceipt, receiptFault } from '../../law/requests/receipt-wizard.ts'
import { incomingNumberFault, plainMailNumber } from '../../law/requests/service.ts'
import type { IntakeChannel } from '../../law/requests/vocabulary.ts'
import type { Requester, RequestContent } from '../../record/people/requester.ts'
import type { Actor } from '../../record/people/roles.ts'
import { type Act, type ContactWay, isClockAct } from '../../record/requests/acts.ts'
import { blankRefusal } from '../../record/requests/intake.ts'
import { linkCases, noteTriage } from '../../store/intake.sql.ts'
import { caseOfCommand } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn, legalSetting } from '../people/agencies.ts'
import { permit } from '../people/permit.ts'
import { furtherCommand, type Opened, openCase, queryCodeOf } from './open-case.ts'

/** How it came, as far as the day of receipt depends on it. */
export interface HowItCame {
  signedOn?: LocalDate | undefined
  /** Which desk signed: gatehouse, a section, a leader's office. */
  signedAt?: string | undefined
  /** 来件号 of a registered or express letter, as copied or scanned. */
  mailNumber?: string | undefined
  contactedOn?: LocalDate | undefined
  contactedBy?: ContactWay | undefined
  announced?: AnnouncedRule | undefined
}

export interface RegisterRequest {
  commandId: string
  requester: Requester
  content: RequestContent
  via: IntakeChannel
  submittedOn: LocalDate
  receivedOn: LocalDate | null
  came?: HowItCame | undefined
  /** Whoever registers it can not tell what is wanted: noted as a reason for correction. */
  unclear?: boolean | undefined
}

/**
 * 代为登记: counter, signed and ordinary post, fax, e-mail, oral. Number first: whatever is missing of Art 29 is a reason for
 * correction, none for turning the request away; only an empty form is none. The officer's day of registration is not the day of receipt.
 */
export async function registerRequest(ctx: OfficeContext, actor: Actor, input: RegisterRequest): Promise<Result<Opened>> {
  const registered = await registerAll(ctx, actor, input, [input.requester])
  if (!registered.ok) return registered
  const [opened] = registered.value
  if (!opened) throw new Error('one requester, one case')
  return ok(opened)
}

/** 多人分别提出同样的申请: registered in one go, each with a number and a query code of its own, linked. */
export async function registerGroup(
  ctx: OfficeContext,
  actor: Actor,
  input: RegisterRequest & { others: readonly Requester[] },
): Promise<Result<Opened[]>> {
  return registerAll(ctx, actor, input, [input.requester, ...input.others])
}

async function registerAll(
  ctx: OfficeContext,
  actor: Actor,
  input: RegisterRequest,
  requesters: readonly Requester[],
): Promise<Result<Opened[]>> {
  const allowed = permit(actor, 'requests.register', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const agency = await agencyOn(ctx.db, actor.agencyId, ctx.today())
  const outOfScope = requestRefusal(agency.regime)
  if (outOfScope) return refused(outOfScope)
  const setting = await legalSetting(ctx, agency.id)
  const arrival = arrivalOf(input)
  const wrongDay = receiptFault(arrival, input.receivedOn, setting.calendar, setting.readings)
  const incomingMail = input.via === 'signed-mail' ? plainMailNumber(input.came?.mailNumber ?? '') : ''
  const wrongNumber = incomingMail === '' ? null : incomingNumberFault(incomingMail)
  const blank = blankRefusal(input.requester, input.content, input.unclear ?? false)
  const faults = [
    ...(blank ? [blank] : []),
    ...dayFaults(input, ctx.today()),
    ...(wrongDay ? [wrongDay] : []),
    ...(wrongNumber ? [{ ...wrongNumber, field: 'came.mailNumber' }] : []),
  ]
  if (faults.length > 0) return refused(...faults)
  const commands = requesters.map((_, n) => (n === 0 ? input.commandId : furtherCommand(ctx, input.commandId, n)))
  const again = await caseOfCommand(ctx.db, agency.id, input.commandId)
  if (again) return repeat(ctx, agency.id, commands)
  const acts = actsOfArrival(input, proposeReceipt(arrival, setting.calendar, setting.readings).receivedOn)
  const tooEarly = clockRefusals(acts.filter(isClockAct), setting.readings)
  if (tooEarly.length > 0) return refused(...tooEarly.map((fault) => ({ ...fault, field: 'submittedOn' })))
  const opening = {
    agency,
    setting,
    content: input.content,
    acts,
    ...(incomingMail && { incomingMail }),
    actorId: actor.id,
    verb: 'requests.register',
  }
  try {
    const opened = await ctx.transact(async (tx) => {
      const cases: Opened[] = []
      for (const [n, requester] of requesters.entries()) {
        const made = await openCase(ctx, tx, { ...opening, requester, commandId: commands[n] ?? input.commandId })
        if (input.unclear)
          await noteTriage(tx, { agency_id: agency.id, case_id: made.id, looks_like: null, unclear: true, officer_id: actor.id })
        const [first] = cases
        if (first)
          await linkCases(tx, {
            agencyId: agency.id,
            caseId: first.id,
            otherId: made.id,
            kind: 'group',
            position: n + 1,
            by: actor.id,
          })
        cases.push(made)
      }
      return cases
    })
    return ok(opened)
  } catch (error) {
    // Sent twice at once: the other one made the case.
    if (await caseOfCommand(ctx.db, agency.id, input.commandId)) return repeat(ctx, agency.id, commands)
    throw error
  }
}

/** What the day of receipt follows from. Of signed post the day claimed is the day of signature, unless the envelope says another. */
function arrivalOf({ via, submittedOn, receivedOn, came }: RegisterRequest): Arrival {
  return {
    via,
    arrivedOn: submittedOn,
    signedOn: came?.signedOn ?? receivedOn ?? submittedOn,
    contactedOn: came?.contactedOn,
    confirmedOn: receivedOn ?? undefined,
    announced: came?.announced,
  }
}

function actsOfArrival({ via, submittedOn, came }: RegisterRequest, receivedOn: LocalDate | null): Act[] {
  const acts: Act[] = [{ kind: 'submitted', on: submittedOn, via, ...(came?.signedAt && { signedAt: came.signedAt }) }]
  const { contactedOn, contactedBy = 'phone' } = came ?? {}
  if (contactedOn) acts.push({ kind: 'contacted', on: contactedOn, how: contactedBy, reached: contactedOn === receivedOn })
  if (receivedOn && via !== 'in-person') acts.push({ kind: 'received', on: receivedOn, via })
  return acts
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
  const contactedOn = input.came?.contactedOn
  if (contactedOn && (contactedOn < input.submittedOn || contactedOn > today))
    faults.push({
      code: 'date-before-cause',
      say: '联系申请人的日期应在申请到达之后、今天之前。',
      then: `请填写${chineseDate(input.submittedOn)}至${chineseDate(today)}之间的日期。`,
      field: 'came.contactedOn',
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

/** A retried post: the cases stand, and their codes are the same. */
async function repeat(ctx: OfficeContext, agencyId: string, commands: readonly string[]): Promise<Result<Opened[]>> {
  const opened = await Promise.all(
    commands.map(async (commandId) => {
      const row = await ctx.db
        .selectFrom('command as m')
        .innerJoin('request_case as c', (join) => join.onRef('c.agency_id', '=', 'm.agency_id').onRef('c.id', '=', 'm.case_id'))
        .select(['c.id', 'c.number'])
        .where('m.agency_id', '=', agencyId)
        .where('m.command_id', '=', commandId)
        .executeTakeFirstOrThrow()
      return { ...row, queryCode: queryCodeOf(ctx, commandId) }
    }),
  )
  return ok(opened)
}
