import { formOf } from '../../law/reports/formats/index.ts'
import type { ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { cellsOf } from './difference.ts'
import type { Remark } from './hand-in.ts'

/** Where a remark stands, in words. */
export function placeOf({ at }: Remark, report: { format: ReportFormat; tables: ReportTables } | null): string {
  if (at === null) return '整份报告'
  if ('section' in at) {
    const section = report && formOf(report.format).sections.find(({ key }) => key === at.section)
    const name = section ? `${section.number}、${section.heading}` : '引言'
    return at.words ? `${name}“${at.words}”` : name
  }
  const cell =
    report &&
    cellsOf(report.tables, report.format).find(
      ({ table, row, column }) => table === at.table && row === at.row && column === at.column,
    )
  return cell?.words ?? '表格'
}
