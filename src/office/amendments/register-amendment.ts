import { reg } from '../../law/cite.ts'
import { chineseDate, type LocalDate, yearOf } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { IntakeChannel } from '../../law/requests/vocabulary.ts'
import type { AmendmentContent } from '../../record/amendments/model.ts'
import type { Requester } from '../../record/people/requester.ts'
import type { Actor } from '../../record/people/roles.ts'
import { personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import { addAmendment, addAmendmentAct, findAmendment } from '../../store/amendments.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { isDuplicate } from '../../store/database.ts'
import { findCase, nextNumber } from '../../store/requests.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { permit } from '../people/permit.ts'
import { issue } from '../requests/letters.ts'
import { guard, perform } from '../requests/perform.ts'

interface NewAmendment {
  agencyId: string
  id: string
  requester: Requester
  content: AmendmentContent
  via: IntakeChannel
  receivedOn: LocalDate
  fromCase: string | null
}

async function store(ctx: OfficeContext, tx: Tx, actor: Actor, given: NewAmendment): Promise<string> {
  const { agencyId, id, requester, content } = given
  const year = yearOf(ctx.today())
  const serial = await nextNumber(tx, agencyId, 'amendment', year)
  const agency = await agencyOn(tx, agencyId, ctx.today())
  const number = `${agency.details.shortName}公开更〔${year}〕${serial}号`
  await addAmendment(tx, {
    agency_id: agencyId,
    id,
    number,
    number_year: year,
    number_serial: serial,
    subject: withoutPersons(content.record, personsOf(requester, [])),
    via: given.via,
    received_on: given.receivedOn,
    requester_sealed: ctx.vault.seal(requester),
    content_sealed: ctx.vault.seal(content),
    from_case: given.fromCase,
  })
  const act = { agencyId, id, kind: 'received' as const, on: given.receivedOn, actorId: actor.id }
  await addAmendmentAct(tx, { ...act, commandId: id, recordedAt: ctx.now(), seq: 0, sealed: ctx.vault.seal({ via: given.via }) })
  return number
}

/** 登记更正申请 (Art 41): its own register and number. The id is the command's: the same command registers once. */
export async function registerAmendment(
  ctx: OfficeContext,
  actor: Actor,
  input: { commandId: string; requester: Requester; content: AmendmentContent; via: IntakeChannel; receivedOn: LocalDate },
): Promise<Result<{ amendmentId: string }>> {
  const allowed = permit(actor, 'amendments.handle', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const { commandId: id, receivedOn } = input
  if (receivedOn > ctx.today())
    return refused({ code: 'date-in-future', say: '收到之日晚于今天。', then: '请填写今天或之前的日期。', field: 'receivedOn' })
  if (input.requester.name === '')
    return refused({
      code: 'field-missing',
      say: '没有填写申请人的姓名或者名称。',
      then: '更正的是与其自身相关的记录，请按证件填写。',
      cite: reg('41'),
      field: 'requester.name',
    })
  if (await findAmendment(ctx.db, actor.agencyId, id)) return ok({ amendmentId: id })
  try {
    await ctx.transact(async (tx) => {
      const number = await store(ctx, tx, actor, { ...input, agencyId: actor.agencyId, id, fromCase: null })
      await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'amendments.register', target: number })
    })
  } catch (error) {
    // The same command at the same moment: the other one has registered it, and this one's number was given back.
    if (!isDuplicate(error)) throw error
  }
  return ok({ amendmentId: id })
}

/**
 * 转为更正申请 (G21): a request for information that really asks to amend one's own record. With the requester's consent the request
 * is withdrawn, and the matter goes on in its own register with the day on which it was received.
 */
export async function convertToAmendment(
  ctx: OfficeContext,
  actor: Actor,
  input: { commandId: string; caseId: string; on: LocalDate; content: AmendmentContent; consent: boolean },
): Promise<Result<{ amendmentId: string }>> {
  const { commandId: id, caseId, on } = input
  const row = await findCase(ctx.db, actor.agencyId, caseId)
  const command = { commandId: id, caseId, seen: row?.acts ?? 0, on }
  const done = await perform(ctx, actor, command, 'requests.withdraw', (matter) => {
    const guarded = guard(matter, 'withdrawn', on)
    if (!guarded.ok) return guarded
    const { receivedOn, via } = matter.folded
    if (!input.consent)
      return refused({
        code: 'field-missing',
        say: '转为更正申请须经申请人同意。',
        then: '请与申请人联系：要求更正与自身相关的记录的，同意后转办，收到之日不变；不同意的，仍按政府信息公开申请办理。',
        cite: reg('41'),
        field: 'consent',
      })
    if (!receivedOn)
      return refused({ code: 'not-received-yet', say: '还没有确认收到申请。', then: '先“确认收到”，再转为更正申请。' })
    return ok({
      acts: [{ kind: 'withdrawn', on, note: `经申请人同意，转为更正申请，收到之日仍为${chineseDate(receivedOn)}` }],
      letters: [issue(matter, 'D27', on, { withdrawnOn: on })],
      also: async (tx) => {
        const { requester } = matter
        const given = { agencyId: actor.agencyId, id, requester, content: input.content, via, receivedOn, fromCase: caseId }
        await store(ctx, tx, actor, given)
      },
    })
  })
  return done.ok ? ok({ amendmentId: id }) : done
}
