/** Pieces of text on a page and how they make up lines. */
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'

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
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
    // Only upright text: seals and watermarks stand askew.
    if (Math.abs(b) > Math.abs(a) * 0.1) return []
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || item.height }]
  })
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
  for (const piece of line) {
    const gap = end === null ? 0 : piece.x - end
    if (gap > piece.size * 1.5) text += '   '
    else if (gap > piece.size * 0.25) text += ' '
    text += piece.text
    end = piece.x + piece.width
  }
  return text
}

export function linesOf(pieces: readonly Piece[]): string {
  return groupLines(pieces).map(lineText).join('\n')
}
