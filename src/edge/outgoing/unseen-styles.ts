/** Cell styles that show nothing: the number format ;;; and white letters on no ground. */
import type { OfficePackage } from './package.ts'
import { childOf, childrenOf, elements } from './xml.ts'

export function unseenStyles(office: OfficePackage): Set<number> {
  const styles = office.xml('xl/styles.xml')
  if (!styles) return new Set()
  const empty = new Set(
    elements(styles, 'numFmt')
      .filter(({ attribs }) => /^;{2,3}(?:@{0})$/.test(attribs['formatCode'] ?? ''))
      .map(({ attribs }) => attribs['numFmtId']),
  )
  const fonts = elements(styles, 'fonts')[0]
  const fills = elements(styles, 'fills')[0]
  const white = new Set(
    (fonts ? childrenOf(fonts, 'font') : []).flatMap((font, index) => {
      const colour = childOf(font, 'color')?.attribs
      const size = Number(childOf(font, 'sz')?.attribs['val'] ?? 11)
      const isWhite = /^(?:FF)?FFFFFF$/i.test(colour?.['rgb'] ?? '') || (colour?.['theme'] === '0' && !colour['tint'])
      return isWhite || size < 2 ? [String(index)] : []
    }),
  )
  const plain = new Set(
    (fills ? childrenOf(fills, 'fill') : []).flatMap((fill, index) => {
      const pattern = childOf(fill, 'patternFill')
      const front = pattern && childOf(pattern, 'fgColor')?.attribs['rgb']
      const isPlain =
        pattern && (['none', undefined].includes(pattern.attribs['patternType']) || /^(?:FF)?FFFFFF$/i.test(front ?? ''))
      return isPlain ? [String(index)] : []
    }),
  )
  const formats = elements(styles, 'cellXfs')[0]
  return new Set(
    (formats ? childrenOf(formats, 'xf') : []).flatMap(({ attribs }, index) => {
      const unseen = empty.has(attribs['numFmtId']) || (white.has(attribs['fontId'] ?? '') && plain.has(attribs['fillId'] ?? '0'))
      return unseen ? [index] : []
    }),
  )
}
