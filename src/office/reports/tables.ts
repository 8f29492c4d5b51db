import { isDeepStrictEqual } from 'node:util'
import { fromParts, type LocalDate } from '../../law/date.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import { checkTables, finding } from '../../law/reports/checks.ts'
import type { Cell, Disclosed2021, Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import type { UnitsAddedUp } from '../../record/reports/notice.ts'
import { addUp } from '../../record/reports/rollup.ts'
import { noticesOn, tasksOf, unitsLeftOut } from '../../store/hand-in.sql.ts'
import { countDisputes, countRequests, suedTooSoon } from '../../record/reports/compile.ts'
import { checkAnswers, type ProblemAnswer } from '../../record/reports/last-problems.ts'
import { likeLastYear, likeOthers } from '../../record/reports/prose-likeness.ts'
import { checkZero } from '../../record/reports/zero-report.ts'
import { checkContents } from '../../record/reports/prose-wording.ts'
import type { ReportProse } from '../../record/reports/prose.ts'
import { countedBy } from '../../record/reports/split.ts'
import { checkText } from '../../record/reports/prose-checks.ts'
import type { DecisionCountKind } from '../../record/reports/view.ts'
import { countedFacts, type RequestFact } from '../../record/requests/fact.ts'
import { splitLinks } from '../../store/intake.sql.ts'
import { settingsOf } from '../../store/people.sql.ts'
import { sisterReports } from '../../store/report-evidence.sql.ts'
import { decisionCounts, normativeDocuments, publishedReport, type ReportRecord } from '../../store/reports.sql.ts'
import { factsMark, factsOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'

/** The register as the year's report counts it: on the readings that the agency had at the end of the year. */
export async function requestFacts(
  db: OfficeContext['db'],
  agencyId: string,
  year: number,
): Promise<(RequestFact & { subject: string })[]> {
  const [rows, links, setting] = await Promise.all([
    factsOf(db, agencyId, { first: fromParts(year, 1, 1), last: fromParts(year, 12, 31) }),
    splitLinks(db, agencyId),
    settingsOf(db, agencyId, fromParts(year, 12, 31)),
  ])
  const readings = { ...DEFAULT_READINGS, ...setting?.readings }
  const cases = rows.map((row) => ({
    caseId: row.id,
    number: row.number,
    subject: row.subject,
    requesterKind: row.requester_kind,
    receivedOn: row.received_on,
    closedOn: row.closed_on,
    outcome: row.outcome,
    disputes: row.disputes,
    firstClosed: row.first_closed_on && { on: row.first_closed_on, outcome: row.first_outcome },
    reopenedOn: row.reopened_on,
  }))
  const split = links.map(({ case_id, other_id }) => ({ first: case_id, part: other_id }))
  return countedBy(
    cases.flatMap((one) => countedFacts(one, readings)),
    split,
    readings,
  )
}

/** Section 二: documents from the library, the other numbers as people entered them; what nobody entered stays blank. */
async function disclosed(db: OfficeContext['db'], agencyId: string, year: number): Promise<Disclosed2021> {
  const [counts, documents] = await Promise.all([decisionCounts(db, agencyId, year), normativeDocuments(db, agencyId)])
  const entered = (kind: DecisionCountKind): Cell => {
    const row = counts.find((count) => count.kind === kind)
    return row ? Number(row.value) : null
  }
  const [first, last] = [fromParts(year, 1, 1), fromParts(year, 12, 31)]
  const within = (day: string | null) => day !== null && day >= first && day <= last
  const made = documents.filter((document) => within(document.formed_on)).length
  const repealed = documents.filter((document) => within(document.repealed_on)).length
  const inForce = documents.filter(
    (document) => document.formed_on <= last && (document.repealed_on === null || document.repealed_on > last),
  ).length
  return {
    rules: [entered('rules.made') ?? 0, entered('rules.repealed') ?? 0, entered('rules.inForce') ?? 0],
    normativeDocuments: [made, repealed, inForce],
    permits: entered('permits'),
    penalties: entered('penalties'),
    compulsion: entered('compulsion'),
    feesWanYuan: entered('feesWanYuan'),
  }
}

/** The agency's own three tables of a year, derived: nothing is typed that a case or a document stands behind. */
async function ownTables(db: OfficeContext['db'], agencyId: string, year: number, format: ReportFormat): Promise<ReportTables> {
  const facts = await requestFacts(db, agencyId, year)
  return {
    disclosed: await disclosed(db, agencyId, year),
    requests: countRequests(facts, year, format),
    disputes: countDisputes(facts, year),
  }
}

/**
 * The year's tables: the agency's own, and where it had its units report (逐级报送), the sums of the reports it accepted beside
 * them, with who is in them and who is not.
 */
export async function compileTables(
  db: OfficeContext['db'],
  agencyId: string,
  year: number,
  format: ReportFormat,
  on: LocalDate,
): Promise<{ tables: ReportTables; units: UnitsAddedUp | null }> {
  const [own, notices] = await Promise.all([ownTables(db, agencyId, year, format), noticesOn(db, agencyId, year)])
  const notice = notices.find((one) => one.format === format)
  if (!notice) return { tables: own, units: null }
  const leftOut = await unitsLeftOut(db, notice, on)
  return {
    tables: notice.sums ? addUp([own, notice.sums], format) : own,
    units: {
      notice: { id: notice.id, number: notice.number, title: notice.title },
      acts: notice.acts,
      accepted: notice.accepted,
      missing: leftOut.filter(({ state }) => state !== 'excused').map(({ name }) => name),
      excused: leftOut
        .filter(({ state }) => state === 'excused')
        .map((unit) => ({ name: unit.name, because: unit.excused_because })),
    },
  }
}

/** Reports of sister agencies that one's own words are held against. */
const MOST_SISTERS = 500

/** The same checks as `gongkai report check`, with last year's published report beside it (X4, X7). */
export async function findingsOf(
  db: OfficeContext['db'],
  report: {
    agencyId: string
    agencyName: string
    year: number
    format: ReportFormat
    tables: ReportTables
    prose: ReportProse
    answers: readonly ProblemAnswer[]
  },
): Promise<Finding[]> {
  const [previous, sisters] = await Promise.all([
    publishedReport(db, report.agencyId, report.year - 1),
    sisterReports(db, report.agencyId, report.year, MOST_SISTERS),
  ])
  const tooSoon = suedTooSoon(await requestFacts(db, report.agencyId, report.year), report.year)
  return [
    ...checkTables(report.tables, report.format, previous ? { previous: previous.tables } : {}),
    ...checkText(
      {
        overall: text(report.prose.overall),
        requestsIntro: '',
        problems: text(report.prose.problems),
        other: text(report.prose.other),
      },
      report.tables,
      { agency: report.agencyName, year: report.year },
    ),
    ...(tooSoon.length > 0 ? [directSuits(tooSoon)] : []),
    ...checkZero(report.tables),
    ...checkContents(text(report.prose.overall)),
    ...(previous
      ? [
          ...likeLastYear(report.prose, { source: `本机关${report.year - 1}年报告`, prose: previous.prose }),
          ...checkAnswers(previous.prose, report.answers),
        ]
      : []),
    ...likeOthers(
      report.prose,
      sisters.map(({ name, prose }) => ({ source: `${name}${report.year}年报告`, prose })),
    ),
    ...notCited(await tasksOf(db, report.agencyId, report.year), report.prose),
  ]
}

/** The preface cites the supervisor's notice by its 文号. */
function notCited(tasks: readonly { number: string; title: string }[], { preface }: ReportProse): Finding[] {
  const words = text(preface)
  return tasks
    .filter(({ number }) => !words.includes(number))
    .map(({ number, title }) => finding('L04', 'text', `引言没有引用《${title}》（${number}）`))
}

function directSuits(facts: readonly RequestFact[]): Finding {
  const numbers = facts.map(({ number }) => number).join('、')
  return finding('L03', 'disputes', `“未经复议直接起诉”中有应当先申请行政复议的决定，请核对：${numbers}`, {
    rows: ['litigationDirect'],
    found: facts.length,
  })
}

function text(paragraphs: readonly string[]): string {
  return paragraphs.join('\n')
}

/**
 * Whether the tables would come out differently now. The high-water mark tells cheaply that nothing was recorded since; what
 * was recorded (next year's requests, say) need not touch this year.
 */
export async function isStale(
  db: OfficeContext['db'],
  report: Pick<ReportRecord, 'agency_id' | 'year' | 'format' | 'source' | 'tables' | 'facts_mark' | 'units'>,
): Promise<boolean> {
  if (report.source === 'imported') return false
  const [mark, [notice]] = await Promise.all([factsMark(db, report.agency_id), noticesOn(db, report.agency_id, report.year)])
  const unitsStand = (notice?.acts ?? null) === (report.units?.acts ?? null)
  if (unitsStand && mark.cases === report.facts_mark.cases && mark.acts === report.facts_mark.acts) return false
  const now = await compileTables(db, report.agency_id, report.year, report.format, fromParts(report.year, 12, 31))
  return !isDeepStrictEqual(report.tables, now.tables)
}
