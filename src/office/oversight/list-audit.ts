import { AUDIT_PAGE_SIZE, type AuditRow } from '../../record/oversight/view.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { auditDetail } from '../../record/oversight/audit-detail.ts'
import { AUDIT_WORDS } from '../../record/oversight/audit-words.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { auditPage, verifyAudit } from '../../store/audit.sql.ts'
import { officersOf, sectionsOf } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'

/** 审计日志 of the own agency, newest first. */
export async function listAudit(
  ctx: OfficeContext,
  actor: Actor,
  page: number,
): Promise<Result<{ rows: AuditRow[]; total: number }>> {
  if (!permitted(actor, 'audit.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const [{ rows, total }, officers, sections] = await Promise.all([
    auditPage(ctx.db, actor.agencyId, page, AUDIT_PAGE_SIZE),
    officersOf(ctx.db, actor.agencyId),
    sectionsOf(ctx.db, actor.agencyId),
  ])
  const names = new Map([...officers, ...sections].map(({ id, name }) => [id, name]))
  return ok({
    total,
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
