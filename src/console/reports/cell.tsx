/** One cell of a table: a number that opens the cases behind it, marked where a check has something to say of it. */
import type { ReactNode } from 'react'
import type { Cell, Finding } from '../../law/reports/model.ts'
import type { ReportView } from '../../record/reports/view.ts'
import type { AskedCell } from './asked-cell.ts'

/** Whether a finding speaks of this cell. */
function isPointed(finding: Finding | null, table: Finding['table'], row: string, column: string): boolean {
  return (
    finding !== null &&
    finding.table === table &&
    finding.rows.includes(row) &&
    (finding.column === null || finding.column === column)
  )
}

export function CellButton({
  value,
  words,
  pointed,
  field,
  asks,
  onAsk,
}: {
  value: Cell | string
  words: string
  pointed: boolean
  /** Stands in the place of the value. */
  field?: ReactNode
  /** What choosing the cell does. */
  asks?: string
  onAsk?: () => void
}) {
  if (field) return field
  const className = `cell ${pointed ? 'is-pointed' : ''} ${value === 0 ? 'is-zero' : ''}`
  if (value === null || value === '') return <span className={`${className} is-blank`}>空</span>
  if (!onAsk) return <span className={className}>{value}</span>
  return (
    <button type="button" className={className} onClick={onAsk} aria-label={`${words}：${value}，${asks ?? '查看背后的案件'}`}>
      {value}
    </button>
  )
}

/** A report's tables as they stand on a page, and what choosing a cell means there; without it cells are plain numbers. */
export interface TableProps {
  view: Pick<ReportView, 'format' | 'tables'>
  /** The finding chosen beside the tables, or whether something was remarked of a cell. */
  pointed: Finding | null | ((cell: Pick<AskedCell, 'table' | 'row' | 'column'>) => boolean)
  asks?: string
  /** What is to be filled in there; null where the value just stands. A table that is missing is then drawn as well. */
  field?: (cell: AskedCell) => ReactNode
  /** The documents of table 二 were counted from the library. */
  fromLibrary?: boolean
  onAsk?: ((cell: AskedCell) => void) | undefined
}

/** What a table's cell needs of {@link TableProps}. */
export function cellProps({ pointed, asks, field, onAsk }: TableProps, cell: AskedCell) {
  return {
    words: cell.words,
    pointed: typeof pointed === 'function' ? pointed(cell) : isPointed(pointed, cell.table, cell.row, cell.column),
    ...(field ? { field: field(cell) } : {}),
    ...(asks ? { asks } : {}),
    ...(onAsk ? { onAsk: () => onAsk(cell) } : {}),
  }
}
