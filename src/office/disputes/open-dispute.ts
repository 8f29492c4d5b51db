import { yearOf } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { Actor } from '../../record/people/roles.ts'
import { CLAIMANT_WORDS, type DisputeActOf } from '../../record/disputes/acts.ts'
import { foldDispute } from '../../record/disputes/fold.ts'
import { suitBeforeItsTime, unlawfulOpening } from '../../record/disputes/may.ts'
import type { Act } from '../../record/requests/acts.ts'
import { personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import { addDispute, addDisputeAct, disputeActs, type DisputeRecord, disputesOfCase } from '../../store/disputes.sql.ts'
import { nextNumber } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import type { LegalSetting } from '../people/agencies.ts'
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
        await addDispute(tx, {
          agencyId: row.agency_id,
          id: commandId,
          caseId,
          amendmentId: null,
          number,
          year,
          serial,
          path,
          on,
        })
        const act = { agencyId: row.agency_id, disputeId: commandId, actorId: actor.id, commandId, act: opened }
        await addDisputeAct(tx, { ...act, recordedAt: ctx.now(), seq: 0, closedOn: null })
      },
    })
  })
  return done.ok ? ok({ disputeId: commandId }) : done
}

/** Two of a kind by one person at once are one; a suit after reconsideration needs one that ended. */
async function openingRefusal(matter: Matter, opened: DisputeActOf<'opened'>): Promise<ReturnType<typeof refused> | null> {
  const guarded = guard(matter, 'disputed', opened.on)
  if (!guarded.ok) return guarded
  const unlawful = unlawfulOpening(opened, matter.folded.receivedOn)
  if (unlawful) return refused(unlawful)
  const { tx, row, folded, setting } = matter
  const elsewhere = folded.disputes.some(
    ({ body, closedOn }) => body === 'reconsideration' && closedOn !== null && closedOn <= opened.on,
  )
  const refusal = besideRefusal(opened, await filesOf(tx, await disputesOfCase(tx, row.agency_id, row.id)), elsewhere, setting)
  return refusal && refused(refusal)
}

/** What the other files over the same decision say against one more. */
export function besideRefusal(
  opened: DisputeActOf<'opened'>,
  files: Awaited<ReturnType<typeof filesOf>>,
  decidedElsewhere: boolean,
  { calendar }: Pick<LegalSetting, 'calendar'>,
): Refusal | null {
  const same = files.find(({ record, folded }) => record.closed_on === null && isSameDispute(folded.opened, opened))
  if (same)
    return {
      code: 'already-done',
      say: `同一途径已有尚未审结的争议卷（${same.record.number}，由${CLAIMANT_WORDS[opened.claimant]}提出）。`,
      then: '请在该卷内登记；确属另一人提出的，改选“由谁提出”，或者填写各自的文号、案号。',
      field: 'path',
    }
  if (opened.path !== 'litigationAfterReconsideration') return null
  const reconsiderations = files.flatMap(({ folded }) => (folded.opened.path === 'reconsideration' ? [folded] : []))
  return suitBeforeItsTime(opened, reconsiderations, decidedElsewhere, calendar)
}

export async function filesOf(db: OfficeContext['db'], records: DisputeRecord[]) {
  const acts = await disputeActs(
    db,
    records[0]?.agency_id ?? '',
    records.map(({ id }) => id),
  )
  return records.map((record) => ({ record, folded: foldDispute(acts.get(record.id) ?? []) }))
}

/** The requester and a third party may each go to the same body over one decision; so may two third parties, each with a number. */
function isSameDispute(known: DisputeActOf<'opened'>, opened: DisputeActOf<'opened'>): boolean {
  if (known.path !== opened.path || known.path === 'complaint' || known.claimant !== opened.claimant) return false
  return !known.reference || !opened.reference || known.reference === opened.reference
}
