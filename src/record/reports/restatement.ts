/** 更正: what differs between two published versions of a report, and why. Told beside both of them. */
import type { ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { type CellChange, changedCells } from './difference.ts'
import { proseParts, type ReportProse } from './prose.ts'

export interface Restatement {
  from: number
  to: number
  because: string
  cells: CellChange[]
  /** Parts whose words changed: 引言, 一、总体情况 … */
  parts: string[]
}

interface Version {
  version: number
  format: ReportFormat
  tables: ReportTables
  prose: ReportProse
  because: string
}

/** One restatement for each version that took the place of another, the newest first; `versions` likewise. */
export function restatements(versions: readonly Version[]): Restatement[] {
  return versions.slice(0, -1).flatMap((now, index) => {
    const before = versions[index + 1]
    if (!before) return []
    return [
      {
        from: before.version,
        to: now.version,
        because: now.because,
        cells: changedCells(before, now),
        parts: changedParts(before.prose, now),
      },
    ]
  })
}

function changedParts(before: ReportProse, { prose, format }: Version): string[] {
  return proseParts(format)
    .filter(({ key }) => before[key].join('\n') !== prose[key].join('\n'))
    .map(({ words }) => words)
}
