/** Paper: letters and annual reports as PDF (PDF/A-2a, tagged) and DOCX, set by GB/T 9704-2012. */
export { fontFolders, fontsConf } from './fonts.ts'
export { renderBoxLabels } from './box-labels.ts'
export { renderLetterDocx } from './letter-docx.ts'
export { renderLetterPdf } from './letter-pdf.ts'
export { closePress, PaperFailure } from './press.ts'
export { renderReportDocx } from './report-docx.ts'
export { renderReportPdf } from './report-pdf.ts'
export { renderBatch, renderLabels, renderPostingList } from './slips-pdf.ts'
