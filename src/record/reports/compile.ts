/**
 * 年度报告的统计 — tables 三 and 四 as algebra over facts: a cell is the number of facts that stand in its row and its column.
 * The state on 31 December is a conclusion from dates, so 新收 + 上年结转 = 总计 + 结转下年度 holds by construction.
 */
import type { LocalDate } from '../../law/date.ts'
import { fromParts, latest } from '../../law/date.ts'
import { isReconsiderationFirst } from '../../law/oversight/reconsideration-first.ts'
import { DEFAULT_READINGS, type Readings } from '../../law/readings.ts'
import type {
  DisputeColumn,
  DisputeGroup,
  DisputeTable,
  ReportFormat,
  RequestColumn,
  RequestRow,
  RequestTable,
} from '../../law/reports/model.ts'
import { DISPUTE_COLUMNS } from '../../law/reports/model.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import { reportRowFor } from '../../law/requests/outcomes.ts'
import type { DisputeFact, RequestFact } from '../requests/fact.ts'

/** 统计期间: 1 January to 31 December, or up to an earlier day. */
function period(year: number, upTo: LocalDate = fromParts(year, 12, 31)): { first: LocalDate; last: LocalDate } {
  return { first: fromParts(year, 1, 1), last: upTo }
}

/** Rows of table 三 in the order of the form. */
function requestRows(format: ReportFormat): RequestRow[] {
  return formOf(format).requests.rows.map(({ row }) => row)
}

/**
 * The rows in which the year's report counts a request: once as come in (新收 or 上年结转), once as gone out (its result and 总计,
 * or 结转下年度). None if it was not confirmed as received, came later, or was closed in an earlier year.
 */
function rowsOf(fact: RequestFact, year: number, format: ReportFormat, upTo?: LocalDate): RequestRow[] {
  const { first, last } = period(year, upTo)
  const { receivedOn, outcome } = fact
  if (receivedOn === null || receivedOn > last) return []
  // A request can not be settled before it came in: a withdrawal recorded for an earlier day counts on the day of receipt.
  const closedOn = fact.closedOn && outcome ? latest(fact.closedOn, receivedOn) : null
  if (closedOn !== null && closedOn < first) return []
  const came: RequestRow = receivedOn >= first ? 'received' : 'carriedOver'
  if (outcome === null || closedOn === null || closedOn > last) return [came, 'carriedForward']
  return [came, reportRowFor(outcome, format), 'handled']
}

/** The columns in which a request counts: its requester's and 总计. */
function columnsOf({ requesterKind }: RequestFact, format: ReportFormat): RequestColumn[] {
  return formOf(format)
    .requests.columns.filter(({ column, counts = [column] }) => column === 'total' || counts.includes(requesterKind))
    .map(({ column }) => column)
}

/** Table 三 for a year, as it stood at the end of a day of it; every cell a number: the form wants 0, never a blank. */
export function countRequests(facts: readonly RequestFact[], year: number, format: ReportFormat, upTo?: LocalDate): RequestTable {
  const columns = formOf(format).requests.columns.map(({ column }) => column)
  const cells = new Map(requestRows(format).map((row) => [row, columns.map(() => 0)]))
  for (const fact of facts)
    for (const row of rowsOf(fact, year, format, upTo))
      for (const column of columnsOf(fact, format)) add(cells.get(row), columns.indexOf(column))
  return Object.fromEntries(cells)
}

function add(row: number[] | undefined, index: number): void {
  if (row) row[index] = (row[index] ?? 0) + 1
}

/** The cases behind one cell of table 三. */
export function factsInCell(
  facts: readonly RequestFact[],
  cell: { year: number; format: ReportFormat; row: RequestRow; column: RequestColumn; upTo?: LocalDate | undefined },
): RequestFact[] {
  return facts.filter(
    (fact) =>
      rowsOf(fact, cell.year, cell.format, cell.upTo).includes(cell.row) && columnsOf(fact, cell.format).includes(cell.column),
  )
}

/**
 * The columns of table 四 in which a dispute counts: its result if that came in the year, 尚未审结 if it was open on 31 December,
 * and 总计. A dispute that stays open over the end of a year is counted in each of those years.
 */
