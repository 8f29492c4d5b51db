import type { Actor } from '../../record/people/roles.ts'
import type { CaseFilter } from '../../store/register.sql.ts'
import type { OfficeContext } from '../context.ts'
import { sectionLimit } from '../requests/section-limit.ts'
import { casesWith } from './list-exceptions.ts'

export type RegisterFilter = Omit<CaseFilter, 'agencyId' | 'ownSections' | 'among' | 'today'>

/** What the register is narrowed by, and to what this person sees; null for those who don't see it. */
export async function registerFilter(ctx: OfficeContext, actor: Actor, filter: RegisterFilter): Promise<CaseFilter | null> {
  const { allowed, sections } = sectionLimit(actor)
  if (!allowed) return null
  const among = filter.exception ? await casesWith(ctx, actor, filter.exception) : null
  return { ...filter, agencyId: actor.agencyId, ownSections: sections, among, today: ctx.today() }
}
