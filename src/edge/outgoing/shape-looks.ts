/** Letters in shapes that are of the colour of their ground, without ink, or too small to be read. */
import { BLACK, isSame, type ThemeColours, WHITE } from './colours.ts'
import { childOf, elementsUnder, textOf, type XmlElement } from './xml.ts'

/** Hundredths of a point, and half points. */
const [TINY, TINY_HALVES] = [400, 7]
/** Thousandths of a hundredth: fainter ink is not read. */
const FAINT = 15_000

/** Of a shape as it is drawn today, or as it was before. */
export function hasLostText(shape: XmlElement, theme: ThemeColours): boolean {
  const ground = shape.name.startsWith('v:') ? oldGround(shape) : groundOf(shape, theme)
  const written = fontOf(shape, theme)
  return elementsUnder(shape, ({ name }) => name === 'a:r' || name === 'w:r').some((run) => {
    const says = elementsUnder(run, ({ name }) => name === 'a:t' || name === 'w:t').some((text) => textOf(text).trim() !== '')
    return says && isLost(childOf(run, 'a:rPr') ?? childOf(run, 'w:rPr'), written ?? BLACK, ground, theme)
  })
}

function isLost(properties: XmlElement | undefined, automatic: string, ground: string, theme: ThemeColours): boolean {
  if (!properties) return isSame(automatic, ground)
  if (Number(properties.attribs['sz'] ?? 9999) < TINY || childOf(properties, 'a:noFill')) return true
  if (Number(childOf(properties, 'w:sz')?.attribs['w:val'] ?? 99) <= TINY_HALVES) return true
  const solid = childOf(properties, 'a:solidFill')
  if (solid) return isClear(solid) || isSame(fillColour(solid, theme), ground)
  const plain = childOf(properties, 'w:color')?.attribs['w:val']
  if (plain !== undefined && plain !== 'auto') return isSame(plain, ground)
  // Letters of no colour of their own turn white on a dark ground.
  return properties.name === 'a:rPr' && isSame(automatic, ground)
}

/** What the shape is filled with; the paper where it is not. */
function groundOf(shape: XmlElement, theme: ThemeColours): string {
  const properties = childOf(shape, 'wps:spPr') ?? childOf(shape, 'xdr:spPr')
  const solid = properties && childOf(properties, 'a:solidFill')
  if (solid) return isClear(solid) ? WHITE : fillColour(solid, theme)
  if (properties && childOf(properties, 'a:noFill')) return WHITE
  if (properties && ['a:gradFill', 'a:blipFill', 'a:pattFill', 'a:grpFill'].some((fill) => childOf(properties, fill))) return '?'
  const style = styleOf(shape, 'a:fillRef')
  return style && style.attribs['idx'] !== '0' ? fillColour(style, theme) : WHITE
}

/** The colour of letters that the shape's style gives. */
function fontOf(shape: XmlElement, theme: ThemeColours): string | undefined {
  const style = styleOf(shape, 'a:fontRef')
  const colour = style && fillColour(style, theme)
  return shape.name === 'wps:wsp' ? undefined : colour
}

function styleOf(shape: XmlElement, name: string): XmlElement | undefined {
  const style = childOf(shape, 'wps:style') ?? childOf(shape, 'xdr:style')
  return style && childOf(style, name)
}

const PLACES: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' }
const SYSTEM: Readonly<Record<string, string>> = { window: WHITE, windowText: BLACK }

function fillColour(fill: XmlElement, theme: ThemeColours): string {
  const [rgb, system, scheme] = ['a:srgbClr', 'a:sysClr', 'a:schemeClr'].map((name) => childOf(fill, name))
  if (rgb) return changed(rgb, (rgb.attribs['val'] ?? '?').toUpperCase())
  if (system) return changed(system, SYSTEM[system.attribs['val'] ?? ''] ?? '?')
  const place = scheme?.attribs['val'] ?? ''
  return scheme ? changed(scheme, theme[PLACES[place] ?? place] ?? '?') : '?'
}

/** Made lighter or darker it can't be told from here. */
function changed(colour: XmlElement, value: string): string {
  const changes = colour.children.some((child) => 'name' in child && child.name !== 'a:alpha')
  return changes ? '?' : value
}

function isClear(fill: XmlElement): boolean {
  return elementsUnder(fill, ({ name }) => name === 'a:alpha').some(({ attribs }) => Number(attribs['val'] ?? 100_000) < FAINT)
}

function oldGround({ attribs }: XmlElement): string {
  if (/^(?:f|false|0)$/.test(attribs['filled'] ?? 't')) return WHITE
  return inkByName(attribs['fillcolor'] ?? 'white') ?? '?'
}

const NAMES: Readonly<Record<string, string>> = { white: WHITE, black: BLACK, window: WHITE, windowtext: BLACK }

function inkByName(colour: string | undefined): string | undefined {
  const [plain = ''] = (colour ?? '').toLowerCase().split(' ')
  if (/^#[\da-f]{6}$/.test(plain)) return plain.slice(1).toUpperCase()
  if (/^#[\da-f]{3}$/.test(plain)) return plain.slice(1).replace(/./g, '$&$&').toUpperCase()
  return NAMES[plain]
}
