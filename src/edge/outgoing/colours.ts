/** Colours as Office files say them: by their parts, by their place in the theme, lighter or darker. `?` where it can't be told. */
import type { OfficePackage } from './package.ts'
import { childOf, elements, isElement, type XmlElement, type XmlNode } from './xml.ts'

export const WHITE = 'FFFFFF'
export const BLACK = '000000'
/** Of 255: colours that differ by less are not told apart. */
const SAME = 24

export function isSame(one: string, other: string): boolean {
  if (one === '?' || other === '?') return false
  const parts = (colour: string) => colour.match(/[\dA-F]{2}/gi)?.map((part) => Number.parseInt(part, 16)) ?? []
  return parts(one).length === 3 && parts(one).every((value, at) => Math.abs(value - (parts(other)[at] ?? 999)) < SAME)
}

/** Places in the theme's list of colours, as its elements are called. */
export type ThemeColours = Readonly<Record<string, string>>
const PLAIN: ThemeColours = { lt1: WHITE, dk1: BLACK }
const SYSTEM: Readonly<Record<string, string>> = { window: WHITE, windowText: BLACK }

export function themeColours(office: OfficePackage): ThemeColours {
  const part = office.related(office.main(), 'theme')
  const xml = part ? office.xml(part) : null
  const scheme = xml && elements(xml, 'a:clrScheme')[0]
  if (!scheme) return PLAIN
  const own = scheme.children.flatMap((child): [string, string][] => {
    if (!isElement(child as XmlNode)) return []
    const place = child as XmlElement
    const rgb = childOf(place, 'a:srgbClr')?.attribs['val']
    const system = childOf(place, 'a:sysClr')?.attribs
    const colour = rgb ?? SYSTEM[system?.['val'] ?? ''] ?? system?.['lastClr']
    return colour ? [[place.name.replace('a:', ''), colour.toUpperCase()]] : []
  })
  return { ...PLAIN, ...Object.fromEntries(own) }
}

/** From −1 (black) over 0 to 1 (white). */
export function tinted(colour: string, tint: number): string {
  if (colour === '?' || !Number.isFinite(tint) || tint === 0) return colour
  const changed = (colour.match(/[\dA-F]{2}/gi) ?? []).map((part) => {
    const value = Number.parseInt(part, 16)
    const mixed = tint < 0 ? value * (1 + Math.max(tint, -1)) : value + (255 - value) * Math.min(tint, 1)
    return Math.round(mixed).toString(16).padStart(2, '0')
  })
  return changed.join('').toUpperCase()
}

/** The palette of old workbooks, from its ninth place on; the first eight are repeated by it. */
const PALETTE = `000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080
  9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF
  00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696
  003366 339966 003300 333300 993300 993366 333399 333333`.split(/\s+/)

export function paletteColour(index: number, own: readonly string[]): string {
  return own[index] ?? PALETTE[index < 8 ? index : index - 8] ?? '?'
}
