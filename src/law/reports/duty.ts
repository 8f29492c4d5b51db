/** 年度报告的公布时限 — Reg. 49: fixed days, not periods; a rest day does not move them. */
import { type Calendar, lastWorkingDayBy } from '../calendar.ts'
import { type Citation, reg } from '../cite.ts'
import { fromParts, type LocalDate } from '../date.ts'
import { inForce } from '../dated.ts'

/** Month and day by which the report on the year before is due. */
export interface FixedDay {
  readonly month: number
  readonly day: number
}

/** 行政机关 (departments of local governments at county level and above): to the supervisor and the public. */
export const DEPARTMENT_REPORT_DAY = inForce<FixedDay>([{ from: '2019-05-15', is: { month: 1, day: 31 }, by: reg('49') }])

/** 本级政府: the supervisor (主管部门) publishes the government's report. */
export const GOVERNMENT_REPORT_DAY = inForce<FixedDay>([{ from: '2019-05-15', is: { month: 3, day: 31 }, by: reg('49') }])

export interface ReportDue {
  /** The statutory last day. */
  readonly due: LocalDate
  /** 内部目标: the last working day on or before it; null while that year's holiday notice is not loaded. */
  readonly internal: LocalDate | null
  readonly by: Citation
}

/** By when the report on `reportYear` is due. Throws for years before the duty existed in this form (reports on 2019 were the first). */
export function reportDue(calendar: Calendar, reportYear: number, of: 'department' | 'government'): ReportDue {
  const rule = of === 'department' ? DEPARTMENT_REPORT_DAY : GOVERNMENT_REPORT_DAY
  const version = rule.on(fromParts(reportYear + 1, 1, 1))
  if (!version) throw new RangeError(`no report duty in force for ${reportYear}`)
  const due = fromParts(reportYear + 1, version.is.month, version.is.day)
  return { due, internal: lastWorkingDayBy(calendar, due), by: version.by }
}
