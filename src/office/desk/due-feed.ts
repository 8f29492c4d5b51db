import type { LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { officerOfFeed } from '../../store/desk.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND } from '../people/permit.ts'
import { actorOf } from '../people/sign-in.ts'
import { listTasks } from './list-tasks.ts'

/** One day in an officer's calendar: a number and what is due, nothing of who asked or for what. */
export interface DueDay {
  /** Of the request, the matter of amendment, the objection: the same day keeps its place in a calendar. */
  id: string
  number: string
  what: string
  dueOn: LocalDate
}

/** 期限日历: the due days of an officer's work list, for whoever holds the secret address. */
export async function dueFeed(ctx: OfficeContext, token: string): Promise<Result<{ agencyName: string; days: DueDay[] }>> {
  const officer = await officerOfFeed(ctx.db, ctx.vault.fingerprint('feed', token), ctx.today())
  if (!officer) return refused(NOT_FOUND)
  const tasks = await listTasks(ctx, await actorOf(ctx, officer))
  if (!tasks.ok) return tasks
  const days = tasks.value.flatMap((task) => {
    const { caseId, amendmentId, editionId, dutyKey, objectionId, number, what, dueOn, notYet } = task
    const id = caseId ?? amendmentId ?? editionId ?? dutyKey ?? objectionId ?? number
    return dueOn && !notYet ? [{ id, number, what, dueOn }] : []
  })
  return ok({ agencyName: officer.agencyName, days })
}
