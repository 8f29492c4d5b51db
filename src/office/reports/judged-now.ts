/** The findings of a report as things stand now: last year's may have come or been corrected since, a notice, a sister's report. */
import type { LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { Finding } from '../../law/reports/model.ts'
import { unresolved } from '../../record/reports/explanation.ts'
import type { ReportRecord } from '../../store/reports.sql.ts'
import type { Tx } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { findingsOf } from './tables.ts'

type Judged = Pick<ReportRecord, 'agency_id' | 'year' | 'format' | 'as_of' | 'tables' | 'prose' | 'answers' | 'zero' | 'units'>

export async function judgedNow(tx: Tx, report: Judged, today: LocalDate): Promise<Finding[]> {
  const agency = await agencyOn(tx, report.agency_id, today)
  const { agency_id: agencyId, as_of: asOf, ...rest } = report
  return findingsOf(tx, { ...rest, agencyId, asOf, agencyName: agency.details.name })
}

/**
 * Whether nothing stands against it as things are now. What was found is kept with the report, also where it stops it: the page shows
 * what there is to put right.
 */
export async function holdsNow(tx: Tx, report: ReportRecord, today: LocalDate): Promise<Result<Finding[]>> {
  const findings = await judgedNow(tx, report, today)
  await tx
    .updateTable('report')
    .set({ findings: JSON.stringify(findings) })
    .where('agency_id', '=', report.agency_id)
    .where('year', '=', report.year)
    .where('version', '=', report.version)
    .execute()
  const errors = unresolved(findings, report.explained)
  if (errors.length === 0) return ok(findings)
  return refused(
    ...errors.map((one) => ({
      code: 'report-not-consistent' as const,
      say: `${one.code}：${one.message}`,
      then: '请改正；确有原因的，写明说明。',
    })),
  )
}
