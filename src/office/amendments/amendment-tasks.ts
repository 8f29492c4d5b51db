import { addWorkingDays, type Calendar } from '../../law/calendar.ts'
import { cite, reg } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { AMENDMENT_SENDING, type AmendmentState } from '../../record/amendments/fold.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { daysLeft, sendingLeft } from '../../record/requests/days-left.ts'
import type { DaysLeft, TaskRow } from '../../record/requests/view.ts'
import { draftedBy, openAmendments } from '../../store/amendments.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { authorityFor } from '../requests/delegation.ts'

const TO_HANDLE: Record<Exclude<AmendmentState, 'served' | 'withdrawn'>, string> = {
  open: '核查记录，拟写更正决定',
  proposed: '更正决定稿待审批',
  returned: '更正决定稿被退回，请修改',
  decided: '寄出更正告知书',
  sent: '登记更正告知书的送达',
  mailReturned: '邮件退回，再次寄出更正告知书',
}

const WHY = `${cite(reg('41'))}：与自身相关的政府信息记录不准确的，有权更正的机关应当更正并告知；期限是内部办理目标`

/** What matters of amendment ask of this person: to draft and serve, or to approve what somebody else has drafted. */
export async function amendmentTasks(ctx: OfficeContext, actor: Actor): Promise<TaskRow[]> {
  const target = { agencyId: actor.agencyId }
  const [handles, approves] = [permitted(actor, 'amendments.handle', target), permitted(actor, 'amendments.approve', target)]
  if (!handles && !approves) return []
  const today = ctx.today()
  const [rows, own, { calendar, readings }, authority] = await Promise.all([
    openAmendments(ctx.db, actor.agencyId),
    draftedBy(ctx.db, actor.agencyId, actor.id),
    legalSetting(ctx, actor.agencyId),
    authorityFor(ctx.db, actor, today, '更正决定'),
  ])
  const without = authority.ok ? null : authority.refusals.map(({ say }) => say).join('')
  return rows.flatMap(({ id, number, subject, received_on, state }): TaskRow[] => {
    if (state === 'served' || state === 'withdrawn') return []
    const toApprove = approves && state === 'proposed' && !own.has(id)
    if (!toApprove && !handles) return []
    // The target is for the decision; serving it has none.
    const sending = AMENDMENT_SENDING[state]
    const target = sending ? null : addWorkingDays(calendar, received_on, readings.amendmentTargetWorkingDays).date
    return [
      {
        caseId: null,
        amendmentId: id,
        number,
        subject,
        what: toApprove ? '审批更正决定' : TO_HANDLE[state],
        why: toApprove && without ? `${without}${WHY}` : WHY,
        ...(toApprove && without ? { notYet: true as const } : {}),
        dueOn: target,
        ...(sending ? { sending } : {}),
        left: sending ? sendingLeft(sending) : targetLeft(target, today, calendar),
      },
    ]
  })
}

/** No limit of the law: past it, the office has missed its own target, and nothing is overdue. */
function targetLeft(target: LocalDate | null, today: LocalDate, calendar: Calendar): DaysLeft {
  const left = daysLeft({ due: target, openEnd: null, phase: 'running', today, calendar })
  return left.tone === 'late' ? { ...left, words: left.words.replace('已超期', '已过办理目标'), tone: 'soon' } : left
}
