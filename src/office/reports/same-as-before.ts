import { createHash } from 'node:crypto'
import type { Refusal } from '../../law/refusal.ts'
import type { ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { cellsOf } from '../../record/reports/difference.ts'
import type { ReportProse } from '../../record/reports/prose.ts'

interface Content {
  format: ReportFormat
  tables: ReportTables
  prose: ReportProse
}

/** What names a report as handed in: the same numbers and words have the same digest, by whatever way they came. */
export function digestOf({ format, tables, prose }: Content): string {
  const cells = cellsOf(tables, format).map(({ table, row, column, value }) => [table, row, column, value])
  const words = [prose.preface, prose.overall, prose.problems, prose.other]
  return createHash('sha256')
    .update(JSON.stringify([format, cells, words]))
    .digest('hex')
}

/** Handing in the very report that was handed in before would only make work. */
export function sameAsBefore(report: Content, last: string | undefined): Refusal | null {
  if (last === undefined || digestOf(report) !== last) return null
  return {
    code: 'already-done',
    say: '与上次报送的一份完全相同。',
    then: '退回的，按批注改正、重新批准后再报；没有改动的，无需再报。',
  }
}
