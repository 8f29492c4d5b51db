/** 签发的依据: the head needs none; a deputy releases what a written delegation in force today names. */
import { type Result, ok } from '../../law/refusal.ts'
import type { ReleaseStep } from '../../law/publication/release-steps.ts'
import type { Actor } from '../../record/people/roles.ts'
import { delegationFor, delegationWords, standingOn } from '../../record/publication/delegations.ts'
import { asDelegation, releaseDelegationsOf } from '../../store/release.sql.ts'
import type { OfficeContext } from '../context.ts'
import type { Authority, EditionMatter } from './edition-matter.ts'

/** By whose authority `by` does this step; null where it takes none but the own office. */
export async function releaseAuthority(
  ctx: Pick<OfficeContext, 'today'>,
  db: OfficeContext['db'],
  by: Actor,
  { content, superior }: Pick<EditionMatter, 'content' | 'superior'>,
  step: ReleaseStep,
): Promise<Result<Authority | null>> {
  const headship = step === 'head' || (step === 'superior' && superior?.who === 'head')
  if (!headship || by.roles.includes('head')) return ok(null)
  const given = await delegationsTo(db, by.agencyId, by.id)
  const found = delegationFor(given, content, ctx.today())
  return found.ok ? ok({ id: found.value.id, words: delegationWords(found.value) }) : found
}

async function delegationsTo(db: OfficeContext['db'], agencyId: string, officerId: string) {
  const all = await releaseDelegationsOf(db, agencyId)
  return all.filter(({ officer_id: to }) => to === officerId).map(asDelegation)
}

/** The columns that each deputy of an agency may release in today. */
export async function delegatedColumns(
  ctx: Pick<OfficeContext, 'today'>,
  db: OfficeContext['db'],
  agencyId: string,
): Promise<Map<string, string[]>> {
  const today = ctx.today()
  const columns = new Map<string, string[]>()
  for (const row of await releaseDelegationsOf(db, agencyId))
    if (standingOn(asDelegation(row), today) === 'inForce')
      columns.set(row.officer_id, [...(columns.get(row.officer_id) ?? []), ...row.columns])
  return columns
}
