import { reg } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { ServiceMethod } from '../../law/requests/vocabulary.ts'
import type { AmendmentContent, AmendmentDecision } from '../../record/amendments/model.ts'
import { checkLetter } from '../../record/letters/check.ts'
import { composeLetter } from '../../record/letters/compose.ts'
import type { LetterFacts } from '../../record/letters/facts.ts'
import type { Requester } from '../../record/people/requester.ts'
import type { Actor } from '../../record/people/roles.ts'
import { addAmendmentAct, amendmentActs, type AmendmentRecord, findAmendment } from '../../store/amendments.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn, legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, permit } from '../people/permit.ts'

async function found(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<AmendmentRecord>> {
  const allowed = permit(actor, 'amendments.handle', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const record = await findAmendment(ctx.db, actor.agencyId, id)
  return record ? ok(record) : refused(NOT_FOUND)
}

function dayFault(on: LocalDate, since: LocalDate, today: LocalDate) {
  if (on > today) return refused({ code: 'date-in-future', say: '日期晚于今天。', then: '请填写今天或之前的日期。', field: 'on' })
  if (on < since)
    return refused({
      code: 'date-before-cause',
      say: `日期早于${chineseDate(since)}。`,
      then: `请填写${chineseDate(since)}或之后的日期。`,
      field: 'on',
    })
  return null
}

/** 作出更正决定 (Art 41): amended, refused with reasons, sent on, or told where to go; the letter D26 goes with it. */
export async function decideAmendment(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; decision: AmendmentDecision },
): Promise<Result<{ amendmentId: string }>> {
  const matter = await found(ctx, actor, input.id)
  if (!matter.ok) return matter
  const record = matter.value
  const { decision } = input
  if (record.decided_on)
    return refused({ code: 'already-done', say: `已于${chineseDate(record.decided_on)}作出决定。`, then: '无需再次办理。' })
  const wrongDay = dayFault(decision.on, record.received_on, ctx.today())
  if (wrongDay) return wrongDay
  const content = ctx.vault.open<AmendmentContent>(record.content_sealed)
  if (decision.result === 'amended' && content.evidence === '')
    return refused({
      code: 'field-missing',
      say: '没有登记证明记录不准确的证据。',
      then: '要求更正须有证据证明；请申请人提供，或者写明本机关查明的依据后另行登记。',
      cite: reg('41'),
      field: 'result',
    })
  if (decision.result === 'refused' && decision.reasons === '')
    return refused({
      code: 'field-missing',
      say: '不予更正没有写明理由。',
      then: '请写明核查的经过，以及证据为什么不能证明记录不准确。',
      cite: reg('41'),
      field: 'reasons',
    })
  const elsewhere = decision.result === 'transferred' || decision.result === 'pointed'
  if (elsewhere && !decision.to)
    return refused({
      code: 'field-missing',
      say: '没有写明有权更正的机关和联系方式。',
      then: '不属于本机关职能范围的，转送有权更正的机关并告知申请人，或者告知申请人向其提出。',
      cite: reg('41'),
      field: 'to',
    })
  const facts = await letterFacts(ctx, record, content, decision)
  const letter = composeLetter('D26', facts)
  const faults = checkLetter(letter, facts)
  if (faults.length > 0) return refused(...faults)
  await ctx.transact(async (tx) => {
    const act = { agencyId: record.agency_id, id: record.id, kind: 'decided' as const, on: decision.on, actorId: actor.id }
    await addAmendmentAct(tx, { ...act, seq: 1, sealed: ctx.vault.seal({ decision, letter }) })
    await tx
      .updateTable('amendment')
      .set({ result: decision.result, decided_on: decision.on })
      .where('agency_id', '=', record.agency_id)
      .where('id', '=', record.id)
      .execute()
    await appendAudit(tx, {
      agencyId: record.agency_id,
      actorId: actor.id,
      verb: 'amendments.handle',
      target: record.number,
      detail: { what: decision.result },
    })
  })
  return ok({ amendmentId: record.id })
}

async function letterFacts(
  ctx: OfficeContext,
  record: AmendmentRecord,
  content: AmendmentContent,
  { on, result, reasons, to }: AmendmentDecision,
): Promise<LetterFacts<'D26'>> {
  const [agency, { readings }] = await Promise.all([agencyOn(ctx.db, record.agency_id, on), legalSetting(ctx, record.agency_id)])
  const requester = ctx.vault.open<Requester>(record.requester_sealed)
  return {
    agency: agency.details,
    requester: { name: requester.name, kind: requester.kind },
    request: {
      number: record.number,
      subject: content.record,
      submittedOn: record.received_on,
      via: record.via,
      receivedOn: record.received_on,
      correctedOn: null,
    },
    number: `${record.number}-答`,
    date: on,
    readings,
    electronic: false,
    act: { result, record: content.record, reasons, to },
  }
}

/** 登记送达 of the decision, with proof. */
export async function serveAmendment(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; on: LocalDate; by: ServiceMethod; proof: string },
): Promise<Result<{ amendmentId: string }>> {
  const matter = await found(ctx, actor, input.id)
  if (!matter.ok) return matter
  const record = matter.value
  if (!record.decided_on) return refused({ code: 'not-replied-yet', say: '还没有作出决定。', then: '先作出更正决定。' })
  if (record.served_on)
    return refused({ code: 'already-done', say: `已于${chineseDate(record.served_on)}送达。`, then: '无需再次登记。' })
  const wrongDay = dayFault(input.on, record.decided_on, ctx.today())
  if (wrongDay) return wrongDay
  await ctx.transact(async (tx) => {
    const seq = (await amendmentActs(tx, record.agency_id, record.id)).length
    const act = { agencyId: record.agency_id, id: record.id, kind: 'served' as const, on: input.on, actorId: actor.id }
    await addAmendmentAct(tx, { ...act, seq, sealed: ctx.vault.seal({ by: input.by, proof: input.proof }) })
    await tx
      .updateTable('amendment')
      .set({ served_on: input.on })
      .where('agency_id', '=', record.agency_id)
      .where('id', '=', record.id)
      .execute()
    await appendAudit(tx, {
      agencyId: record.agency_id,
      actorId: actor.id,
      verb: 'amendments.handle',
      target: record.number,
      detail: { what: input.by },
    })
  })
  return ok({ amendmentId: record.id })
}
