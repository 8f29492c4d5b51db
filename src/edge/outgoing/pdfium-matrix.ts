/** Where things stand in a form, and where that is on the page. */
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { intersection } from './geometry.ts'
import { floats, memoryOf, upright } from './pdfium-memory.ts'
import type { Rect } from './pdfium-page.ts'

/** a, b, c, d, e, f of PDF 32000-1, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number]

export const SAME: Matrix = [1, 0, 0, 1, 0, 0]

/** First the one, then the other. */
export function product([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

/** The upright rectangle around what becomes of the rectangle. */
export function moved({ left, bottom, right, top }: Rect, [a, b, c, d, e, f]: Matrix): Rect {
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ].map(([x = 0, y = 0]) => [x * a + y * c + e, x * b + y * d + f] as const)
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) }
}

export function matrixOf(lib: WrappedPdfiumModule, object: number): Matrix {
  const memory = lib.pdfium.wasmExports.malloc(24)
  const known = lib.FPDFPageObj_GetMatrix(object, memory)
  const [a = 1, b = 0, c = 0, d = 1] = floats(lib, memory)
  const [e = 0, f = 0] = [16, 20].map((offset) => memoryOf(lib).HEAPF32[(memory + offset) / 4] ?? 0)
  lib.pdfium.wasmExports.free(memory)
  return known ? [a, b, c, d, e, f] : SAME
}

/** More points than a rectangle has. */
const RECTANGLE = 5

/** The rectangle that the object is cut to, null where it is not; and whether it is cut along some other line. */
export function clipOf(lib: WrappedPdfiumModule, object: number, matrix: Matrix): { clip: Rect | null; cutOut: boolean } {
  const path = lib.FPDFPageObj_GetClipPath(object)
  // An object without one is told by a count of -1.
  const count = path === 0 ? 0 : lib.FPDFClipPath_CountPaths(path)
  let [clip, cutOut]: [Rect | null, boolean] = [null, false]
  const memory = lib.pdfium.wasmExports.malloc(8)
  for (let at = 0; at < count; at++) {
    const points = Array.from({ length: lib.FPDFClipPath_CountPathSegments(path, at) }, (_, index) => {
      lib.FPDFPathSegment_GetPoint(lib.FPDFClipPath_GetPathSegment(path, at, index), memory, memory + 4)
      const [x = 0, y = 0] = floats(lib, memory)
      return { x, y }
    })
    if (points.length === 0) continue
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
    const around = upright({ left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) })
    const isRectangle =
      points.length <= RECTANGLE &&
      points.every(({ x, y }) => isSide(x, around.left, around.right) && isSide(y, around.bottom, around.top))
    const onPage = moved(around, matrix)
    clip = clip ? intersection(clip, onPage) : onPage
    cutOut ||= !isRectangle
  }
  lib.pdfium.wasmExports.free(memory)
  return { clip, cutOut }
}

function isSide(value: number, low: number, high: number): boolean {
  return Math.min(Math.abs(value - low), Math.abs(value - high)) < 0.01
}
