/** Adding up the reports of many units (汇总): only what is whole and consistent, one year and one format at a time. */
import { sum } from '../../law/reports/algebra.ts'
import { checkTables, finding, isDisclosed2019 } from '../../law/reports/checks.ts'
import { formOf, type ReportForm } from '../../law/reports/formats/index.ts'
import type { Cell, CheckedReport, Finding, ReportFormat, ReportTables, RequestTable } from '../../law/reports/model.ts'
import { DISPUTE_GROUPS } from '../../law/reports/model.ts'
import { disclosedFrom, figureIn, figuresOf, numberWritten } from './figures.ts'

export interface UnitReport {
  file: string
  report: CheckedReport
}

export interface Rollup {
  /** Everything that was offered, read or not. */
  units: number
  accepted: number
  excluded: { file: string; why: string }[]
  year: number | null
  format: ReportFormat | null
  tables: ReportTables
  findings: (Finding & { file?: string })[]
}

/** The value most units have, then the later one. */
function prevailing<T extends string | number>(values: readonly (T | null)[]): T | null {
  const counts = Map.groupBy(
    values.filter((value) => value !== null),
    (value) => value,
  )
  const [first] = [...counts].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? 1 : -1))
  return first ? first[0] : null
}

/** Last year's reports by agency; an agency with two is left out, since either may be the one that counts. */
function byAgency(previous: readonly UnitReport[]): Map<string, CheckedReport> {
  const groups = Map.groupBy(
    previous.filter(({ report }) => report.agency !== null),
    ({ report }) => report.agency ?? '',
  )
  return new Map(
    [...groups].flatMap(([agency, [only, ...more]]) => (only && more.length === 0 ? [[agency, only.report] as const] : [])),
  )
}

/**
 * Adds up. `unreadable` files count as units and are named. The year and format are those of most units: the others are
 * excluded, never converted. A report with errors is excluded with its first errors named; two reports of one agency are both.
 */
export function rollUp(
  units: readonly UnitReport[],
  unreadable: readonly { file: string; why: string }[],
  previous: readonly UnitReport[] = [],
): Rollup {
  const year = prevailing(units.map(({ report }) => report.year))
  const ofYear = units.filter(({ report }) => report.year === year)
  const format = prevailing(ofYear.map(({ report }) => report.format))
  const before = byAgency(previous)
  const findings: Rollup['findings'] = []
  const excluded = [...unreadable]
  const accepted: CheckedReport[] = []
  const agencies = Map.groupBy(ofYear, ({ report }) => report.agency)
  for (const unit of units) {
    const { file, report } = unit
    const last = report.agency === null ? undefined : before.get(report.agency)
    const own = last && report.format ? [...report.findings, ...againstPrevious(report, last, report.format)] : report.findings
    findings.push(...own.map((one) => ({ ...one, file })))
    const twins = (agencies.get(report.agency) ?? []).filter((other) => other !== unit && isTwin(other, unit))
    const why = reasonAgainst(report, own, year, format, twins)
    if (why === null) accepted.push(report)
    else excluded.push({ file, why })
  }
  return {
    units: units.length + unreadable.length,
    accepted: accepted.length,
    excluded,
    year,
    format,
    tables:
      format === null || accepted.length === 0
        ? { disclosed: null, requests: null, disputes: null }
        : addUp(
            accepted.map(({ tables }) => tables),
            format,
          ),
    findings,
  }
}

/** The same agency, or where neither is told, the same file with the same numbers: only one of them can count. */
function isTwin(one: UnitReport, other: UnitReport): boolean {
  if (one.report.agency !== null) return one.report.agency === other.report.agency
  return one.file === other.file && JSON.stringify(one.report.tables) === JSON.stringify(other.report.tables)
}

function againstPrevious(report: CheckedReport, previous: CheckedReport, format: ReportFormat): Finding[] {
  if (previous.year === null || previous.year + 1 !== report.year) return []
  const known = new Set(report.findings.map(({ code, column }) => `${code} ${column}`))
  return checkTables(report.tables, format, { previous: previous.tables }).filter(
    ({ code, column }) => (code === 'X4' || code === 'X7') && !known.has(`${code} ${column}`),
  )
}

function reasonAgainst(
  report: CheckedReport,
  findings: readonly Finding[],
  year: number | null,
  format: ReportFormat | null,
  twins: readonly UnitReport[],
): string | null {
  if (report.year === null) return '没有确定报告年度'
  if (report.year !== year) return `是${report.year}年的报告，本次汇总${year}年`
  if (report.format !== format) return `是${report.format}年格式，本次汇总${format}年格式；两种格式不能换算`
  if (!report.tables.requests || !report.tables.disputes || !report.tables.disclosed) return '缺少表格，不能汇总'
  const errors = findings.filter(({ level }) => level === 'error')
  if (errors.length > 0) {
    const codes = [...new Set(errors.map(({ code }) => code))]
    return `有${errors.length}处错误（${codes.join('、')}）：${errors[0]?.message ?? ''}`
  }
  return twins.length > 0 ? `同一机关同一年度有${twins.length + 1}份报告，请只留一份` : null
}

