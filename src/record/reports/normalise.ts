/** Text of foreign files made comparable: one width, one form of each character, no invisible marks, no page numbers. */

/** CJK radicals that Unicode gives no compatibility mapping, as PDFs made by browsers contain them. */
const RADICALS: Record<string, string> = {
  '⺁': '厂',
  '⺌': '小',
  '⺎': '兀',
  '⺓': '幺',
  '⺠': '民',
  '⺪': '疋',
  '⺮': '竹',
  '⺼': '肉',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
}

const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu

/**
 * Full width to half width, Kangxi radicals to characters, circled numerals in brackets, parenthesised ones to plain ones (NFKC), raised
 * and lowered ones behind `^`, invisible marks removed, line ends unified. Page breaks stay as `\f`.
 */
export function normalise(text: string): string {
  return (
    text
      .replace(INVISIBLE, '')
      // Made plain, the number of an item or of a footnote would run together with the count before it: 2062⑤, 12¹.
      .replace(/[①-⑳㉑-㉟㊱-㊿]/g, (circled) => `(${circled.normalize('NFKC')})`)
      .replace(/[⁰¹²³⁴-⁹₀-₉]+/g, (raised) => `^${raised}`)
      .normalize('NFKC')
      .replace(/[\u2e80-\u2eff]/g, (radical) => RADICALS[radical] ?? radical)
      .replace(/\r\n?/g, '\n')
      .replace(/[^\S\n\t\f]/g, ' ')
  )
}

const DASH = '[-—–―─－]'
const PAGE_LINE = new RegExp(
  `^[ \\t]*(?:${DASH}{1,2}[ \\t]*\\d{1,4}[ \\t]*${DASH}{1,2}|第[ \\t]*\\d{1,4}[ \\t]*页(?:[ \\t]*[,/]?[ \\t]*共[ \\t]*\\d{1,4}[ \\t]*页)?|\\d{1,4}[ \\t]*/[ \\t]*\\d{1,4})[ \\t]*$`,
  'gm',
)
const BARE_AT_BREAK = /(?:^|\n)[ \t]*(\d{1,4})[ \t]*(?=\s*\f)/g

/**
 * Removes lines that are page numbers: `-4-`, `第 4 页 共 9 页`, `4/9`; bare numbers at the foot of pages only where they count
 * the pages one by one, since the last cell of a table may stand there too.
 */
export function withoutPageNumbers(text: string): string {
  const bare = [...text.matchAll(BARE_AT_BREAK)].map((match) => Number(match[1]))
  const counting = bare.length > 1 && bare.every((number, index) => number === (bare[0] ?? 0) + index)
  const footless = counting ? text.replace(BARE_AT_BREAK, '\n') : text
  return footless.replace(PAGE_LINE, '').replace(/\f/g, '\n')
}

/** Only the Chinese characters, with the offset of each: headings and labels are found whatever blanks break them. */
export function condense(text: string): { characters: string; offsets: number[] } {
  let characters = ''
  const offsets: number[] = []
  for (const match of text.matchAll(/[\u3400-\u9fff]/g)) {
    characters += match[0]
    offsets.push(match.index)
  }
  return { characters, offsets }
}
