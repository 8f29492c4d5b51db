/** R12: relations with last year's report were not judged, said so that nobody takes them for true. */
import { finding } from '../../law/reports/checks.ts'
import type { Finding, ReportTables } from '../../law/reports/model.ts'

/** `previous`: last year's tables as far as they are at hand; without what they carried forward there is nothing to compare. */
export function checkHasLastYear(year: number, previous: ReportTables | null | undefined): Finding[] {
  if (typeof previous?.requests?.carriedForward?.at(-1) === 'number') return []
  const message = `没有读得出“结转下年度”的${year - 1}年报告可核对，上年结转没有核对`
  return [finding('R12', 'requests', message, { rows: ['carriedOver'] })]
}
