/** Of all that the agency writes, what this person sees. */
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { EditionFilter } from '../../store/editions.sql.ts'

/** Who sees only the own section's: everyone without a role that sees all. */
export function seenBy(actor: Actor): Pick<EditionFilter, 'seenBy'> {
  const elsewhere = { agencyId: actor.agencyId, sectionId: null }
  if (permitted(actor, 'documents.view', elsewhere)) return {}
  const sections = [actor.sectionId, ...(actor.standsInFor ?? [])].filter((id) => id !== null)
  return { seenBy: { sections, officerId: actor.id } }
}
