/** Text of a Word file that is on no page: hidden, of the colour of its ground, too small, in shapes that are not shown, in codes. */
import { isPassedOver } from './alternatives.ts'
import { clippedRuns } from './docx-clipped.ts'
import { isHiddenDrawing, isHiddenShape } from './docx-places.ts'
import { groundOf, isOffPage, type Looks, looksOf, paragraphLooks, type Styles } from './docx-styles.ts'
import { fieldsIn } from './docx-fields.ts'
import { childOf, elements, elementsUnder, isElement, isOn, textOf, type Xml, type XmlElement, type XmlNode } from './xml.ts'

export const DELETED = ['w:del', 'w:moveFrom']

export interface Unseen {
  /** Whether a person who reads the pages misses nothing if this goes. */
  has(element: XmlElement): boolean
  hidden: ReadonlySet<XmlElement>
  unseen: ReadonlySet<XmlElement>
}

/** Half points: less than four points is not meant to be read. Hundredths of a letter's width. Twips. */
const [TINY, PRESSED, FLAT, THIN] = [7, 10, 20, 40]
/** Half points of letters of which nothing is said. */
const USUAL = 21

export function unseenIn(xml: Xml, styles: Styles): Unseen {
  const hidden = new Set<XmlElement>([
    ...elements(xml, 'w:drawing', 'w:pict', 'w:object').filter((one) => isHiddenDrawing(one, styles.page)),
    ...elements(xml, 'mc:Choice', 'mc:Fallback').filter(isPassedOver),
    ...elements(xml, 'wps:wsp', 'pic:pic', 'wpg:grpSp', 'wpg:wgp').filter(isHiddenShape),
    ...elements(xml, 'w:tr').filter(isHiddenRow),
    // The cell itself stays: without it the others of its row would move.
    ...elements(xml, 'w:tc')
      .filter((cell) => isUnderMerge(cell) || isThin(cell))
      .flatMap((cell) => elementsUnder(cell, isRun)),
    ...elements(xml, 'm:phant').filter(isPlaceholder),
    ...fieldsIn(xml).flatMap(({ inCode }) => inCode),
  ])
  const background = elements(xml, 'w:background')[0]?.attribs['w:color']
  const unseen = clippedRuns(xml, (run) => looksOfRun(run, styles))
  for (const run of elements(xml, 'w:r', 'm:r')) {
    const kind = kindOf(run, styles, background)
    if (kind === 'hidden') hidden.add(run)
    if (kind === 'unseen') unseen.add(run)
  }
  return { hidden, unseen, has: (element) => hidden.has(element) || unseen.has(element) }
}

function isRun({ name }: XmlElement): boolean {
  return name === 'w:r' || name === 'm:r'
}

function kindOf(run: XmlElement, styles: Styles, background: string | undefined): 'hidden' | 'unseen' | null {
  const looks = looksOfRun(run, styles)
  if (looks.hidden) return 'hidden'
  if ((looks.size ?? 99) <= TINY || (looks.width ?? 100) <= PRESSED || looks.flat || looks.away) return 'unseen'
  if (isInAwayTable(run) || isPressed(looks, textOf(run))) return 'unseen'
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

/** Tables may be set beside the page like paragraphs. */
function isInAwayTable(run: XmlElement): boolean {
  for (let table = above(run, 'w:tbl'); table; table = above(table, 'w:tbl')) {
    const properties = childOf(table, 'w:tblPr')
    const [indent, place] = ['w:tblInd', 'w:tblpPr'].map((name) => properties && childOf(properties, name)?.attribs)
    if ([indent?.['w:w'], place?.['w:tblpX'], place?.['w:tblpY']].some(isOffPage)) return true
  }
  return false
}

function looksOfRun(run: XmlElement, styles: Styles): Looks {
  const own = childOf(run, 'w:rPr')
  const paragraph = above(run, 'w:p')
  const format = paragraph ? childOf(paragraph, 'w:pPr') : undefined
  const style = (properties: XmlElement | undefined, name: string) =>
    (properties && childOf(properties, name)?.attribs['w:val']) ?? ''
  return {
    ...groundAround(paragraph ?? run, styles),
    ...styles.of(''),
    ...lettersOfTable(run, styles),
    ...styles.of(style(format, 'w:pStyle') || '-'),
    ...paragraphLooks(format, styles.page, styles.theme),
    ...styles.of(style(own, 'w:rStyle') || '-'),
    ...looksOf(own, styles.theme),
  }
}

/** What the style of the table around says of letters. */
function lettersOfTable(run: XmlElement, styles: Styles): Looks {
  const table = above(run, 'w:tbl')
  const properties = table && childOf(table, 'w:tblPr')
  const style = properties && childOf(properties, 'w:tblStyle')?.attribs['w:val']
  if (!style) return {}
  const { ground: _, ...letters } = styles.of(style)
  return letters
}

/** Of the cell, of the table: the nearest that says something. */
function groundAround(from: XmlElement, styles: Styles): Pick<Looks, 'ground'> {
  for (let at: XmlNode | null = from; at; at = at.parent as XmlNode | null) {
    if (!isElement(at)) continue
    if (at.name === 'w:txbxContent') return { ground: '?' }
    const properties = childOf(at, `${at.name}Pr`)
    if (!properties || at.name === 'w:r' || at.name === 'w:p') continue
    const own = groundOf(properties, styles.theme)
    if (own.ground) return own
    const table = childOf(properties, 'w:tblStyle')?.attribs['w:val']
    const { ground } = table ? styles.of(table) : {}
    if (ground) return { ground }
  }
  return {}
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
function isThin(cell: XmlElement): boolean {
  const width = childOf(childOf(cell, 'w:tcPr') ?? cell, 'w:tcW')?.attribs
  if (!width || width['w:type'] !== 'dxa' || Number(width['w:w'] ?? 999) >= THIN || Number(width['w:w']) <= 0) return false
  const table = above(cell, 'w:tbl')
  const properties = table && childOf(table, 'w:tblPr')
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

export function above(element: XmlElement, name: string): XmlElement | null {
  for (let at = element.parent as XmlNode | null; at; at = at.parent as XmlNode | null)
    if (isElement(at) && at.name === name) return at
  return null
}
