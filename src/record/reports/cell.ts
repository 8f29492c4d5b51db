/** One cell of a table as written, read as a number: surely, or not at all. */

export type ReadCell = { state: 'number'; value: number } | { state: 'blank' } | { state: 'unsure'; text: string }

/** Marks that say "no number here": they are read surely, but they are not zero. */
const NOTHING = /^(?:[-—–―─－/\\\s]*|无)$/
const ZERO = /^[〇○◯]$/
const PLAIN = /^([+-]?)(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?(?:件|条|次|个|项|宗|份|万元)?$/

/** Reads a normalised cell. Thousands separators and a unit after the number are understood; leading zeros are not. */
export function readCell(text: string): ReadCell {
  const trimmed = text.trim()
  if (NOTHING.test(trimmed)) return { state: 'blank' }
  if (ZERO.test(trimmed)) return { state: 'number', value: 0 }
  const match = PLAIN.exec(trimmed)
  const value = match ? Number(`${match[1]}${(match[2] ?? '').replaceAll(',', '')}${match[3] ?? ''}`) : Number.NaN
  return Math.abs(value) < 1e12 ? { state: 'number', value: value === 0 ? 0 : value } : { state: 'unsure', text: trimmed }
}
