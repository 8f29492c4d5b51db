/**
 * Where the text of a Word file comes to stand in a box that does not grow, with lines as close and letters as narrow as they can be:
 * what lies below the edge even so is on no page. Measures are twips.
 */
import type { Looks } from './docx-styles.ts'
import { childOf, childrenOf, elementsUnder, isElement, textOf, type XmlElement, type XmlNode } from './xml.ts'

export interface Box {
  /** Null where lines are as long as they like. */
  width: number | null
  height: number
}

/** Pieces of text that lie below the edge: as a whole, or from some letter on. */
export interface Clipped {
  gone: Set<XmlElement>
  cut: Set<XmlElement>
}

/** Half points of letters of which nothing is said; a half point; an English metric unit. */
const [USUAL, HALF_POINT, METRIC] = [21, 10, 1 / 635]
/** Of a line: less of it is not read. */
const READ = 0.5
/** Deleted words are on no page, those of a text box in their own. */
const APART = new Set(['w:del', 'w:moveFrom', 'w:txbxContent', 'w:p', 'w:rPr', 'w:pPr'])
const WRAPPED = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo'])

/** Elements of this kind in a box, also where they lie in wrappers. */
export function inside(box: XmlElement, ...names: string[]): XmlElement[] {
  return box.children.flatMap((child) => {
    if (!isElement(child as XmlNode)) return []
    const element = child as XmlElement
    if (names.includes(element.name)) return [element]
    return WRAPPED.has(element.name) ? inside(element, ...names) : []
  })
}

/** Adds what of the blocks (paragraphs, tables) lies below the edge. */
export function layOut(blocks: readonly XmlElement[], box: Box, looksOf: (run: XmlElement) => Looks, clipped: Clipped): void {
  const below = new Map<XmlElement, { seen: boolean; lost: boolean }>()
  flow(blocks, box.width, 0, { box, looksOf, below })
  for (const [run, { seen, lost }] of below) if (lost) (seen ? clipped.cut : clipped.gone).add(run)
}

interface Flow {
  box: Box
  looksOf: (run: XmlElement) => Looks
  below: Map<XmlElement, { seen: boolean; lost: boolean }>
}

/** Gives back where the next block begins. */
function flow(blocks: readonly XmlElement[], width: number | null, from: number, to: Flow): number {
  let [top, after] = [from, 0]
  for (const block of blocks) {
    if (block.name === 'w:tbl') {
      for (const row of inside(block, 'w:tr')) {
        const height = childOf(childOf(row, 'w:trPr') ?? row, 'w:trHeight')?.attribs
        const ends = inside(row, 'w:tc').map((cell) => flow(inside(cell, 'w:p', 'w:tbl'), width, top, to))
        const least = Number(height?.['w:val'] ?? 0)
        top = height?.['w:hRule'] === 'exact' ? top + least : Math.max(top + least, ...ends)
      }
      after = 0
    } else {
      const { end, gap } = paragraphFrom(block, width, top, after, to)
      ;[top, after] = [end, gap]
    }
  }
  return top
}

function paragraphFrom(paragraph: XmlElement, width: number | null, from: number, after: number, to: Flow) {
  const pieces = piecesOf(paragraph)
  const first = pieces[0]
  const own = first ? to.looksOf(first.run) : {}
  let top = from + Math.max(after, own.before ?? 0)
  let [across, high, line] = [0, 0, [] as XmlElement[]]
  const end = (): void => {
    const isRead = top + (high || size(own)) * READ <= to.box.height
    for (const run of line) {
      const known = to.below.get(run) ?? { seen: false, lost: false }
      to.below.set(run, isRead ? { ...known, seen: true } : { ...known, lost: true })
    }
    top += pitch(own, high || size(own))
    ;[across, high, line] = [0, 0, []]
  }
  for (const { run, letter, picture } of pieces) {
    const looks = to.looksOf(run)
    if (looks.hidden) continue
    if (letter === '\n') {
      end()
      continue
    }
    const wide = picture ? picture.width : widthOf(letter, looks)
    if (width !== null && across > 0 && across + wide > width) end()
    across += wide
    high = Math.max(high, picture ? picture.height : size(looks))
    if (letter.trim() === '') continue
    // A letter of which less than half has room is not read either.
    if (width !== null && wide * READ > width) to.below.set(run, { seen: to.below.get(run)?.seen ?? false, lost: true })
    else if (line.at(-1) !== run) line.push(run)
  }
  end()
  return { end: top, gap: own.after ?? 0 }
}

const size = (looks: Looks): number => (looks.size ?? USUAL) * HALF_POINT

/** From one line to the next. */
function pitch({ line, least, times }: Looks, high: number): number {
  if (line !== undefined) return Math.min(line, high)
  return least === undefined ? high * (times ?? 1) : Math.max(least, high)
}

interface Piece {
  run: XmlElement
  letter: string
  picture?: { width: number; height: number }
}

function piecesOf(paragraph: XmlElement): Piece[] {
  return runsOf(paragraph).flatMap((run) =>
    run.children.flatMap((child): Piece[] => {
      if (!isElement(child as XmlNode)) return []
      const element = child as XmlElement
      if (element.name === 'w:t') return [...textOf(element)].map((letter) => ({ run, letter }))
      if (element.name === 'w:br' || element.name === 'w:cr') return [{ run, letter: '\n' }]
      if (element.name === 'w:tab') return [{ run, letter: ' ' }]
      const extent = elementsUnder(element, ({ name }) => name === 'wp:inline').flatMap((one) => childrenOf(one, 'wp:extent'))[0]
      if (!extent) return []
      const [width, height] = [extent.attribs['cx'], extent.attribs['cy']].map((side) => Number(side ?? 0) * METRIC)
      return [{ run, letter: ' ', picture: { width: width ?? 0, height: height ?? 0 } }]
    }),
  )
}

function runsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (!isElement(child as XmlNode)) return []
    const inner = child as XmlElement
    if (inner.name === 'w:r') return [inner]
    return APART.has(inner.name) ? [] : runsOf(inner)
  })
}

/** Of its height: letters of Chinese, marks between them, digits and capitals, small letters and blanks. */
const SHARES: readonly [RegExp, number][] = [
  [/[、。，．：；！？（）《》〈〉「」『』【】〔〕“”‘’·—…\u3000]/u, 0.5],
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u, 1],
  [/[\dA-Z]/, 0.5],
]

function widthOf(letter: string, looks: Looks): number {
  const share = SHARES.find(([letters]) => letters.test(letter))?.[1] ?? 0.25
  return Math.max(0, (size(looks) * share * (looks.width ?? 100)) / 100 + (looks.squeeze ?? 0))
}
