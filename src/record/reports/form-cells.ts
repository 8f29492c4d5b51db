/** The cells of a report's three tables by their places: which there are, what they are called, what stands in them. */
import { isDisclosed2019 } from '../../law/reports/checks.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import type { Cell, Disclosed2021, DisputeGroup, ReportFormat, ReportTables, RequestRow } from '../../law/reports/model.ts'

export type TableKey = 'disclosed' | 'requests' | 'disputes'

export interface CellPlace {
  table: TableKey
  /** Rows of table 二 of the 2019 format go by their label, as its data do. */
  row: string
  column: string
}

export interface FormCell extends CellPlace {
  /** Of the column, from the left. */
  index: number
  /** “予以公开”一行“自然人” */
  words: string
}

export function placeKey({ table, row, column }: CellPlace): string {
  return `${table}.${row}.${column}`
}

/** Every cell that the form has, in its order. */
export function formCells(format: ReportFormat): FormCell[] {
  const form = formOf(format)
  const line = (table: TableKey, row: string, label: string, columns: readonly { column: string; label: string }[]) =>
    columns.map(({ column, label: heading }, index) => ({ table, row, column, index, words: `“${label}”一行“${heading}”` }))
  return [
    ...form.disclosed.flatMap((block) =>
      block.rows.flatMap(({ key, label }) =>
        line(
          'disclosed',
          form.disclosedIn === 'words' ? label : key,
          label,
          block.columns.map((heading, index) => ({ column: String(index), label: heading })),
        ),
      ),
    ),
    ...form.requests.rows.flatMap(({ row, label }) => line('requests', row, label, form.requests.columns)),
    ...form.disputes.groups.flatMap(({ group, label }) => line('disputes', group, label, form.disputes.columns)),
  ]
}

/** What stands there: null where there is nothing, also where the whole table is missing. */
export function valueAt({ disclosed, requests, disputes }: ReportTables, cell: FormCell): Cell | string {
  if (cell.table === 'requests') return requests?.[cell.row as RequestRow]?.[cell.index] ?? null
  if (cell.table === 'disputes') return disputes?.[cell.row as DisputeGroup][cell.index] ?? null
  if (disclosed === null) return null
  if (isDisclosed2019(disclosed)) return disclosed.rows.find(({ label }) => label === cell.row)?.cells[cell.index] || null
  const value = disclosed[cell.row as keyof Disclosed2021]
  return Array.isArray(value) ? (value[cell.index] ?? null) : value
}

/** What is to stand in some cells, by {@link placeKey}. */
export type CellEntries = ReadonlyMap<string, Cell | string>

/** The tables with other values in some of their cells; a table that was missing appears when a cell of it is given. */
export function withEntries(tables: ReportTables, format: ReportFormat, entries: CellEntries): ReportTables {
  const cells = formCells(format)
  const filled = (table: TableKey) =>
    tables[table] !== null || cells.some((cell) => cell.table === table && entries.has(placeKey(cell)))
  const valueNow = (cell: FormCell) =>
    entries.has(placeKey(cell)) ? (entries.get(placeKey(cell)) ?? null) : valueAt(tables, cell)
  const rowsOf = (table: TableKey): [string, (Cell | string)[]][] => {
    const own = cells.filter((cell) => cell.table === table)
    return [...new Set(own.map(({ row }) => row))].map((row) => [row, own.filter((cell) => cell.row === row).map(valueNow)])
  }
  /** Rows that the source does not have stay absent until one of their cells is given. */
  const present = (row: string, values: readonly (Cell | string)[]) =>
    Object.hasOwn(tables.requests ?? {}, row) || values.some((value) => value !== null)
  return {
    disclosed: filled('disclosed') ? disclosedOf(tables.disclosed, format, rowsOf('disclosed')) : null,
    requests: filled('requests')
      ? (Object.fromEntries(rowsOf('requests').filter(([row, values]) => present(row, values))) as ReportTables['requests'])
      : null,
    disputes: filled('disputes') ? (Object.fromEntries(rowsOf('disputes')) as unknown as ReportTables['disputes']) : null,
  }
}

function disclosedOf(
  before: ReportTables['disclosed'],
  format: ReportFormat,
  rows: readonly [string, readonly (Cell | string)[]][],
): ReportTables['disclosed'] {
  if (formOf(format).disclosedIn === 'numbers')
    return Object.fromEntries(
      rows.map(([key, cells]) => [key, cells.length === 1 ? cells[0] : cells]),
    ) as unknown as ReportTables['disclosed']
  // A row of which nothing is known has no cells: empty ones would say that the source left them blank.
  const old = before !== null && isDisclosed2019(before) ? before.rows : []
  return {
    rows: rows.flatMap(([label, cells]) =>
      cells.some((cell) => cell !== null)
        ? [{ label, cells: cells.map((cell) => String(cell ?? '')) }]
        : old.filter((row) => row.label === label),
    ),
  }
}
