/** Drawings of a Word file that no page shows: hidden, without extent, beside the page. */
import { childOf, elementsUnder, isOn, textOf, type XmlElement } from './xml.ts'

/** English metric units in a twip; a point. Units, and thousandths of a hundredth, that lead off every page. */
const [TWIP, HAIR, FAR, FAR_SHARE] = [635, 12_700, 25_000_000, 150_000]
/** No margin is wider. Points that lead off every page. */
const [MARGIN, FAR_POINTS] = [2_300_000, 1_500]

export function isHiddenDrawing(drawing: XmlElement, page: { width: number; height: number }): boolean {
  const own = (wanted: (element: XmlElement) => boolean) => elementsUnder(drawing, wanted)
  if (own(({ name, attribs }) => /^wp:(?:docPr|anchor|inline)$/.test(name) && isOn(attribs['hidden'] ?? '0')).length > 0)
    return true
  if (own(({ name, attribs }) => name.startsWith('v:') && isHiddenStyle(attribs['style'] ?? '')).length > 0) return true
  const extents = own(({ name }) => name === 'wp:extent').map(({ attribs }) => [
    Number(attribs['cx'] ?? HAIR),
    Number(attribs['cy'] ?? HAIR),
  ])
  const holdsText = own(({ name }) => name === 'w:txbxContent').length > 0
  if (extents.some((sides) => sides.every((side) => side < HAIR) || (holdsText && sides.some((side) => side < HAIR)))) return true
  return own(({ name }) => name === 'wp:anchor').some((anchor) => isBesidePage(anchor, page))
}

/** One of several shapes. */
export function isHiddenShape(shape: XmlElement): boolean {
  const named =
    childOf(shape, 'wps:cNvPr') ?? childOf(shape, 'wpg:cNvPr') ?? childOf(childOf(shape, 'pic:nvPicPr') ?? shape, 'pic:cNvPr')
  return isOn(named?.attribs['hidden'] ?? '0')
}

function isBesidePage(anchor: XmlElement, page: { width: number; height: number }): boolean {
  const extent = childOf(anchor, 'wp:extent')?.attribs
  if (isOn(anchor.attribs['simplePos'] ?? '0')) {
    const point = childOf(anchor, 'wp:simplePos')?.attribs
    return (
      isBeyond(Number(point?.['x'] ?? 0), page.width, 0, 'page') || isBeyond(Number(point?.['y'] ?? 0), page.height, 0, 'page')
    )
  }
  return (
    [
      ['wp:positionH', page.width, Number(extent?.['cx'] ?? 0)],
      ['wp:positionV', page.height, Number(extent?.['cy'] ?? 0)],
    ] as const
  ).some(([name, side, size]) => {
    const position = childOf(anchor, name)
    if (!position) return false
    const shares = elementsUnder(position, (one) => /^wp14:pctPos[HV]Offset$/.test(one.name)).map((one) => Number(textOf(one)))
    if (shares.some((share) => Math.abs(share) > FAR_SHARE)) return true
    const offset = childOf(position, 'wp:posOffset')
    return offset !== undefined && isBeyond(Number(textOf(offset)), side, size, position.attribs['relativeFrom'] ?? '')
  })
}

function isBeyond(at: number, side: number, size: number, from: string): boolean {
  return at > side * TWIP || at + size < (from === 'page' ? 0 : -MARGIN) || Math.abs(at) > FAR
}

/** Of a shape of the old kind. */
function isHiddenStyle(style: string): boolean {
  if (/visibility:\s*hidden|display:\s*none/i.test(style)) return true
  if (/(?:^|;)\s*(?:width|height):\s*0(?:pt|in|cm|mm|px)?\s*(?:;|$)/i.test(style) && !/line/i.test(style)) return true
  const places = [...style.matchAll(/(?:^|;)\s*(?:margin-)?(?:left|top):\s*(-?[\d.]+)(pt|in|cm|mm|px)?/gi)]
  return places.some(([, number, unit]) => unit !== undefined && Math.abs(Number(number)) * (POINTS[unit] ?? 1) > FAR_POINTS)
}

const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.3, mm: 2.83, px: 0.75 }
