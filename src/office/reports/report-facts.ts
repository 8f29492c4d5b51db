import { fromParts } from '../../law/date.ts'
import { COLUMNS, isColumnKey } from '../../law/publication/columns.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { toAnswerOf } from '../../record/reports/last-problems.ts'
import { type ProseFact, proseFacts, type ReportEvidence } from '../../record/reports/prose-facts.ts'
import type { LastProblem } from '../../record/reports/view.ts'
import {
  amendmentsReceived,
  answeredLate,
  casesWithAct,
  conversions,
  documentsPublished,
  feesPaid,
} from '../../store/report-evidence.sql.ts'
import { latestReport, publishedReport } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { NO_REPORT } from './standing.ts'
import { requestFacts } from './tables.ts'

/** 可写入的事实 and 上年的问题: what the words of a report can start from. */
export async function reportFacts(
  ctx: OfficeContext,
  actor: Actor,
  year: number,
): Promise<Result<{ facts: ProseFact[]; lastProblems: LastProblem[] }>> {
  if (!permitted(actor, 'reports.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const [report, last] = await Promise.all([
    latestReport(ctx.db, actor.agencyId, year),
    publishedReport(ctx.db, actor.agencyId, year - 1),
  ])
  if (!report) return NO_REPORT
  const evidence = await collect(ctx.db, actor.agencyId, year)
  return ok({
    facts: proseFacts(year, report, evidence),
    lastProblems: toAnswerOf(last?.prose.problems ?? []).map((problem) => ({
      problem,
      answer: report.answers.find((one) => one.problem === problem)?.answer ?? '',
    })),
  })
}

async function collect(db: OfficeContext['db'], agencyId: string, year: number): Promise<ReportEvidence> {
  const when = { agencyId, first: fromParts(year, 1, 1), last: fromParts(year, 12, 31) }
  const [documents, late, facts, askedToCorrect, extended, amendments, converted, fees] = await Promise.all([
    documentsPublished(db, when),
    answeredLate(db, when),
    requestFacts(db, agencyId, year),
    casesWithAct(db, when, 'correction-asked'),
    casesWithAct(db, when, 'extended'),
    amendmentsReceived(db, when),
    conversions(db, when),
    feesPaid(db, when),
  ])
  const within = (day: string | null) => day !== null && day >= when.first && day <= when.last
  const read = new Set(documents.map(({ interprets }) => interprets))
  const byColumn = new Map<string, number>()
  for (const { column_key: key } of documents) byColumn.set(key, (byColumn.get(key) ?? 0) + 1)
  return {
    documents: {
      published: documents.length,
      columns: [...byColumn]
        .toSorted(([, a], [, b]) => b - a)
        .map(([key, count]) => ({ name: isColumnKey(key) ? COLUMNS[key].zh : '其他', count })),
      readings: documents.filter(({ interprets }) => interprets !== null).length,
      unread: documents
        .filter(({ normative, formed_on: on, id }) => normative && within(on) && !read.has(id))
        .map(({ title }) => title),
    },
    late: late.map(({ number }) => number),
    corrected: facts
      .filter(({ disputes }) => disputes.some(({ result, closedOn }) => result === 'corrected' && within(closedOn)))
      .map(({ number }) => number),
    askedToCorrect,
    extended,
    amendments,
    conversions: converted,
    fees: { cases: fees.map(({ number }) => number), yuan: fees.reduce((sum, { yuan }) => sum + Number(yuan ?? 0), 0) },
  }
}
