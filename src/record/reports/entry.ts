/** What a person writes into a cell of a report. */
import { formOf } from '../../law/reports/formats/index.ts'
import type { Cell, ReportFormat } from '../../law/reports/model.ts'
import { readCell } from './cell.ts'
import type { FormCell } from './form-cells.ts'
import { normalise } from './normalise.ts'

const MOST_WORDS = 200

/** The 2019 form lets its table 二 be filled in with words. */
export function isWorded(cell: Pick<FormCell, 'table'>, format: ReportFormat): boolean {
  return cell.table === 'disclosed' && formOf(format).disclosedIn === 'words'
}

/** Null: left empty. Undefined: no number, where there must be one. */
export function readEntry(written: string, cell: Pick<FormCell, 'table'>, format: ReportFormat): Cell | string | undefined {
  const text = normalise(written).trim().slice(0, MOST_WORDS)
  if (isWorded(cell, format)) return text || null
  const read = readCell(text, cell.table === 'disclosed' ? '万元' : null)
  if (read.state === 'blank') return null
  return read.state === 'number' ? read.value : undefined
}
