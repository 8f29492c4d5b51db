import { cite } from '../../law/cite.ts'
import { addDays } from '../../law/date.ts'
import { DISPUTE_PATH_WORDS } from '../../law/oversight/results.ts'
import type { ExceptionRow } from '../../record/desk/exceptions.ts'
import { DISPUTE_LIMIT_WORDS, foldDispute, isPending, nextDue } from '../../record/disputes/fold.ts'
import { disputeWarnings } from '../../record/disputes/warnings.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { daysLeft } from '../../record/requests/days-left.ts'
import type { TaskRow } from '../../record/requests/view.ts'
import { disputeActs, openDisputes } from '../../store/disputes.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { shownSubject } from '../requests/register-row.ts'

/** So long a decided file is still looked at though nothing is to be performed: every limit of appeal is over by then. */
const APPEAL_DAYS = 40

/** null for those who don't record disputes. */
export type DisputeFiles = Awaited<ReturnType<typeof disputeFiles>>

/** The dispute files in which something may be due, folded, with the calendar to count by: read once for all that asks them. */
export async function disputeFiles(ctx: OfficeContext, actor: Actor) {
  if (!permitted(actor, 'requests.dispute', { agencyId: actor.agencyId })) return null
  const records = await openDisputes(ctx.db, actor.agencyId, addDays(ctx.today(), -APPEAL_DAYS))
  const [{ calendar }, acts] = await Promise.all([
    legalSetting(ctx, actor.agencyId),
    disputeActs(
      ctx.db,
      actor.agencyId,
      records.map(({ id }) => id),
    ),
  ])
  return { calendar, files: records.map((record) => ({ record, folded: foldDispute(acts.get(record.id) ?? []) })) }
}

/** What disputes ask of the office: to answer, to perform, to report. */
export async function disputeTasks(ctx: OfficeContext, actor: Actor, known?: DisputeFiles): Promise<TaskRow[]> {
  const read = known === undefined ? await disputeFiles(ctx, actor) : known
  if (!read) return []
  const { calendar, files } = read
  const today = ctx.today()
  return files.flatMap(({ record, folded }): TaskRow[] => {
    const next = nextDue(folded, calendar)
    if (!next) return []
    return [
      {
        caseId: record.case_id,
        disputeId: record.id,
        number: record.number,
        subject: shownSubject(ctx, record),
        what: DISPUTE_LIMIT_WORDS[next.what],
        why: `${DISPUTE_PATH_WORDS[record.path]}；${cite(next.by)}`,
        dueOn: next.due,
        left: next.due
          ? daysLeft({ due: next.due, openEnd: null, phase: 'running', today, calendar })
          : { workingDays: null, words: '没有规定期限', tone: 'calm' },
      },
    ]
  })
}

/** Our limits in dispute files that end within days or have passed; of an amendment, also that the file is not over, which no case tells. */
export async function disputeExceptions(ctx: OfficeContext, actor: Actor, known?: DisputeFiles): Promise<ExceptionRow[]> {
  const read = known === undefined ? await disputeFiles(ctx, actor) : known
  if (!read) return []
  const today = ctx.today()
  return read.files.flatMap(({ record, folded }): ExceptionRow[] => {
    const { id, case_id: caseId, number } = record
    const about = { caseId, number, subject: shownSubject(ctx, record), party: null }
    const warnings = disputeWarnings(folded, read.calendar, today).map(({ kind, since, due }): ExceptionRow => {
      return { ...about, kind, since, dispute: { id, due } }
    })
    if (caseId !== null || !isPending(folded)) return warnings
    return [{ ...about, kind: 'disputePending', since: folded.opened.on, dispute: { id, due: null } }, ...warnings]
  })
}
