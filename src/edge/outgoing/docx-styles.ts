/** Styles of a Word file: what a piece of text looks like after all that it inherits. */
import type { OfficePackage } from './package.ts'
import { childOf, elements, isOn, type XmlElement } from './xml.ts'

/** Undefined where nothing is said. */
export interface Looks {
  hidden?: boolean
  /** Half points. */
  size?: number
  /** Of the letters' width, in hundredths. */
  width?: number
  /** RRGGBB, or `auto`. */
  colour?: string
  /** RRGGBB behind the letters; `?` where it can't be told. */
  ground?: string
  /** A mark over the letters, by the name of its colour. */
  highlight?: string
  /** The line is no higher than a hair, or the letters have no ink. */
  flat?: boolean
  /** Set beside the page. */
  away?: boolean
}

export interface Styles {
  /** By the style's name in the file; of the whole document under the empty name. */
  of(style: string): Looks
}

/** Twips: a twentieth of a point. */
const FLAT = 20
/** Twips from the edge of the text: no page is so wide or so high, and no margin. */
const [LEFT_OF_PAGE, RIGHT_OF_PAGE] = [-5_000, 24_000]
/** Half points above or below the line. */
const FAR_FROM_LINE = 400
/** Thousandths of a hundredth: letters fainter than this are not read. */
const CLEAR = 85_000

/** Whether a place or an indent, in twips, lies beside every page. */
export function isOffPage(twips: string | undefined): boolean {
  const at = Number(twips ?? 0)
  return at < LEFT_OF_PAGE || at > RIGHT_OF_PAGE
}

/** A style that rests on one that rests on one… */
const DEEPEST = 20

export function stylesOf(office: OfficePackage): Styles {
  const known = new Map<string, { own: Looks; rests: string }>()
  const xml = office.xml('word/styles.xml')
  const defaults = xml && elements(xml, 'w:docDefaults')[0]
  const base = defaults ? looksOf(childOf(childOf(defaults, 'w:rPrDefault') ?? defaults, 'w:rPr')) : {}
  let plain = ''
  for (const style of xml ? elements(xml, 'w:style') : []) {
    const id = style.attribs['w:styleId'] ?? ''
    if (style.attribs['w:type'] === 'paragraph' && isOn(style.attribs['w:default'])) plain = id
    const own = { ...paragraphLooks(childOf(style, 'w:pPr')), ...looksOf(childOf(style, 'w:rPr')) }
    const isTable = style.attribs['w:type'] === 'table'
    // A table's style shades some of its cells, which ones is told elsewhere.
    known.set(id, {
      own: isTable && hasShade(style) ? { ...own, ground: '?' } : own,
      rests: childOf(style, 'w:basedOn')?.attribs['w:val'] ?? '',
    })
  }
  const resolved = (id: string, depth: number): Looks => {
    const style = known.get(id)
    if (!style || depth > DEEPEST) return {}
    return { ...resolved(style.rests, depth + 1), ...style.own }
  }
  return { of: (style) => (style === '' ? { ...base, ...resolved(plain, 0) } : resolved(style, 0)) }
}

/** What a list of properties says of letters. */
export function looksOf(properties: XmlElement | undefined): Looks {
  if (!properties) return {}
  const value = (name: string) => childOf(properties, name)?.attribs['w:val']
  const looks: Looks = {}
  const vanish = childOf(properties, 'w:vanish')
  if (vanish) looks.hidden = isOn(vanish.attribs['w:val'] ?? '1')
  const [size, width] = [value('w:sz'), value('w:w')]
  if (size) looks.size = Number(size)
  if (width) looks.width = Number.parseFloat(width)
  const colour = childOf(properties, 'w:color')?.attribs
  if (colour) looks.colour = colourOf(colour)
  if (Math.abs(Number(value('w:position') ?? 0)) > FAR_FROM_LINE) looks.away = true
  Object.assign(looks, inkOf(childOf(properties, 'w14:textFill')))
  const highlight = value('w:highlight')
  if (highlight) looks.highlight = highlight
  return { ...looks, ...groundOf(properties) }
}

/** How letters are filled, where they are not filled with their plain colour. */
function inkOf(fill: XmlElement | undefined): Pick<Looks, 'colour' | 'flat'> {
  if (!fill) return {}
  if (childOf(fill, 'w14:noFill')) return { flat: true }
  const solid = childOf(fill, 'w14:solidFill')
  const colour = solid && (childOf(solid, 'w14:srgbClr') ?? childOf(solid, 'w14:schemeClr'))
  if (!colour) return {}
  if (Number(childOf(colour, 'w14:alpha')?.attribs['w14:val'] ?? 0) > CLEAR) return { flat: true }
  const value = (colour.attribs['w14:val'] ?? '').toUpperCase()
  if (/^[\dA-F]{6}$/.test(value)) return { colour: value }
  return value === 'BG1' || value === 'LT1' ? { colour: 'FFFFFF' } : {}
}

/** What stands behind letters, as paragraphs, cells and tables say it too. */
export function groundOf(properties: XmlElement): Pick<Looks, 'ground'> {
  const shade = childOf(properties, 'w:shd')?.attribs
  if (!shade) return {}
  const [pattern, fill] = [shade['w:val'] ?? 'clear', (shade['w:fill'] ?? 'auto').toUpperCase()]
  if (pattern === 'solid')
    return { ground: (shade['w:color'] ?? 'auto').toUpperCase() === 'AUTO' ? '000000' : (shade['w:color'] ?? '?') }
  if (pattern !== 'clear' && pattern !== 'nil') return { ground: '?' }
  if (shade['w:themeFill'] && fill === 'AUTO') return { ground: '?' }
  return fill === 'AUTO' ? {} : { ground: fill }
}

export function paragraphLooks(properties: XmlElement | undefined): Looks {
  if (!properties) return {}
  const spacing = childOf(properties, 'w:spacing')?.attribs
  const isFlat = spacing?.['w:lineRule'] === 'exact' && Number(spacing['w:line'] ?? 240) < FLAT
  const [indent, frame] = ['w:ind', 'w:framePr'].map((name) => childOf(properties, name)?.attribs)
  const places = ['left', 'start', 'right', 'end', 'firstLine', 'hanging'].map((side) => indent?.[`w:${side}`])
  const isAway = [...places, frame?.['w:x'], frame?.['w:y']].some(isOffPage)
  return { ...(isFlat ? { flat: true } : {}), ...(isAway ? { away: true } : {}), ...groundOf(properties) }
}

function colourOf(colour: Record<string, string>): string {
  const value = (colour['w:val'] ?? 'auto').toUpperCase()
  const theme = colour['w:themeColor']
  const isChanged = colour['w:themeTint'] ?? colour['w:themeShade']
  if (!isChanged && (theme === 'background1' || theme === 'light1')) return 'FFFFFF'
  return value
}

function hasShade(element: XmlElement): boolean {
  return element.children.some((child) => {
    if (!('attribs' in child)) return false
    const inner = child as unknown as XmlElement
    return inner.name === 'w:shd' ? groundOf(element).ground !== undefined : hasShade(inner)
  })
}
