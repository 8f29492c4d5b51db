import type { Paper } from '../../record/letters/model.ts'
import { TRANSLATION_HEADING } from '../../record/letters/translation.ts'
import { balancedLines, widthOf } from './balanced-lines.ts'
import { theSharedPress } from './press.ts'
import type { Sheet } from './press.ts'
import { headingPiece, paragraphs, piecesOf, printable, printedDate, textPiece, timestampOf } from './prose.ts'
import type { Piece } from './prose.ts'

/** 印章图 */
export interface SealImage {
  mediaType: string
  bytes: Uint8Array
}

/** 回执, 确认书 and 送达回证 begin with a ruled form; everything else is a letter (信函格式). */
export function isForm(letter: Paper): boolean {
  return letter.blocks[0]?.kind === 'form'
}

/** 2号 characters in a line of 156 mm: one less than 20, for digits wider than half and the room that Word leaves beside them. */
export const TITLE_CAPACITY = 19
/** Characters of the agency's mark that one line takes while it is still larger than the title. */
export const MARK_CAPACITY = 19

/** 12 pt characters in the label column of a form. */
const LABEL_CAPACITY = 7

/** A letter as PDF/A-2a, tagged, in 信函格式 or as a ruled form. Rejects with PaperFailure, e.g. for a character no font has. */
export function renderLetterPdf(letter: Paper, seal: SealImage | null = null): Promise<Uint8Array> {
  return theSharedPress().typeset(letterSheet(letter, seal))
}

/** As an image that Typst reads from text. */
function sealSvg({ mediaType, bytes }: SealImage): string {
  const source = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><image href="${source}" width="100" height="100"/></svg>`
}

function letterSheet(letter: Paper, seal: SealImage | null): Sheet {
  const mark = balancedLines(printable(letter.agency), MARK_CAPACITY)
  return {
    template: isForm(letter) ? 'form' : 'letter',
    timestamp: timestampOf(letter.signature.date),
    data: {
      agency: printable(letter.agency),
      mark,
      markWidth: Math.max(1, ...mark.map(widthOf)),
      number: printable(letter.number),
      title: printable(letter.title),
      titleLines: balancedLines(printable(letter.title), TITLE_CAPACITY, printable(letter.agency)),
      addressee: letter.addressee === null ? null : salutation(letter.addressee),
      blocks: printedBlocks(letter),
      attachments: letter.attachments.map(printable),
      signature: { agency: printable(letter.signature.agency), date: printedDate(letter.signature.date) },
      watermark: letter.watermark ?? null,
      seal: seal && sealSvg(seal),
      translation: translationOf(letter),
    },
  }
}

/** 藏文译文 by its lines: nothing of the text itself is changed. */
export function translationOf({ translation }: Paper): { heading: string; lines: string[] } | null {
  return translation ? { heading: TRANSLATION_HEADING, lines: paragraphs(translation) } : null
}

/** 主送 ends with a full-width colon (7.3.2), whether it was typed or not. */
export function salutation(addressee: string): string {
  return `${printable(addressee).replace(/[:：]$/, '')}：`
}

export type PrintedLetterBlock = { kind: 'text'; pieces: Piece[] } | { kind: 'form'; rows: { label: string[]; value: string }[] }

/** The blocks of a letter with their numbering and levels settled, alike for PDF and DOCX. */
export function printedBlocks(letter: Paper): PrintedLetterBlock[] {
  return letter.blocks.map((block): PrintedLetterBlock => {
    switch (block.kind) {
      case 'form':
        return {
          kind: 'form',
          rows: block.rows.map((row) => ({
            label: balancedLines(printable(row.label), LABEL_CAPACITY),
            value: printable(row.value),
          })),
        }
      case 'heading':
        return { kind: 'text', pieces: [headingPiece(1, printable(block.text))] }
      case 'list':
        return { kind: 'text', pieces: block.items.map((item, index) => textPiece(numbered(item, index))) }
      case 'paragraph':
        return { kind: 'text', pieces: piecesOf(block.text) }
    }
  })
}

/** 1. 2. 3. before the items of a list, unless they carry numbers of their own. */
function numbered(item: string, index: number): string {
  const text = printable(item)
  return /^(\d+[.、．]|（?[\d一二三四五六七八九十]+[）、])/.test(text) ? text : `${index + 1}. ${text}`
}
