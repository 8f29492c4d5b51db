/**
 * 比较: two published reports side by side, cell by cell. Only reports of one format: formats are never converted into each other.
 * The difference is arithmetic and nothing else; what it means is for the reader.
 */
import type { Cell, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { type DataColumn, dataCells } from './data-columns.ts'

export interface ComparedCell extends Omit<DataColumn, 'formats'> {
  values: [one: Cell | string, other: Cell | string]
  /** The other less the one; null where either is blank or not a plain number. */
  difference: number | null
}

interface Compared {
  format: ReportFormat
  tables: ReportTables
}

/** Null where the formats differ: then there is nothing to set beside each other but the words. */
export function compareCells(one: Compared, other: Compared): ComparedCell[] | null {
  if (one.format !== other.format) return null
  const others = dataCells(other.tables, other.format)
  return dataCells(one.tables, one.format).map(({ value, ...cell }, index) => {
    const values: ComparedCell['values'] = [value, others[index]?.value ?? null]
    return { ...cell, values, difference: less(...values) }
  })
}

/** 万元 to the 分: what binary fractions add to it is taken off. */
const DECIMALS = 6

function less(one: Cell | string, other: Cell | string): number | null {
  const [from, to] = [plainNumber(one), plainNumber(other)]
  return from === null || to === null ? null : Number((to - from).toFixed(DECIMALS))
}

/** The 2019 form's cells are words; +3 there is a change, not a count. */
function plainNumber(value: Cell | string): number | null {
  if (typeof value !== 'string') return value
  return /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : null
}
