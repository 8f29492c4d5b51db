/** 导入前先看: what a sheet that comes back would change in the catalogue as it stands. Nothing here writes. */
import type { LocalDate } from '../../law/date.ts'
import { type CatalogueContent, type CatalogueDifference, catalogueDifferences, type CatalogueItem, pathOf } from './catalogue.ts'
import { touchesFixed } from './inheritance.ts'
import type { ReadCatalogue, SheetFault, SheetPlace } from './catalogue-sheet.ts'

export interface PlannedChange {
  item: CatalogueItem
  at: SheetPlace
  content: CatalogueContent
  differences: CatalogueDifference[]
}

export interface CataloguePlan {
  fresh: { at: SheetPlace; content: CatalogueContent }[]
  changed: PlannedChange[]
  /** In the catalogue, in a 领域 of the file, but not in the file. */
  gone: CatalogueItem[]
  same: number
  /** 领域 that the file has nothing of: theirs stay as they are. */
  untouched: { field: string; items: number }[]
  faults: SheetFault[]
  /** All rows of the file in its order: which item each is, null for a new one. */
  order: (string | null)[]
}

/** What a file may not change: it is told and left out. */
export interface Untouchable {
  /** Items that the body above fixed. */
  fixed: ReadonlySet<string>
  /** Items that change on a later day already: what was written today would end then. */
  scheduled: ReadonlyMap<string, LocalDate>
}

export function planImport(
  current: readonly CatalogueItem[],
  { items, faults }: ReadCatalogue,
  { fixed, scheduled }: Untouchable = { fixed: new Set(), scheduled: new Map() },
): CataloguePlan {
  const byPath = new Map(current.map((item) => [pathOf(item.content), item]))
  const met = new Set<string>()
  const matched = items.map(({ at, content }) => {
    const item = byPath.get(pathOf(content))
    if (item) met.add(item.id)
    return { at, content, item: item ?? null }
  })
  const key = ({ field }: CatalogueContent) => pathOf({ field, first: '', second: '' })
  const fields = new Set(items.map(({ content }) => key(content)))
  const missing = current.filter(({ id, content }) => !met.has(id) && fields.has(key(content)))
  const renamed = renames(
    missing,
    matched.filter(({ item }) => item === null),
  )
  const plan: CataloguePlan = { fresh: [], changed: [], gone: [], same: 0, untouched: [], faults: [...faults], order: [] }
  for (const { at, content, item: found } of matched) {
    const item = found ?? renamed.get(content) ?? null
    plan.order.push(item?.id ?? null)
    if (!item) plan.fresh.push({ at, content })
    else {
      const differences = catalogueDifferences(item.content, content)
      const later = scheduled.get(item.id)
      const stopped =
        fixed.has(item.id) && touchesFixed(item.content, content)
          ? '由上级目录规定'
          : later && differences.length > 0
            ? `自 ${later} 起已经安排修改`
            : null
      if (stopped) {
        plan.faults.push({ ...at, say: `“${content.second}”${stopped}，改动的内容没有读取` })
        plan.same += 1
      } else if (differences.length > 0) plan.changed.push({ item, at, content, differences })
      else plan.same += 1
    }
  }
  const kept = new Set([...renamed.values()].map(({ id }) => id))
  plan.gone = missing.filter(({ id }) => !kept.has(id) && !fixed.has(id) && !scheduled.has(id))
  const others = new Map<string, number>()
  for (const { content } of current)
    if (!fields.has(key(content))) others.set(content.field, (others.get(content.field) ?? 0) + 1)
  plan.untouched = [...others].map(([field, count]) => ({ field, items: count }))
  return plan
}

/** 改名: a row of the same field with the very elements and basis of one that is missing, and no other such row. */
function renames(
  missing: readonly CatalogueItem[],
  added: readonly { content: CatalogueContent }[],
): Map<CatalogueContent, CatalogueItem> {
  const sign = ({ field, elements, basis }: CatalogueContent) => JSON.stringify([field, elements, basis])
  const found = new Map<CatalogueContent, CatalogueItem>()
  for (const item of missing) {
    const like = added.filter(({ content }) => sign(content) === sign(item.content))
    const twins = missing.filter(({ content }) => sign(content) === sign(item.content))
    const [only] = like
    if (only && like.length === 1 && twins.length === 1) found.set(only.content, item)
  }
  return found
}

/** The places of all items once the sheet's order holds: what it does not have comes after what it stood behind. */
export function orderAfter(
  current: readonly CatalogueItem[],
  order: readonly (string | null)[],
  fresh: readonly string[],
): string[] {
  const made = [...fresh]
  const given = order.map((id) => id ?? made.shift() ?? '').filter((id) => id !== '')
  const inFile = new Set(given)
  const result: string[] = []
  const followers = new Map<string | null, string[]>()
  let before: string | null = null
  for (const { id } of current.toSorted((a, b) => a.rank - b.rank)) {
    if (inFile.has(id)) before = id
    else followers.set(before, [...(followers.get(before) ?? []), id])
  }
  result.push(...(followers.get(null) ?? []))
  for (const id of given) result.push(id, ...(followers.get(id) ?? []))
  return result
}
