/** The numbers found behind one label, read as the cells of one row. */
import { readFree, readSummed } from './run-together.ts'
import type { NumberToken } from './stream.ts'
import { cellOf, digitsOf } from './stream.ts'

export type RowReading =
  | {
      state: 'settled'
      cells: (number | null)[] /** Cells that are null because they hold something that is no number. */
      unsure?: number[]
    }
  /** Nothing stands there: every cell is blank. */
  | { state: 'blank' }
  /** Several readings meet the row's own relation. */
  | { state: 'open'; readings: number[][] }
  /** Not to be told; `why` where it is not that numbers run together or are too few. */
  | { state: 'unsure'; why?: 'cell' | 'headings' }

export interface RowShape {
  cells: number
  /** Sizes of the groups that end with their sum; empty where no relation ties the cells. */
  groups: readonly number[]
  /** Whether numbers of this table run together at all (else a single token is one cell). */
  mayRunTogether: boolean
  /** Numbers ran together here and there only: a row with too few may as well have lost one, and is not taken apart. */
  rarely?: boolean
  /** The unit of cells that are amounts. */
  unit?: string
  /** Whether blank cells left no trace in this text, so that fewer numbers than cells say nothing. */
  blanksLost: boolean
}

/**
 * Several ways to take the tokens: with the thousands separator or, where a sum can tell, as separate cells; with or without a last
 * item digit.
 */
function variants(tokens: readonly NumberToken[], { groups }: RowShape): NumberToken[][] {
  const apart = tokens.flatMap((token) =>
    groups.length > 0 && token.text.includes(',') ? token.text.split(',').map((text) => ({ ...token, text })) : [token],
  )
  const ways = apart.length === tokens.length ? [[...tokens]] : [[...tokens], apart]
  const last = tokens.at(-1)
  if (!last?.maybeItem) return ways
  const shorter = last.text.slice(0, -1)
  return [...ways, ...ways.map((way) => (shorter === '' ? way.slice(0, -1) : [...way.slice(0, -1), { ...last, text: shorter }]))]
}

/** What may be a bare page number, on a line of its own among the row's numbers, is left out when the other line is a whole row. */
function withoutStray(tokens: readonly NumberToken[], size: number): readonly NumberToken[] {
  if (tokens.length === size) return tokens
  const lines = Map.groupBy(tokens, (token) => token.line)
  const whole = [...lines.values()].filter((line) => line.length === size)
  const rest = [...lines.values()].filter((line) => line.length !== size)
  return whole.length === 1 && whole[0] && rest.every((line) => line.length === 1) ? whole[0] : tokens
}

/** A dash alone on a line belongs to a page number or a rule, not to a row whose numbers stand together on another line. */
function withoutRules(tokens: readonly NumberToken[]): readonly NumberToken[] {
  const numbers = Map.groupBy(
    tokens.filter(({ kind }) => kind === 'number'),
    ({ line }) => line,
  )
  const together = [...numbers.values()].some((line) => line.length > 1)
  return together ? tokens.filter(({ kind, line }) => kind !== 'nothing' || numbers.has(line)) : tokens
}

/** Digits with something about them that makes them no count, or no amount in a unit that is known. */
function isNoCount(token: NumberToken, { unit }: RowShape): boolean {
  const amount = token.unit !== '' || unit !== undefined
  return token.kind === 'odd' || (amount && cellOf(token, unit ?? null) === undefined)
}

/** As one cell each, when their number is right and each is a number that could stand alone. */
function oneEach(tokens: readonly NumberToken[], { cells: size, unit }: RowShape): (number | null)[] | null {
  if (tokens.length !== size) return null
  const cells = tokens.map((token) => cellOf(token, unit ?? null))
  return cells.every((cell) => cell !== undefined) ? cells : null
}

/** Whether each group's last cell is the sum of the others. */
export function sumsHold(cells: readonly (number | null)[], groups: readonly number[]): boolean {
  let start = 0
  return groups.every((size) => {
    const group = cells.slice(start, start + size)
    start += size
    const sum = group.slice(0, -1).reduce<number>((total, cell) => total + (cell ?? 0), 0)
    return sum === group.at(-1)
  })
}

/** A single blank between two numbers of a row whose others stand this much further apart may be inside one: `1 200   0   0`. */
const WIDER = 2

/** Whether the numbers stand as the cells of one row do: all on a line and alike apart, or each on a line of its own at equal distance. */
function isEven(tokens: readonly NumberToken[]): boolean {
  const pairs = tokens.slice(1).flatMap((token, index) => {
    const before = tokens[index]
    return before ? [{ lines: token.line - before.line, blanks: token.from - before.to }] : []
  })
  const lines = new Set(pairs.map((pair) => pair.lines))
  if (lines.size > 1) return false
  const blanks = pairs.map((pair) => pair.blanks)
  return !lines.has(0) || blanks.every((count) => count > 1) || blanks.every((count) => count < 1 + WIDER)
}

