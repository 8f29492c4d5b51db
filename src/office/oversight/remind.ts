import { lastWorkingDayBy } from '../../law/calendar.ts'
import { addDays, type LocalDate } from '../../law/date.ts'
import type { Limit } from '../../law/requests/vocabulary.ts'
import type { Jobs, OfficeContext, Tx } from '../context.ts'
import type { LegalSetting } from '../people/agencies.ts'

/** So many calendar days before the limit people are reminded (on the working day before it, if that is a rest day). */
const DAYS_AHEAD = 4

/** Puts the reminder for the case's next limit into the queue, in the transaction that set the limit running. */
export async function remindLater(
  ctx: OfficeContext,
  tx: Tx,
  setting: LegalSetting,
  about: { agencyId: string; caseId: string; limit: Limit | null; dueOn: LocalDate | null },
): Promise<void> {
  const { limit, dueOn, ...where } = about
  if (!limit || !dueOn || dueOn < ctx.today()) return
  const ahead = addDays(dueOn, -DAYS_AHEAD)
  await ctx.enqueue(tx, 'remind', { ...where, limit, dueOn }, lastWorkingDayBy(setting.calendar, ahead) ?? ahead)
}

/** 期限提醒: marks the case, if the limit it was made for still runs. */
export async function remind(ctx: OfficeContext, job: Jobs['remind']): Promise<void> {
  await ctx.transact(async (tx) => {
    const row = await tx
      .selectFrom('request_case')
      .select(['next_limit', 'next_due_on', 'closed_on'])
      .where('agency_id', '=', job.agencyId)
      .where('id', '=', job.caseId)
      .executeTakeFirst()
    if (!row || row.closed_on || row.next_limit !== job.limit || row.next_due_on !== job.dueOn) return
    await tx
      .insertInto('reminder')
      .values({ agency_id: job.agencyId, case_id: job.caseId, limit_kind: job.limit, due_on: job.dueOn })
      .onConflict((conflict) => conflict.columns(['agency_id', 'case_id', 'limit_kind', 'due_on']).doNothing())
      .execute()
  })
}
