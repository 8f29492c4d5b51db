import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { maskName, type Requester } from '../../record/people/requester.ts'
import type { Actor } from '../../record/people/roles.ts'
import { daysLeft } from '../../record/requests/days-left.ts'
import { shownSending } from '../../record/requests/sending.ts'
import type { RequestRow } from '../../record/requests/view.ts'
import { registerPage, wordsOf } from '../../store/register.sql.ts'
import type { OfficeContext } from '../context.ts'
import { type RegisterFilter, registerFilter } from '../desk/register-filter.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { shownSubject } from './register-row.ts'

const TOO_SHORT: Refusal = {
  code: 'field-invalid',
  say: '查找的词至少两个字。',
  then: '请多写一个字，例如“学区”；也可以写编号中的年份和序号。',
  field: 'q',
}

/** 登记簿: one page of the register. `total` is counted up to one more than a thousand. */
export async function listRequests(
  ctx: OfficeContext,
  actor: Actor,
  filter: RegisterFilter,
  page: { page: number; size: number },
): Promise<Result<{ rows: RequestRow[]; total: number }>> {
  const narrowed = await registerFilter(ctx, actor, filter)
  if (!narrowed) return refused(NOT_PERMITTED)
  if (wordsOf(filter.q).some((word) => [...word].length < 2)) return refused(TOO_SHORT)
  const today = ctx.today()
  const window = { offset: (page.page - 1) * page.size, limit: page.size }
  const [{ calendar }, found] = await Promise.all([legalSetting(ctx, actor.agencyId), registerPage(ctx.db, narrowed, window)])
  const rows = found.rows.map((row): RequestRow => {
    const requester = ctx.vault.open<Requester>(row.sealed)
    return {
      id: row.id,
      number: row.number,
      subject: shownSubject(ctx, row),
      requesterKind: row.requester_kind,
      requesterName: row.requester_kind === 'naturalPerson' ? maskName(requester.name) : requester.name,
      via: row.via,
      phase: row.phase,
      submittedOn: row.submitted_on,
      receivedOn: row.received_on,
      dueOn: row.due_on,
      provisional: row.provisional,
      nextLimit: row.next_limit,
      nextDueOn: row.next_due_on,
      left: daysLeft({
        due: row.next_due_on,
        replyDue: row.due_on,
        sending: shownSending(row.sending, row.waits_online),
        openEnd: row.open_end,
        phase: row.phase,
        today,
        calendar,
      }),
      outcome: row.outcome,
      closedOn: row.closed_on,
      sectionName: row.section_name,
      officerName: row.officer_name,
    }
  })
  return ok({ rows, total: found.total })
}
