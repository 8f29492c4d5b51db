/** 对更正（转送）告知书的争议卷: the same file as over a reply; the matter itself has no acts of it, and table 四 counts the file. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { chineseDate, yearOf } from '../../law/date.ts'
import type { DisputeAct, DisputeActOf } from '../../record/disputes/acts.ts'
import { closedOn, foldDispute } from '../../record/disputes/fold.ts'
import { actRefusal, unlawfulOpening } from '../../record/disputes/may.ts'
import type { Actor } from '../../record/people/roles.ts'
import type { Requester } from '../../record/people/requester.ts'
import { personsOf } from '../../record/requests/plain-act.ts'
import { type AmendmentRecord, lockAmendment } from '../../store/amendments.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import {
  addDispute,
  addDisputeAct,
  disputeActs,
  disputeCommandDone,
  type DisputeRecord,
  disputesOfAmendment,
  findDispute,
} from '../../store/disputes.sql.ts'
import { nextNumber } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn, legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, permit } from '../people/permit.ts'
import { besideRefusal, filesOf } from './open-dispute.ts'
import { CHANGED, plainDisputeAct } from './plain-dispute-act.ts'

/** 建立争议卷. The file's id is the command's, so that the same command makes one file. */
export async function openAmendmentDispute(
  ctx: OfficeContext,
  actor: Actor,
  input: { commandId: string; amendmentId: string; opened: DisputeActOf<'opened'> },
): Promise<Result<{ disputeId: string }>> {
  const allowed = permit(actor, 'requests.dispute', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const { commandId, amendmentId, opened } = input
  return ctx.transact(async (tx) => {
    const record = await lockAmendment(tx, actor.agencyId, amendmentId)
    if (!record) return refused(NOT_FOUND)
    const agencyId = record.agency_id
    const known = await disputesOfAmendment(tx, agencyId, amendmentId)
    if (known.some(({ id }) => id === commandId)) return ok({ disputeId: commandId })
    const setting = await legalSetting({ db: tx, today: ctx.today }, agencyId)
    const refusal =
      openingFault(record, opened, ctx) ??
      unlawfulOpening(opened, record.received_on) ??
      besideRefusal(opened, await filesOf(tx, known), false, setting)
    if (refusal) return refused(refusal)
    const { details } = await agencyOn(tx, agencyId, ctx.today())
    const year = yearOf(ctx.today())
    const serial = await nextNumber(tx, agencyId, 'dispute', year)
    const number = `${details.shortName}公开争〔${year}〕${serial}号`
    const { path, on } = opened
    await addDispute(tx, { agencyId, id: commandId, caseId: null, amendmentId, number, year, serial, path, on })
    const act = plainDisputeAct(opened, personsOf(ctx.vault.open<Requester>(record.requester_sealed), []))
    await addDisputeAct(tx, {
      agencyId,
      disputeId: commandId,
      seq: 0,
      actorId: actor.id,
      commandId,
      recordedAt: ctx.now(),
      act,
      closedOn: null,
    })
    const detail = { dispute: number, deed: 'opened' }
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'requests.dispute', target: record.number, detail })
    return ok({ disputeId: commandId })
  })
}

function openingFault(
  { decided_on, received_on, withdrawn_on }: AmendmentRecord,
  { on }: DisputeActOf<'opened'>,
  ctx: OfficeContext,
) {
  if (withdrawn_on)
    return { code: 'case-closed', say: '申请人已撤回，没有可以复议、诉讼的决定。', then: '无需办理。', field: 'on' } as const
  if (on > ctx.today())
    return { code: 'date-in-future', say: '日期晚于今天。', then: '请填写今天或之前的日期。', field: 'on' } as const
  const from = decided_on ?? received_on
  if (on >= from) return null
  const what = decided_on ? '作出更正决定' : '收到更正申请'
  return {
    code: 'date-before-cause',
    say: `日期早于“${what}”（${chineseDate(from)}）。`,
    then: `请填写${chineseDate(from)}或之后的日期。`,
    field: 'on',
  } as const
}

/** 登记争议的经过, behind the lock of the matter. What an order wants done is recorded as 履行完毕: nothing else opens again. */
export async function recordAmendmentDispute(
  ctx: OfficeContext,
  actor: Actor,
  { amendment_id, id }: DisputeRecord,
  input: { commandId: string; seen: number; act: DisputeAct },
): Promise<Result<{ disputeId: string }>> {
  const allowed = permit(actor, 'requests.dispute', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  return ctx.transact(async (tx) => {
    const record = amendment_id && (await lockAmendment(tx, actor.agencyId, amendment_id))
    const dispute = await findDispute(tx, actor.agencyId, id)
    if (!record || !dispute) return refused(NOT_FOUND)
    const agencyId = record.agency_id
    const acts = (await disputeActs(tx, agencyId, [id])).get(id) ?? []
    if (await disputeCommandDone(tx, agencyId, id, input.commandId)) return ok({ disputeId: id })
    if (dispute.acts !== input.seen) return refused(CHANGED)
    const { calendar } = await legalSetting({ db: tx, today: ctx.today }, agencyId)
    const refusal = actRefusal(foldDispute(acts), input.act, { today: ctx.today(), calendar })
    if (refusal) return refused(refusal)
    const act = plainDisputeAct(input.act, personsOf(ctx.vault.open<Requester>(record.requester_sealed), []))
    const after = foldDispute([...acts, { seq: acts.length, act, recordedAt: '', actorId: actor.id }])
    await addDisputeAct(tx, {
      agencyId,
      disputeId: id,
      seq: acts.length,
      actorId: actor.id,
      commandId: input.commandId,
      recordedAt: ctx.now(),
      act,
      closedOn: closedOn(after),
    })
    const detail = { dispute: dispute.number, deed: act.kind }
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'requests.dispute', target: record.number, detail })
    return ok({ disputeId: id })
  })
}
