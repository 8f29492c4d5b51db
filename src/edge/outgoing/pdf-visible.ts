/**
 * What of a page is seen. Whether a letter is seen is not told from colours and covers, of which there is no end, but by rendering
 * the page with its text and without it: where nothing changes, there is nothing to be seen.
 */
import { area, intersection, overlap } from './geometry.ts'
import type { Char, Painted, PdfPage, Rect } from './pdfium-page.ts'

export interface Sight {
  /** Letters in the file that nobody sees on the page. */
  unseen: Char[]
  /** Letters whose font is not in the file, and which therefore cannot be shown here. */
  missing: Char[]
  /** Pictures and drawings that are covered, cut off or shrunk to nothing, in whole or in part. */
  hidden: number
}

/** Dots for each point; finer than what is printed, coarse enough for hundreds of pages. */
const FINENESS = 2
const MOST_DOTS = 6_000_000
/** Of 255; what text adds or takes away at the least. */
const FAINT = 14
/** Points: smaller letters are not meant to be read. */
const TINY = 2
/** Points: the reader gives no more to what has no drawing. */
const NO_HEIGHT = 0.02
/** Of a letter's height; narrower than any letter is. */
const PRESSED = 0.01
/** Points: letters are looked for by the squares that they stand in. */
const PLACE = 20
/** Lines of a rectangle; what has more may be a letter that is drawn. */
const PLAIN = 6
/** Square points. */
const [MOST_SHRUNK, SMALLEST_COVER] = [4, 30]
/** Texts that lie over other texts are looked at one by one, up to so many. */
const MOST_SINGLE = 60

export function sightOf(page: PdfPage): Sight {
  const painted = page.painted()
  const chars = page.chars().filter(({ made, letter }) => !made && letter.trim() !== '')
  const { unseen, missing } = unseenLetters(page, painted, chars)
  return { unseen, missing, hidden: hiddenDrawings(page, painted).length }
}

/** Whether anything in this part of the page looks different. */
type Difference = (part: Rect) => boolean

/** The page without these things. */
function rendering(page: PdfPage, without: readonly { handle: number }[]): { pixels: Uint8Array; width: number; height: number } {
  const size = page.size()
  const scale = Math.min(FINENESS, Math.sqrt(MOST_DOTS / Math.max(1, size.width * size.height)))
  const [width, height] = [Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale))]
  for (const thing of without) page.setPainted(thing, false)
  const pixels = page.render(width, height, false)
  for (const thing of without) page.setPainted(thing, true)
  return { pixels, width, height }
}

/** Rows and columns of dots; the last are not in it. */
function dotsOf(page: PdfPage, part: Rect, width: number, height: number) {
  const { x, y, width: across, height: down } = page.toPart(part)
  return {
    left: Math.floor(x * width),
    right: Math.min(width, Math.ceil((x + across) * width)),
    top: Math.floor(y * height),
    bottom: Math.min(height, Math.ceil((y + down) * height)),
  }
}

/** Looks at the page with these things on it, and without them. */
function differencesWithout(page: PdfPage): (things: readonly { handle: number }[]) => Difference {
  const { pixels: whole, width, height } = rendering(page, [])
  return (things) => {
    const { pixels: bare } = rendering(page, things)
    return (part) => {
      const { left, right, top, bottom } = dotsOf(page, part, width, height)
      for (let row = top; row < bottom; row++)
        for (let at = (row * width + left) * 4; at < (row * width + right) * 4; at++)
          if (Math.abs((whole[at] ?? 0) - (bare[at] ?? 0)) > FAINT) return true
      return false
    }
  }
}

function unseenLetters(page: PdfPage, painted: readonly Painted[], chars: readonly Char[]): Pick<Sight, 'unseen' | 'missing'> {
  if (chars.length === 0) return { unseen: [], missing: [] }
  const look = differencesWithout(page)
  const withoutText = look(painted.filter(({ type }) => type === 'text'))
  const overlaid = overlaidTexts(chars)
  const alone = new Map<number, Difference>()
  const isSeen = ({ of, ...char }: Char): boolean => {
    const ink = inkOf(char)
    if (!withoutText(ink)) return false
    if (!overlaid.has(of) || overlaid.size > MOST_SINGLE) return true
    const own = alone.get(of) ?? look([{ handle: of }])
    alone.set(of, own)
    return own(ink)
  }
  const missing = chars.filter((char) => isMissing(page, char))
  const lost = new Set(missing)
  return { unseen: chars.filter((char) => !lost.has(char) && !(isLegible(char) && isSeen(char))), missing }
}

/** It has its place in the line, and no height: the program that shows the page has no drawing of it. */
function isMissing(page: PdfPage, { ink, box, of }: Char): boolean {
  const tall = box.top - box.bottom
  return ink.top - ink.bottom < tall * PRESSED && ink.right - ink.left > tall * 0.1 && page.isFontMissing(of)
}

