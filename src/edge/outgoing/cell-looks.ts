/** Whether a cell shows what it holds: its number format, the colour of its letters and of its ground. */
import { BLACK, isSame, paletteColour, themeColours, type ThemeColours, tinted, WHITE } from './colours.ts'
import { formatColour, isBlankFormat } from './number-format.ts'
import type { OfficePackage } from './package.ts'
import type { Cell } from './sheet.ts'
import { childOf, childrenOf, decoded, elements, type XmlElement } from './xml.ts'

export interface CellLooks {
  /** The whole cell shows nothing of what it holds. */
  isUnseen(cell: Cell): boolean
  /** Of a text in several colours, this piece is of the colour of the ground. */
  isLost(run: XmlElement, cell: Cell): boolean
}

/** Points. */
const TINY = 4

interface Format {
  letters: string
  ground: string
  size: number
  code: string
  /** A typeface of pictures: no letter of it is read. */
  pictures: boolean
}

export function cellLooks(office: OfficePackage): CellLooks {
  const { formats, palette } = formatsOf(office)
  const of = (cell: Cell): Format =>
    formats[cell.style] ?? { letters: BLACK, ground: WHITE, size: 11, code: 'General', pictures: false }
  return {
    isUnseen(cell) {
      const { letters, ground, size, code, pictures } = of(cell)
      if (
        pictures &&
        childrenOf(cell.element, 'v').length + childrenOf(cell.element, 'is').length > 0 &&
        cell.element.attribs['t'] !== undefined &&
        cell.element.attribs['t'] !== 'n'
      )
        return true
      return isSame(formatColour(code, cell.element) ?? letters, ground) || size < TINY || isBlankFormat(code, cell.element)
    },
    isLost(run, cell) {
      const properties = childOf(run, 'rPr')
      if (!properties) return false
      const size = Number(childOf(properties, 'sz')?.attribs['val'] ?? 11)
      const colour = childOf(properties, 'color')
      return size < TINY || (colour !== undefined && isSame(colourOf(colour, BLACK, palette), of(cell).ground))
    },
  }
}

function formatsOf(office: OfficePackage): { formats: Format[]; palette: Palette } {
  const styles = office.xml('xl/styles.xml')
  const palette: Palette = {
    theme: themeColours(office),
    own: styles ? elements(styles, 'rgbColor').map(({ attribs }) => (attribs['rgb'] ?? '').slice(-6).toUpperCase()) : [],
  }
  if (!styles) return { formats: [], palette }
  const codes = new Map(
    elements(styles, 'numFmt').map(({ attribs }) => [attribs['numFmtId'], decoded(attribs['formatCode'] ?? '')]),
  )
  const list = (name: string, of: string) => {
    const all = elements(styles, name)[0]
    return all ? childrenOf(all, of) : []
  }
  const fonts = list('fonts', 'font').map((font) => ({
    letters: colourOf(childOf(font, 'color'), BLACK, palette),
    size: Number(childOf(font, 'sz')?.attribs['val'] ?? 11),
    pictures: /^(?:Wingdings(?: [23])?|Webdings)$/i.test(childOf(font, 'name')?.attribs['val'] ?? ''),
  }))
  const grounds = list('fills', 'fill').map((fill) => groundOf(fill, palette))
  const formats = list('cellXfs', 'xf').map(({ attribs }) => ({
    letters: fonts[Number(attribs['fontId'] ?? 0)]?.letters ?? BLACK,
    size: fonts[Number(attribs['fontId'] ?? 0)]?.size ?? 11,
    ground: grounds[Number(attribs['fillId'] ?? 0)] ?? WHITE,
    pictures: fonts[Number(attribs['fontId'] ?? 0)]?.pictures ?? false,
    code: codes.get(attribs['numFmtId'] ?? '') ?? 'General',
  }))
  return { formats, palette }
}

/** Weak patterns leave the ground as it is; of others it can't be told which of two colours is behind a letter. */
const WEAK = new Set(['gray125', 'gray0625'])

function groundOf(fill: XmlElement, palette: Palette): string {
  const gradient = childOf(fill, 'gradientFill')
  if (gradient) {
    const stops = childrenOf(gradient, 'stop').map((stop) => colourOf(childOf(stop, 'color'), '?', palette))
    return stops.length > 0 && stops.every((stop) => isSame(stop, stops[0] ?? '?')) ? (stops[0] ?? '?') : '?'
  }
  const pattern = childOf(fill, 'patternFill')
  const kind = pattern?.attribs['patternType'] ?? 'none'
  if (!pattern || kind === 'none') return WHITE
  const [front, back] = [
    colourOf(childOf(pattern, 'fgColor'), BLACK, palette),
    colourOf(childOf(pattern, 'bgColor'), WHITE, palette),
  ]
  if (kind === 'solid') return front
  return WEAK.has(kind) || isSame(front, back) ? back : '?'
}

interface Palette {
  theme: ThemeColours
  own: readonly string[]
}

/** The order in which cells count the theme's colours. */
const PLACES = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']

function colourOf(colour: XmlElement | undefined, automatic: string, { theme: themes, own }: Palette): string {
  const { rgb, theme, indexed, tint } = colour?.attribs ?? {}
  const plain = () => {
    if (rgb) return rgb.slice(-6).toUpperCase()
    if (theme) return themes[PLACES[Number(theme)] ?? ''] ?? '?'
    if (indexed) return indexed === '65' ? WHITE : indexed === '64' ? automatic : paletteColour(Number(indexed), own)
    return automatic
  }
  return tinted(plain(), Number(tint ?? 0))
}
