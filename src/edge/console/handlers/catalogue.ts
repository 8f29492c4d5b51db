/** 公开事项目录: endpoint → office verb. A deed answers with the item as it stands afterwards. */
import { ok, type Result } from '../../../law/refusal.ts'
import type { OfficeContext } from '../../../office/context.ts'
import {
  addCatalogueItem,
  changeCatalogueItem,
  endCatalogueItem,
  installPack,
  keepOwn,
  takeInherited,
  viewCatalogue,
  viewCatalogueItem,
  viewInherited,
  viewPacks,
} from '../../../office/publication/index.ts'
import type { Actor } from '../../../record/people/roles.ts'
import type { CatalogueItemView, InheritedView } from '../../../record/publication/catalogue-view.ts'
import type { CatalogueOutputs } from '../contract/catalogue.ts'
import type { Handlers } from './handler.ts'

async function shown(
  office: OfficeContext,
  actor: Actor,
  input: { id: string },
  done: Promise<Result<void>>,
): Promise<Result<CatalogueItemView>> {
  const result = await done
  return result.ok ? viewCatalogueItem(office, actor, input) : result
}

async function inherited(office: OfficeContext, actor: Actor, done: Promise<Result<void>>): Promise<Result<InheritedView>> {
  const result = await done
  return result.ok ? viewInherited(office, actor) : result
}

export const CATALOGUE_HANDLERS: Handlers<keyof CatalogueOutputs> = {
  'catalogue.list': (office, { actor }) => viewCatalogue(office, actor),
  'catalogue.packs': async (office, { actor }) => {
    const packs = await viewPacks(office, actor)
    return packs.ok ? ok({ packs: packs.value }) : packs
  },
  'catalogue.install': (office, { actor }, input) => installPack(office, actor, input),
  'catalogue.inherited': (office, { actor }) => viewInherited(office, actor),
  'catalogue.take': (office, { actor }, input) => inherited(office, actor, takeInherited(office, actor, input)),
  'catalogue.keep': (office, { actor }, input) => inherited(office, actor, keepOwn(office, actor, input)),
  'catalogue.view': (office, { actor }, input) => viewCatalogueItem(office, actor, input),
  'catalogue.add': (office, { actor }, input) => shown(office, actor, input, addCatalogueItem(office, actor, input)),
  'catalogue.change': (office, { actor }, input) => shown(office, actor, input, changeCatalogueItem(office, actor, input)),
  'catalogue.end': (office, { actor }, input) => shown(office, actor, input, endCatalogueItem(office, actor, input)),
}
