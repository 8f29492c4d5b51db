import type { Place } from '../../record/outgoing/box.ts'
import type { Char, PdfPage, Rect } from './pdfium-page.ts'

export function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom)
  return width > 0 && height > 0 ? width * height : 0
}

/** What two rectangles have in common; without extent where they have nothing. */
export function intersection(a: Rect, b: Rect): Rect {
  const [left, bottom] = [Math.max(a.left, b.left), Math.max(a.bottom, b.bottom)]
  return { left, bottom, right: Math.max(left, Math.min(a.right, b.right)), top: Math.max(bottom, Math.min(a.top, b.top)) }
}

export function area({ left, right, top, bottom }: Rect): number {
  return (right - left) * (top - bottom)
}

/** Whether the middle of the one lies in the other. */
export function centredIn(inner: Rect, outer: Rect): boolean {
  const [x, y] = [(inner.left + inner.right) / 2, (inner.bottom + inner.top) / 2]
  return x >= outer.left && x <= outer.right && y >= outer.bottom && y <= outer.top
}

/** Of the height that a font claims, what its letters fill. */
const FILLED = 0.78

/** One place for each line that the letters stand on. */
export function placesOf(page: PdfPage, number: number, chars: readonly Char[]): Place[] {
  const lines: Rect[] = []
  for (const { box, made } of chars) {
    if (made || area(box) === 0) continue
    const line = lines.at(-1)
    const middle = (box.bottom + box.top) / 2
    if (line && middle > line.bottom && middle < line.top && box.left >= line.left - 1) {
      line.right = Math.max(line.right, box.right)
      line.top = Math.max(line.top, box.top)
      line.bottom = Math.min(line.bottom, box.bottom)
    } else lines.push({ ...box })
  }
  return lines.map((line) => {
    const spare = ((line.top - line.bottom) * (1 - FILLED)) / 2
    return { page: number, ...page.toPart({ ...line, bottom: line.bottom + spare, top: line.top - spare }) }
  })
}

/** A band through the letter's middle, clear of all its neighbours: lines that stand close claim each other's room. */
export function coreOf({ left, right, bottom, top }: Rect): Rect {
  const [middle, narrow] = [(bottom + top) / 2, (right - left) * 0.2]
  return { left: left + narrow, right: right - narrow, bottom: middle - 0.3, top: middle + 0.3 }
}
