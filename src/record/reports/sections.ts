/** Where the parts of a report stand in its text, whatever blanks and line ends break its headings. */
import { condense } from './normalise.ts'

export interface Sections {
  /** Before section 一: title, preamble. */
  opening: string
  overall: string
  disclosed: string
  /** Section 三 before its table. */
  requestsIntro: string
  /** From 本年新收 to the end of table 三; empty where there is none. */
  requestsTable: string
  /** From the heading of section 三 to its first row: the headings of the columns. */
  requestsHeader: string
  disputes: string
  problems: string
  other: string
  /** How many tables 三 the text holds. */
  copies: number
}

const FIRST_ROW = '本年新收政府信息公开申请数量'
const HEADED_FIRST_ROW = /(?:勾稽关系|申请人情况)[^]{0,120}?(本年度?新收[^]{0,10}?申请)/g

function lastMatch(text: string, pattern: RegExp, from: number, before: number): number {
  let found = -1
  for (const match of text.slice(from, before).matchAll(pattern)) found = from + match.index
  return found
}

function firstMatch(text: string, pattern: RegExp, from: number): number {
  const index = text.slice(from).search(pattern)
  return index < 0 ? -1 : from + index
}

/** Positions of 一、本年新收… */
function firstRows(characters: string): number[] {
  const exact = [...characters.matchAll(new RegExp(FIRST_ROW, 'g'))].map(({ index }) => index)
  if (exact.length > 0) return exact
  return [...characters.matchAll(HEADED_FIRST_ROW)].map((match) => match.index + match[0].length - (match[1]?.length ?? 0))
}

/** Splits normalised text at its headings. Headings of a table of contents are passed over: the last ones before the tables count. */
export function splitSections(text: string): Sections {
  const { characters, offsets } = condense(text)
  const rows = firstRows(characters)
  const anchor = rows[0] ?? -1
  const end = characters.length
  const tableOr = anchor < 0 ? end : anchor
  const third = lastMatch(characters, /收到和处理政府信息公开申请/g, 0, tableOr)
  const second = lastMatch(characters, /二(?:部分)?主动公开政府信息/g, 0, third < 0 ? tableOr : third)
  const first = lastMatch(characters, /一总体情况/g, 0, second < 0 ? (third < 0 ? tableOr : third) : second)
  const afterTable = anchor < 0 ? Math.max(third, 0) : anchor + FIRST_ROW.length
  const fourth = disputesStart(characters, afterTable)
  const fifth = firstMatch(characters, /五?(?:政府信息公开工作)?存在的?(?:主要)?问题/, fourth < 0 ? afterTable : fourth)
  const sixth = firstMatch(characters, /六?其他需要(?:报告|说明)/, fifth < 0 ? (fourth < 0 ? afterTable : fourth) : fifth)
  const cut = (from: number, ...to: number[]): string => {
    if (from < 0) return ''
    const until = to.find((at) => at > from) ?? end
    return text.slice(offsets[from] ?? text.length, offsets[until] ?? text.length)
  }
  const note = third < 0 ? -1 : firstMatch(characters.slice(0, tableOr), /本列数据|勾稽关系|申请人情况/, third)
  const start = first >= 0 ? first : 0
  return {
    opening: cut(0, first, second, third, anchor),
    overall: cut(start, second, third, anchor),
    disclosed: second < 0 ? cut(firstMatch(characters, /第二十条第一项|信息内容/, 0), third, anchor) : cut(second, third, anchor),
    requestsIntro: third < 0 ? '' : cut(third, note, anchor, fourth, fifth),
    requestsTable: cut(startWithNumber(characters, anchor), fourth, fifth, sixth),
    requestsHeader: cut(third < 0 ? note : third, anchor),
    disputes: cut(fourth, fifth, sixth),
    problems: cut(fifth, sixth),
    other: cut(sixth),
    copies: rows.filter((row, index) => characters.slice(row, rows[index + 1] ?? end).includes('结转下年度')).length,
  }
}

/** The 一 of 一、本年新收 belongs to the row. */
function startWithNumber(characters: string, anchor: number): number {
  return anchor > 0 && characters[anchor - 1] === '一' ? anchor - 1 : anchor
}

function disputesStart(characters: string, from: number): number {
  const heading = firstMatch(characters, /四(?:因)?政府信息公开(?:工作)?(?:被申请|被提起|引起的?)?(?:的)?行政复议/, from)
  if (heading >= 0) return heading
  const after = firstMatch(characters, /结转下年度/, from)
  return after < 0 ? -1 : firstMatch(characters, /政府信息公开[^]{0,8}行政复议|行政复议行政诉讼/, after)
}
