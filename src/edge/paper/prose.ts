/** Running text made ready for setting: one piece a paragraph, with the level its numbering gives it (GB/T 9704-2012, 7.3.3). */
import { chineseDate, isLocalDate } from '../../law/date.ts'

export interface Piece {
  /** 1: 一、 in 黑体 · 2: （一） in 楷体 · 0: text */
  level: 0 | 1 | 2
  /** The opening of a paragraph that is its own heading, e.g. （一）加强领导，完善机制。 */
  lead: string
  text: string
  /** Holds an address or a telephone number: where that does not fit on a line, the line is not stretched to the margin. */
  ragged: boolean
}

/** What one line of a heading may hold; a longer 一、 is a sentence, not a heading. */
const HEADING_LENGTH = 28

/** Paragraphs of a text field: line ends of any kind part them; blanks typed for an indent go, since setting indents. */
export function paragraphs(text: string): string[] {
  return text
    .split(LINE_ENDS)
    .map((line) => printable(line).trim())
    .filter((line) => line !== '')
}

const LINE_ENDS = /\r\n|[\r\n\u2028\u2029]/

/** One line of text without control characters, which no font has; blanks kept for writing on by hand stay. */
export function printable(text: string): string {
  return text.replaceAll(/[\t\v\f\r\n\u2028\u2029]+/g, ' ').replaceAll(/[\p{Cc}\u200b\u2060\ufeff]/gu, '')
}

export function piecesOf(text: string): Piece[] {
  return paragraphs(text).map(pieceOf)
}

function pieceOf(text: string): Piece {
  const closed = /[。；：，]$/.test(text)
  if (/^[一二三四五六七八九十]+、/.test(text) && text.length <= HEADING_LENGTH && !closed) return headingPiece(1, text)
  if (!/^（[一二三四五六七八九十]+）/.test(text)) return textPiece(text)
  if (text.length <= HEADING_LENGTH && !closed) return headingPiece(2, text)
  const lead = /^[^。；]{1,44}。/.exec(text)?.[0] ?? ''
  return lead === text ? textPiece(text) : textPiece(text.slice(lead.length), lead)
}

export function headingPiece(level: 1 | 2, text: string): Piece {
  return { level, lead: '', text, ragged: false }
}

export function textPiece(text: string, lead = ''): Piece {
  return { level: 0, lead, text, ragged: /:\/\/|[0-9A-Za-z@._+-]{10,}/.test(text) }
}

/** 成文日期 as printed, whether given as `YYYY-MM-DD` or in words. */
export function printedDate(date: string): string {
  return isLocalDate(date) ? chineseDate(date) : printable(date)
}

/** The day of the document at noon in China, in seconds since 1970, so that the same paper gives the same bytes; 2000-01-01 for an undated form. */
export function timestampOf(date: string): number {
  const found = /(\d{4})[年-](\d{1,2})[月-](\d{1,2})/.exec(date)
  const [year, month, day] = found === null ? [2000, 1, 1] : found.slice(1).map(Number)
  return Date.UTC(year ?? 2000, (month ?? 1) - 1, day ?? 1, 4) / 1000
}
