/** 信息发布 among the things to do: editions that wait for this person's step, and steps passed over that wait for their later review. */
import type { Calendar } from '../../law/calendar.ts'
import { cite } from '../../law/cite.ts'
import { publicationDue } from '../../law/publication/timeliness.ts'
import { looksAt, STEP_RULES } from '../../law/publication/release-steps.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { daysLeft } from '../../record/requests/days-left.ts'
import type { TaskRow } from '../../record/requests/view.ts'
import { countEditions, listEditions } from '../../store/editions.sql.ts'
import type { OfficeContext } from '../context.ts'
import { seenBy } from './seen-by.ts'
import { todoOf } from './view-editions.ts'

/** More than anybody does before looking again. */
const MOST = 200

const NO_LIMIT: TaskRow['left'] = { workingDays: null, words: '随到随办', tone: 'calm' }

export async function editionTasks(ctx: OfficeContext, actor: Actor, calendar: Calendar): Promise<TaskRow[]> {
  const { agencyId } = actor
  if (!permitted(actor, 'documents.view', { agencyId })) return []
  const rows = await listEditions(ctx.db, agencyId, await filterOf(ctx, actor), { offset: 0, limit: MOST })
  return rows.map((row) => {
    const about = { caseId: null, editionId: row.id, number: '信息发布', subject: row.title }
    const step = row.next_step
    if (step === null) {
      const after = row.look_after.map((one) => STEP_RULES[one].zh).join('、')
      return { ...about, what: `补${after}`, why: '紧急发布时跳过的一步，发布后要补审', dueOn: null, left: NO_LIMIT }
    }
    const { zh, by } = STEP_RULES[step]
    const due = row.formed_on && row.attribute === 'proactive' ? publicationDue(calendar, 'publication', row.formed_on).due : null
    const left = due ? daysLeft({ due, openEnd: null, phase: 'running', today: ctx.today(), calendar }) : NO_LIMIT
    return { ...about, what: zh, why: `${looksAt(step, row.attribute === 'proactive')}（${cite(by)}）`, dueOn: due, left }
  })
}

export async function countEditionTasks(ctx: OfficeContext, actor: Actor): Promise<number> {
  const { agencyId } = actor
  if (!permitted(actor, 'documents.view', { agencyId })) return 0
  return countEditions(ctx.db, agencyId, await filterOf(ctx, actor))
}

/** Without one's own drafts: these wait for nobody's step. */
async function filterOf(ctx: OfficeContext, actor: Actor) {
  return { ...seenBy(actor), todo: { ...(await todoOf(ctx, actor)), drafts: false } }
}
