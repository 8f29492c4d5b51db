import { Document, Packer } from 'docx'
import type { ReportDocument } from '../../record/reports/document.ts'
import { scopeParagraphs } from '../../record/reports/scope.ts'
import { folio, linesOf, runningHead, page, pieceParagraph, signatureParagraphs, STYLES, textOf } from './docx-style.ts'
import { reportTable } from './docx-table.ts'
import { piecesOf, printable, printedDate } from './prose.ts'
import { printedSections, reportTitle, SCOPE_HEADING } from './report-pdf.ts'

/** The annual report as DOCX, as 主管部门 and 政务公开 columns ask for it: tables with their merged cells, editable words. */
export async function renderReportDocx(report: ReportDocument): Promise<Uint8Array> {
  const document = new Document({
    title: printable(report.title),
    creator: printable(report.agency),
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: page(false),
        headers: runningHead(report.watermark),
        footers: { default: folio('odd'), even: folio('even') },
        children: [
          linesOf('DocumentTitle', reportTitle(report)),
          textOf('Flush', ''),
          ...(report.preface ?? []).flatMap(piecesOf).map((piece) => pieceParagraph(piece)),
          ...printedSections(report).flatMap((section, at, { length }) => [
            textOf('FirstHeading', section.heading),
            ...('table' in section
              ? [reportTable(section.table), textOf('Flush', '')]
              : section.pieces.map((piece, index) =>
                  pieceParagraph(piece, at === length - 1 && index === section.pieces.length - 1),
                )),
          ]),
          ...signatureParagraphs(printable(report.signature.agency), printedDate(report.signature.date)),
          ...annex(report),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** 附：汇总范围 */
function annex({ scope }: ReportDocument) {
  if (!scope) return []
  return [
    textOf('Flush', ''),
    textOf('FirstHeading', SCOPE_HEADING),
    ...scopeParagraphs(scope)
      .flatMap(piecesOf)
      .map((piece) => pieceParagraph(piece)),
  ]
}
