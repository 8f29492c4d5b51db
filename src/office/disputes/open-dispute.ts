import { yearOf } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { Actor } from '../../record/people/roles.ts'
import type { DisputeActOf } from '../../record/disputes/acts.ts'
import { foldDispute } from '../../record/disputes/fold.ts'
import { suitBeforeItsTime, unlawfulOpening } from '../../record/disputes/may.ts'
import type { Act } from '../../record/requests/acts.ts'
import { personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import { addDispute, addDisputeAct, disputeActs, disputesOfCase } from '../../store/disputes.sql.ts'
import { nextNumber } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { guard, type Matter, perform } from '../requests/perform.ts'
import { seenNow } from './seen.ts'

/**
 * 建立争议卷: the notice of a complaint, a reconsideration or a suit came. The file has a number of its own; table 四 counts it from
 * this day as 尚未审结, a complaint nowhere. The file's id is the command's, so that the same command makes one file.
 */
export async function openDispute(
  ctx: OfficeContext,
  actor: Actor,
  input: { commandId: string; caseId: string; opened: DisputeActOf<'opened'> },
): Promise<Result<{ disputeId: string }>> {
  const { commandId, caseId } = input
  const done = await perform(ctx, actor, await seenNow(ctx, actor, { commandId, caseId }), 'requests.dispute', async (matter) => {
    const refusal = await openingRefusal(matter, input.opened)
    if (refusal) return refusal
    const { row, agency, tx: db } = matter
    const year = yearOf(ctx.today())
    const serial = await nextNumber(db, row.agency_id, 'dispute', year)
    const number = `${agency.details.shortName}公开争〔${year}〕${serial}号`
    const { reference, ...rest } = input.opened
    const persons = personsOf(matter.requester, [...matter.parties.values()])
    const opened = reference ? { ...rest, reference: withoutPersons(reference, persons) } : rest
    const { path, on } = opened
    return ok({
      acts: path === 'complaint' ? [] : [{ kind: 'disputed', on, dispute: number, body: path, result: 'pending' } satisfies Act],
      detail: { dispute: number, deed: 'opened' },
      also: async (tx) => {
        await addDispute(tx, { agencyId: row.agency_id, id: commandId, caseId, number, year, serial, path, on })
        const act = { agencyId: row.agency_id, disputeId: commandId, actorId: actor.id, commandId, act: opened }
        await addDisputeAct(tx, { ...act, recordedAt: ctx.now(), seq: 0, closedOn: null })
      },
    })
  })
  return done.ok ? ok({ disputeId: commandId }) : done
}

/** Two of a kind at once are one; a suit after reconsideration needs one that ended. */
async function openingRefusal(matter: Matter, opened: DisputeActOf<'opened'>): Promise<ReturnType<typeof refused> | null> {
  const guarded = guard(matter, 'disputed', opened.on)
  if (!guarded.ok) return guarded
  const unlawful = unlawfulOpening(opened, matter.folded.receivedOn)
  if (unlawful) return refused(unlawful)
  const known = await disputesOfCase(matter.tx, matter.row.agency_id, matter.row.id)
  if (known.some(({ path, closed_on }) => path === opened.path && closed_on === null && path !== 'complaint'))
    return refused({
      code: 'already-done',
      say: '同一途径已有尚未审结的争议卷。',
      then: '请在该卷内登记；确属另一争议的，待前一件审结后再建卷。',
      field: 'path',
    })
  if (opened.path !== 'litigationAfterReconsideration') return null
  const acts = await disputeActs(
    matter.tx,
    matter.row.agency_id,
    known.filter(({ path }) => path === 'reconsideration').map(({ id }) => id),
  )
  const files = [...acts.values()].map((file) => foldDispute(file))
  const elsewhere = matter.folded.disputes.some(
    ({ body, closedOn }) => body === 'reconsideration' && closedOn !== null && closedOn <= opened.on,
  )
  const early = suitBeforeItsTime(opened, files, elsewhere, matter.setting.calendar)
  return early && refused(early)
}
