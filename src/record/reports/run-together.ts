/**
 * Cells that ran together: `801000081` is 80 1 0 0 0 0 81, because 总计 is the sum of the others and no number has leading
 * zeros. Blanks that are left are borders between cells; a number never crosses one.
 */
import type { ReportForm } from '../../law/reports/formats/index.ts'
import { leafRows } from '../../law/reports/algebra.ts'
import type { RequestRow } from '../../law/reports/model.ts'

/** More digits than any real row has; beyond it nothing is tried. */
const MAX_DIGITS = 60
const MAX_LENGTH = 9
const MAX_READINGS = 200
const MAX_STATES = 100_000

interface Digits {
  text: string
  /** Offsets where a new cell must begin. */
  borders: Set<number>
}

function joined(tokens: readonly string[]): Digits {
  const borders = new Set<number>()
  let text = ''
  for (const token of tokens) {
    borders.add(text.length)
    text += token
  }
  return { text, borders }
}

/** Ends of the numbers that may begin at `start`: no leading zeros, no border inside. */
function* ends({ text, borders }: Digits, start: number): Generator<number> {
  for (let end = start + 1; end <= text.length && end - start <= MAX_LENGTH; end++) {
    yield end
    if (text[start] === '0' || borders.has(end)) return
  }
}

/** Every way to read `size` cells from `start` on whose last is the sum of the others. */
function* summed(
  digits: Digits,
  start: number,
  size: number,
  before: number[] = [],
  total = 0,
): Generator<{ cells: number[]; end: number }> {
  if (before.length === size - 1) {
    const written = String(total)
    const end = start + written.length
    if (!digits.text.startsWith(written, start)) return
    for (const possible of ends(digits, start)) if (possible === end) yield { cells: [...before, total], end }
    return
  }
  const left = digits.text.length - start
  // The total has at most the digits that the cells before it leave over.
  if (String(total).length > left - (size - 1 - before.length)) return
  for (const end of ends(digits, start)) {
    const value = Number(digits.text.slice(start, end))
    yield* summed(digits, end, size, [...before, value], total + value)
  }
}

/** Readings of a row of groups, each ending with its sum (X3: one group of seven; X5: three of five). */
export function readSummed(tokens: readonly string[], groups: readonly number[]): number[][] {
  const digits = joined(tokens)
  if (digits.text.length > MAX_DIGITS) return []
  let partial: { cells: number[]; end: number }[] = [{ cells: [], end: 0 }]
  for (const size of groups) {
    const next: typeof partial = []
    for (const { cells, end } of partial) {
      for (const reading of summed(digits, end, size)) {
        next.push({ cells: [...cells, ...reading.cells], end: reading.end })
        if (next.length > MAX_STATES) return []
      }
    }
    partial = next
  }
  return partial
    .filter(({ end }) => end === digits.text.length)
    .slice(0, MAX_READINGS)
    .map(({ cells }) => cells)
}

/** Readings of `size` cells that no relation ties together; stops after two, since then nothing is sure. */
export function readFree(tokens: readonly string[], size: number): number[][] {
  const digits = joined(tokens)
  const found: number[][] = []
  const walk = (start: number, cells: number[]): void => {
    if (found.length > 1 || digits.text.length - start < size - cells.length) return
    if (cells.length === size) {
      if (start === digits.text.length) found.push(cells)
      return
    }
    for (const end of ends(digits, start)) walk(end, [...cells, Number(digits.text.slice(start, end))])
  }
  if (digits.text.length <= MAX_DIGITS) walk(0, [])
  return found
}

type Settled = ReadonlyMap<RequestRow, readonly number[]>
type Open = ReadonlyMap<RequestRow, readonly (readonly number[])[]>

function plus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, index) => value + (b[index] ?? 0))
}

/**
 * The one choice among the readings of the open rows that meets X1 and X2 in all columns, or null when none or several do,
 * or when a row that the relations need is not read at all. Settled rows are never changed.
 */
export function settleByColumns(form: ReportForm, settled: Settled, open: Open): Map<RequestRow, number[]> | null {
  const options = (row: RequestRow): readonly (readonly number[])[] => {
    const fixed = settled.get(row)
    return fixed ? [fixed] : (open.get(row) ?? [])
  }
  type Way = { count: number; picks: [RequestRow, readonly number[]][] }
  let sums = new Map<string, Way>([[form.requests.columns.map(() => 0).join(','), { count: 1, picks: [] }]])
  for (const row of leafRows(form)) {
    const next = new Map<string, Way>()
    for (const [key, way] of sums) {
      for (const cells of options(row)) {
        const sum = plus(key.split(',').map(Number), cells).join(',')
        const known = next.get(sum)
        if (known) known.count += way.count
        else next.set(sum, { count: way.count, picks: [...way.picks, [row, cells]] })
      }
    }
    if (next.size > MAX_STATES) return null
    sums = next
  }
  let found: [RequestRow, readonly number[]][] | null = null
  let count = 0
  for (const handled of options('handled')) {
    const way = sums.get(handled.join(','))
    if (!way) continue
    for (const received of options('received'))
      for (const carriedOver of options('carriedOver'))
        for (const carriedForward of options('carriedForward')) {
          if (plus(received, carriedOver).join() !== plus(handled, carriedForward).join()) continue
          count += way.count
          found = [
            ...way.picks,
            ['handled', handled],
            ['received', received],
            ['carriedOver', carriedOver],
            ['carriedForward', carriedForward],
          ]
        }
  }
  if (count !== 1 || !found) return null
  return new Map(found.filter(([row]) => open.has(row)).map(([row, cells]) => [row, [...cells]]))
}
