/** Takes personal data out of a text that is spread over several elements, as Word and rich cells do. */
import { BLANKED, findPersonalData, type PersonalKind } from '../../record/outgoing/personal-data.ts'
import { setText, textOf, type Xml, type XmlElement } from './xml.ts'

/** The first element that holds a letter of the number gets the blanks, the others lose theirs. */
export function blankIn(xml: Xml, pieces: readonly XmlElement[], kinds: readonly PersonalKind[]): void {
  const texts = pieces.map(textOf)
  const spans = findPersonalData(texts.join('')).filter(({ kind }) => kinds.includes(kind))
  if (spans.length === 0) return
  let start = 0
  texts.forEach((text, index) => {
    const end = start + text.length
    let left = text
    for (const { at, length } of spans.toReversed()) {
      const [from, to] = [Math.max(at, start), Math.min(at + length, end)]
      if (from >= to) continue
      left = left.slice(0, from - start) + (at >= start ? BLANKED : '') + left.slice(to - start)
    }
    const piece = pieces[index]
    if (piece && left !== text) setText(xml, piece, left)
    start = end
  })
}
