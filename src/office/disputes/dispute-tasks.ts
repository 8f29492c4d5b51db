import { cite } from '../../law/cite.ts'
import { DISPUTE_PATH_WORDS } from '../../law/oversight/results.ts'
import { DISPUTE_LIMIT_WORDS, foldDispute, nextDue } from '../../record/disputes/fold.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { daysLeft } from '../../record/requests/days-left.ts'
import type { TaskRow } from '../../record/requests/view.ts'
import { disputeActs, listDisputes } from '../../store/disputes.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'

/** What disputes ask of the office: to answer, to perform, to report; for those who record disputes. */
export async function disputeTasks(ctx: OfficeContext, actor: Actor): Promise<TaskRow[]> {
  if (!permitted(actor, 'requests.dispute', { agencyId: actor.agencyId })) return []
  const records = await listDisputes(ctx.db, actor.agencyId)
  const [{ calendar }, acts] = await Promise.all([
    legalSetting(ctx, actor.agencyId),
    disputeActs(
      ctx.db,
      actor.agencyId,
      records.map(({ id }) => id),
    ),
  ])
  const today = ctx.today()
  return records.flatMap((record): TaskRow[] => {
    const next = nextDue(foldDispute(acts.get(record.id) ?? []), calendar)
    if (!next) return []
    return [
      {
        caseId: record.case_id,
        disputeId: record.id,
        number: record.number,
        subject: record.subject,
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
