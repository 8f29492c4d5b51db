import { type Actor, permitted } from '../../record/people/roles.ts'

/**
 * Which cases of the agency an actor sees: a section's officer those of the section and of the absent colleagues stood in for,
 * everyone else who may see cases all (null).
 */
export function sectionLimit(actor: Actor): { allowed: boolean; sections: readonly string[] | null } {
  if (permitted(actor, 'requests.view', { agencyId: actor.agencyId, sectionId: null })) return { allowed: true, sections: null }
  const own = { agencyId: actor.agencyId, sectionId: actor.sectionId }
  const sections = [actor.sectionId, ...(actor.standsInFor ?? [])].filter((id) => id !== null)
  return { allowed: permitted(actor, 'requests.view', own), sections }
}
