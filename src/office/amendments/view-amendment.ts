import { addWorkingDays } from '../../law/calendar.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { AmendmentContent, AmendmentRow, AmendmentView } from '../../record/amendments/model.ts'
import type { Letter } from '../../record/letters/model.ts'
import { maskRequester, type Requester } from '../../record/people/requester.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { amendmentActs, type AmendmentRecord, findAmendment, listAmendments as all } from '../../store/amendments.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { findCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, permit } from '../people/permit.ts'

const ACT_WORDS = { received: '收到更正申请', decided: '作出决定', served: '送达' } as const

function rowOf(record: AmendmentRecord): AmendmentRow {
  return {
    id: record.id,
    number: record.number,
    subject: record.subject,
    receivedOn: record.received_on,
    result: record.result,
    decidedOn: record.decided_on,
    servedOn: record.served_on,
  }
}

/** 更正登记簿 */
export async function listAmendments(ctx: OfficeContext, actor: Actor): Promise<Result<AmendmentRow[]>> {
  const allowed = permit(actor, 'amendments.view', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  return ok((await all(ctx.db, actor.agencyId)).map(rowOf))
}

/** 更正事项: what the person wrote is opened, so who read it is in the audit log. */
export async function viewAmendment(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<AmendmentView>> {
  const allowed = permit(actor, 'amendments.view', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const record = await findAmendment(ctx.db, actor.agencyId, id)
  if (!record) return refused(NOT_FOUND)
  const [{ calendar, readings }, acts, from] = await Promise.all([
    legalSetting(ctx, actor.agencyId),
    amendmentActs(ctx.db, actor.agencyId, id),
    record.from_case ? findCase(ctx.db, actor.agencyId, record.from_case) : null,
  ])
  await ctx.transact((tx) =>
    appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'amendments.view', target: record.number }),
  )
  return ok({
    ...rowOf(record),
    requester: maskRequester(ctx.vault.open<Requester>(record.requester_sealed)),
    via: record.via,
    content: ctx.vault.open<AmendmentContent>(record.content_sealed),
    fromCase: from ? { id: from.id, number: from.number } : null,
    targetOn: addWorkingDays(calendar, record.received_on, readings.amendmentTargetWorkingDays).date,
    acts: acts.map((act) => ({
      seq: act.seq,
      words: ACT_WORDS[act.kind],
      on: act.on_date,
      actorName: act.name ?? '（已离任人员）',
      recordedAt: act.recorded_at.toISOString(),
    })),
    mayHandle: permitted(actor, 'amendments.handle', { agencyId: actor.agencyId }),
    today: ctx.today(),
  })
}

/** 更正（转送）告知书 as issued. */
export async function readAmendmentLetter(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<Letter>> {
  const record = await findAmendment(ctx.db, actor.agencyId, id)
  if (!record) return refused(NOT_FOUND)
  const allowed = permit(actor, 'amendments.view', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const decided = (await amendmentActs(ctx.db, actor.agencyId, id)).find(({ kind }) => kind === 'decided')
  if (!decided) return refused(NOT_FOUND)
  await ctx.transact((tx) =>
    appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'requests.readLetter',
      target: record.number,
      detail: { code: 'D26' },
    }),
  )
  return ok(ctx.vault.open<{ letter: Letter }>(decided.sealed).letter)
}
