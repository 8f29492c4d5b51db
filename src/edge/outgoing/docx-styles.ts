/** Styles of a Word file: what a piece of text looks like after all that it inherits. */
import { BLACK, themeColours, tinted, WHITE } from './colours.ts'
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
  /** Twips between lines, where they may not be more. */
  line?: number | undefined
  /** Twips between lines at the least; lines as high as a line so many times; twips above and below the paragraph. */
  least?: number | undefined
  times?: number | undefined
  before?: number
  after?: number
  /** Twips of the frame that the paragraph stands in; null where it is as wide or as high as its text. */
  frame?: { width: number | null; height: number | null }
  /** Twips into which the letters are pressed together, and by which each is drawn to the one before. */
  fit?: number
  squeeze?: number
  /** A typeface of pictures: no letter of it is read. */
  pictures?: boolean
  /** The line is no higher than a hair, or the letters have no ink. */
  flat?: boolean
  /** Set beside the page. */
  away?: boolean
}

export interface Styles {
  /** By the style's name in the file; of the whole document under the empty name. */
  of(style: string): Looks
  /** Colours by their names in the theme. */
  theme: WordColours
  /** Twips of the widest and of the highest page. */
  page: { width: number; height: number }
}

export type WordColours = Readonly<Record<string, string>>
const PLAIN: WordColours = { background1: WHITE, light1: WHITE, text1: BLACK, dark1: BLACK }
/** A4. */
const PAGE = { width: 11_906, height: 16_838 }

/** Twips: a twentieth of a point. */
const FLAT = 80
/** Twips from the edge of the text: no page is so wide or so high, and no margin. */
const [LEFT_OF_PAGE, RIGHT_OF_PAGE, MARGIN] = [-5_000, 24_000, 1_440]
/** Hundredths of a letter's width. */
const MANY_LETTERS = 5_000
/** Twips of a line. */
const LINE = 240
/** Half points above or below the line. */
const FAR_FROM_LINE = 400
/** Thousandths of a hundredth: letters fainter than this are not read. */
const CLEAR = 85_000

/** Whether a place or an indent, in twips, lies beside every page. */
export function isOffPage(twips: string | undefined, right = RIGHT_OF_PAGE): boolean {
  const at = Number(twips ?? 0)
  return at < LEFT_OF_PAGE || at > right
}

/** A style that rests on one that rests on one… */
const DEEPEST = 20

