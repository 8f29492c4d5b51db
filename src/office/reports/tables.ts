import { isDeepStrictEqual } from 'node:util'
import { fromParts, type LocalDate } from '../../law/date.ts'
import { checkTables, citedBy, finding } from '../../law/reports/checks.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import type { Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import type { UnitsAddedUp } from '../../record/reports/notice.ts'
import { addUp } from '../../record/reports/rollup.ts'
import { noticesOn, tasksOf } from '../../store/hand-in.sql.ts'
import { countDisputes, countRequests, suedTooSoon } from '../../record/reports/compile.ts'
import { checkWords } from '../../record/reports/judge.ts'
import { checkHasLastYear } from '../../record/reports/last-year.ts'
import type { ProblemAnswer } from '../../record/reports/last-problems.ts'
import { checkZero, type ZeroLooked } from '../../record/reports/zero-report.ts'
import type { ReportProse } from '../../record/reports/prose.ts'
import { countedBy } from '../../record/reports/split.ts'
import { checkFeesPaid } from '../../record/reports/prose-fees.ts'
import { checkText } from '../../record/reports/prose-checks.ts'
import { countedFacts, type RequestFact } from '../../record/requests/fact.ts'
import { amendmentDisputes, disputeActs } from '../../store/disputes.sql.ts'
import { factsOfFile } from '../../record/disputes/facts.ts'
import { foldDispute } from '../../record/disputes/fold.ts'
import { splitLinks } from '../../store/intake.sql.ts'
import { factsMark, feesPaid, sisterReports } from '../../store/report-evidence.sql.ts'
import { publishedReport, type ReportRecord } from '../../store/reports.sql.ts'
import { factsOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { actsOf, yearAddedUp } from './add-up-units.ts'
import { disclosedTable, type Period } from './figures.ts'
import { readingsOfYear } from './readings-of-year.ts'

/** The register as the year's report counts it: on the readings that the agency had at the end of the year. */
export async function requestFacts(
  db: OfficeContext['db'],
  agencyId: string,
  year: number,
): Promise<(RequestFact & { subject: string })[]> {
  const [rows, links, readings] = await Promise.all([
    factsOf(db, agencyId, { first: fromParts(year, 1, 1), last: fromParts(year, 12, 31) }),
    splitLinks(db, agencyId),
    readingsOfYear(db, agencyId, year),
  ])
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

/** Disputes over the amendment of records: table 四 counts them (Art 50(3)), no request holds them, and table 三 knows nothing of them. */
export async function amendmentFacts(
  db: OfficeContext['db'],
  agencyId: string,
  year: number,
): Promise<(RequestFact & { subject: string })[]> {
  const [records, readings] = await Promise.all([amendmentDisputes(db, agencyId), readingsOfYear(db, agencyId, year)])
  const acts = await disputeActs(
    db,
    agencyId,
    records.map(({ id }) => id),
  )
  return records.map(({ id, number, subject }) => ({
    caseId: id,
    number,
    subject,
    requesterKind: 'naturalPerson',
    receivedOn: null,
    closedOn: null,
    outcome: null,
    disputes: factsOfFile(foldDispute(acts.get(id) ?? []), readings),
  }))
}

/** The agency's own three tables of a year, derived: nothing is typed that a case or a document stands behind. */
async function ownTables(db: OfficeContext['db'], period: Period, facts: readonly RequestFact[]): Promise<ReportTables> {
  const { agencyId, year, format, asOf } = period
  return {
    disclosed: await disclosedTable(db, period),
    requests: countRequests(facts, year, format, asOf),
    disputes: countDisputes([...facts, ...(await amendmentFacts(db, agencyId, year))], year, asOf),
  }
}

/**
 * The year's tables: the agency's own, and where it had its units report (逐级报送), the sums of the reports it accepted beside
 * them, with who is in them and who is not.
 */
export async function compileTables(
  db: OfficeContext['db'],
  period: Period,
  on: LocalDate,
): Promise<{ tables: ReportTables; units: UnitsAddedUp | null }> {
  const [facts, { sums, units }] = await Promise.all([
    requestFacts(db, period.agencyId, period.year),
    yearAddedUp(db, period, on),
  ])
  const own = await ownTables(db, period, facts)
  return { tables: sums ? addUp([own, sums], period.format) : own, units }
}

/** Reports of sister agencies that one's own words are held against. */
export const MOST_SISTERS = 500

/**
 * The same checks as `gongkai report check`, with last year's published report beside it (X4, X7). Whether the year was without a
 * single request is asked of the own register, whatever the units below it had.
 */
export async function findingsOf(
  db: OfficeContext['db'],
  report: {
    agencyId: string
    agencyName: string
    year: number
    format: ReportFormat
    /** An earlier day than the end of the year. */
    asOf: LocalDate | null
    tables: ReportTables
    units: UnitsAddedUp | null
    prose: ReportProse
    answers: readonly ProblemAnswer[]
    zero: readonly ZeroLooked[]
  },
): Promise<Finding[]> {
  const when = { agencyId: report.agencyId, first: fromParts(report.year, 1, 1), last: fromParts(report.year, 12, 31) }
  const [facts, previous, sisters, fees, notices, tasks] = await Promise.all([
    requestFacts(db, report.agencyId, report.year),
    publishedReport(db, report.agencyId, report.year - 1),
    sisterReports(db, report.agencyId, report.year, MOST_SISTERS),
    feesPaid(db, when),
    noticesOn(db, report.agencyId, report.year),
    tasksOf(db, report.agencyId, report.year),
  ])
  const tooSoon = suedTooSoon(facts, report.year)
  // A zero of one's own is asked about, whatever the units had.
  const own = report.units?.included.length
    ? await ownTables(db, { ...report, asOf: report.asOf ?? when.last }, facts)
    : report.tables
  const found = [
    ...checkTables(report.tables, report.format, previous ? { previous: previous.tables } : {}),
    ...checkText(
      {
        preface: text(report.prose.preface),
        overall: text(report.prose.overall),
        requestsIntro: '',
        problems: text(report.prose.problems),
        other: text(report.prose.other),
      },
      report.tables,
      { agency: report.agencyName, year: report.year, format: report.format },
    ),
    ...checkHasLastYear(report.year, previous?.tables),
    ...(tooSoon.length > 0 ? [directSuits(tooSoon)] : []),
    ...checkFeesPaid(
      report.prose.other,
      fees.reduce((sum, { yuan }) => sum + Number(yuan ?? 0), 0),
      { others: notices.length > 0 },
    ),
    ...checkZero(own, { form: formOf(report.format), agency: report.agencyName, year: report.year, looked: report.zero }),
    ...checkWords(report.prose, {
      year: report.year,
      last: previous && { source: `本机关${report.year - 1}年报告`, prose: previous.prose },
      answers: report.answers,
      agency: report.agencyName,
      others: sisters.map(({ name, prose }) => ({ source: `${name}${report.year}年报告`, agency: name, prose })),
      notices: tasks,
    }),
  ]
  return citedBy(formOf(report.format), found)
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
  report: Pick<ReportRecord, 'agency_id' | 'year' | 'format' | 'source' | 'tables' | 'facts_mark' | 'units' | 'as_of'>,
): Promise<boolean> {
  if (report.source === 'imported') return false
  const [mark, notices] = await Promise.all([
    factsMark(db, report.agency_id, report.year),
    noticesOn(db, report.agency_id, report.year),
  ])
  const unitsStand = actsOf(notices.filter(({ format }) => format === report.format)) === (report.units?.acts ?? 0)
  if (unitsStand && isDeepStrictEqual(mark, report.facts_mark)) return false
  const lastDay = fromParts(report.year, 12, 31)
  const period = { agencyId: report.agency_id, year: report.year, format: report.format, asOf: report.as_of ?? lastDay }
  const now = await compileTables(db, period, lastDay)
  return (
    !isDeepStrictEqual(report.tables, now.tables) || (!unitsStand && !isDeepStrictEqual(asked(report.units), asked(now.units)))
  )
}

/** Who is in the sums and who is not; the tree of agencies may change without the report being another. */
function asked(units: UnitsAddedUp | null) {
  return units && [units.notices, units.included, units.missing, units.excused]
}
