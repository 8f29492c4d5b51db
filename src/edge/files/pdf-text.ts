/** Pieces of text on a page and how they make up lines. */
import type { PDFPageProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { raised } from './raised.ts'

/** Coordinates in points, origin at the lower left. */
export interface Piece {
  text: string
  x: number
  /** Baseline. */
  y: number
  width: number
  size: number
}

export async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    // Only upright text: seals and watermarks stand askew.
    const [a = 0, b = 0] = item.transform as number[]
    return Math.abs(b) > Math.abs(a) * 0.1 ? [] : [pieceOf(item)]
  })
}

export function pieceOf({ str, transform, width, height }: TextItem): Piece {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform as number[]
  return { text: str, x, y, width, size: Math.hypot(c, d) || height }
}

/** Letters so much smaller than those that they touch are set above or below them. */
const SMALLER = 0.8

/** The piece's text behind another: numbers of footnotes are told from the number that they touch. */
export function textBehind(piece: Piece, before: Piece | null): string {
  const gap = before === null ? Infinity : piece.x - (before.x + before.width)
  return before !== null && piece.size < SMALLER * before.size && gap < before.size * 0.25 && /\d$/.test(before.text)
    ? raised(piece.text)
    : piece.text
}

/** Groups pieces whose baselines are within a third of their size, from the top down, each from left to right. */
export function groupLines(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1)
    const head = line?.[0]
    if (line && head && Math.abs(head.y - piece.y) <= Math.max(head.size, piece.size) / 3) line.push(piece)
    else lines.push([piece])
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x))
}

/** A line with its gaps: none between pieces that touch, one blank for a small gap, several for a wide one. */
export function lineText(line: readonly Piece[]): string {
  let text = ''
  let end: number | null = null
  let before: Piece | null = null
  for (const piece of line) {
    const gap = end === null ? 0 : piece.x - end
    if (gap > piece.size * 1.5) text += '   '
    else if (gap > piece.size * 0.25) text += ' '
    text += textBehind(piece, before)
    before = piece
    end = piece.x + piece.width
  }
  return text
}

export function linesOf(pieces: readonly Piece[]): string {
  return groupLines(pieces).map(lineText).join('\n')
}

/** A line of fewer characters is a heading or a cell. */
const PROSE_LINE = 20
/** Justified lines end this close to the margin, in letters; a paragraph's first line is set in further than the others begin. */
const [FROM_RIGHT, FROM_LEFT, LEADING] = [2.2, 0.8, 2.5]

interface Line {
  text: string
  from: number
  to: number
  y: number
  size: number
  /** Long, and without the gaps between columns. */
  prose: boolean
}

function measured(pieces: readonly Piece[]): Line {
  const text = lineText(pieces)
  const size = pieces.reduce((most, piece) => Math.max(most, piece.size), 0)
  const [first, last] = [pieces[0], pieces.at(-1)]
  const prose = text.length >= PROSE_LINE && !/ {3}/.test(text)
  return { text, from: first?.x ?? 0, to: (last?.x ?? 0) + (last?.width ?? 0), y: first?.y ?? 0, size, prose }
}

/** The lines of running text, those of one paragraph joined: what reaches the right margin goes on where the next begins at the left one. */
export function paragraphsOf(pieces: readonly Piece[]): string {
  const lines = groupLines(pieces).map(measured)
  const prose = lines.filter((line) => line.prose)
  const left = prose.reduce((least, { from }) => Math.min(least, from), Infinity)
  const right = prose.reduce((most, { to }) => Math.max(most, to), 0)
  let text = ''
  let before: Line | null = null
  for (const line of lines) {
    const goesOn =
      before !== null &&
      before.prose &&
      before.to >= right - FROM_RIGHT * before.size &&
      !/ {3}/.test(line.text) &&
      line.from <= left + FROM_LEFT * line.size &&
      before.y - line.y <= LEADING * before.size
    text += before === null ? line.text : goesOn ? joint(text, line.text) + line.text : `\n${line.text}`
    before = line
  }
  return text
}

/** Words of letters are held apart, characters are not. */
function joint(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''
}

/** A paragraph that is known to be one, with its line ends taken out; lines with columns or numbers side by side are none. */
export function joined(paragraph: string): string {
  const lines = paragraph.trim().split('\n')
  if (lines.slice(0, -1).some((line) => line.trim().length < PROSE_LINE * 0.7 || /\s{3,}|\d\s+\d/.test(line))) return paragraph
  return lines.reduce((text, line) => text + joint(text, line) + line)
}
