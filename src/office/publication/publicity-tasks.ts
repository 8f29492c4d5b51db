/** What 公示 and objections ask of somebody: to answer, to look at an answer, to tell it, to publish the result. */
import type { Calendar } from '../../law/calendar.ts'
import { addDays } from '../../law/date.ts'
import type { ExceptionRow } from '../../record/desk/exceptions.ts'
import { type Actor, permitted, type Verb } from '../../record/people/roles.ts'
import { daysLeft } from '../../record/requests/days-left.ts'
import type { TaskRow } from '../../record/requests/view.ts'
import { lateObjections, objectionCounts, unansweredObjections, untoldObjections } from '../../store/objections.sql.ts'
import { overPublicities } from '../../store/publicity.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { seenPublicity } from './view-publicity.ts'

const MOST = 100
const WHY = '期满时还有异议没有办结的，不能公布结果；答复期限由本机关定'

export async function publicityTasks(ctx: OfficeContext, actor: Actor, calendar: Calendar): Promise<TaskRow[]> {
  const { agencyId } = actor
  if (!permitted(actor, 'objections.view', { agencyId })) return []
  const seen = seenPublicity(actor)
  const today = ctx.today()
  const [unanswered, untold, over] = await Promise.all([
    unansweredObjections(ctx.db, seen, MOST),
    untoldObjections(ctx.db, seen, MOST),
    overPublicities(ctx.db, seen, today, MOST),
  ])
  const may = (verb: Verb, sectionId: string | null) => permitted(actor, verb, { agencyId, sectionId })
  const mine = (owner: string | null, section: string | null) =>
    may('objections.handle', section) && (owner === null || owner === actor.id)
  const toAnswer = unanswered.flatMap((one): TaskRow[] => {
    const reviews = one.state === 'proposed' && may('objections.review', one.section_id) && one.drafted_by !== actor.id
    if (!reviews && !(one.state === 'open' && mine(one.owner_id, one.section_id))) return []
    return [
      {
        caseId: null,
        objectionId: one.id,
        number: one.number,
        subject: one.title,
        what: reviews ? '审核异议的答复' : '查证异议，拟写答复',
        why: WHY,
        dueOn: one.due_on,
        left: targetLeft(daysLeft({ due: one.due_on, openEnd: null, phase: 'running', today, calendar })),
      },
    ]
  })
  const toTell = untold
    .filter((one) => mine(one.owner_id, one.section_id))
    .map(
      (one): TaskRow => ({
        caseId: null,
        objectionId: one.id,
        number: one.number,
        subject: one.title,
        what: '把异议的答复告知提出人',
        why: '不是在网上提出的，要打电话或者写信告知',
        dueOn: null,
        left: { workingDays: null, words: '待告知', tone: 'soon' },
      }),
    )
  const counts = await objectionCounts(
    ctx.db,
    agencyId,
    over.map(({ document_id: id }) => id),
  )
  const toConclude = over
    .filter((one) => one.after === 'result' && (counts.get(one.document_id)?.open ?? 0) === 0)
    .filter((one) => may('documents.write', one.section_id))
    .map(
      (one): TaskRow => ({
        caseId: null,
        publicityId: one.document_id,
        number: '公示',
        subject: one.title,
        what: '公示期满，公布结果',
        why: '异议都已办结；结果与公示互相链接',
        dueOn: null,
        left: { workingDays: null, words: '待公布结果', tone: 'soon' },
      }),
    )
  return [...toAnswer, ...toTell, ...toConclude]
}

/** How much of it waits for this person: the count in the menu. */
export async function countPublicityToDo(ctx: OfficeContext, actor: Actor): Promise<number> {
  const { calendar } = await legalSetting(ctx, actor.agencyId)
  return (await publicityTasks(ctx, actor, calendar)).length
}

/** The office's own day: past it nothing of the law is overdue. */
function targetLeft(left: TaskRow['left']): TaskRow['left'] {
  return left.tone === 'late' ? { ...left, words: left.words.replace('已超期', '已过答复期限') } : left
}

export async function publicityExceptions(ctx: OfficeContext, actor: Actor): Promise<ExceptionRow[]> {
  if (!permitted(actor, 'objections.view', { agencyId: actor.agencyId })) return []
  const late = await lateObjections(ctx.db, seenPublicity(actor), ctx.today(), MOST)
  return late.flatMap(({ id, number, title, due_on: due }): ExceptionRow[] =>
    due
      ? [
          {
            kind: 'objectionLate',
            caseId: null,
            number,
            subject: title,
            party: null,
            since: addDays(due, 1),
            objectionId: id,
          },
        ]
      : [],
  )
}
