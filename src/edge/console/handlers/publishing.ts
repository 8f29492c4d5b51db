/** 信息发布: endpoint → office verb. A deed answers with the edition as it stands afterwards. */
import { ok, type Result } from '../../../law/refusal.ts'
import type { OfficeContext } from '../../../office/context.ts'
import {
  assignObjection,
  beginDataSet,
  beginEdition,
  correctStock,
  documentToCopy,
  dropEdition,
  enterObjection,
  forceEdition,
  lookAfterEdition,
  maskEdition,
  maskEditionFile,
  passAnswer,
  passEdition,
  proposeAnswer,
  readUnmasked,
  recordAtOutlet,
  recordTold,
  retryAtOutlet,
  returnAnswer,
  returnEdition,
  reviseDocument,
  saveEdition,
  setOutlet,
  settleFinding,
  settleStock,
  submitEdition,
  takeDown,
  unmaskObjection,
  viewDataSets,
  viewEdition,
  viewEditions,
  viewObjection,
  viewOutlets,
  viewPublicities,
  viewPublicity,
  viewStock,
  withdrawDocument,
} from '../../../office/publication/index.ts'
import type { Actor } from '../../../record/people/roles.ts'
import type { EditionView } from '../../../record/publication/edition.ts'
import { wechatArticle } from '../../outlets/wechat-article.ts'
import type { PublishingOutputs } from '../contract/publishing.ts'
import type { Handlers } from './handler.ts'

async function shown(office: OfficeContext, actor: Actor, id: string, done: Promise<Result<void>>): Promise<Result<EditionView>> {
  const result = await done
  return result.ok ? viewEdition(office, actor, { id }) : result
}

async function done(deed: Promise<Result<void>>): Promise<Result<{ done: true }>> {
  const result = await deed
  return result.ok ? ok({ done: true }) : result
}

export const PUBLISHING_HANDLERS: Handlers<keyof PublishingOutputs> = {
  'editions.list': (office, { actor }, input) => viewEditions(office, actor, input),
  'editions.view': (office, { actor }, input) => viewEdition(office, actor, input),
  'editions.begin': (office, { actor }, input) => beginEdition(office, actor, input),
  'editions.revise': (office, { actor }, input) => reviseDocument(office, actor, input),
  'editions.save': (office, { actor }, input) => shown(office, actor, input.id, saveEdition(office, actor, input)),
  'editions.submit': (office, { actor }, input) => shown(office, actor, input.id, submitEdition(office, actor, input)),
  'editions.mask': (office, { actor }, input) => shown(office, actor, input.id, maskEdition(office, actor, input)),
  'editions.maskFile': (office, { actor }, input) => shown(office, actor, input.id, maskEditionFile(office, actor, input)),
  'editions.drop': (office, { actor }, input) => shown(office, actor, input.id, dropEdition(office, actor, input)),
  'editions.pass': (office, { actor }, input) => shown(office, actor, input.id, passEdition(office, actor, input)),
  'editions.return': (office, { actor }, input) => shown(office, actor, input.id, returnEdition(office, actor, input)),
  'editions.force': (office, { actor }, input) => shown(office, actor, input.id, forceEdition(office, actor, input)),
  'editions.lookAfter': (office, { actor }, input) => shown(office, actor, input.id, lookAfterEdition(office, actor, input)),
  'editions.settle': (office, { actor }, input) => shown(office, actor, input.id, settleFinding(office, actor, input)),
  'editions.withdraw': (office, { actor }, input) => shown(office, actor, input.id, withdrawDocument(office, actor, input)),
  'editions.unmasked': (office, { actor }, input) => readUnmasked(office, actor, input),
  'dataSets.list': (office, { actor }) => viewDataSets(office, actor),
  'dataSets.begin': (office, { actor }, input) => beginDataSet(office, actor, input),
  'publicity.list': (office, { actor }, input) => viewPublicities(office, actor, input),
  'publicity.view': (office, { actor }, input) => viewPublicity(office, actor, input),
  'publicity.enter': (office, { actor }, input) => enterObjection(office, actor, input),
  'objections.view': (office, { actor }, input) => viewObjection(office, actor, input),
  'objections.unmask': (office, { actor }, input) => unmaskObjection(office, actor, input),
  'objections.assign': (office, { actor }, input) => assignObjection(office, actor, input),
  'objections.propose': (office, { actor }, input) => proposeAnswer(office, actor, input),
  'objections.pass': (office, { actor }, input) => passAnswer(office, actor, input),
  'objections.return': (office, { actor }, input) => returnAnswer(office, actor, input),
  'objections.tell': (office, { actor }, input) => recordTold(office, actor, input),
  'stock.list': (office, { actor }, input) => viewStock(office, actor, input),
  'stock.settle': (office, { actor }, input) => done(settleStock(office, actor, input)),
  'stock.correct': (office, { actor }, input) => correctStock(office, actor, input),
  'stock.takeDown': (office, { actor }, input) => done(takeDown(office, actor, input)),
  'outlets.list': (office, { actor }) => viewOutlets(office, actor),
  'outlets.set': (office, { actor }, input) => setOutlet(office, actor, input),
  'outlets.record': (office, { actor }, input) => recordAtOutlet(office, actor, input),
  'outlets.copy': async (office, { actor }, { id }) => {
    const document = await documentToCopy(office, actor, id)
    return document.ok ? ok(wechatArticle(document.value, null)) : document
  },
  'outlets.retry': (office, { actor }, input) => retryAtOutlet(office, actor, input),
}
