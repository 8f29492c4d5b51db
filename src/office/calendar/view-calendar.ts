import { nationalCalendar, workingDaysBetween } from '../../law/calendar.ts'
import { addDays, localDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { authorityOf } from '../../record/calendar/change.ts'
import type { BesideCalendarMove, CalendarView, CaseCalendarMove } from '../../record/calendar/view.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { changesOf, movesBeside, movesOfCase } from '../../store/calendar.sql.ts'
import { findCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, permit } from '../people/permit.ts'

/** 日历: the years whose notices are known, local days, and who changed what. */
export async function viewCalendar(ctx: OfficeContext, actor: Actor): Promise<Result<CalendarView>> {
  const target = { agencyId: actor.agencyId }
  const allowed = permit(actor, 'calendar.view', target)
  if (!allowed.ok) return allowed
  const [{ calendar }, changes] = await Promise.all([legalSetting(ctx, actor.agencyId), changesOf(ctx.db, actor.agencyId)])
  return ok({
    years: [...calendar.years.values()]
      .toSorted((a, b) => b.year - a.year)
      .map((file) => ({
        ...file,
        workingDays:
          workingDaysBetween(calendar, addDays(localDate(`${file.year}-01-01`), -1), localDate(`${file.year}-12-31`)) ?? 0,
        builtIn: nationalCalendar().years.get(file.year) === file,
      })),
    overlay: { off: [...(calendar.overlay.off ?? [])], on: [...(calendar.overlay.on ?? [])] },
    changes: changes.map((row) => ({
      id: row.id,
      change: row.data,
      on: row.made_on,
      officerName: row.name ?? '（已离任人员）',
      moved: (row.moved ?? 0) + (row.beside ?? 0),
      letters: row.letters ?? 0,
      rewritten: row.rewritten ?? [],
    })),
    mayManage: permitted(actor, 'calendar.manage', target),
    mayLoadNotice: permitted(actor, 'calendar.loadNotice', target),
  })
}

/** 本案期限随日历变更的记录: from when to when, and because of which notice. */
export async function calendarMoves(ctx: OfficeContext, actor: Actor, caseId: string): Promise<Result<CaseCalendarMove[]>> {
  const row = await findCase(ctx.db, actor.agencyId, caseId)
  if (!row || !permitted(actor, 'requests.view', { agencyId: row.agency_id, sectionId: row.section_id }))
    return refused(NOT_FOUND)
  const moves = await movesOfCase(ctx.db, actor.agencyId, caseId)
  return ok(
    moves.map((move) => ({
      what: move.limit_kind,
      party: move.party,
      from: move.former_due,
      to: move.new_due,
      on: move.made_on,
      because: authorityOf(move.data),
      letterId: move.letter_id,
    })),
  )
}

/** The same of a dispute file or a matter of amendment, for whoever may see it. */
export async function besideMoves(
  ctx: OfficeContext,
  agencyId: string,
  of: 'dispute' | 'amendment',
  id: string,
): Promise<BesideCalendarMove[]> {
  const moves = await movesBeside(ctx.db, agencyId, of, id)
  return moves.map((row) => ({
    what: row.limit_kind,
    nth: row.nth,
    from: row.former_due,
    to: row.new_due,
    on: row.made_on,
    because: authorityOf(row.data),
  }))
}
