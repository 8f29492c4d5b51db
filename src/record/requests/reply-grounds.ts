/** What a reply rests on and asks for: its grounds and its needs, of a single outcome or of several items. */
import type { RemedyParts } from '../../law/oversight/remedies.ts'
import { groundAsked } from '../../law/requests/outcome-questions.ts'
import { groundOf, type Need, outcomeRule } from '../../law/requests/outcomes.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import { REMAINDER_GROUNDS, type RemainderGround } from '../../law/withholding.ts'
import type { ReplyContent, ReplyItem } from './reply.ts'

/** An item that has been placed. */
export type PlacedItem = ReplyItem & { outcome: Outcome }

export function placedItems({ items }: Pick<ReplyContent, 'items'>): PlacedItem[] {
  return items.filter((item): item is PlacedItem => item.outcome !== null)
}

function groundsOfItem(item: PlacedItem): RemainderGround[] {
  if (item.outcome === 'partial') return item.grounds
  const ground = groundAsked(item.outcome)
  return ground ? [ground] : []
}

type Grounded = Pick<ReplyContent, 'outcome' | 'grounds' | 'items'>

/** The grounds this reply rests on: a whole refusal's one, those of the part that is not given, or those of its items. */
export function groundsOf(content: Grounded): RemainderGround[] {
  if (content.items.length > 0) {
    const used = new Set(placedItems(content).flatMap(groundsOfItem))
    return REMAINDER_GROUNDS.filter((ground) => used.has(ground))
  }
  const whole = groundOf(content.outcome)
  if (whole) return [whole]
  return content.outcome === 'partial' ? [...content.grounds] : []
}

/** Grounds whose questions must be answered: as above, and 36(7), which is an outcome and no ground of refusal. */
export function groundsAsked(content: Grounded): RemainderGround[] {
  return content.outcome === 'withheld.adminQuery' && content.items.length === 0 ? ['adminQuery'] : groundsOf(content)
}

/** What the remedies of a reply depend on: each item refused under Art 14–16 is told its own way beside the others. */
export function remedyParts(content: Grounded): RemedyParts {
  const refused = placedItems(content).filter(({ outcome }) => groundOf(outcome) !== null)
  return {
    outcome: content.outcome,
    grounds: groundsOf(content),
    mixed: refused.length > 0 && refused.length < content.items.length,
  }
}

/**
 * What has to be decided before anything can be said of remedies: how each item is answered, and why a part is withheld (ARL 23). null
 * where all that is decided.
 */
export function remediesWaitFor({ outcome, grounds, items }: Grounded): '各项怎样答复' | '不予公开的理由' | null {
  if (items.some((item) => item.outcome === null)) return '各项怎样答复'
  const partial =
    items.length > 0 ? items.filter((item) => item.outcome === 'partial') : outcome === 'partial' ? [{ grounds }] : []
  return partial.some((one) => one.grounds.length === 0) ? '不予公开的理由' : null
}

const OF_GROUND: Partial<Record<RemainderGround, Need>> = {
  notHeld: 'search',
  notOurs: 'rightAgency',
  adminQuery: 'accessLaw',
}
const NEEDS_BASIS: readonly RemainderGround[] = ['stateSecret', 'forbiddenByLaw']
/** Written with each item, where there are items. */
const OF_ITEM: readonly Need[] = ['remainder', 'reasons', 'severance']

/** Which parts a reply must have: by its outcome, by its grounds, and by every item. */
export function needsOf(content: Grounded): ReadonlySet<Need> {
  const grounds = groundsOf(content)
  const needs = new Set<Need>(outcomeRule(content.outcome).needs)
  for (const { outcome } of placedItems(content)) for (const need of outcomeRule(outcome).needs) needs.add(need)
  if (content.items.length > 0) for (const need of OF_ITEM) needs.delete(need)
  if (placedItems(content).every(({ outcome }) => outcome !== 'granted' && outcome !== 'partial') && content.items.length > 0)
    needs.delete('given')
  for (const ground of grounds) {
    const need = OF_GROUND[ground]
    if (need) needs.add(need)
  }
  if (grounds.some((ground) => NEEDS_BASIS.includes(ground))) needs.add('groundBasis')
  else needs.delete('groundBasis')
  if (grounds.includes('thirdParty')) needs.add('consultation')
  else needs.delete('consultation')
  return needs
}
