/**
 * 勾稽关系: the relations between the cells of a report, as the corner cell of table 三 prints them and as the form implies.
 * Every relation compares two sums; it is judged only where every cell it needs is known, so an unread cell never makes a
 * false fault. Other floors (reading run-together rows, adding up units) use the same relations.
 */
import type { ReportForm } from './formats/index.ts'
import type { Cell, RequestRow, RequestTable } from './model.ts'

/** Sum of cells, or null when one of them is unknown. */
export function sum(cells: readonly (Cell | undefined)[]): Cell {
  let total = 0
  for (const cell of cells) {
    if (cell === null || cell === undefined) return null
    total += cell
  }
  return total
}

/** X3 and X5: the last cell is the sum of those before it. `null` where it can't be judged. */
export function lastIsSum(cells: readonly Cell[]): { expected: number; found: number } | null {
  const expected = sum(cells.slice(0, -1))
  const found = cells.at(-1) ?? null
  return expected === null || found === null ? null : { expected, found }
}

/** The rows whose sum is （七）总计. */
export function leafRows(form: ReportForm): RequestRow[] {
  return form.requests.rows.filter((row) => row.leaf).map((row) => row.row)
}

function at(table: RequestTable, row: RequestRow, column: number): Cell {
  return table[row]?.[column] ?? null
}

/** X1 in one column: 本年新收 + 上年结转 = 总计 + 结转下年度. */
export function intakeEqualsOutcome(table: RequestTable, column: number): { expected: number; found: number } | null {
  const expected = sum([at(table, 'received', column), at(table, 'carriedOver', column)])
  const found = sum([at(table, 'handled', column), at(table, 'carriedForward', column)])
  return expected === null || found === null ? null : { expected, found }
}

/** X2 in one column: （七）总计 = the sum of the result rows. */
export function handledIsSum(table: RequestTable, form: ReportForm, column: number): { expected: number; found: number } | null {
  const expected = sum(leafRows(form).map((row) => at(table, row, column)))
  const found = at(table, 'handled', column)
  return expected === null || found === null ? null : { expected, found }
}
