/** A statute's words as articles, paragraphs and items. */
import { chineseNumeral } from '../cite.ts'

export interface Article {
  readonly number: number
  /** One line a paragraph or an item, the article's own head left off. */
  readonly lines: readonly string[]
}

const DIGITS = '零一二三四五六七八九'
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** 第三十六条's 三十六 as 36; digits may also be written as such. Null where it is no number. */
export function numberOf(numeral: string): number | null {
  const half = numeral.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  if (/^\d+$/.test(half)) return Number(half)
  let total = 0
  let digit = 0
  for (const letter of half) {
    const unit = UNITS[letter]
    if (unit !== undefined) {
      total += (digit || 1) * unit
      digit = 0
      continue
    }
    const value = letter === '〇' ? 0 : DIGITS.indexOf(letter)
    if (value < 0) return null
    digit = value
  }
  return half === '' ? null : total + digit
}

/** Splits a statute at its 第…条. */
export function articlesOf(text: string): Article[] {
  const articles: { number: number; lines: string[] }[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const head = /^第([零一二三四五六七八九十百千]+)条[\s　]*(.*)$/.exec(line)
    const number = head ? numberOf(head[1] ?? '') : null
    if (head && number !== null) articles.push({ number, lines: [head[2] ?? ''] })
    else articles.at(-1)?.lines.push(line)
  }
  return articles
}

const ITEM = /^（[一二三四五六七八九十]+）/

/** How many items each paragraph of an article has. */
export function paragraphsOf(article: Article): number[] {
  const items: number[] = []
  for (const line of article.lines) {
    if (!ITEM.test(line)) items.push(0)
    else items[items.length - 1] = (items.at(-1) ?? 0) + 1
  }
  return items
}

/** 第…条 as a heading. */
export function articleHeading(number: number): string {
  return number <= 199 ? `第${chineseNumeral(number)}条` : `第${number}条`
}
