import { BorderStyle, Document, Footer, Header, Packer, Paragraph } from 'docx'
import type { Table } from 'docx'
import type { Paper } from '../../record/letters/model.ts'
import { balancedLines, widthOf } from './balanced-lines.ts'
import {
  attachmentParagraphs,
  folio,
  linesOf,
  page,
  pieceParagraph,
  RED,
  runningHead,
  signatureParagraphs,
  STYLES,
  textOf,
  twips,
  watermarkLine,
} from './docx-style.ts'
import { formTable } from './docx-table.ts'
import { isForm, MARK_CAPACITY, printedBlocks, salutation, TITLE_CAPACITY, translationOf } from './letter-pdf.ts'
import { printable, printedDate, textPiece } from './prose.ts'

/** A letter as DOCX for further work in Word or WPS: the same words, lines and forms as the PDF. */
export async function renderLetterDocx(letter: Paper): Promise<Uint8Array> {
  const form = isForm(letter)
  const title = printable(letter.title)
  const document = new Document({
    title,
    creator: printable(letter.agency),
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: page(true),
        headers: {
          first: new Header({
            children: form ? watermarkLine(letter.watermark) : [...mark(letter.agency), ...underMark(letter.watermark)],
          }),
          ...runningHead(letter.watermark),
        },
        footers: { first: form ? new Footer({ children: [] }) : footRule(), default: folio('odd'), even: folio('even') },
        children: [
          ...(form
            ? [linesOf('DocumentTitle', [printable(letter.agency)], { size: 36 })]
            : [numberLine(letter), textOf('Flush', '')]),
          linesOf('DocumentTitle', balancedLines(title, TITLE_CAPACITY, printable(letter.agency))),
          form ? numberLine(letter) : textOf('Flush', ''),
          ...(letter.addressee === null ? [] : [textOf('Flush', salutation(letter.addressee))]),
          ...body(letter),
          ...attachmentParagraphs(letter.attachments.map(printable)),
          ...signature(letter),
          ...translated(letter),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function numberLine(letter: Paper): Paragraph {
  return textOf('Number', printable(letter.number))
}

function body(letter: Paper): (Paragraph | Table)[] {
  return printedBlocks(letter).flatMap((block, at, { length }): (Paragraph | Table)[] =>
    block.kind === 'form'
      ? [formTable(block.rows)]
      : block.pieces.map((piece, index) => pieceParagraph(piece, at === length - 1 && index === block.pieces.length - 1)),
  )
}

function translated(letter: Paper): Paragraph[] {
  const translation = translationOf(letter)
  if (!translation) return []
  const pieces = [translation.heading, ...translation.lines].map((text) => textPiece(text))
  return [textOf('Flush', ''), ...pieces.map((piece) => pieceParagraph(piece))]
}

function signature({ signature: { agency, date } }: Paper): Paragraph[] {
  return agency === '' && date === '' ? [] : signatureParagraphs(printable(agency), printedDate(date))
}

/** Both red rules are 170 mm wide, 20 mm from either edge of the page. */
const OUTWARDS = { left: -twips(8), right: -twips(6) }

/** 发文机关标志, its top edge 30 mm from the top of the page, over the first red rule, thick over thin. */
function mark(agency: string): Paragraph[] {
  const lines = balancedLines(printable(agency), MARK_CAPACITY)
  const points = Math.min(36, twips(150) / 20 / Math.max(1, ...lines.map(widthOf)))
  return [
    linesOf(
      'Mark',
      lines,
      { size: Math.round(points * 2) },
      {
        spacing: { line: Math.round(points * 24), after: 0 },
        indent: OUTWARDS,
        border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: RED, space: 11 } },
      },
    ),
  ]
}

/** The line under the rule stays free, or bears a demo's mark. */
function underMark(watermark: string | undefined): Paragraph[] {
  return watermark === undefined ? [new Paragraph({ spacing: { line: 200 } })] : watermarkLine(watermark)
}

/** The second red rule, thin over thick, 20 mm from the foot of the first page, which bears no number. */
function footRule(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        indent: OUTWARDS,
        spacing: { line: 20, after: 0 },
        border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: RED, space: 1 } },
      }),
    ],
  })
}
