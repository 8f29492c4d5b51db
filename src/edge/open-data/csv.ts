/**
 * CSV as Excel opens it by a double click: UTF-8 with its mark, CRLF, and no text that a spreadsheet would take for a formula.
 * Numbers are written as numbers, a blank as nothing.
 */
export type CsvValue = string | number | null

/** Excel takes a file without it for GBK. */
export const BYTE_ORDER_MARK = '\ufeff'

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/
/** First characters that begin a formula in one spreadsheet or another; an apostrophe before them makes text of it. */
const ACTS = /^[=+\-@\t\r\n＝＋－＠]/

function field(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const inert = ACTS.test(value) && !NUMBER.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(field).join(',')}\r\n`
}
