export { beginDataSet, viewDataSets } from './data-sets.ts'
export { dataSetOfDocument, directoryOf, listOpenData, publicDataSets, readDataSet } from './public-data.ts'
export { bringDocument, mayBringDocument } from './bring-document.ts'
export { alreadyPublic, ANSWERED_ELSEWHERE, answeredElsewhere, countHints, type Hint, hintsThisYear } from './already-public.ts'
export {
  browseColumn,
  browseColumns,
  type ColumnCount,
  columnOf,
  latestDocuments,
  readDocument,
  readPublishedFile,
  readTombstone,
  searchExamples,
  type Tombstone,
} from './browse.ts'
export { browseCatalogue, browseCatalogueItem, type PublicCatalogue, type PublicItem } from './browse-catalogue.ts'
export { addCatalogueItem, changeCatalogueItem, endCatalogueItem } from './edit-catalogue.ts'
export { enterMatter, viewMatters, voidMajorMatter } from './major-matters.ts'
export { keepOwn, takeInherited, viewInherited } from './inherit-catalogue.ts'
export { remindSchools, viewSchools } from './schools.ts'
export { countGaps, type PublicTile, publicTermCard, viewTermCard } from './term-card.ts'
export { settleFinding } from './proofread-edition.ts'
export { endSuperior, requireSuperior, viewSuperior } from './superior.ts'
export { installPack, viewPacks } from './install-pack.ts'
export { importCatalogue, mayImportCatalogue, previewCatalogue } from './import-catalogue.ts'
export { draftForDuty, noteDuty, recordDutyEvent } from './settle-duties.ts'
export { eventChoices, viewDuties } from './view-duties.ts'
export { exportCatalogue, viewCatalogue, viewCatalogueItem } from './view-catalogue.ts'
export {
  beginEdition,
  dropEdition,
  reviseDocument,
  saveEdition,
  submitEdition,
} from './draft-edition.ts'
export { maskEdition, readUnmasked } from './mask-edition.ts'
export { documentToCopy, recordAtOutlet, retryAtOutlet, setOutlet, viewOutlets } from './outlets.ts'
export { takeExpiredFromOutlets } from './plan-outlets.ts'
export { withdrawDocument } from './put-online.ts'
export { forceEdition, lookAfterEdition, passEdition, returnEdition } from './review-edition.ts'
export { countEditionsToDo, viewEdition, viewEditions } from './view-editions.ts'
export { allReports, latestReports, reportsMark, reportTotals } from './open-data.ts'
export { type DocumentDraft, publishDocument } from './publish-document.ts'
export {
  type ArchivedReport,
  comparableReports,
  readReport,
  readSignedCopy,
  reportArchive,
  type ReportPage,
  type YearFigures,
} from './reports.ts'
export { indexMissing } from './index-documents.ts'
export { searchDocuments } from './search.ts'
export { endPublicities } from './end-publicity.ts'
export {
  assignObjection,
  passAnswer,
  proposeAnswer,
  recordTold,
  returnAnswer,
  unmaskObjection,
  viewObjection,
} from './handle-objection.ts'
export {
  enterObjection,
  objectionStatus,
  type ObjectionStatus,
  openPublicity,
  type OpenPublicity,
  raiseObjection,
} from './raise-objection.ts'
export { scanStockPiece } from './scan-stock.ts'
export { correctStock, settleStock, takeDown, viewStock } from './settle-stock.ts'
export { viewPublicities, viewPublicity } from './view-publicity.ts'
export { countPublicityToDo } from './publicity-tasks.ts'
export { addEditionFile, maskEditionFile, readEditionFile } from './edition-files.ts'
