/** Paper: letters and annual reports as PDF (PDF/A-2a, tagged) and DOCX, set by GB/T 9704-2012. */
export { fontFolders, fontsConf } from './fonts.ts'
export { type BoardSize, qrCode, renderBoardPdf } from './board-pdf.ts'
export { renderBoxLabels } from './box-labels.ts'
export { renderIssuedPdf } from './issued-pdf.ts'
export { renderDossierPdf } from './dossier-pdf.ts'
export { renderLetterDocx } from './letter-docx.ts'
export { renderLetterPdf } from './letter-pdf.ts'
export { closePress, PaperFailure } from './press.ts'
export { renderReportDocx } from './report-docx.ts'
export { renderReportXlsx } from './report-xlsx.ts'
export { renderVolumeBook } from './volumes-xlsx.ts'
export { renderReportPdf } from './report-pdf.ts'
export {
  renderBatch,
  renderLabels,
  renderPostingList,
  renderProofSheet,
  renderReviewSheet,
  renderVolumeList,
} from './slips-pdf.ts'
export { renderSchools } from './schools-xlsx.ts'
export { renderCatalogue } from './catalogue-xlsx.ts'
export { renderDataSheet } from './data-xlsx.ts'
