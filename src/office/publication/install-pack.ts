/** 装入事项包: the items of a ready-made catalogue that the unit does not have yet become its own; what it has stays as it is. */
import { randomUUID } from 'node:crypto'
import { CATALOGUE_OUTLETS, USUAL_LIMIT } from '../../law/publication/catalogue.ts'
import { type Pack, type PackItem, PACKS } from '../../law/publication/packs/index.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { Agency } from '../../record/people/agency.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import {
  type CatalogueContent,
  type CatalogueItem,
  type CatalogueKeeping,
  catalogueContentSchema,
  catalogueKeepingSchema,
  pathOf,
} from '../../record/publication/catalogue.ts'
import { type CatalogueImported, itemName, type PackView } from '../../record/publication/catalogue-view.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { catalogueOn, insertItems, insertVersions, lockCatalogue } from '../../store/catalogue.sql.ts'
import { sectionsOf } from '../../store/people.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'

/** Ticked on every item. */
const USUAL_OUTLETS: readonly string[] = ['政府网站', '公开查阅点']

/** The packs for this kind of unit, with what it does not have of each. */
export async function viewPacks(ctx: OfficeContext, actor: Actor): Promise<Result<PackView[]>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.edit', { agencyId })) return refused(NOT_PERMITTED)
  const [agency, items] = await Promise.all([agencyOn(ctx.db, agencyId, ctx.today()), catalogueOn(ctx.db, agencyId, ctx.today())])
  return ok(
    PACKS.filter(({ regime }) => regime === agency.regime).map((pack) => ({
      key: pack.key,
      field: pack.field,
      what: pack.what,
      source: pack.source,
      items: pack.items.length,
      fresh: missing(pack, agency, items).map(({ content }) => itemName(content)),
    })),
  )
}

interface Ready {
  content: CatalogueContent
  item: PackItem
}

function missing(pack: Pack, agency: Agency, items: readonly CatalogueItem[]): Ready[] {
  const known = new Set(items.map(({ content }) => pathOf(content)))
  return pack.items
    .map((item) => ({ item, content: contentOf(pack, item, agency) }))
    .filter(({ content }) => !known.has(pathOf(content)))
}

function contentOf({ field }: Pack, item: PackItem, { details, regime }: Agency): CatalogueContent {
  const ticked = new Set([...USUAL_OUTLETS, ...(item.outlets ?? [])])
  return catalogueContentSchema.parse({
    field,
    first: item.first,
    second: item.second,
    elements: item.elements.join('\n'),
    basis: item.basis.join('\n'),
    limit: item.limit ?? USUAL_LIMIT,
    subject: details.name,
    outlets: CATALOGUE_OUTLETS.map((name) => ({ name, ticked: ticked.has(name) })),
    society: item.group === undefined,
    group: item.group ?? null,
    proactive: true,
    onRequest: item.onRequest ?? false,
    county: regime === 'art54',
    township: false,
  })
}

function keepingOf(item: PackItem, sections: readonly { id: string; name: string }[]): CatalogueKeeping {
  const owner = (item.sections ?? []).flatMap((word) => sections.filter(({ name }) => name.includes(word)))[0]
  return catalogueKeepingSchema.parse({
    sectionId: owner?.id ?? null,
    column: item.column,
    audience: item.audience ?? 'society',
    fires: item.fires ?? [],
    table: item.table ?? [],
  })
}

/** @param input.idOf which id an item gets, where it must be the same every time; else made here */
export async function installPack(
  ctx: OfficeContext,
  actor: Actor,
  input: { key: string; idOf?: (name: string) => string },
): Promise<Result<CatalogueImported>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.edit', { agencyId })) return refused(NOT_PERMITTED)
  return ctx.transact(async (tx): Promise<Result<CatalogueImported>> => {
    await lockCatalogue(tx, agencyId)
    const agency = await agencyOn(tx, agencyId, ctx.today())
    const pack = PACKS.find(({ key, regime }) => key === input.key && regime === agency.regime)
    if (!pack) return refused(NOT_FOUND)
    const [items, sections] = await Promise.all([catalogueOn(tx, agencyId, ctx.today()), sectionsOf(tx, agencyId)])
    const fresh = missing(pack, agency, items).map((ready) => ({
      ...ready,
      id: input.idOf?.(itemName(ready.content)) ?? randomUUID(),
    }))
    const last = Math.max(0, ...items.map(({ rank }) => rank))
    await insertItems(
      tx,
      fresh.map(({ id }, at) => ({ agency_id: agencyId, id, rank: last + at + 1 })),
    )
    await insertVersions(
      tx,
      fresh.map(({ id, content, item }) => ({
        agency_id: agencyId,
        item_id: id,
        seq: 1,
        from_date: ctx.today(),
        content: JSON.stringify(content),
        keeping: JSON.stringify(keepingOf(item, sections)),
        why: `装入事项包：${pack.source}`,
        actor_id: actor.id,
        actor_name: actor.name,
      })),
    )
    const done = { fresh: fresh.length, changed: 0, ended: 0 }
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'catalogue.install', target: pack.key, detail: done })
    return ok(done)
  })
}
