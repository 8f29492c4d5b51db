/** Table 四 in running text: fifteen numbers behind headings that may be broken into single characters. */
import { disputesInOrder } from './headings.ts'
import type { RowReading } from './row-reading.ts'
import { ranTogether, readRow, sumsHold } from './row-reading.ts'
import type { NumberToken, Stream } from './stream.ts'
import { digitsOf, streamOf } from './stream.ts'

const GROUP_SIZES = [5, 5, 5] as const
const CELLS = 15

/** Reads the stretch from the heading of section 四 to that of section 五; null where there is no such table. */
export function readDisputesText(text: string): RowReading | null {
  const stream = streamOf(text, () => null)
  const header = lastHeader(stream.labels)
  if (header === null) return null
  if (!disputesInOrder(stream.labels)) return { state: 'unsure', why: 'headings' }
  const groups = [...Map.groupBy(stream.tokens, (token) => token.at)]
    .filter(([at]) => at >= header.from)
    .map(([at, tokens]) => ({ at, tokens }))
  const rows = groups.filter(({ tokens }) => digitCount(tokens) >= CELLS)
  const shape = { cells: CELLS, groups: GROUP_SIZES, mayRunTogether: ranTogether(stream.tokens), blanksLost: false }
  if (rows.length === 1 && rows[0]) return readRow(rows[0].tokens, shape)
  if (rows.length > 1) return { state: 'unsure' }
  const parted = byParts(stream)
  if (parted) return parted
  return groups.some(({ at }) => at >= header.to) ? { state: 'unsure' } : { state: 'blank' }
}

/** Numbers between the headings of their groups (5 and 10, or three times 5): taken in order only where every sum holds. */
function byParts({ labels, tokens }: Stream): RowReading | null {
  const from = labels.indexOf('维持')
  const parts = [
    ...Map.groupBy(
      tokens.filter(({ at }) => from >= 0 && at > from),
      (token) => token.at,
    ).values(),
  ]
  if (parts.some((part) => part.length % 5 !== 0) || parts.flat().length !== CELLS) return null
  const reading = readRow(parts.flat(), { cells: CELLS, groups: GROUP_SIZES, mayRunTogether: false, blanksLost: false })
  return reading.state === 'settled' && sumsHold(reading.cells, GROUP_SIZES) ? reading : null
}

/** Where the headings of table 四 stand: from the words 复议后起诉 (any order of their characters may follow) to their end. */
function lastHeader(labels: string): { from: number; to: number } | null {
  const start = labels.search(/未经复议直接起诉|未经复议|复议后起诉/)
  if (start < 0) return null
  const isHeading = /[结果维持纠正其他尚未审总计复议后起诉行政经直接]/
  let to = start
  while (to < labels.length && isHeading.test(labels[to] ?? '')) to++
  return { from: start, to }
}

function digitCount(tokens: readonly NumberToken[]): number {
  return tokens.reduce((count, token) => count + (digitsOf(token)?.length ?? 1), 0)
}
