/** Shapes of the old kind (VML): what their styles say of their size and place. Measures are points. */
import { elementsUnder, isElement, type XmlElement, type XmlNode } from './xml.ts'

const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75, pc: 12, emu: 1 / 12_700 }
/** Units of a group that says nothing of them. */
const UNITS = 1000

export function styleOf({ attribs }: XmlElement): Map<string, string> {
  return new Map(
    (attribs['style'] ?? '').split(';').map((one) => {
      const [name = '', ...value] = one.split(':')
      return [name.trim().toLowerCase(), value.join(':').trim()]
    }),
  )
}

/** Undefined where it is no measure; a number alone counts dots of the screen. */
export function pointsOf(measure: string | undefined): number | undefined {
  const [, number, unit = 'px'] = /^(-?[\d.]+)\s*(pt|in|cm|mm|px|pc|emu)?$/i.exec(measure ?? '') ?? []
  return number === undefined ? undefined : Number(number) * (POINTS[unit.toLowerCase()] ?? 1)
}

/** Width and height; null where nothing is said. Inside a group they are shares of the group's. */
export function sidesOf(shape: XmlElement): [number | null, number | null] {
  const style = styleOf(shape)
  const group = shape.parent as XmlNode | null
  if (!group || !isElement(group) || group.name !== 'v:group')
    return [pointsOf(style.get('width')) ?? null, pointsOf(style.get('height')) ?? null]
  const whole = sidesOf(group)
  const units = (group.attribs['coordsize'] ?? '').split(',').map((one) => Number(one) || UNITS)
  const share = (name: string, at: 0 | 1) => {
    const [side, outer] = [Number.parseFloat(style.get(name) ?? ''), whole[at]]
    return Number.isNaN(side) || outer === null ? null : (side / (units[at] ?? UNITS)) * outer
  }
  return [share('width', 0), share('height', 1)]
}

/** What is drawn: not the kinds of shapes, which are only told of. */
export const OLD_SHAPE = /^v:(?!shapetype$|formulas$|path$|handles$)/
/** Points: no margin is wider, no page reaches so far from a group; a side that is no more than a line. */
const [MARGIN, FAR, HAIR] = [181, 1500, 1]
const TWIPS = 20

/** Hidden, without extent, beside the page. */
export function isHiddenOldShape(shape: XmlElement, page: { width: number; height: number }): boolean {
  const style = styleOf(shape)
  if (/^(?:hidden|collapse)/i.test(style.get('visibility') ?? '') || /^none/i.test(style.get('display') ?? '')) return true
  if (/^all/i.test(style.get('mso-hide') ?? '')) return true
  const sides = sidesOf(shape)
  const thin = sides.filter((side) => side !== null && side < HAIR).length
  const holdsText = elementsUnder(shape, ({ name }) => name === 'w:txbxContent' || name === 'v:textpath').length > 0
  // A line has no height, and is seen.
  if (thin === 2 || (thin > 0 && holdsText)) return true
  return isBeside(shape, style, sides, page)
}

function isBeside(
  shape: XmlElement,
  style: ReadonlyMap<string, string>,
  sides: readonly (number | null)[],
  page: { width: number; height: number },
): boolean {
  const group = shape.parent as XmlNode | null
  const inGroup = group !== null && isElement(group) && group.name === 'v:group'
  return (
    [
      ['left', 'horizontal', page.width],
      ['top', 'vertical', page.height],
    ] as const
  ).some(([edge, axis, side], index) => {
    if (inGroup) {
      const [units, from] = ['coordsize', 'coordorigin'].map((name) => Number((group.attribs[name] ?? '').split(',')[index]) || 0)
      const share = (Number.parseFloat(style.get(edge) ?? '0') - (from ?? 0)) / (units || UNITS)
      return Math.abs(share * (sidesOf(group)[index] ?? 0)) > FAR
    }
    if (!/^(?:absolute)?$/i.test(style.get(`mso-position-${axis}`) ?? '')) return false
    const at = (pointsOf(style.get(`margin-${edge}`)) ?? 0) + (pointsOf(style.get(edge)) ?? 0)
    const isOfPage = /^page/i.test(style.get(`mso-position-${axis}-relative`) ?? '')
    return at > side / TWIPS || at + (sides[index] ?? 0) < (isOfPage ? 0 : -MARGIN)
  })
}