export function stylesOf(office: OfficePackage): Styles {
  const known = new Map<string, { own: Looks; rests: string }>()
  const xml = office.xml('word/styles.xml')
  const defaults = xml && elements(xml, 'w:docDefaults')[0]
  const [theme, page] = [wordColours(office), pageOf(office)]
  const base = defaults ? looksOf(childOf(childOf(defaults, 'w:rPrDefault') ?? defaults, 'w:rPr'), theme) : {}
  let plain = ''
  for (const style of xml ? elements(xml, 'w:style') : []) {
    const id = style.attribs['w:styleId'] ?? ''
    if (style.attribs['w:type'] === 'paragraph' && isOn(style.attribs['w:default'])) plain = id
    const own = { ...paragraphLooks(childOf(style, 'w:pPr'), page, theme), ...looksOf(childOf(style, 'w:rPr'), theme) }
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
  return { of: (style) => (style === '' ? { ...base, ...resolved(plain, 0) } : resolved(style, 0)), theme, page }
}

/** The theme's colours as texts call them; a document may exchange the dark ones for the light ones. */
function wordColours(office: OfficePackage): WordColours {
  const theme = themeColours(office)
  const byName: Record<string, string> = {}
  for (const [place, colour] of Object.entries(theme)) byName[NAMES[place] ?? place] = colour
  const settings = office.xml('word/settings.xml')
  const mapping = (settings && elements(settings, 'w:clrSchemeMapping')[0]?.attribs) ?? {}
  const by = (place: string, plain: string) => byName[mapping[`w:${place}`] ?? plain] ?? byName[plain] ?? '?'
  return {
    ...byName,
    background1: by('bg1', 'light1'),
    text1: by('t1', 'dark1'),
    background2: by('bg2', 'light2'),
    text2: by('t2', 'dark2'),
  }
}

const NAMES: Readonly<Record<string, string>> = {
  lt1: 'light1',
  dk1: 'dark1',
  lt2: 'light2',
  dk2: 'dark2',
  hlink: 'hyperlink',
  folHlink: 'followedHyperlink',
}

function pageOf(office: OfficePackage): { width: number; height: number } {
  const xml = office.xml(office.main())
  const sizes = xml ? elements(xml, 'w:pgSz').map(({ attribs }) => attribs) : []
  const most = (side: string, plain: number) => {
    const known = sizes.map((size) => twipsOf(size[side])).filter((one) => one > SMALLEST)
    return known.length === 0 ? plain : Math.max(...known)
  }
  return { width: most('w:w', PAGE.width), height: most('w:h', PAGE.height) }
}

/** No page is smaller: what says so says nothing. */
const SMALLEST = 2_880

/** As a number of twips, or in points as the strict form of the standard has it. */
function twipsOf(measure: string | undefined): number {
  return measure?.endsWith('pt') ? Number.parseFloat(measure) * 20 : Number(measure ?? 0)
}

/** What a list of properties says of letters. */
export function looksOf(properties: XmlElement | undefined, theme: WordColours = PLAIN): Looks {
  if (!properties) return {}
  const value = (name: string) => childOf(properties, name)?.attribs['w:val']
  const looks: Looks = {}
  const vanish = childOf(properties, 'w:vanish')
  if (vanish) looks.hidden = isOn(vanish.attribs['w:val'] ?? '1')
  const always = childOf(properties, 'w:specVanish')
  if (always && isOn(always.attribs['w:val'] ?? '1')) looks.hidden = true
  const [size, width] = [value('w:sz'), value('w:w')]
  if (size) looks.size = Number(size)
  if (width) looks.width = Number.parseFloat(width)
  const colour = childOf(properties, 'w:color')?.attribs
  if (colour) looks.colour = colourOf(colour, theme)
  const [fit, squeeze] = [value('w:fitText'), value('w:spacing')]
  if (fit) looks.fit = Number(fit)
  if (squeeze) looks.squeeze = Number(squeeze)
  const faces = Object.entries(childOf(properties, 'w:rFonts')?.attribs ?? {}).filter(([name]) =>
    /^w:(?:ascii|hAnsi)$/.test(name),
  )
  if (faces.length > 0) looks.pictures = faces.some(([, face]) => PICTURES.test(face))
  if (Math.abs(Number(value('w:position') ?? 0)) > FAR_FROM_LINE) looks.away = true
  Object.assign(looks, inkOf(childOf(properties, 'w14:textFill')))
  const highlight = value('w:highlight')
  if (highlight) looks.highlight = highlight
  return { ...looks, ...groundOf(properties, theme) }
}

const PICTURES = /^(?:Wingdings(?: [23])?|Webdings|Symbol|Kingsoft (?:Sign|UE))$/i

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
export function groundOf(properties: XmlElement, theme: WordColours = PLAIN): Pick<Looks, 'ground'> {
  const shade = childOf(properties, 'w:shd')?.attribs
  if (!shade) return {}
  const [pattern, fill] = [shade['w:val'] ?? 'clear', (shade['w:fill'] ?? 'auto').toUpperCase()]
  if (pattern === 'solid')
    return { ground: (shade['w:color'] ?? 'auto').toUpperCase() === 'AUTO' ? '000000' : (shade['w:color'] ?? '?') }
  if (pattern !== 'clear' && pattern !== 'nil') return { ground: '?' }
  if (shade['w:themeFill'])
    return { ground: ofTheme(shade['w:themeFill'], shade['w:themeFillTint'], shade['w:themeFillShade'], theme) }
  return fill === 'AUTO' ? {} : { ground: fill }
}

export function paragraphLooks(
  properties: XmlElement | undefined,
  page: Styles['page'] = PAGE,
  theme: WordColours = PLAIN,
): Looks {
  if (!properties) return {}
  const spacing = childOf(properties, 'w:spacing')?.attribs
  const exact = spacing?.['w:lineRule'] === 'exact' ? Number(spacing['w:line'] ?? 240) : undefined
  const [indent, frame] = ['w:ind', 'w:framePr'].map((name) => childOf(properties, name)?.attribs)
  const isExact = frame?.['w:hRule'] === 'exact'
  const sides = ['left', 'start', 'right', 'end', 'firstLine', 'hanging']
  const isBeside = sides.some((side) => isOffPage(indent?.[`w:${side}`], page.width - MARGIN))
  const isFar = sides.some((side) => Math.abs(Number(indent?.[`w:${side}Chars`] ?? 0)) > MANY_LETTERS)
  const isAway = isBeside || isFar || (frame !== undefined && isFrameAway(frame, page))
  const isFlat = (exact ?? FLAT) < FLAT || (isExact && Number(frame?.['w:h'] ?? FLAT) < FLAT)
  return {
    ...(isFlat ? { flat: true } : {}),
    ...(isAway ? { away: true } : {}),
    ...spacingOf(spacing),
    ...(frame ? { frame: { width: Number(frame['w:w'] ?? 0) || null, height: isExact ? Number(frame['w:h'] ?? 0) : null } } : {}),
    ...groundOf(properties, theme),
  }
}

/** Where a style says how lines stand and the paragraph says it otherwise, only the last word counts. */
function spacingOf(spacing: Record<string, string> | undefined): Looks {
  if (!spacing) return {}
  const [before, after] = ['before', 'after'].map((side) => {
    const lines = Number(spacing[`w:${side}Lines`] ?? 0)
    return lines > 0 ? (lines / 100) * LINE : spacing[`w:${side}`] === undefined ? undefined : Number(spacing[`w:${side}`])
  })
  const [rule, line] = [spacing['w:lineRule'] ?? 'auto', Number(spacing['w:line'] ?? LINE)]
  const lines = { line: undefined, least: undefined, times: undefined }
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(rule === 'exact' ? { ...lines, line } : {}),
    ...(rule === 'atLeast' && spacing['w:line'] ? { ...lines, least: line } : {}),
    ...(rule === 'auto' && spacing['w:line'] ? { ...lines, times: line / LINE } : {}),
  }
}

