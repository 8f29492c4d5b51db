import type { Calendar } from '../../law/calendar.ts'
import type { Actor } from '../../record/people/roles.ts'
import { daysLeft } from '../../record/requests/days-left.ts'
import type { TaskRow } from '../../record/requests/view.ts'
import type { OfficeContext } from '../context.ts'
import { weeklyDuties } from './view-duties.ts'

/** 本周应公开 among the things to do. */
export async function dutyTasks(ctx: OfficeContext, actor: Actor, calendar: Calendar): Promise<TaskRow[]> {
  const duties = await weeklyDuties(ctx, actor)
  return duties.map(({ key, what, why, due, draft }) => ({
    caseId: null,
    dutyKey: key,
    number: '应公开清单',
    subject: what,
    what: draft ? '写完并送审、公开' : '起草并公开',
    why,
    dueOn: due,
    left: daysLeft({ due, openEnd: null, phase: 'running', today: ctx.today(), calendar }),
  }))
}
