import type { Agency } from '../../record/people/agency.ts'

/** The government above the others gives the pages of no single agency its name; a lone agency does too. */
export function hostOf(agencies: readonly Agency[]): Agency | null {
  return agencies.find((agency) => agency.kind === 'government' && agency.parentId === null) ?? agencies[0] ?? null
}
