/** Text of a Word file that is on no page: hidden, of the colour of its ground, too small, in shapes that are not shown, in codes. */
import { isPassedOver } from './alternatives.ts'
import { clippedRuns } from './docx-clipped.ts'
import { isHiddenDrawing, isHiddenShape } from './docx-places.ts'
import { isHiddenOldShape, OLD_SHAPE } from './docx-old-shapes.ts'
import { remembered, type RunLooks, runLooks } from './docx-run-looks.ts'
import type { Looks, Styles } from './docx-styles.ts'
import { fieldsIn } from './docx-fields.ts'
import {
  above,
  childOf,
  childrenOf,
  elements,
  elementsUnder,
  isElement,
  isOn,
  textOf,
  type Xml,
  type XmlElement,
  type XmlNode,
} from './xml.ts'

export const DELETED = ['w:del', 'w:moveFrom']

export interface Unseen {
  /** Whether a person who reads the pages misses nothing if this goes. */
  has(element: XmlElement): boolean
  hidden: ReadonlySet<XmlElement>
  unseen: ReadonlySet<XmlElement>
  /** Begun on the page, and not ended there. */
  cut: ReadonlySet<XmlElement>
}

/** Half points: less than four points is not meant to be read. Hundredths of a letter's width. Twips. */
const [TINY, PRESSED, FLAT, THIN] = [7, 10, 20, 40]
/** Half points of letters of which nothing is said. */
const USUAL = 21

export function unseenIn(xml: Xml, styles: Styles): Unseen {
  const isFixed = remembered(isFixedTable)
  const hidden = new Set<XmlElement>([
    ...elements(xml, 'w:drawing', 'w:pict', 'w:object').filter((one) => isHiddenDrawing(one, styles.page)),
    ...elements(xml, 'mc:Choice', 'mc:Fallback').filter(isPassedOver),
    ...elements(xml, 'wps:wsp', 'pic:pic', 'wpg:grpSp', 'wpg:wgp').filter(isHiddenShape),
    ...elementsUnder(xml.root()[0], ({ name }) => OLD_SHAPE.test(name)).filter((one) => isHiddenOldShape(one, styles.page)),
    ...elements(xml, 'w:tr').filter(isHiddenRow),
    // The cell itself stays: without it the others of its row would move.
    ...elements(xml, 'w:tc')
      .filter((cell) => isUnderMerge(cell) || isThin(cell, isFixed) || isSqueezed(cell))
      .flatMap((cell) => elementsUnder(cell, isRun)),
    ...elements(xml, 'm:phant').filter(isPlaceholder),
    ...fieldsIn(xml).flatMap(({ inCode }) => inCode),
  ])
  const background = elements(xml, 'w:background')[0]?.attribs['w:color']
  const looks = runLooks(styles)
  const { gone: unseen, cut } = clippedRuns(xml, looks.of)
  for (const run of elements(xml, 'w:r', 'm:r')) {
    const kind = kindOf(run, looks, background)
    if (kind === 'hidden') hidden.add(run)
    if (kind === 'unseen') unseen.add(run)
  }
  return { hidden, unseen, cut, has: (element) => hidden.has(element) || unseen.has(element) }
}

function isRun({ name }: XmlElement): boolean {
  return name === 'w:r' || name === 'm:r'
}

function kindOf(run: XmlElement, all: RunLooks, background: string | undefined): 'hidden' | 'unseen' | null {
  const looks = all.of(run)
  if (looks.hidden) return 'hidden'
  if ((looks.size ?? 99) <= TINY || (looks.width ?? 100) <= PRESSED || looks.flat || looks.away) return 'unseen'
  if (all.isAway(run) || isPressed(looks, textOf(run))) return 'unseen'
  if (background && looks.colour && !looks.ground && isLost({ ...looks, ground: background })) return 'unseen'
  return isLost(looks) ? 'unseen' : null
}

/** Drawn over each other, cut down to a line, or in a typeface that has pictures for letters. */
function isPressed({ size = USUAL, line, fit, squeeze, pictures }: Looks, text: string): boolean {
  if (line !== undefined && line < size * 4) return true
  if (fit !== undefined && fit < text.trim().length * THIN) return true
  if (squeeze !== undefined && text.trim().length > 1 && squeeze <= -size * 5) return true
  return pictures === true && /[A-Za-z\d]{5}/.test(text)
}

