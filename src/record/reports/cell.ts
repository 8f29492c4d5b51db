/** One cell of a table as written, read as a number: surely, or not at all. */
import { inWanYuan } from './money.ts'

export type ReadCell = { state: 'number'; value: number } | { state: 'blank' } | { state: 'unsure'; text: string }

/** Marks that say "no number here": they are read surely, but they are not zero. */
const NOTHING = /^(?:[-—–―─－/\\\s]*|无)$/
const ZERO = /^[〇○◯]$/
const PLAIN = /^([+-]?)(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)? ?(?:[件条次个项宗份]|([百千万亿]*元))?$/

/**
 * Reads a normalised cell. Thousands separators and a unit after the number are understood; leading zeros are not. `unit` is that
 * of a column of amounts, which are given in 万元; in any other column an amount is no count.
 */
export function readCell(text: string, unit: string | null = null): ReadCell {
  const trimmed = text.trim()
  if (NOTHING.test(trimmed)) return { state: 'blank' }
  if (ZERO.test(trimmed)) return { state: 'number', value: 0 }
  const match = PLAIN.exec(trimmed)
  const written = match ? Number(`${match[1]}${(match[2] ?? '').replaceAll(',', '')}${match[3] ?? ''}`) : Number.NaN
  const value = unit === null ? (match?.[4] ? null : written) : inWanYuan(written, match?.[4] ?? unit)
  if (value === null || !(Math.abs(value) < 1e12)) return { state: 'unsure', text: trimmed }
  return { state: 'number', value: value === 0 ? 0 : value }
}
