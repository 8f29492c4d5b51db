/**
 * Whether the headings over a table stand in the order of the form. Layouts break headings into pieces, and what is not there is
 * not judged; but where whole headings stand in another order, no number may be taken by its place.
 */
import { FORM_2021, type ReportForm } from '../../law/reports/formats/index.ts'
import { condense } from './normalise.ts'

/** A heading's characters; 合计 is 总计. */
export function headingOf(text: string): string {
  return condense(text).characters.replaceAll('合计', '总计')
}

/** Where each word first stands; those that are missing are left out. */
function places(headings: string, words: readonly string[]): number[] {
  return words.map((word) => headings.indexOf(word)).filter((at) => at >= 0)
}

function ascending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? -1))
}

/** Of one row of headings. */
export function columnsInOrder(headings: string, columns: readonly string[]): boolean {
  return ascending(places(headingOf(headings), columns.map(headingOf)))
}

/** Of table 三: 总计 stands over two rows and so may come before the organisations, never before 自然人. */
export function requestsInOrder(headings: string, form: ReportForm): boolean {
  const all = headingOf(headings)
  // Words about the table may stand above it.
  const characters = all.slice(Math.max(0, all.search(/本列数据|申请人情况/))).replaceAll(form.requests.organisationHeading, '')
  const columns = form.requests.columns.map(({ label }) => headingOf(label))
  const [total = '', first = ''] = [columns.at(-1), columns[0]]
  return ascending(places(characters, columns.slice(0, -1))) && ascending(places(characters, [first, total]))
}

/** Of table 四: 行政复议 before 行政诉讼, and within each group the results in their order. */
export function disputesInOrder(headings: string): boolean {
  // The heading of the section names both in their order, whatever the table does.
  const characters = headingOf(headings).replace(/行政复议(?:和)?行政诉讼(?:的)?情况/, '')
  const { groups, columns } = FORM_2021.disputes
  const results = columns.map(({ label }) => label)
  const [reconsideration = '', direct = '', after = ''] = groups.map(({ label }) => label)
  const found = [...characters.matchAll(new RegExp(results.join('|'), 'g'))].map(([word]) => results.indexOf(word))
  const whole = results.every((_, result) => found.filter((one) => one === result).length === found.length / results.length)
  return (
    ascending(places(characters, [reconsideration, '行政诉讼'])) &&
    ascending(places(characters, [reconsideration, direct, after])) &&
    ascending(places(characters, ['维持', '纠正'])) &&
    (!whole || isRepeated(found, results.length))
  )
}

/** 0 1 2 3 4 0 1 2 3 4 … by rows of headings; 0 0 0 1 1 1 … where results are rows. */
function isRepeated(found: readonly number[], size: number): boolean {
  const each = found.length / size
  return found.every((one, index) => one === index % size) || found.every((one, index) => one === Math.floor(index / each))
}
