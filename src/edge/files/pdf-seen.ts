/** What a PDF's page shows of its text: numbers that are crossed out or that have no colour against the paper are told from the others. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { NO_TEXT } from './html-seen.ts'
import { IDENTITY, type Matrix, multiply, type Rule, rulesOf } from './pdf-ruled.ts'
import type { Piece } from './pdf-text.ts'

/** A stretch of a line: `at` its baseline. */
type Stretch = Rule

interface Glyph {
  width: number
  isSpace?: boolean
}

/** From this on a colour is that of the paper. */
const PALE = 0xf0
/** Neither filled nor drawn. */
const INVISIBLE = 3

function isPale(color: unknown): boolean {
  const [, hex = ''] = /^#([0-9a-f]{6})$/i.exec(String(color)) ?? []
  return hex !== '' && [0, 2, 4].every((at) => Number.parseInt(hex.slice(at, at + 2), 16) >= PALE)
}

interface State {
  matrix: Matrix
  pale: boolean
  mode: number
  size: number
}

/** Where the page's text is written in the paper's colour or not at all. */
async function unseenStretches(page: PDFPageProxy): Promise<Stretch[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const [pale, invisible]: [Stretch[], Stretch[]] = [[], []]
  let isSeen = false
  let state: State = { matrix: IDENTITY, pale: false, mode: 0, size: 0 }
  let [line, text] = [IDENTITY, IDENTITY]
  let leading = 0
  const saved: State[] = []
  const place = (matrix: Matrix): void => {
    line = matrix
    text = matrix
  }
  const show = (glyphs: readonly (Glyph | number | null)[]): void => {
    const start = multiply(state.matrix, text)
    const widths = glyphs.map((glyph) => (typeof glyph === 'number' ? -glyph : (glyph?.width ?? 0)))
    text = multiply(text, [1, 0, 0, 1, (widths.reduce((sum, width) => sum + width, 0) * state.size) / 1000, 0])
    const end = multiply(state.matrix, text)
    const stretch = { at: start[5], from: Math.min(start[4], end[4]), to: Math.max(start[4], end[4]) }
    if (state.mode === INVISIBLE) invisible.push(stretch)
    else if (state.pale) pale.push(stretch)
    else isSeen = true
  }
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as unknown[] | null
    switch (operator) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
        saved.push({ ...state })
        if (operator === OPS.paintFormXObjectBegin && Array.isArray(args?.[0]))
          state.matrix = multiply(state.matrix, args[0] as unknown as Matrix)
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state
        break
      case OPS.transform:
        state.matrix = multiply(state.matrix, args as unknown as Matrix)
        break
      case OPS.setFillRGBColor:
        state.pale = isPale(args?.[0])
        break
      case OPS.setTextRenderingMode:
        state.mode = Number(args?.[0])
        break
      case OPS.setFont:
        state.size = Number(args?.[1])
        break
      case OPS.beginText:
        place(IDENTITY)
        break
      case OPS.setTextMatrix:
        place(Array.from(args?.[0] as ArrayLike<number>) as Matrix)
        break
      case OPS.moveText:
      case OPS.setLeadingMoveText:
        place(multiply(line, [1, 0, 0, 1, Number(args?.[0]), Number(args?.[1])]))
        break
      case OPS.setLeading:
        leading = Number(args?.[0])
        break
      case OPS.nextLine:
        place(multiply(line, [1, 0, 0, 1, 0, -leading]))
        break
      case OPS.showText:
        show(args?.[0] as (Glyph | number | null)[])
        break
    }
  })
  // A scan's text lies unseen over its picture, all of it.
  return isSeen ? [...pale, ...invisible] : pale
}

/** Heights of a letter between which a line crosses it out. */
const [LOW, HIGH] = [0.12, 0.6]
const OVERLAP = 0.5

/** A number of which a part is not seen or crossed out is none that can be read; the page's other words stay as they are. */
export async function seenOnly<P extends Piece>(page: PDFPageProxy, pieces: readonly P[]): Promise<P[]> {
  const numbers = pieces.filter(({ text }) => /\d/.test(text))
  if (numbers.length === 0) return [...pieces]
  const [unseen, { across }] = [await unseenStretches(page), await rulesOf(page)]
  const meets = (piece: Piece, { from, to }: Rule): boolean =>
    Math.min(to, piece.x + piece.width) - Math.max(from, piece.x) > OVERLAP
  const isDoubted = (piece: Piece): boolean =>
    unseen.some((stretch) => Math.abs(stretch.at - piece.y) < 1 && meets(piece, stretch)) ||
    across.some((rule) => rule.at > piece.y + LOW * piece.size && rule.at < piece.y + HIGH * piece.size && meets(piece, rule))
  return pieces.map((piece) =>
    /\d/.test(piece.text) && isDoubted(piece) ? { ...piece, text: `${piece.text}${NO_TEXT}` } : piece,
  )
}