/** Of letters that are joined in one sign, the place of the sign: only it has a drawing. */
function inkOf({ ink, box }: Pick<Char, 'ink' | 'box'>): Rect {
  return ink.top - ink.bottom < NO_HEIGHT ? box : ink
}

function isLegible({ box, ...char }: Char): boolean {
  const ink = inkOf({ box, ...char })
  const tall = Math.max(box.top - box.bottom, box.right - box.left)
  return tall >= TINY && Math.min(ink.right - ink.left, ink.top - ink.bottom) >= tall * PRESSED
}

/** Texts of which a letter lies on one of another text, so that what is seen there may be the other. Bold is often the same letter twice. */
function overlaidTexts(chars: readonly Char[]): Set<number> {
  const found = new Set<number>()
  const places = new Map<string, Char[]>()
  for (const char of chars) {
    const { ink } = char
    const [column, row] = [Math.floor((ink.left + ink.right) / 2 / PLACE), Math.floor((ink.bottom + ink.top) / 2 / PLACE)]
    const near = [-1, 0, 1].flatMap((x) => [-1, 0, 1].flatMap((y) => places.get(`${column + x},${row + y}`) ?? []))
    for (const other of near)
      if (
        other.of !== char.of &&
        other.letter !== char.letter &&
        overlap(ink, other.ink) > Math.min(area(ink), area(other.ink)) / 2
      )
        found.add(char.of).add(other.of)
    places.set(`${column},${row}`, [...(places.get(`${column},${row}`) ?? []), char])
  }
  return found
}

/** Things that are not all there for the eye, though they are all in the file. */
function hiddenDrawings(page: PdfPage, painted: readonly Painted[]): Painted[] {
  const sheet = page.toPage({ x: 0, y: 0, width: 1, height: 1 })
  const covers = painted.flatMap((object, at) => (object.box && isCover(page, object) ? [{ at, box: object.box }] : []))
  const images = painted.filter(({ type }) => type === 'image')
  const look = images.some((image) => page.isTransparent(image)) ? differencesWithout(page) : null
  return painted.filter((object, at) => {
    const { box, type, clip, cutOut } = object
    const isWriting = type === 'path' && page.segments(object) > PLAIN
    if (box === null || !(type === 'image' || isWriting)) return false
    const shown = intersection(clip ? intersection(box, clip) : box, sheet)
    if (type === 'image' ? isCut(box, shown, 0.02, 1) || cutOut : isCut(box, shown, 0.5, 10)) return true
    const share = type === 'image' ? 0.02 : 0.8
    const over = covers.filter((cover) => cover.at > at && hides(cover.box, shown, share))
    if (
      over.length > 0 &&
      !isBlankUnder(
        page,
        painted.slice(at + 1),
        over.map((cover) => intersection(cover.box, shown)),
      )
    )
      return true
    if (type !== 'image') return false
    const pixels = page.pixelsOf(object)
    if (area(shown) < MOST_SHRUNK && pixels.width * pixels.height > 64) return true
    return look !== null && page.isTransparent(object) && !look([object])(shown)
  })
}

/** Whether these parts are of one colour each without what was painted later: then the covers hide nothing. */
function isBlankUnder(page: PdfPage, later: readonly Painted[], parts: readonly Rect[]): boolean {
  const { pixels, width, height } = rendering(page, later)
  return parts.every((part) => {
    const { left, right, top, bottom } = dotsOf(page, part, width, height)
    const first = (Math.min(top + 1, bottom - 1) * width + Math.min(left + 1, right - 1)) * 4
    // Its edge is mixed with what stands beside it.
    for (let row = top + 1; row < bottom - 1; row++)
      for (let column = left + 1; column < right - 1; column++)
        for (let colour = 0; colour < 3; colour++)
          if (Math.abs((pixels[(row * width + column) * 4 + colour] ?? 0) - (pixels[first + colour] ?? 0)) > FAINT) return false
    return true
  })
}

function isCut(box: Rect, shown: Rect, share: number, points: number): boolean {
  if (area(box) === 0) return false
  const lost = [shown.left - box.left, box.right - shown.right, shown.bottom - box.bottom, box.top - shown.top]
  return area(shown) < area(box) * (1 - share) && Math.max(...lost) > points
}

function hides(cover: Rect, shown: Rect, share: number): boolean {
  const common = overlap(cover, shown)
  return common > area(shown) * share && common > SMALLEST_COVER
}

/** Something that hides what lies under it; a page's ground may be white, and is one too. */
export function isCover(page: PdfPage, object: Painted): boolean {
  if (object.box === null || (object.type === 'image' && isSeal(object.box)) || object.cutOut) return false
  return page.isOpaque(object) && page.segments(object) <= PLAIN
}

/** A seal is printed over the date on purpose, and one can read through it. */
function isSeal(box: Rect): boolean {
  const [width, height] = [box.right - box.left, box.top - box.bottom]
  return width > 85 && width < 180 && Math.abs(width - height) < 12
}
