/** Drawings of a Word file that no page shows: hidden, without extent, beside the page. */
import { isHiddenOldShape, OLD_SHAPE } from './docx-old-shapes.ts'
import { childOf, elementsUnder, isElement, isOn, textOf, type XmlElement, type XmlNode } from './xml.ts'

/** English metric units in a twip; a point. Units, and thousandths of a hundredth, that lead off every page. */
const [TWIP, HAIR, FAR, FAR_SHARE] = [635, 12_700, 25_000_000, 150_000]
/** No margin is wider. */
const MARGIN = 2_300_000

export function isHiddenDrawing(drawing: XmlElement, page: { width: number; height: number }): boolean {
  const own = (wanted: (element: XmlElement) => boolean) => elementsUnder(drawing, wanted)
  if (own(({ name, attribs }) => /^wp:(?:docPr|anchor|inline)$/.test(name) && isOn(attribs['hidden'] ?? '0')).length > 0)
    return true
  const old = drawing.children.filter(
    (child): child is XmlElement => isElement(child as XmlNode) && OLD_SHAPE.test((child as XmlElement).name),
  )
  if (old.length > 0 && old.every((shape) => isHiddenOldShape(shape, page))) return true
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
  return isOn(named?.attribs['hidden'] ?? '0') || isFarFromGroup(shape)
}

function isFarFromGroup(shape: XmlElement): boolean {
  const group = shape.parent as XmlNode | null
  if (!group || !isElement(group)) return false
  const properties = ['wps:spPr', 'pic:spPr', 'wpg:grpSpPr'].map((name) => childOf(shape, name)).find(Boolean)
  const [own, around] = [properties, childOf(group, 'wpg:grpSpPr')].map((one) => one && childOf(one, 'a:xfrm'))
  const [off, from] = [own && childOf(own, 'a:off')?.attribs, around && childOf(around, 'a:chOff')?.attribs]
  if (!around || !off) return false
  const [across, down] = scaleOf(shape)
  const [x, y] = ['x', 'y'].map((axis) => Number(off[axis] ?? 0) - Number(from?.[axis] ?? 0))
  return Math.abs((x ?? 0) * across) > FAR || Math.abs((y ?? 0) * down) > FAR
}

/** How much larger or smaller than drawn the groups around it make a shape. */
export function scaleOf(shape: XmlElement): [number, number] {
  let [across, down] = [1, 1]
  for (let at = shape.parent as XmlNode | null; at && isElement(at); at = at.parent as XmlNode | null) {
    const form = childOf(childOf(at, 'wpg:grpSpPr') ?? at, 'a:xfrm')
    const [outer, inner] = ['a:ext', 'a:chExt'].map((name) => form && childOf(form, name)?.attribs)
    if (!outer || !inner) continue
    across *= Number(outer['cx'] ?? 1) / (Number(inner['cx'] ?? 0) || Number(outer['cx'] ?? 1))
    down *= Number(outer['cy'] ?? 1) / (Number(inner['cy'] ?? 0) || Number(outer['cy'] ?? 1))
  }
  return [across, down]
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
