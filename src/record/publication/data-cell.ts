/** One cell of a 数据表: what was typed or pasted, in its one writing; or what is wrong with it and what to write instead. */
import { isLocalDate } from '../../law/date.ts'
import type { DataColumn } from '../../law/publication/data-sets.ts'
import { halfWidth } from '../people/requester.ts'

export interface CellFault {
  say: string
  then: string
}

export interface ReadDataCell {
  /** As it is kept and shown; what cannot be read stays as it was typed. */
  text: string
  fault: CellFault | null
}

/** Sets a cell that looks like a formula apart in a file of CSV: taken off when it comes back. */
const APART = /^'(?=[=+\-@＝＋－＠])/
/** Characters that no line of a table shows. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu

const PHONE = /^(?:0\d{2,3}-?)?\d{7,8}(?:-\d{1,6})?$|^400-?\d{3}-?\d{4}$|^12\d{3}$|^1237\d$/
const MOBILE = /^(?:\+?86-?)?1[3-9]\d{9}$/
const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u
const YES = new Set(['是', '有', '可以', '√', '✓', '能', 'true', 'TRUE'])
const NO = new Set(['否', '无', '没有', '不可以', '×', '不能', 'false', 'FALSE'])
const BETWEEN_PLACES = /[、，,;；\s]+/u

export function oneLineOf(written: string): string {
  return written
    .replace(UNSEEN, ' ')
    .replace(/[ \u00a0\u3000]+/g, ' ')
    .trim()
    .replace(APART, '')
}

/** Places one after the other, each once. */
export function placesIn(text: string): string[] {
  return [...new Set(text.split(BETWEEN_PLACES).filter(Boolean))]
}

const wrong = (text: string, say: string, then: string): ReadDataCell => ({ text, fault: { say, then } })
const right = (text: string): ReadDataCell => ({ text, fault: null })

export function readCell(column: DataColumn, written: string): ReadDataCell {
  const text = oneLineOf(written)
  if (text === '') return column.required ? wrong('', '没有填写。', `请填写${column.zh}。`) : right('')
  return READERS[column.kind](text, column)
}

const READERS: Readonly<Record<DataColumn['kind'], (text: string, column: DataColumn) => ReadDataCell>> = {
  text: right,
  places: (text) => right(placesIn(text).join('、')),
  count: (text, { unit }) => {
    const digits = numeral(text, unit)
    return /^\d{1,9}$/.test(digits) ? right(String(Number(digits))) : wrong(text, '不是整数。', '只填数字，如 45。')
  },
  yuan: (text, { unit }) => {
    const digits = numeral(text, unit)
    if (!/^\d{1,12}(?:\.\d{1,2})?$/.test(digits))
      return wrong(text, '不是金额。', '以元为单位只填数字，最多两位小数，如 1200 或者 62.5。')
    return right(digits.replace(/^0+(?=\d)/, '').replace(/\.0{1,2}$/, ''))
  },
  day: (text) => {
    const [, year = '', month = '', day = ''] = DAY.exec(halfWidth(text)) ?? []
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isLocalDate(written) ? right(written) : wrong(text, '不是日期。', '请写成 2026-07-01 的样子。')
  },
  phone: (text) => {
    const digits = halfWidth(text)
      .replace(/\s/g, '')
      .replace(/[()—–－]/g, '-')
      .replace(/^-|-(?=-)/g, '')
    if (MOBILE.test(digits)) return wrong(text, '这是手机号码。', '请填写单位的固定电话；个人的手机号码不公开。')
    return PHONE.test(digits) ? right(digits) : wrong(text, '不是单位电话。', '请写成 0971-8123456 的样子，一格只写一个。')
  },
  yesNo: (text) => {
    if (YES.has(text)) return right('是')
    return NO.has(text) ? right('否') : wrong(text, '不是“是”或者“否”。', '请填“是”或者“否”。')
  },
  choice: (text, { options = [] }) => {
    const bare = text.replace(/\s/g, '')
    return options.includes(bare) ? right(bare) : wrong(text, '不在可选的范围内。', `请填其中之一：${options.join('、')}。`)
  },
}

/** Without what people write around a number: its unit, the sign of money, marks of thousands. */
function numeral(text: string, unit = ''): string {
  const narrow = halfWidth(text).replace(/[\s¥￥]/g, '')
  const bare = unit && narrow.endsWith(unit) ? narrow.slice(0, -unit.length) : narrow
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare
}
