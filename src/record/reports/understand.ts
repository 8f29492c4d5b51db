/** A document read as an annual report, with its words: what people check, correct and import. */
import type { CheckedReport } from '../../law/reports/model.ts'
import type { CheckedFile } from './checked-file.ts'
import { flatten, type SourceDocument } from './grid.ts'
import { normalise, withoutPageNumbers } from './normalise.ts'
import { quoted } from './quoted.ts'
import { readProse } from './read-prose.ts'
import { type Brought, readReport } from './read-report.ts'
import { splitSections } from './sections.ts'

/** Last year's report as somebody brings it: its numbers and its words. */
export function readBrought(source: SourceDocument): Brought {
  return { ...readReport(source), prose: readProse(source) }
}

export function understand(source: SourceDocument, previous: Brought | null): CheckedFile {
  const { requestsIntro } = splitSections(withoutPageNumbers(normalise(flatten(source).text)))
  const prose = readProse(source)
  const report = readReport(source, previous ?? undefined)
  return {
    report: { ...report, findings: quoted(report.findings, prose) },
    prose,
    intro: requestsIntro,
    previous: previous?.tables ?? null,
    asRead: null,
  }
}

/** What is said of a file in which nothing of an annual report was found. */
export const NO_REPORT = '没有找到年度报告的标题和表格，不是政府信息公开工作年度报告'

/** Whether anything of an annual report was found. */
export function isReport({ year, format, tables }: CheckedReport): boolean {
  return year !== null || format !== null || Object.values(tables).some((table) => table !== null)
}
