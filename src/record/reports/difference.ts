/** What differs between two reports of the same format, cell by cell. */
import { disclosedRows, isDisclosed2019 } from '../../law/reports/checks.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import type { Cell, ReportFormat, ReportTables } from '../../law/reports/model.ts'

export interface ReportCell {
  table: 'disclosed' | 'requests' | 'disputes'
  row: string
  column: string
  /** “予以公开”一行“自然人” */
  words: string
  value: Cell | string
}

export interface CellChange extends Omit<ReportCell, 'value'> {
  before: Cell | string
  now: Cell | string
}

/** Every cell that the form has, in its order. */
export function cellsOf(tables: ReportTables, format: ReportFormat): ReportCell[] {
  const form = formOf(format)
  const named = (
    table: ReportCell['table'],
    row: string,
    label: string,
    column: string,
    heading: string,
    value: Cell | string,
  ) => ({
    table,
    row,
    column,
    words: `“${label}”一行“${heading}”`,
    value,
  })
  const { disclosed } = tables
  const labels = form.disclosed.flatMap((block) => block.rows.map((row) => ({ ...row, columns: block.columns })))
  const ofDisclosed =
    disclosed === null
      ? []
      : isDisclosed2019(disclosed)
        ? disclosed.rows.flatMap(({ label, cells }) =>
            cells.map((value, index) =>
              named(
                'disclosed',
                label,
                label,
                String(index),
                labels.find((one) => one.label === label)?.columns[index] ?? `第${index + 1}列`,
                value,
              ),
            ),
          )
        : disclosedRows(disclosed, form).flatMap(({ key, label, columns, cells }) =>
            cells.map((value, index) => named('disclosed', key, label, String(index), columns[index] ?? '', value)),
          )
  return [
    ...ofDisclosed,
    ...form.requests.rows.flatMap(({ row, label }) =>
      form.requests.columns.map(({ column, label: heading }, index) =>
        named('requests', row, label, column, heading, tables.requests?.[row]?.[index] ?? null),
      ),
    ),
    ...form.disputes.groups.flatMap(({ group, label }) =>
      form.disputes.columns.map(({ column, label: heading }, index) =>
        named('disputes', group, label, column, heading, tables.disputes?.[group][index] ?? null),
      ),
    ),
  ]
}

/** The cells that are not alike; none where the formats differ, since formats are never converted into each other. */
export function changedCells(
  before: { tables: ReportTables; format: ReportFormat },
  now: { tables: ReportTables; format: ReportFormat },
): CellChange[] {
  if (before.format !== now.format) return []
  const old = new Map(
    cellsOf(before.tables, before.format).map((cell) => [`${cell.table}.${cell.row}.${cell.column}`, cell.value]),
  )
  return cellsOf(now.tables, now.format).flatMap(({ value, ...cell }) => {
    const was = old.get(`${cell.table}.${cell.row}.${cell.column}`) ?? null
    return was === value ? [] : [{ ...cell, before: was, now: value }]
  })
}
