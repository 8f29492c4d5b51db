/** 汇总: sums of reports that were accepted, kept as reports come and go; and what a total has to say beside itself. */
import { disclosedRows, isDisclosed2019 } from '../../law/reports/checks.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import type { Cell, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { cellsOf } from './difference.ts'
import { addUp } from './rollup.ts'

/**
 * Whether a report can be taken out of a sum again. Where table 二 may hold words, a cell that one unit wrote in words has no sum,
 * and what the others wrote is not in it any more: such sums are added up anew.
 */
export function canTakeOut(format: ReportFormat): boolean {
  return formOf(format).disclosedIn === 'numbers'
}

function minus(cell: Cell): Cell {
  return cell === null ? null : cell === 0 ? 0 : -cell
}

/** The same report with every number negated: adding it takes the report out of a sum. */
function negated(tables: ReportTables, format: ReportFormat): ReportTables {
  const { disclosed, requests, disputes } = tables
  const row = (cells: readonly Cell[] | undefined) => (cells ?? []).map(minus)
  return {
    disclosed:
      disclosed === null || isDisclosed2019(disclosed)
        ? null
        : (Object.fromEntries(
            disclosedRows(disclosed, formOf(format)).map(({ key, cells }) => [
              key,
              cells.length > 1 ? row(cells) : minus(cells[0] ?? null),
            ]),
          ) as unknown as ReportTables['disclosed']),
    requests: requests && Object.fromEntries(formOf(format).requests.rows.map((one) => [one.row, row(requests[one.row])])),
    disputes: disputes && {
      reconsideration: row(disputes.reconsideration),
      litigationDirect: row(disputes.litigationDirect),
      litigationAfterReconsideration: row(disputes.litigationAfterReconsideration),
    },
  }
}

/** Sums after one report came in, perhaps in the place of an earlier one of the same unit, or went out. */
export function sumsAfter(
  sums: ReportTables | null,
  format: ReportFormat,
  change: { out: ReportTables | null; in: ReportTables | null },
): ReportTables {
  return addUp(
    [...(sums ? [sums] : []), ...(change.out ? [negated(change.out, format)] : []), ...(change.in ? [change.in] : [])],
    format,
  )
}

/** Cells that hold no number: such a report can't be added up. */
export function emptyCells(tables: ReportTables, format: ReportFormat): string[] {
  return cellsOf(tables, format)
    .filter(({ value }) => value === null)
    .map(({ words }) => words)
}
