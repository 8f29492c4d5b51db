export { alreadyPublic, countHints, hintsThisYear } from './already-public.ts'
export {
  browseColumn,
  browseColumns,
  type ColumnCount,
  columnOf,
  latestDocuments,
  readDocument,
  searchExamples,
} from './browse.ts'
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
export { searchDocuments } from './search.ts'
