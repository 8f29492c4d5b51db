/** 年度报告: endpoint → office verb. */
import { compileReport } from '../../../office/reports/compile-report.ts'
import { approveReport, submitReport } from '../../../office/reports/approve-report.ts'
import { answerLastProblems, explainFinding, lookAt, saveProse } from '../../../office/reports/edit-report.ts'
import { reportFacts } from '../../../office/reports/report-facts.ts'
import { setCount } from '../../../office/reports/set-count.ts'
import { publishReport } from '../../../office/reports/publish-report.ts'
import { cellCases } from '../../../office/reports/cell-cases.ts'
import { listReports, viewReport } from '../../../office/reports/view-report.ts'
import type { ReportsOutputs } from '../contract/reports.ts'
import { type Handlers, rows } from './handler.ts'

export const REPORTS_HANDLERS: Handlers<keyof ReportsOutputs> = {
  'reports.list': (office, { actor }) => rows(listReports(office, actor)),
  'reports.get': (office, { actor }, { year, version }) => viewReport(office, actor, year, version),
  'reports.compile': (office, { actor }, { year, upTo }) => compileReport(office, actor, year, upTo),
  'reports.saveProse': (office, { actor }, input) => saveProse(office, actor, input),
  'reports.setCount': (office, { actor }, input) => setCount(office, actor, input),
  'reports.explain': (office, { actor }, input) => explainFinding(office, actor, input),
  'reports.lookAt': (office, { actor }, input) => lookAt(office, actor, input),
  'reports.facts': (office, { actor }, { year }) => reportFacts(office, actor, year),
  'reports.answer': (office, { actor }, input) => answerLastProblems(office, actor, input),
  'reports.submit': (office, { actor }, input) => submitReport(office, actor, input),
  'reports.approve': (office, { actor }, input) => approveReport(office, actor, input),
  'reports.publish': (office, { actor }, input) => publishReport(office, actor, input),
  'reports.cell': (office, { actor }, input) => cellCases(office, actor, input),
}
