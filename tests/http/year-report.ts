/** A report as a unit on paper brings it: every cell 0, but for what the test wants. */
import { formOf } from '../../src/law/reports/formats/index.ts'
import type { CheckedReport, ReportFormat, RequestRow } from '../../src/law/reports/model.ts'
import type { ReportProse } from '../../src/record/reports/prose.ts'

/** What every report has to say, as little as passes. */
export const PROSE: ReportProse = {
  preface: [],
  overall: ['主动公开各类信息，办理依申请公开，政府信息管理规范，公开平台运行正常，监督保障到位，全年按规定完成了各项任务。'],
  problems: ['政策解读形式单一，下一步多用图解。'],
  other: ['无'],
}

export function yearReport(
  agency: string,
  year: number,
  format: ReportFormat,
  over: { received?: number; permits?: number; words?: string } = {},
): CheckedReport {
  const form = formOf(format)
  const { received = 0, permits = 0, words } = over
  const row = (total: number) =>
    form.requests.columns.map((_, index, all) => (index === 0 || index === all.length - 1 ? total : 0))
  const ofCase: readonly RequestRow[] = ['received', 'granted', 'handled']
  const none = (): [number, number, number] => [0, 0, 0]
  return {
    agency,
    year,
    format,
    tables: {
      disclosed:
        form.disclosedIn === 'words'
          ? {
              rows: form.disclosed.flatMap(({ rows, columns }) =>
                rows.map(({ label }) => ({
                  label,
                  cells: columns.map((_, index) => (index === 0 ? (words ?? String(permits)) : '0')),
                })),
              ),
            }
          : { rules: none(), normativeDocuments: none(), permits, penalties: 0, compulsion: 0, feesWanYuan: 0 },
      requests: Object.fromEntries(form.requests.rows.map((one) => [one.row, row(ofCase.includes(one.row) ? received : 0)])),
      disputes: {
        reconsideration: [0, 0, 0, 0, 0],
        litigationDirect: [0, 0, 0, 0, 0],
        litigationAfterReconsideration: [0, 0, 0, 0, 0],
      },
    },
    findings: [],
  }
}