/** Sums every cell; a cell that some unit does not have is null. */
export function addUp(all: readonly ReportTables[], format: ReportFormat): ReportTables {
  const requests: RequestTable = {}
  const form = formOf(format)
  for (const { row } of form.requests.rows)
    requests[row] = form.requests.columns.map((_, column) => sum(all.map((tables) => tables.requests?.[row]?.[column])))
  const group = (name: (typeof DISPUTE_GROUPS)[number]): Cell[] =>
    Array.from({ length: 5 }, (_, column) => sum(all.map((tables) => tables.disputes?.[name][column])))
  return {
    disclosed: form.disclosedIn === 'numbers' ? addNumbers(all, form) : addWords(all, form),
    requests,
    disputes: {
      reconsideration: group('reconsideration'),
      litigationDirect: group('litigationDirect'),
      litigationAfterReconsideration: group('litigationAfterReconsideration'),
    },
  }
}

/** 万元 are added in millionths of a 元's hundredth, so that 0.1 + 0.2 stays 0.3. */
const FEE_SCALE = 1e8

function addNumbers(all: readonly ReportTables[], form: ReportForm): ReportTables['disclosed'] {
  return disclosedFrom(form, (figure) => {
    const told = all.map((tables) => figureIn(tables, form, figure.from))
    return figure.is === 'amount' ? sumOfAmounts(told) : sum(told)
  })
}

/** The 2019 form allows words: a cell is added only where every unit wrote a number, amounts with their unit, else it is left empty. */
function addWords(all: readonly ReportTables[], form: ReportForm): ReportTables['disclosed'] {
  const tables = all.flatMap(({ disclosed }) => (disclosed && isDisclosed2019(disclosed) ? [disclosed] : []))
  return disclosedFrom(form, (figure) => {
    const label = form.disclosed.flatMap((block) => block.rows).find(({ key }) => key === figure.row)?.label
    const told = tables.map(({ rows }) =>
      numberWritten(rows.find((row) => row.label === label)?.cells[figure.column] ?? '', figure),
    )
    if (figure.is === 'amount') return sumOfAmounts(told)
    return told.every((value) => Number.isInteger(value)) ? sum(told) : null
  })
}

function sumOfAmounts(wanYuan: readonly Cell[]): Cell {
  const scaled = sum(wanYuan.map((value) => (value === null ? null : Math.round(value * FEE_SCALE))))
  return scaled === null ? null : scaled / FEE_SCALE
}

/** X11: a summary that was reported must equal the sum of its units in every cell both have. */
export function checkAggregate(reported: ReportTables, added: ReportTables, format: ReportFormat): Finding[] {
  const found: Finding[] = []
  const compare = (
    table: 'disclosed' | 'requests' | 'disputes',
    row: string,
    label: string,
    column: { id: string; label: string },
    is: Cell | undefined,
    should: Cell | undefined,
  ): void => {
    if (is === null || is === undefined || should === null || should === undefined || is === should) return
    found.push(
      finding('X11', table, `“${label}”一行“${column.label}”：汇总数为${is}，所属单位之和为${should}`, {
        rows: [row],
        column: column.id,
        expected: should,
        found: is,
      }),
    )
  }
  const form = formOf(format)
  const { disclosed, requests, disputes } = form
  for (const figure of figuresOf(form)) {
    const block = disclosed.find(({ rows }) => rows.some(({ key }) => key === figure.row))
    compare(
      'disclosed',
      figure.row,
      block?.rows.find(({ key }) => key === figure.row)?.label ?? figure.row,
      { id: String(figure.column), label: block?.columns[figure.column] ?? '' },
      figureIn(reported, form, figure.from),
      figureIn(added, form, figure.from),
    )
  }
  for (const { row, label } of requests.rows)
    requests.columns.forEach(({ column, label: name }, index) =>
      compare(
        'requests',
        row,
        label,
        { id: column, label: name },
        reported.requests?.[row]?.[index],
        added.requests?.[row]?.[index],
      ),
    )
  for (const { group, label } of disputes.groups)
    disputes.columns.forEach(({ column, label: name }, index) =>
      compare(
        'disputes',
        group,
        label,
        { id: column, label: name },
        reported.disputes?.[group][index],
        added.disputes?.[group][index],
      ),
    )
  return found
}
