/** Whether a cell shows what it holds: its number format, the colour of its letters and of its ground. */
import type { OfficePackage } from './package.ts'
import type { Cell } from './sheet.ts'
import { childOf, childrenOf, decoded, elements, textOf, type XmlElement } from './xml.ts'

export interface CellLooks {
  /** The whole cell shows nothing of what it holds. */
  isUnseen(cell: Cell): boolean
  /** Of a text in several colours, this piece is of the colour of the ground. */
  isLost(run: XmlElement, cell: Cell): boolean
}

const WHITE = 'FFFFFF'
const BLACK = '000000'
/** Points. */
const TINY = 2
/** Of 255: colours that differ by less are not told apart. */
const SAME = 24

interface Format {
  letters: string
  ground: string
  size: number
  code: string
}

export function cellLooks(office: OfficePackage): CellLooks {
  const formats = formatsOf(office)
  const of = (cell: Cell): Format => formats[cell.style] ?? { letters: BLACK, ground: WHITE, size: 11, code: 'General' }
  return {
    isUnseen(cell) {
      const { letters, ground, size, code } = of(cell)
      return isSame(codeColour(code) ?? letters, ground) || size < TINY || isBlank(code, cell.element)
    },
    isLost(run, cell) {
      const properties = childOf(run, 'rPr')
      if (!properties) return false
      const size = Number(childOf(properties, 'sz')?.attribs['val'] ?? 11)
      const colour = childOf(properties, 'color')
      return size < TINY || (colour !== undefined && isSame(colourOf(colour, BLACK), of(cell).ground))
    },
  }
}

function formatsOf(office: OfficePackage): Format[] {
  const styles = office.xml('xl/styles.xml')
  if (!styles) return []
  const codes = new Map(
    elements(styles, 'numFmt').map(({ attribs }) => [attribs['numFmtId'], decoded(attribs['formatCode'] ?? '')]),
  )
  const list = (name: string, of: string) => {
    const all = elements(styles, name)[0]
    return all ? childrenOf(all, of) : []
  }
  const fonts = list('fonts', 'font').map((font) => ({
    letters: colourOf(childOf(font, 'color'), BLACK),
    size: Number(childOf(font, 'sz')?.attribs['val'] ?? 11),
  }))
  const grounds = list('fills', 'fill').map(groundOf)
  return list('cellXfs', 'xf').map(({ attribs }) => ({
    letters: fonts[Number(attribs['fontId'] ?? 0)]?.letters ?? BLACK,
    size: fonts[Number(attribs['fontId'] ?? 0)]?.size ?? 11,
    ground: grounds[Number(attribs['fillId'] ?? 0)] ?? WHITE,
    code: codes.get(attribs['numFmtId'] ?? '') ?? 'General',
  }))
}

/** `?` where it can't be told. */
function groundOf(fill: XmlElement): string {
  if (childOf(fill, 'gradientFill')) return '?'
  const pattern = childOf(fill, 'patternFill')
  const kind = pattern?.attribs['patternType'] ?? 'none'
  if (!pattern || kind === 'none') return WHITE
  return kind === 'solid' ? colourOf(childOf(pattern, 'fgColor'), BLACK) : '?'
}

/** The first colours of the old palette, twice. */
const INDEXED = [BLACK, WHITE, 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF']

function colourOf(colour: XmlElement | undefined, automatic: string): string {
  const { rgb, theme, indexed, tint } = colour?.attribs ?? {}
  if (tint && Number(tint) !== 0) return '?'
  if (rgb) return rgb.slice(-6).toUpperCase()
  if (theme === '0') return WHITE
  if (theme === '1') return BLACK
  if (theme) return '?'
  if (indexed) return indexed === '65' ? WHITE : indexed === '64' ? automatic : (INDEXED[Number(indexed) % 8] ?? '?')
  return automatic
}

function isSame(one: string, other: string): boolean {
  if (one === '?' || other === '?') return false
  const parts = (colour: string) => colour.match(/.{2}/g)?.map((part) => Number.parseInt(part, 16)) ?? []
  return parts(one).every((value, at) => Math.abs(value - (parts(other)[at] ?? 0)) < SAME)
}

const COLOURS: Record<string, string> = { white: WHITE, 白色: WHITE, black: BLACK, 黑色: BLACK }

/** A colour that the number format gives to the letters. */
function codeColour(code: string): string | undefined {
  const named = /\[([A-Za-z]+|[\u4e00-\u9fff]色)\]/.exec(code)?.[1]?.toLowerCase()
  return named ? COLOURS[named] : undefined
}

/** Whether the format prints nothing of the value: no place for a digit, no date, no text. */
function isBlank(code: string, cell: XmlElement): boolean {
  if (code === 'General' || code === '') return false
  const sections = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
  const value = childrenOf(cell, 'v')[0]
  const type = cell.attribs['t'] ?? 'n'
  if (type !== 'n') {
    // Up to three parts are for numbers; where text has a part of its own, it must say where the text stands.
    const own = sections.length >= 4 ? sections[3] : sections.length === 1 && sections[0]?.includes('@') ? sections[0] : undefined
    return own !== undefined && !own.includes('@')
  }
  const number = Number(value ? textOf(value) : 0)
  const at = number > 0 || sections.length === 1 ? 0 : number < 0 ? 1 : Math.min(2, sections.length === 2 ? 0 : 2)
  return !/[0#?@ymdhsegb年月日时分秒]|general/i.test(bare(sections[at] ?? ''))
}

/** Without what is printed as it stands, and without conditions. */
function bare(section: string): string {
  return section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
}
