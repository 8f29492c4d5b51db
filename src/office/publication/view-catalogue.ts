/** 公开事项目录 at the desk: the list, one item with its versions, the sheet that leaves. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import {
  type CatalogueContent,
  catalogueDifferences,
  type CatalogueItem,
  ticksInWords,
} from '../../record/publication/catalogue.ts'
import type {
  CatalogueItemView,
  CatalogueRow,
  CatalogueVersionView,
  CatalogueView,
} from '../../record/publication/catalogue-view.ts'
import { catalogueOn, catalogueVersions, publishedUnder, type StoredVersion } from '../../store/catalogue.sql.ts'
import { agenciesBelow, decisionsAbout } from '../../store/inheritance.sql.ts'
import { agencyById, sectionsOf } from '../../store/people.sql.ts'
import { countDocuments, publishedDocuments } from '../../store/publication.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { reaches } from '../../record/publication/inheritance.ts'
import { itemsFixedAbove, viewInherited } from './inherit-catalogue.ts'
import { shownDay } from '../shown-day.ts'

/** Of those published under an item, the newest. */
const MOST_DOCUMENTS = 50

export async function viewCatalogue(ctx: OfficeContext, actor: Actor): Promise<Result<CatalogueView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.view', { agencyId })) return refused(NOT_PERMITTED)
  const [items, sections, published, total, above, below] = await Promise.all([
    catalogueOn(ctx.db, agencyId, ctx.today()),
    sectionsOf(ctx.db, agencyId),
    publishedUnder(ctx.db, agencyId, ctx.today()),
    countDocuments(ctx.db, ctx.today(), { agencyId }),
    viewInherited(ctx, actor),
    agenciesBelow(ctx.db, agencyId),
  ])
  const names = new Map(sections.map(({ id, name }) => [id, name]))
  const rows = items.map((item) => ({ ...rowOf(item, names), ...(published.get(item.id) ?? { documents: 0, latest: null }) }))
  return ok({
    rows,
    sections,
    elsewhere: rows.reduce((left, { documents }) => left - documents, Number(total)),
    mayEdit: permitted(actor, 'catalogue.edit', { agencyId }),
    hasUnits: below.length > 0,
    waiting: above.ok ? above.value.pending.length : 0,
  })
}

function rowOf(
  { id, content, keeping }: CatalogueItem,
  names: ReadonlyMap<string, string>,
): Omit<CatalogueRow, 'documents' | 'latest'> {
  const { audience, mode } = ticksInWords(content)
  return {
    id,
    field: content.field,
    first: content.first,
    second: content.second,
    limit: content.limit,
    audience,
    mode,
    sectionId: keeping.sectionId,
    section: names.get(keeping.sectionId ?? '') ?? null,
    column: keeping.column,
    staffOnly: keeping.audience === 'staff',
  }
}

export async function viewCatalogueItem(
  ctx: OfficeContext,
  actor: Actor,
  { id }: { id: string },
): Promise<Result<CatalogueItemView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.view', { agencyId })) return refused(NOT_PERMITTED)
  const today = ctx.today()
  const [versions, items, sections, documents, agency, fixed, units] = await Promise.all([
    catalogueVersions(ctx.db, agencyId, id),
    catalogueOn(ctx.db, agencyId, today),
    sectionsOf(ctx.db, agencyId),
    publishedDocuments(ctx.db, today, { agencyId, itemId: id }, { offset: 0, limit: MOST_DOCUMENTS }),
    agencyById(ctx.db, agencyId, today),
    itemsFixedAbove(ctx, ctx.db, agencyId),
    unitsBelow(ctx, agencyId, id),
  ])
  const last = versions.at(-1)
  if (!last) return refused(NOT_FOUND)
  const standing = items.find((item) => item.id === id)
  const item = standing ?? { id, rank: 0, seq: last.seq, from: last.from_date, content: last.content, keeping: last.keeping }
  return ok({
    item: { ...item, seq: last.seq },
    section: sections.find((one) => one.id === item.keeping.sectionId)?.name ?? null,
    sections,
    endedFrom: last.ended ? last.from_date : null,
    versions: versions.map((version, at) => versionView(ctx, version, versions[at - 1])).toReversed(),
    documents: documents.map(({ id: documentId, title, publishedOn }) => ({ id: documentId, title, publishedOn })),
    address: agency && standing && item.keeping.audience === 'society' ? `/${agency.slug}/catalogue/${id}` : null,
    mayEdit: permitted(actor, 'catalogue.edit', { agencyId }),
    fixedBy: fixed.has(id) ? agency?.details.supervisorName || '上级' : null,
    hasUnits: units.length > 0,
    units: units.filter(({ regime }) => reaches(item.keeping.passes, regime)).map(({ regime: _regime, ...unit }) => unit),
  })
}

/** The units directly below, with what each made of the item as it stands. */
async function unitsBelow(ctx: OfficeContext, agencyId: string, itemId: string) {
  const below = await agenciesBelow(ctx.db, agencyId)
  if (below.length === 0) return []
  const [decided, versions] = await Promise.all([
    decisionsAbout(ctx.db, agencyId, itemId),
    catalogueVersions(ctx.db, agencyId, itemId),
  ])
  const standing = versions.findLast((version) => version.from_date <= ctx.today())
  const units = await Promise.all(below.map(({ id }) => agencyById(ctx.db, id, ctx.today())))
  return units.flatMap((unit) => {
    if (!unit) return []
    const last = decided.find((one) => one.agency_id === unit.id && one.parent_seq >= (standing?.seq ?? 0))
    const state: 'taken' | 'kept' | 'waiting' = last?.decision ?? 'waiting'
    return [{ regime: unit.regime, name: unit.details.name, state, because: last?.because ?? '' }]
  })
}

function versionView(ctx: OfficeContext, version: StoredVersion, before: StoredVersion | undefined): CatalogueVersionView {
  return {
    seq: version.seq,
    from: version.from_date,
    ended: version.ended,
    by: version.actor_name,
    on: shownDay(ctx, version.recorded_at),
    why: version.why,
    differences: before ? catalogueDifferences(before.content, version.content) : [],
  }
}

/** What the sheet is made of: the catalogue as it stands today. */
export async function exportCatalogue(
  ctx: OfficeContext,
  actor: Actor,
): Promise<Result<{ agency: string; contents: CatalogueContent[] }>> {
  const { agencyId } = actor
  if (!permitted(actor, 'catalogue.view', { agencyId })) return refused(NOT_PERMITTED)
  const { details } = await agencyOn(ctx.db, agencyId, ctx.today())
  const items = await catalogueOn(ctx.db, agencyId, ctx.today())
  return ok({ agency: details.name, contents: items.map(({ content }) => content) })
}