function disputeColumnsOf(dispute: DisputeFact, year: number, upTo?: LocalDate): DisputeColumn[] {
  const { first, last } = period(year, upTo)
  if (dispute.openedOn > last) return []
  const closedOn = dispute.result === 'pending' ? null : dispute.closedOn
  if (closedOn === null || closedOn > last) return ['pending', 'total']
  return closedOn < first || dispute.result === 'pending' ? [] : [dispute.result, 'total']
}

/** Table 四 for a year: reconsideration, suits without it, suits after it. */
export function countDisputes(facts: readonly RequestFact[], year: number, upTo?: LocalDate): DisputeTable {
  const table: DisputeTable & Record<DisputeGroup, number[]> = {
    reconsideration: DISPUTE_COLUMNS.map(() => 0),
    litigationDirect: DISPUTE_COLUMNS.map(() => 0),
    litigationAfterReconsideration: DISPUTE_COLUMNS.map(() => 0),
  }
  for (const { disputes } of facts)
    for (const dispute of disputes)
      for (const column of disputeColumnsOf(dispute, year, upTo)) add(table[dispute.body], DISPUTE_COLUMNS.indexOf(column))
  return table
}

/**
 * Cases that the year counts as sued over without reconsideration, although their refusal had to go there first: entered in the
 * wrong group, or a suit that the court will not take. Of a partial disclosure the part given may be sued over at once; what was sued
 * over before the refusal was made is the silence.
 */
export function suedTooSoon(facts: readonly RequestFact[], year: number): RequestFact[] {
  const cell = { year, group: 'litigationDirect', column: 'total' } as const
  return factsInDisputeCell(facts, cell).filter(
    ({ outcome, closedOn, disputes }) =>
      outcome !== null &&
      closedOn !== null &&
      disputes.some(({ body, openedOn }) => body === 'litigationDirect' && openedOn >= closedOn) &&
      outcome !== 'partial' &&
      isReconsiderationFirst(outcome, closedOn, DEFAULT_READINGS),
  )
}

/** The cases behind one cell of table 四. */
export function factsInDisputeCell(
  facts: readonly RequestFact[],
  cell: { year: number; group: DisputeGroup; column: DisputeColumn; upTo?: LocalDate | undefined },
): RequestFact[] {
  return facts.filter(({ disputes }) =>
    disputes.some((one) => one.body === cell.group && disputeColumnsOf(one, cell.year, cell.upTo).includes(cell.column)),
  )
}

/** 行政许可本年处理决定数量: all decisions made, or those that granted, as the reading says (教师资格认定、民办学校设立 are permits). */
export function permitDecisions(made: { granted: number; refused: number }, readings: Pick<Readings, 'permitDecisions'>): number {
  return readings.permitDecisions === 'all' ? made.granted + made.refused : made.granted
}

/**
 * 行政规范性文件 of a year up to a day, by the name of the figure that counts them: made, repealed, in force at its end; and as the form of
 * 2019 asks, published in the year (also those made before), and public at its end.
 */
export function normativeIn<D extends { formed_on: LocalDate; repealed_on: LocalDate | null; published_on: LocalDate | null }>(
  documents: readonly D[],
  year: number,
  asOf: LocalDate,
  readings: Pick<Readings, 'publicDocuments'>,
): Readonly<Record<string, D[]>> {
  const { first } = period(year)
  const within = (day: LocalDate | null) => day !== null && day >= first && day <= asOf
  const stands = ({ repealed_on }: D) => repealed_on === null || repealed_on > asOf
  return {
    'normative.made': documents.filter(({ formed_on }) => within(formed_on)),
    'normative.repealed': documents.filter(({ repealed_on }) => within(repealed_on)),
    'normative.inForce': documents.filter((one) => one.formed_on <= asOf && stands(one)),
    'normative.opened': documents.filter(({ published_on }) => within(published_on)),
    'normative.public': documents.filter(
      (one) => one.published_on !== null && one.published_on <= asOf && (readings.publicDocuments === 'all' || stands(one)),
    ),
  }
}
