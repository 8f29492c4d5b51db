/** Text below the lower edge of a row, a frame or a text box that may not grow: it is in the file, and no page shows it. */
import { type Box, type Clipped, inside, layOut } from './docx-lines.ts'
import { pointsOf, sidesOf, styleOf } from './docx-old-shapes.ts'
import { scaleOf } from './docx-places.ts'
import { remembered } from './docx-run-looks.ts'
import type { Looks } from './docx-styles.ts'
import {
  above,
  childOf,
  childrenOf,
  elements,
  elementsUnder,
  isElement,
  isOn,
  type Xml,
  type XmlElement,
  type XmlNode,
} from './xml.ts'

/** English metric units in a twip; twips in a point. */
const [TWIP, POINT] = [635, 20]
/** Twips at the sides and above, where a text box says nothing of them. */
const [BESIDE, ABOVE] = [144, 72]
const BLOCKS = ['w:p', 'w:tbl']

export function clippedRuns(xml: Xml, looksOf: (run: XmlElement) => Looks): Clipped {
  const clipped: Clipped = { gone: new Set(), cut: new Set() }
  const places = placesOf()
  for (const row of elements(xml, 'w:tr'))
    if (exactHeight(row) !== null)
      for (const cell of inside(row, 'w:tc')) {
        const box = boxOfCell(row, cell, places)
        if (box) layOut(inside(cell, ...BLOCKS), box, looksOf, clipped)
      }
  for (const shape of elements(xml, 'wps:wsp', ...OLD_SHAPES)) {
    const box = shape.name === 'wps:wsp' ? boxOfShape(shape) : boxOfOldShape(shape)
    const content = elementsUnder(shape, ({ name }) => name === 'w:txbxContent')[0]
    if (content && box) layOut(inside(content, ...BLOCKS), box, looksOf, clipped)
  }
  for (const { paragraphs, box } of framesIn(xml, looksOf)) layOut(paragraphs, box, looksOf, clipped)
  return clipped
}

function exactHeight(row: XmlElement): number | null {
  const height = childOf(childOf(row, 'w:trPr') ?? row, 'w:trHeight')?.attribs
  return height?.['w:hRule'] === 'exact' ? Number(height['w:val'] ?? 0) : null
}

const valueOf = (properties: XmlElement | undefined, name: string) => properties && childOf(properties, name)?.attribs['w:val']

/** Where the cells of a table stand, looked up once for each row and each table. */
interface Places {
  /** Cells of a row with the column that each begins in. */
  columns(row: XmlElement): { of: ReadonlyMap<XmlElement, number>; at: ReadonlyMap<number, XmlElement> }
  /** Of a table that keeps to its columns: where each column ends; null of others. */
  ends(table: XmlElement): number[] | null
}

function placesOf(): Places {
  return {
    columns: remembered((row) => {
      let column = Number(valueOf(childOf(row, 'w:trPr'), 'w:gridBefore') ?? 0)
      const [of, at] = [new Map<XmlElement, number>(), new Map<number, XmlElement>()]
      for (const cell of inside(row, 'w:tc')) {
        of.set(cell, column)
        at.set(column, cell)
        column += spanOf(cell)
      }
      return { of, at }
    }),
    ends: remembered((table) => {
      if (childOf(childOf(table, 'w:tblPr') ?? table, 'w:tblLayout')?.attribs['w:type'] !== 'fixed') return null
      let end = 0
      return childrenOf(childOf(table, 'w:tblGrid') ?? table, 'w:gridCol').map(
        ({ attribs }) => (end += Number(attribs['w:w'] ?? 0)),
      )
    }),
  }
}

const spanOf = (cell: XmlElement) => Number(valueOf(childOf(cell, 'w:tcPr'), 'w:gridSpan') ?? 1)

/** Null where one of the rows that the cell stands in grows with its text. */
function boxOfCell(row: XmlElement, cell: XmlElement, places: Places): Box | null {
  const properties = childOf(cell, 'w:tcPr')
  const rows = [row, ...rowsMergedBelow(row, cell, places)].map(exactHeight)
  if (rows.includes(null)) return null
  const margins = properties && childOf(properties, 'w:tcMar')
  const margin = Number((margins && childOf(margins, 'w:top'))?.attribs['w:w'] ?? 0)
  const height = rows.reduce<number>((sum, one) => sum + (one ?? 0), 0) - margin
  const width = properties && childOf(properties, 'w:tcFitText') ? null : widthOfCell(row, cell, places)
  return turned({ width, height }, /^(?:tb|bt)/.test(valueOf(properties, 'w:textDirection') ?? ''))
}

/** Text that runs upwards or downwards has the box's height for its lines; null where they may be as many as they like. */
function turned({ width, height }: Box, isTurned: boolean): Box | null {
  if (!isTurned) return { width, height }
  return width === null ? null : { width: height, height: width }
}