const MARKS: Record<string, string> = {
  black: '000000',
  blue: '0000FF',
  cyan: '00FFFF',
  green: '00FF00',
  magenta: 'FF00FF',
  red: 'FF0000',
  yellow: 'FFFF00',
  white: 'FFFFFF',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  darkGray: '808080',
  lightGray: 'C0C0C0',
}

/** Of 255: colours that differ by less are not told apart. */
const SAME = 24

/** Letters of the colour of what stands behind them. */
function isLost({ colour = 'AUTO', ground, highlight }: Looks): boolean {
  const mark = highlight && highlight !== 'none' ? (MARKS[highlight] ?? '?') : undefined
  const behind = mark ?? ground ?? 'FFFFFF'
  if (behind === '?') return false
  // Letters of no colour of their own turn white on a dark ground; under a marker they stay black.
  if (colour === 'AUTO') return mark === '000000'
  const [one, other] = [colour, behind].map((text) => text.match(/[\dA-F]{2}/gi)?.map((part) => Number.parseInt(part, 16)) ?? [])
  return one?.length === 3 && one.every((value, at) => Math.abs(value - (other?.[at] ?? 999)) < SAME)
}

/** Of cells that are merged downwards only the first is shown. */
function isUnderMerge(cell: XmlElement): boolean {
  const properties = childOf(cell, 'w:tcPr')
  const merges = properties && ['w:vMerge', 'w:hMerge'].map((name) => childOf(properties, name))
  const [down, across] = (merges ?? []).map(
    (merge) => merge !== undefined && (merge.attribs['w:val'] ?? 'continue') === 'continue',
  )
  return (down === true && isBelow(cell.parent as XmlNode | null, 'w:tr')) || (across === true && isBelow(cell, 'w:tc'))
}

/** So narrow a column, in a table that keeps to its widths, that no letter fits. */
function isThin(cell: XmlElement, isFixed: (table: XmlElement) => boolean): boolean {
  const width = childOf(childOf(cell, 'w:tcPr') ?? cell, 'w:tcW')?.attribs
  if (!width || width['w:type'] !== 'dxa' || Number(width['w:w'] ?? 999) >= THIN || Number(width['w:w']) <= 0) return false
  const table = above(cell, 'w:tbl')
  return table !== null && isFixed(table)
}

/** Each paragraph drawn into one line as wide as the cell: with many letters none is read. */
function isSqueezed(cell: XmlElement): boolean {
  const properties = childOf(cell, 'w:tcPr')
  const fit = properties && childOf(properties, 'w:tcFitText')
  const width = Number((properties && childOf(properties, 'w:tcW')?.attribs['w:w']) ?? 0)
  if (!fit || !isOn(fit.attribs['w:val'] ?? '1') || !width) return false
  return childrenOf(cell, 'w:p').some((paragraph) => textOf(paragraph).trim().length * THIN > width)
}

function isFixedTable(table: XmlElement): boolean {
  const properties = childOf(table, 'w:tblPr')
  return (properties && childOf(properties, 'w:tblLayout')?.attribs['w:type']) === 'fixed'
}

/** Whether it follows another of its kind. */
function isBelow(node: XmlNode | null, name: string): boolean {
  for (let at = node?.prev as XmlNode | null | undefined; at; at = at.prev as XmlNode | null)
    if (isElement(at) && at.name === name) return true
  return false
}

/** A formula's part that only keeps its room free. */
function isPlaceholder(phantom: XmlElement): boolean {
  const properties = childOf(phantom, 'm:phantPr')
  const show = properties && childOf(properties, 'm:show')
  return show !== undefined && !isOn(show.attribs['m:val'] ?? '1')
}

function isHiddenRow(row: XmlElement): boolean {
  const properties = childOf(row, 'w:trPr')
  const hidden = properties && childOf(properties, 'w:hidden')
  const height = properties && childOf(properties, 'w:trHeight')?.attribs
  if (hidden && isOn(hidden.attribs['w:val'] ?? '1')) return true
  return height?.['w:hRule'] === 'exact' && Number(height['w:val'] ?? 999) < FLAT
}