/**
 * Reads a row. With exactly as many numbers as cells, they are the cells, whatever they add up to: a report may be wrong. But
 * where that number may be chance, only a row that adds up is sure: cells of this table ran together or left no trace, a number
 * was taken for that of a page, or the numbers do not stand as those of one row.
 */
export function readRow(every: readonly NumberToken[], shape: RowShape): RowReading {
  const all = withoutRules(every)
  const counted = all.filter((token) => token.kind !== 'none')
  const own = counted.length === shape.cells ? counted : all.length === shape.cells ? all : counted
  const tokens = withoutStray(own, shape.cells)
  if (tokens.length === 0) return { state: 'blank' }
  if (tokens.some((token) => isNoCount(token, shape))) return { state: 'unsure', why: 'cell' }
  const ways = variants(tokens, shape)
  const [only] = ways
  if (ways.length > 1 || !only) return readEither(ways, tokens.length, shape)
  const cells = oneEach(only, shape)
  const chance = tokens !== own || shape.mayRunTogether || shape.blanksLost || !isEven(tokens)
  if (cells && (!chance || holds(cells, shape, tokens === own))) return { state: 'settled', cells }
  return tokens === own ? readTogether(ways, shape) : { state: 'unsure' }
}

/** Whether the row adds up; where nothing ties its cells, a number left out leaves it unsure. */
function holds(cells: readonly (number | null)[], { groups }: RowShape, whole: boolean): boolean {
  return groups.length === 0 ? whole : sumsHold(cells, groups)
}

/** Where the tokens can be taken in several ways, the row's relation decides; without it only a plain surplus digit is dropped. */
function readEither(ways: NumberToken[][], length: number, shape: RowShape): RowReading {
  const exact = ways.flatMap((way) => {
    const cells = oneEach(way, shape)
    return cells ? [{ way, cells }] : []
  })
  const holding = exact.map(({ cells }) => cells).filter((cells) => sumsHold(cells, shape.groups))
  const together = readTogether(ways, shape)
  const readings = distinct([
    ...holding,
    ...(together.state === 'settled' ? [together.cells] : together.state === 'open' ? together.readings : []),
  ])
  if (readings.length === 1 && readings[0]) return { state: 'settled', cells: readings[0] }
  const whole = readings.filter((cells): cells is number[] => cells.every((cell) => cell !== null))
  if (readings.length > 1) return whole.length === readings.length ? { state: 'open', readings: whole } : { state: 'unsure' }
  const [only] = exact
  const plain = exact.length === 1 && only && length > shape.cells && !shape.blanksLost && isEven(only.way)
  return plain ? { state: 'settled', cells: only.cells } : { state: 'unsure' }
}

function distinct<T extends (number | null)[]>(readings: readonly T[]): T[] {
  return [...new Map(readings.map((cells) => [cells.join(), cells])).values()]
}

/**
 * One unbroken run with a digit for each cell; between blanks the same digits may be fewer, longer cells and a lost one. Where no
 * relation ties the cells the run must also leave no way to take it as fewer numbers among blank cells: `001`, not `010` or `100`.
 */
function isOneDigitEach(way: readonly string[], { cells, groups }: RowShape): boolean {
  if (way.length !== 1 || way[0]?.length !== cells) return false
  return groups.length > 0 || Array.from({ length: cells - 1 }, (_, fewer) => readFree(way, fewer + 1)).flat().length === 0
}

/** Whether numbers of a table ran together at all: a number with a leading zero, or one longer than any count. */
export function ranTogether(tokens: readonly NumberToken[]): boolean {
  return tokens.some((token) => /^(?:0\d|\d{7})/.test(digitsOf(token) ?? ''))
}

function readTogether(ways: NumberToken[][], shape: RowShape): RowReading {
  if (!shape.mayRunTogether || shape.blanksLost || shape.rarely) return { state: 'unsure' }
  const digits = ways.map((way) => way.map(digitsOf)).filter((way): way is string[] => way.every((text) => text !== null))
  const summed =
    shape.groups.length > 0
      ? distinct(digits.flatMap((way) => (way.length <= shape.cells ? readSummed(way, shape.groups) : [])))
      : []
  if (summed.length === 1 && summed[0]) return { state: 'settled', cells: summed[0] }
  if (summed.length > 1) return { state: 'open', readings: summed }
  // A digit for each cell: only a reading that is the sole one at all is sure.
  const free = distinct(digits.flatMap((way) => (isOneDigitEach(way, shape) ? readFree(way, shape.cells) : [])))
  return free.length === 1 && free[0] && digits.length === 1 ? { state: 'settled', cells: free[0] } : { state: 'unsure' }
}
