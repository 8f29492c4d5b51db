import { reg } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import type { ReviewBody } from '../../law/requests/vocabulary.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor } from '../../record/people/roles.ts'
import type { DisputeAct, DisputeActOf } from '../../record/disputes/acts.ts'
import { closedOn, columnOf, type DisputeCase, foldDispute, orderOf } from '../../record/disputes/fold.ts'
import { actRefusal } from '../../record/disputes/may.ts'
import type { Act, RecordedAct } from '../../record/requests/acts.ts'
import { personsOf } from '../../record/requests/plain-act.ts'
import { addDisputeAct, causedInCase, disputeActs, type DisputeRecord, findDispute } from '../../store/disputes.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND, permit } from '../people/permit.ts'
import { type Matter, perform } from '../requests/perform.ts'
import { recordAmendmentDispute } from './amendment-dispute.ts'
import { CHANGED, plainDisputeAct } from './plain-dispute-act.ts'
import { seenNow } from './seen.ts'

/** 登记争议的经过: each act in the dispute's own file, and in the case what table 四 and the new answer need. */
export async function recordDispute(
  ctx: OfficeContext,
  actor: Actor,
  input: { commandId: string; disputeId: string; seen: number; act: DisputeAct },
): Promise<Result<{ disputeId: string }>> {
  const allowed = permit(actor, 'requests.dispute', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const found = await findDispute(ctx.db, actor.agencyId, input.disputeId)
  if (!found) return refused(NOT_FOUND)
  if (!found.case_id) return recordAmendmentDispute(ctx, actor, found, input)
  const command = await seenNow(ctx, actor, { commandId: input.commandId, caseId: found.case_id })
  const done = await perform(ctx, actor, command, 'requests.dispute', async (matter) => {
    const dispute = await findDispute(matter.tx, actor.agencyId, input.disputeId)
    const acts = (await disputeActs(matter.tx, actor.agencyId, [input.disputeId])).get(input.disputeId) ?? []
    if (!dispute || dispute.acts !== input.seen) return refused(CHANGED)
    const folded = foldDispute(acts)
    const refusal = actRefusal(folded, input.act, { today: matter.today, calendar: matter.setting.calendar })
    if (refusal) return refused(refusal)
    const act = plainDisputeAct(input.act, personsOf(matter.requester, [...matter.parties.values()]))
    const after = foldDispute([...acts, { seq: acts.length, act, recordedAt: '', actorId: actor.id }])
    const inCase = await actsInCase(dispute, after, act, matter)
    if (!inCase.ok) return inCase
    return ok({
      acts: inCase.value,
      detail: { dispute: dispute.number, deed: act.kind },
      also: async (tx) => {
        await addDisputeAct(tx, {
          recordedAt: ctx.now(),
          agencyId: actor.agencyId,
          disputeId: input.disputeId,
          seq: acts.length,
          actorId: actor.id,
          commandId: input.commandId,
          act,
          closedOn: closedOn(after),
        })
        if (inCase.value.some(({ kind }) => kind === 'reopened'))
          await tx
            .updateTable('reply_draft')
            .set({ state: 'draft' })
            .where('agency_id', '=', actor.agencyId)
            .where('case_id', '=', matter.row.id)
            .execute()
      },
    })
  })
  return done.ok ? ok({ disputeId: input.disputeId }) : done
}

/** What the act means in the case itself: its column in table 四, and a new answer where one was ordered. */
async function actsInCase(dispute: DisputeRecord, after: DisputeCase, act: DisputeAct, matter: Matter): Promise<Result<Act[]>> {
  if (act.kind === 'annulled') return undone(dispute, act, matter)
  if (act.kind === 'effective') return ok(reopening(dispute, after, act.on, matter))
  if (act.kind !== 'decided' && act.kind !== 'appealed') return ok([])
  const column = columnOf(after, matter.setting.readings)
  const counted: Act[] =
    column === null || dispute.path === 'complaint'
      ? []
      : [{ kind: 'disputed', on: act.on, dispute: dispute.number, body: dispute.path, result: column }]
  const order = act.kind === 'decided' ? reopening(dispute, after, act.on, matter) : suspended(dispute, after, act.on, matter)
  return ok([...counted, ...order])
}

/** 责令重新答复, once it obliges; an order of this file that the case has already been opened by is not given twice. */
function reopening(dispute: DisputeRecord, after: DisputeCase, on: LocalDate, matter: Matter): Act[] {
  const order = orderOf(after)
  const { closedOn, withdrawnOn } = matter.folded
  // An open case is answered anyway: what was ordered is the answer it never had.
  if (!order?.answerAgain || !order.effectiveOn || closedOn === null || withdrawnOn) return []
  if (reopenedBy(dispute, after, matter)) return []
  const { number, path } = dispute
  const by: ReviewBody = path === 'complaint' ? 'complaint' : path === 'reconsideration' ? 'reconsideration' : 'litigation'
  return [{ kind: 'reopened', on, dispute: number, by, ...(order.performBy ? { replyBy: order.performBy } : {}) }]
}

/** An appeal keeps the first judgment from taking effect: a case opened by it is closed again, unless it was answered anew. */
function suspended(dispute: DisputeRecord, after: DisputeCase, on: LocalDate, matter: Matter): Act[] {
  const reopened = reopenedBy(dispute, after, matter)
  if (!reopened || matter.folded.reply) return []
  return [{ kind: 'annulled', on, of: reopened.seq, reason: '一方上诉，一审裁判没有生效（《行政诉讼法》第八十五条）' }]
}

function reopenedBy({ number }: DisputeRecord, { decisions }: DisputeCase, { folded }: Matter): RecordedAct | undefined {
  const since = decisions[0]?.on
  return folded.live.findLast(
    ({ act }) => act.kind === 'reopened' && act.dispute === number && since !== undefined && act.on >= since,
  )
}

/** 更正登记 in the dispute takes back what the act had caused in the case, unless a new answer already stands on it. */
async function undone(
  { id: disputeId }: DisputeRecord,
  { of, reason, on }: DisputeActOf<'annulled'>,
  { folded, tx, row }: Matter,
): Promise<Result<Act[]>> {
  const seqs = await causedInCase(tx, { agencyId: row.agency_id, disputeId, seq: of, caseId: row.id })
  const caused = folded.acts.filter(({ seq }) => seqs.has(seq) && !folded.annulled.has(seq))
  if (folded.reply && caused.some(({ act }) => act.kind === 'reopened'))
    return refused({
      code: 'case-closed',
      say: '已据此重新作出答复，不能撤销这一步。',
      then: '确需更正的，先在案件中更正新的答复。',
      cite: reg('51'),
    })
  return ok(caused.map(({ seq }) => ({ kind: 'annulled', on, of: seq, reason })))
}
