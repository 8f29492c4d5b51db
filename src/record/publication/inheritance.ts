/**
 * 上级目录的沿用: what the body above fixed for its units, against what a unit made of it. A change above is shown to the unit with
 * its difference and taken over, or kept off for a reason where that is allowed.
 */
import type { CatalogueContent, CatalogueDifference, CatalogueItem, CatalogueKeeping, PassesTo } from './catalogue.ts'
import { catalogueDifferences, pathOf } from './catalogue.ts'

/** An item of the body above, as it stands and as it stood at the version that the unit decided on. */
export interface ParentItem {
  id: string
  seq: number
  content: CatalogueContent
  keeping: CatalogueKeeping
  /** No more in the catalogue above, or no more asked of units. */
  ended: boolean
}

export interface Decision {
  parentItemId: string
  parentSeq: number
  itemId: string | null
  decision: 'taken' | 'kept'
  because: string
  by: string
  on: string
}

export interface Pending {
  parentItemId: string
  parentSeq: number
  kind: 'new' | 'changed' | 'ended'
  name: string
  content: CatalogueContent
  /** What the unit's own item would become; empty of a new one. */
  differences: CatalogueDifference[]
  /** The unit's own item: that was taken over, or has the same name. */
  itemId: string | null
  /** The unit may keep its own, for a reason. */
  overridable: boolean
}

/** Whether items passed on so reach a unit of this kind. */
export function reaches(passes: PassesTo, regime: 'art54' | 'art55'): boolean {
  return passes === 'all' || passes === regime
}

/** What of the superior's row a unit takes over: all but who publishes, which is the unit itself. */
export function asOwn(parent: CatalogueContent, subject: string): CatalogueContent {
  return { ...parent, subject }
}

export function pendingOf(
  parents: readonly ParentItem[],
  decisions: readonly Decision[],
  own: readonly CatalogueItem[],
  subject: string,
): Pending[] {
  return parents.flatMap((parent) => {
    const last = decisions.findLast(({ parentItemId }) => parentItemId === parent.id)
    const twin =
      own.find(({ id }) => id === last?.itemId) ??
      (last ? undefined : own.find(({ content }) => pathOf(content) === pathOf(parent.content)))
    const differences = twin ? catalogueDifferences(twin.content, asOwn(parent.content, twin.content.subject || subject)) : []
    const kind = kindOf(parent, last, twin, differences)
    if (kind === null) return []
    const { id: parentItemId, seq: parentSeq, content, keeping } = parent
    const name = `${content.first} / ${content.second}`
    return [
      {
        parentItemId,
        parentSeq,
        kind,
        name,
        content,
        differences: kind === 'ended' ? [] : differences,
        itemId: twin?.id ?? null,
        overridable: keeping.overridable,
      },
    ]
  })
}

function kindOf(
  parent: ParentItem,
  last: Decision | undefined,
  twin: CatalogueItem | undefined,
  differences: readonly CatalogueDifference[],
): Pending['kind'] | null {
  if (last && last.parentSeq >= parent.seq) return null
  if (parent.ended) return last?.decision === 'taken' && twin ? 'ended' : null
  if (!last) return 'new'
  // A change above that leaves the unit's own as it is asks nothing.
  return twin && differences.length === 0 ? null : 'changed'
}

/** Own items that the body above fixed and the unit may not change. */
export function fixedItems(parents: readonly ParentItem[], decisions: readonly Decision[]): Set<string> {
  return new Set(
    parents.flatMap((parent) => {
      const last = decisions.findLast(({ parentItemId }) => parentItemId === parent.id)
      return !parent.ended && !parent.keeping.overridable && last?.decision === 'taken' && last.itemId ? [last.itemId] : []
    }),
  )
}

/** Whether a unit's change touches what the body above fixed: everything but who publishes and by what outlets. */
export function touchesFixed(before: CatalogueContent, after: CatalogueContent): boolean {
  return catalogueDifferences(before, { ...after, subject: before.subject, outlets: before.outlets }).length > 0
}
