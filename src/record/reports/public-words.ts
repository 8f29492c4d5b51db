/** What a report says to the public: no number of a person, no mark of classification may stand in it. */
import type { Refusal } from '../../law/refusal.ts'
import type { ReportFormat } from '../../law/reports/model.ts'
import { reasonRefusals } from '../publication/edition-checks.ts'
import type { UnitsAddedUp } from './notice.ts'
import { type ReportProse, proseParts } from './prose.ts'

/** Refusals name the section, or where the units that were left out are told with their reasons. */
export function publicWordsRefusals(report: {
  format: ReportFormat
  prose: ReportProse
  units: Pick<UnitsAddedUp, 'excused'> | null
}): Refusal[] {
  const reasons = (report.units?.excused ?? []).map(({ because }) => because)
  return [
    ...proseParts(report.format).flatMap(({ key, words }) => reasonRefusals(key, report.prose[key].join('\n'), words)),
    ...reasonRefusals('units', reasons.join('\n'), '不需报送的原因'),
  ]
}
