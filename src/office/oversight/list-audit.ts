import { AUDIT_PAGE_SIZE, type AuditView } from '../../record/oversight/view.ts'
import { addDays, type LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { auditDetail } from '../../record/oversight/audit-detail.ts'
import { AUDIT_WORDS } from '../../record/oversight/audit-words.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { auditPage, verifyAudit } from '../../store/audit.sql.ts'
import { officersOf, sectionsOf } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { shownDayBegins } from '../shown-day.ts'

/** What the reader wants to see; empty strings narrow nothing. Days are those that the page shows. */
export interface AuditFilter {
  from: LocalDate | ''
  to: LocalDate | ''
  person: string
  verb: string
  target: string
}

/** Several verbs are told in the same words: whoever asks for one asks for all of them. */
function verbsLike(verb: string): string[] {
  if (!verb) return []
  const words = AUDIT_WORDS[verb]
  return words === undefined ? [verb] : Object.keys(AUDIT_WORDS).filter((one) => AUDIT_WORDS[one] === words)
}

/** 审计日志 of the own agency, newest first. */
export async function listAudit(
  ctx: OfficeContext,
  actor: Actor,
  page: number,
  { from, to, person, verb, target }: AuditFilter,
): Promise<Result<AuditView>> {
  if (!permitted(actor, 'audit.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const [{ rows, total }, officers, sections] = await Promise.all([
    auditPage(
      ctx.db,
      actor.agencyId,
      {
        from: from ? shownDayBegins(ctx, from) : null,
        until: to ? shownDayBegins(ctx, addDays(to, 1)) : null,
        person,
        verbs: verbsLike(verb),
        target,
      },
      page,
      AUDIT_PAGE_SIZE,
    ),
    officersOf(ctx.db, actor.agencyId),
    sectionsOf(ctx.db, actor.agencyId),
  ])
  const names = new Map([...officers, ...sections].map(({ id, name }) => [id, name]))
  return ok({
    total,
    people: officers.map(({ id, name }) => ({ id, name })),
    rows: rows.map((row) => ({
      seq: row.seq,
      at: row.at.toISOString(),
      actorName: row.actor_name ?? '申请人或系统',
      verb: row.verb,
      verbWords: AUDIT_WORDS[row.verb] ?? row.verb,
      target: names.get(row.target) ?? row.target,
      detail: auditDetail(row.detail, names),
    })),
  })
}

/** Recomputes every agency's chain from its beginning. */
export function verifyAuditChains(ctx: OfficeContext): ReturnType<typeof verifyAudit> {
  return verifyAudit(ctx.db)
}
