/**
 * How deep the elements of an XML part lie in each other, and how many there are, told from its letters in one pass: libraries that
 * build the tree take the square of the depth for it, and the walks over it call themselves once for each level.
 */
import { Unreadable } from './outcome.ts'

/** Of an Office file: elements in all, and how deep they lie in each other. */
export const XML_BOUNDS = { elements: 1_000_000, depth: 256 } as const

/** As the standard has it, every value in quotes: what is written otherwise is read otherwise by each program. */
const TAG = /<(\/?)[^\s"'<>=/?!]+(?:\s+[^\s"'<>=/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y
const QUOTED = '<![CDATA['
/** Comments, quoted texts, instructions to programs, and what ends each. */
const ASIDES = [
  ['<!--', '-->'],
  [QUOTED, ']]>'],
  ['<?', '?>'],
] as const

/** How many elements; throws {@link Unreadable} where there are more than `most`, they lie too deep, or the text is no XML. */
export function checkMarkup(text: string, most: number): number {
  let [depth, count] = [0, 0]
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const aside = ASIDES.find(([begin]) => text.startsWith(begin, at))
    if (aside) {
      const end = text.indexOf(aside[1], at + aside[0].length)
      // Programs differ in where remarks and instructions end: markup inside them may be markup to one of them.
      if (end === -1 || (aside[0] !== QUOTED && /[<>]/.test(text.slice(at + aside[0].length, end)))) throw damaged()
      at = end + aside[1].length
      continue
    }
    TAG.lastIndex = at
    const tag = TAG.exec(text)
    if (!tag) throw damaged()
    at = TAG.lastIndex
    if (tag[1]) depth -= 1
    else if (++count > most)
      throw new Unreadable(
        `文件的内容过多（超过 ${XML_BOUNDS.elements / 10_000} 万项），不能逐项检查；请分成几个文件，或者另存为 PDF 后再上传`,
      )
    else if (!tag[2] && ++depth > XML_BOUNDS.depth)
      throw new Unreadable(
        `文件的内容一层套一层，超过 ${XML_BOUNDS.depth} 层（如表格里套表格、文本框里套文本框），不能逐项检查；请在原软件中拆开，或者另存为 PDF 后再上传`,
      )
  }
  return count
}

function damaged(): Unreadable {
  return new Unreadable('文件已损坏，不能逐项检查；请在原软件中另存一次再上传')
}
