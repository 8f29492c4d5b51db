import { createHash } from 'node:crypto'
import type { Refusal } from '../../law/refusal.ts'
import type { ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { cellsOf } from '../../record/reports/difference.ts'
import type { ReportProse } from '../../record/reports/prose.ts'

/** “已核对，无误” is five letters; fewer say nothing. */
const SHORTEST_REPLY = 5

export interface Content {
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

interface Looked extends Content {
  version: number
  explained: Record<string, string>
}

/** What names a report as somebody looked at it: whoever moves it on gives this back, so that nobody passes on what he never saw. */
export function seenDigest(report: Looked): string {
  const said = Object.entries(report.explained).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([report.version, digestOf(report), said]))
    .digest('hex')
}

/** The report that stands there is not the one that was looked at. */
export function seenOther(report: Looked, digest: string): Refusal | null {
  if (seenDigest(report) === digest) return null
  return {
    code: 'changed-meanwhile',
    say: '报告已被修改，与您打开时的不同。',
    then: '请核对最新内容后再办。',
  }
}

/**
 * Handing in the very report that was handed in before would only make work, unless it was given back with remarks and the unit
 * says what it found: then the same numbers are the answer.
 */
export function sameAsBefore(
  report: Content,
  last: string | undefined,
  { remarks, reply }: { remarks: number; reply: string },
): Refusal | null {
  if (last === undefined || digestOf(report) !== last) return null
  if (remarks > 0)
    return reply.trim().length >= SHORTEST_REPLY
      ? null
      : {
          code: 'field-missing',
          say: '报告没有改动，也没有写明核对情况。',
          then: '核对无误的，写明逐条批注的核对情况后报送；有误的，先改正、重新批准。',
          field: 'reply',
        }
  return {
    code: 'already-done',
    say: '与上次报送的一份完全相同。',
    then: '没有改动的，无需再报。',
  }
}

/** Whether a published report is another one than the report that was accepted; where one of them is not there, no. */
export function isOther(published: Content | undefined, acceptedDigest: string | null | undefined): boolean {
  return published !== undefined && typeof acceptedDigest === 'string' && digestOf(published) !== acceptedDigest
}
