import { cite } from '../../law/cite.ts'
import { addDays } from '../../law/date.ts'
import { DISPUTE_PATH_WORDS } from '../../law/oversight/results.ts'
import type { ExceptionKind, ExceptionRow } from '../../record/desk/exceptions.ts'
import {
  columnOf,
  DISPUTE_LIMIT_WORDS,
  disputeLimits,
  type DisputeLimitKind,
  foldDispute,
  nextDue,
} from '../../record/disputes/fold.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { daysLeft } from '../../record/requests/days-left.ts'
import type { TaskRow } from '../../record/requests/view.ts'
import { disputeActs, listDisputes } from '../../store/disputes.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'

/** The dispute files of those who record disputes, folded, with the calendar to count by. */
async function filesOf(ctx: OfficeContext, actor: Actor) {
  if (!permitted(actor, 'requests.dispute', { agencyId: actor.agencyId })) return null
  const records = await listDisputes(ctx.db, actor.agencyId)
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
export async function disputeTasks(ctx: OfficeContext, actor: Actor): Promise<TaskRow[]> {
  const read = await filesOf(ctx, actor)
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

/** So many days before its last day a limit is pointed at: time enough to write an answer. */
const DAYS_AHEAD = 7

const OF_LIMIT: Partial<Record<DisputeLimitKind, ExceptionKind>> = {
  answer: 'disputeAnswerDue',
  appeal: 'appealEnding',
  performance: 'disputeDutyDue',
  opinionReport: 'disputeDutyDue',
}

/** Our limits in dispute files that end within days or have passed. An appeal is thought of where the judgment corrects us, and until its last day. */
export async function disputeExceptions(ctx: OfficeContext, actor: Actor): Promise<ExceptionRow[]> {
  const read = await filesOf(ctx, actor)
  if (!read) return []
  const today = ctx.today()
  return read.files.flatMap(({ record, folded }) =>
    disputeLimits(folded, read.calendar).flatMap(({ what, whose, met, due }): ExceptionRow[] => {
      const kind = OF_LIMIT[what]
      if (!kind || whose !== 'ours' || met || !due) return []
      const since = addDays(due, -DAYS_AHEAD)
      if (since > today || (kind === 'appealEnding' && (due < today || columnOf(folded) !== 'corrected'))) return []
      const { id, case_id: caseId, number, subject } = record
      return [{ kind, caseId, number, subject, party: null, since, dispute: { id, due } }]
    }),
  )
}
