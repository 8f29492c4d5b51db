/** 公开事项目录 for the public: every item but those that only the agency's own people read, and what was published under each. */
import type { Agency } from '../../record/people/agency.ts'
import type { CatalogueItem } from '../../record/publication/catalogue.ts'
import type { DocumentRow, Page } from '../../record/publication/document.ts'
import { catalogueOn, publishedUnder } from '../../store/catalogue.sql.ts'
import { countDocuments } from '../../store/publication.sql.ts'
import type { LocalDate } from '../../law/date.ts'
import type { OfficeContext } from '../context.ts'
import { browseUnder } from './browse.ts'

export interface PublicItem {
  item: CatalogueItem
  documents: number
  latest: LocalDate | null
}

export interface PublicCatalogue {
  items: PublicItem[]
  /** How many open documents stand under none of these items. */
  elsewhere: number
}

export async function browseCatalogue(ctx: OfficeContext, agency: Agency): Promise<PublicCatalogue> {
  const [stored, published, total] = await Promise.all([
    catalogueOn(ctx.db, agency.id, ctx.today()),
    publishedUnder(ctx.db, agency.id, ctx.today()),
    countDocuments(ctx.db, ctx.today(), { agencyId: agency.id }),
  ])
  const items = stored
    .filter(({ keeping }) => keeping.audience === 'society')
    .map((item) => ({ item, ...(published.get(item.id) ?? { documents: 0, latest: null }) }))
  return { items, elsewhere: items.reduce((left, { documents }) => left - documents, Number(total)) }
}

/** One item with a page of what was published under it; null where the public has no such item. */
export async function browseCatalogueItem(
  ctx: OfficeContext,
  agency: Agency,
  id: string,
  page: number,
): Promise<{ item: CatalogueItem; list: Page<DocumentRow> } | null> {
  const { items } = await browseCatalogue(ctx, agency)
  const found = items.find(({ item }) => item.id === id)
  return found ? { item: found.item, list: await browseUnder(ctx, agency, id, page) } : null
}
