/** The labels of a form in the shape in which text is searched for them. */
import type { ReportForm, RequestRowForm } from '../../law/reports/formats/index.ts'
import { condense } from './normalise.ts'
import { itemMark } from './stream.ts'

/**
 * A row's label with its number as a {@link Stream} shows both: 一本年新收… · ①属于国家秘密. What stands in brackets is left
 * out where the text leaves it out.
 */
export function streamLabel({ number, label }: RequestRowForm, text: string): string {
  const item = /^(\d)\./.exec(number)
  const [, core = label, within = ''] = /^([^（]*)(（.*）)?$/.exec(label) ?? []
  const whole = text.includes(condense(within).characters.slice(0, 4)) ? label : core
  return (item ? itemMark(Number(item[1])) : condense(number).characters) + condense(whole).characters
}

/** For text such as `2其他法律`: the item number a label beginning like this has in the form. */
export function itemNumberOf(form: ReportForm): (following: string) => number | null {
  const starts = form.requests.rows.flatMap(({ number, label }) => {
    const item = /^(\d)\./.exec(number)
    return item ? [{ item: Number(item[1]), start: condense(label).characters.slice(0, 6) }] : []
  })
  return (following) => {
    const text = condense(following).characters
    if (!/^ ?["“‘]?[\u3400-\u9fff]/.test(following)) return null
    return starts.find(({ start }) => text.startsWith(start))?.item ?? null
  }
}

/** Length of the longest common subsequence of two short texts. */
function common(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, () => 0)
  for (const character of a) {
    const now = [0]
    for (let j = 1; j <= b.length; j++)
      now.push(character === b[j - 1] ? (before[j - 1] ?? 0) + 1 : Math.max(before[j] ?? 0, now[j - 1] ?? 0))
    before = now
  }
  return before[b.length] ?? 0
}

/** A label left shorter (本年新收申请数量) begins alike, has this many characters at least, and this share of the form's. */
const SHORTENED = { start: 4, fewest: 6, share: 0.35 }

/** How alike a cell's text and a label are, 0…1. Short labels must be equal: 予以公开 is not 不予公开. */
export function likeness(cell: string, label: string): number {
  if (cell === label) return 1
  if (label.length <= 6 || cell.length < 4 || cell.length > label.length * 3) return 0
  const shared = common(cell, label)
  if (cell.includes(label)) return 0.95
  const shortened =
    shared === cell.length &&
    cell.slice(0, SHORTENED.start) === label.slice(0, SHORTENED.start) &&
    cell.length >= Math.max(SHORTENED.fewest, label.length * SHORTENED.share)
  return Math.max(shortened ? 0.8 : 0, (2 * shared) / (cell.length + label.length))
}

/** A cell's Chinese characters without a leading section number (一、 · （三）). */
export function labelText(cell: string): string {
  return condense(cell.replace(/^\s*(?:\(\s*[一二三四五六七八九十]+\s*\)|[一二三四五六七八九十]+\s*[、.,]|\d+\s*[、.,]?)\s*/, ''))
    .characters
}
