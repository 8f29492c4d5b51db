/** Text below the lower edge of a row or a text box that may not grow: it is in the file, and no page shows it. */
import type { Looks } from './docx-styles.ts'
import { childOf, childrenOf, elements, elementsUnder, type Xml, type XmlElement } from './xml.ts'

/** Half points of letters of which nothing is said; English metric units in a twip. */
const [USUAL, TWIP] = [21, 635]

export function clippedRuns(xml: Xml, looksOf: (run: XmlElement) => Looks): Set<XmlElement> {
  const clipped = new Set<XmlElement>()
  for (const row of elements(xml, 'w:tr')) {
    const height = exactHeight(row)
    if (height === null) continue
    for (const cell of childrenOf(row, 'w:tc')) for (const run of runsBelow(cell, height, looksOf)) clipped.add(run)
  }
  for (const drawing of elements(xml, 'w:drawing'))
    for (const shape of elementsUnder(drawing, ({ name }) => name === 'wps:wsp')) {
      const height = boxHeight(drawing, shape)
      const content = elementsUnder(shape, ({ name }) => name === 'w:txbxContent')[0]
      if (content && height !== null) for (const run of runsBelow(content, height, looksOf)) clipped.add(run)
    }
  return clipped
}

function exactHeight(row: XmlElement): number | null {
  const height = childOf(childOf(row, 'w:trPr') ?? row, 'w:trHeight')?.attribs
  return height?.['w:hRule'] === 'exact' ? Number(height['w:val'] ?? 0) : null
}

/** Null where the box grows with its text, or its text is made smaller. */
function boxHeight(drawing: XmlElement, shape: XmlElement): number | null {
  const body = childOf(shape, 'wps:bodyPr')
  if (body && (childOf(body, 'a:spAutoFit') ?? childOf(body, 'a:normAutofit'))) return null
  if (body && /vert/i.test(body.attribs['vert'] ?? '') && !/horz/i.test(body.attribs['vert'] ?? '')) return null
  const own = elementsUnder(shape, ({ name }) => name === 'a:ext').find(({ attribs }) => attribs['cy'] !== undefined)
  const whole = elementsUnder(drawing, ({ name }) => name === 'wp:extent')[0]
  const height = Number((own ?? whole)?.attribs['cy'] ?? 0)
  return height > 0 ? height / TWIP : null
}

/** Of the paragraphs that begin below the edge, even with lines as close as letters are high. */
function runsBelow(box: XmlElement, height: number, looksOf: (run: XmlElement) => Looks): XmlElement[] {
  let top = 0
  return childrenOf(box, 'w:p').flatMap((paragraph) => {
    const runs = elementsUnder(paragraph, ({ name }) => name === 'w:r')
    const isBelow = top >= height
    const { size = USUAL, line } = runs[0] ? looksOf(runs[0]) : {}
    top += Math.min(line ?? size * 10, size * 10)
    return isBelow ? runs : []
  })
}