function rowsMergedBelow(row: XmlElement, cell: XmlElement, places: Places): XmlElement[] {
  if (valueOf(childOf(cell, 'w:tcPr'), 'w:vMerge') !== 'restart') return []
  const column = places.columns(row).of.get(cell) ?? 0
  const rows: XmlElement[] = []
  for (let at = row.next as XmlNode | null; at; at = at.next as XmlNode | null) {
    if (!isElement(at) || at.name !== 'w:tr') continue
    const under = places.columns(at).at.get(column)
    const goesOn = under && childOf(childOf(under, 'w:tcPr') ?? under, 'w:vMerge')
    if (!goesOn || (goesOn.attribs['w:val'] ?? 'continue') !== 'continue') break
    rows.push(at)
  }
  return rows
}

/** As the cell says it, or the columns of a table that keeps to them; null where the program decides. */
function widthOfCell(row: XmlElement, cell: XmlElement, places: Places): number | null {
  const own = childOf(childOf(cell, 'w:tcPr') ?? cell, 'w:tcW')?.attribs
  const said = own?.['w:type'] === 'dxa' ? Number(own['w:w'] ?? 0) : 0
  const table = above(cell, 'w:tbl')
  const ends = table && places.ends(table)
  if (!ends) return said || null
  const from = places.columns(row).of.get(cell) ?? 0
  const drawn = (ends[Math.min(from + spanOf(cell), ends.length) - 1] ?? 0) - (ends[from - 1] ?? 0)
  return Math.max(said, drawn) || null
}

/** Null where the box grows with its text, or its text is made smaller. */
function boxOfShape(shape: XmlElement): Box | null {
  const body = childOf(shape, 'wps:bodyPr')
  if (body && (childOf(body, 'a:spAutoFit') ?? childOf(body, 'a:normAutofit'))) return null
  const own = elementsUnder(shape, ({ name }) => name === 'a:ext').find(({ attribs }) => attribs['cy'] !== undefined)
  const drawing = above(shape, 'w:drawing')
  const whole = drawing && elementsUnder(drawing, ({ name }) => name === 'wp:extent')[0]
  const extent = (own ?? whole)?.attribs
  if (!extent) return null
  const [across, down] = own ? scaleOf(shape) : [1, 1]
  const [left, top, right] = ['lIns', 'tIns', 'rIns'].map((side, at) => {
    const said = body?.attribs[side]
    return said === undefined ? (at === 1 ? ABOVE : BESIDE) : Number(said) / TWIP
  }) as [number, number, number]
  const [wide, high] = [(Number(extent['cx'] ?? 0) / TWIP) * across, (Number(extent['cy'] ?? 0) / TWIP) * down]
  const isTurned = /vert/i.test(body?.attribs['vert'] ?? '')
  if (body?.attribs['wrap'] === 'none') return turned({ width: null, height: high - top }, isTurned)
  return isTurned ? { width: high - left - right, height: wide - top } : { width: wide - left - right, height: high - top }
}

const OLD_SHAPES = ['v:shape', 'v:rect', 'v:roundrect', 'v:oval']

function boxOfOldShape(shape: XmlElement): Box | null {
  const text = childOf(shape, 'v:textbox')
  const [width, height] = sidesOf(shape)
  if (!text || width === null || height === null) return null
  const style = styleOf(text)
  if (isOn((style.get('mso-fit-shape-to-text') ?? '0').replace(/^f.*/i, '0'))) return null
  const [left, top, right] = (text.attribs['inset'] ?? '').split(',').map((side) => side.trim())
  const inset = (side: string | undefined, plain: number) => (side ? (pointsOf(side) ?? 0) * POINT : plain)
  const room = { width: width * POINT - inset(left, BESIDE) - inset(right, BESIDE), height: height * POINT - inset(top, ABOVE) }
  return turned(room, /vertical/i.test(style.get('layout-flow') ?? ''))
}

/** Paragraphs one after the other in one frame; a frame that grows is as high as it likes. */
function framesIn(xml: Xml, looksOf: (run: XmlElement) => Looks): { paragraphs: XmlElement[]; box: Box }[] {
  const frames: { paragraphs: XmlElement[]; box: Box; name: string }[] = []
  for (const paragraph of elements(xml, 'w:p')) {
    const run = elementsUnder(paragraph, ({ name }) => name === 'w:r')[0]
    const { frame } = run ? looksOf(run) : {}
    if (!frame) continue
    const name = JSON.stringify(frame)
    const last = frames.at(-1)
    const before = previous(paragraph)
    if (last?.name === name && before !== null && last.paragraphs.at(-1) === before) last.paragraphs.push(paragraph)
    else
      frames.push({
        paragraphs: [paragraph],
        box: { width: frame.width, height: frame.height ?? Number.POSITIVE_INFINITY },
        name,
      })
  }
  return frames
}

function previous(element: XmlElement): XmlElement | null {
  for (let at = element.prev as XmlNode | null; at; at = at.prev as XmlNode | null) if (isElement(at)) return at
  return null
}