/** Beside or below the page; a side that is only said to be the left, the top, the middle of something is on it. */
function isFrameAway(frame: Record<string, string>, page: Styles['page']): boolean {
  const beyond = (axis: 'x' | 'y', side: number, size: number, from: string | undefined) => {
    if (frame[`w:${axis}Align`] || frame[`w:${axis}`] === undefined) return false
    const at = Number(frame[`w:${axis}`])
    return at >= side || at < LEFT_OF_PAGE || (size > 0 && at + size <= (from === 'page' ? 0 : -MARGIN))
  }
  const high = frame['w:hRule'] === 'exact' ? Number(frame['w:h'] ?? 0) : 0
  return (
    beyond('x', page.width, Number(frame['w:w'] ?? 0), frame['w:hAnchor']) || beyond('y', page.height, high, frame['w:vAnchor'])
  )
}

function colourOf(colour: Record<string, string>, theme: WordColours): string {
  const place = colour['w:themeColor']
  const known = place ? ofTheme(place, colour['w:themeTint'], colour['w:themeShade'], theme) : '?'
  return known === '?' ? (colour['w:val'] ?? 'auto').toUpperCase() : known
}

/** Tints and shades are told in 255ths of the colour that is left. */
function ofTheme(place: string, tint: string | undefined, shade: string | undefined, theme: WordColours): string {
  const part = (hex: string) => Number.parseInt(hex, 16) / 255
  const colour = theme[place] ?? '?'
  if (tint) return tinted(colour, 1 - part(tint))
  return shade ? tinted(colour, part(shade) - 1) : colour
}

function hasShade(element: XmlElement): boolean {
  return element.children.some((child) => {
    if (!('attribs' in child)) return false
    const inner = child as unknown as XmlElement
    return inner.name === 'w:shd' ? groundOf(element).ground !== undefined : hasShade(inner)
  })
}

/** Styles of tables that make the text of some rows or columns unseen: which ones only the program that shows them tells. */
export function hidingTableStyles(office: OfficePackage): number {
  const xml = office.xml('word/styles.xml')
  const tables = xml ? elements(xml, 'w:style').filter(({ attribs }) => attribs['w:type'] === 'table') : []
  return tables.filter((style) => {
    const isShaded = hasShade(style)
    return style.children.some((child) => {
      if (!('attribs' in child) || (child as unknown as XmlElement).name !== 'w:tblStylePr') return false
      const { hidden, size, flat, colour } = looksOf(childOf(child as unknown as XmlElement, 'w:rPr'), wordColours(office))
      const isWhite = colour !== undefined && /^(?:F[\dA-F]){3}$/i.test(colour) && !isShaded
      return hidden === true || flat === true || (size ?? 99) <= 7 || isWhite
    })
  }).length
}
