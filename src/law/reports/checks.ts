/** The checks of a report's numbers, X1–X7 and X13: one set for compiling, for import, for the command line and for roll-ups. */
import { cite } from '../cite.ts'
import { handledIsSum, intakeEqualsOutcome, lastIsSum } from './algebra.ts'
import type { FindingCode } from './finding-codes.ts'
import { FINDING_CODES } from './finding-codes.ts'
import type { FigureForm, ReportForm } from './formats/index.ts'
import { FORM_2021, formOf } from './formats/index.ts'
import type { Cell, Disclosed2019, Disclosed2021, Finding, ReportFormat, ReportTables } from './model.ts'
import { DISPUTE_COLUMNS, DISPUTE_GROUPS } from './model.ts'
import { withProposals } from './repairs.ts'

/** Builds a finding with the level, citation and repair of its code. */
export function finding(code: FindingCode, table: Finding['table'], message: string, more: Partial<Finding> = {}): Finding {
  const { level, repair, cite: by } = FINDING_CODES[code]
  return { code, level, table, rows: [], column: null, expected: null, found: null, message, cite: cite(by), repair, ...more }
}

/** How a reader names a cell it could not read surely, so that it is not called blank: `requests.granted.0`. */
export function cellKey(table: 'disclosed' | 'requests' | 'disputes', row: string, column: number): string {
  return `${table}.${row}.${column}`
}

export interface CheckOptions {
  /** Last year's tables of the same agency, for X4 and X7. */
  previous?: ReportTables
  /** Cells ({@link cellKey}) left null because the reader was unsure: these have an R finding and get no X13. */
  doubted?: ReadonlySet<string>
}

/** Checks the tables of one report. Relations that need an unknown cell are not judged. */
export function checkTables(tables: ReportTables, format: ReportFormat, options: CheckOptions = {}): Finding[] {
  const form = formOf(format)
  const doubted = options.doubted ?? new Set<string>()
  const found = [
    ...checkDisclosed(tables, form, doubted),
    ...checkRequests(tables, form, doubted),
    ...checkDisputes(tables, form, doubted),
    ...(options.previous ? checkAgainstPrevious(tables, options.previous, form) : []),
  ]
  // The relations are the same in both formats; each report is held to the document that its own format comes from.
  return withProposals(found, tables, form, options.previous).map((one) => ({ ...one, cite: cite(form.source) }))
}

/** What rests on the document that set the form rests on that of this report's own form. */
export function citedBy(form: ReportForm, findings: readonly Finding[]): Finding[] {
  return findings.map((one) => (one.cite === cite(FORM_2021.source) ? { ...one, cite: cite(form.source) } : one))
}

export function isDisclosed2019(disclosed: Disclosed2019 | Disclosed2021): disclosed is Disclosed2019 {
  return 'rows' in disclosed
}

/** Blank cells (X13) and cells that are no count (X6) of one row. */
function checkCells(
  table: 'disclosed' | 'requests' | 'disputes',
  row: string,
  label: string,
  cells: readonly Cell[],
  columns: readonly { id: string; label: string; is?: FigureForm['is'] }[],
  doubted: ReadonlySet<string>,
): Finding[] {
  const found: Finding[] = []
  const blank = columns.filter((_, index) => (cells[index] ?? null) === null && !doubted.has(cellKey(table, row, index)))
  if (blank.length > 0) {
    const where = blank.length === columns.length ? '全部单元格' : blank.map((column) => `“${column.label}”`).join('、')
    found.push(finding('X13', table, `“${label}”一行${where}没有填写数字；没有的应填0`, { rows: [row] }))
  }
  columns.forEach((column, index) => {
    const cell = cells[index] ?? null
    const must = cell === null ? null : unmet(cell, column.is)
    if (must !== null) {
      found.push(
        finding('X6', table, `“${label}”一行“${column.label}”为${cell}，${must}`, {
          rows: [row],
          column: column.id,
          found: cell,
        }),
      )
    }
  })
  return found
}

export interface DisclosedRow {
  key: string
  label: string
  columns: readonly string[]
  figures: readonly FigureForm[]
  cells: readonly Cell[]
}

/** Table 二 of numbers as rows of cells: those of the form, in its order; what the report does not have is null. */
export function disclosedRows(disclosed: Disclosed2021, form: ReportForm): DisclosedRow[] {
  const told: Readonly<Record<string, Cell | readonly Cell[] | undefined>> = { ...disclosed }
  return form.disclosed.flatMap(({ columns, rows }) =>
    rows.map(({ key, label, figures }) => {
      const cells = [told[key] ?? null].flat()
      return { key, label, columns, figures, cells: columns.map((_, index) => cells[index] ?? null) }
    }),
  )
}

function checkDisclosed({ disclosed }: ReportTables, form: ReportForm, doubted: ReadonlySet<string>): Finding[] {
  if (!disclosed) return []
  if (isDisclosed2019(disclosed)) {
    // 本年增/减 may be negative, signed or worded, an amount has its unit: only blanks, and plain numbers that no count can be, are faults.
    return disclosed.rows.flatMap(({ label, cells }) => [
      ...(cells.some((cell) => cell.trim() === '')
        ? [finding('X13', 'disclosed', `“${label}”一行有空白单元格；没有的应填0`, { rows: [label] })]
        : []),
      ...wordedFaults(label, cells, form),
    ])
  }
  return disclosedRows(disclosed, form).flatMap(({ key, label, columns, figures, cells }) =>
    checkCells(
      'disclosed',
      key,
      label,
      cells,
      columns.map((heading, index) => ({ id: String(index), label: heading, is: figures[index]?.is })),
      doubted,
    ),
  )
}

/** What a number of table 二, 三 or 四 must be and is not; null where it is. */
function unmet(value: number, is: FigureForm['is']): string | null {
  const whole = is === 'amount' || Number.isInteger(value)
  if (whole && (is === 'change' || value >= 0)) return null
  return is === 'change' ? '应为整数' : is === 'amount' ? '不能为负数' : '应为非负整数'
}

/** X6 in a row of the 2019 form. */
function wordedFaults(label: string, cells: readonly string[], form: ReportForm): Finding[] {
  const block = form.disclosed.find(({ rows }) => rows.some((row) => row.label === label))
  const figures = block?.rows.find((row) => row.label === label)?.figures ?? []
  return figures.flatMap(({ is }, index) => {
    const text = (cells[index] ?? '').trim()
    if (!/^[+-]?\d+(?:\.\d+)?$/.test(text)) return []
    const value = Number(text)
    const must = unmet(value, is)
    if (must === null) return []
    const where = { rows: [label], column: String(index), found: value }
    return [finding('X6', 'disclosed', `“${label}”一行“${block?.columns[index] ?? ''}”为${text}，${must}`, where)]
  })
}

function checkRequests({ requests }: ReportTables, form: ReportForm, doubted: ReadonlySet<string>): Finding[] {
  if (!requests) return []
  const columns = form.requests.columns.map(({ column, label }) => ({ id: column, label }))
  const found: Finding[] = []
  for (const { row, label } of form.requests.rows) {
    const cells = requests[row]
    if (!cells) continue
    found.push(...checkCells('requests', row, label, cells, columns, doubted))
    const total = lastIsSum(cells)
    if (total && total.expected !== total.found)
      found.push(
        finding('X3', 'requests', `“${label}”一行：各类申请人之和为${total.expected}，总计栏为${total.found}`, {
          rows: [row],
          column: 'total',
          ...total,
        }),
      )
  }
  form.requests.columns.forEach(({ column, label }, index) => {
    const x1 = intakeEqualsOutcome(requests, index)
    if (x1 && x1.expected !== x1.found)
      found.push(
        finding('X1', 'requests', `“${label}”列：第一项加第二项之和为${x1.expected}，第三项加第四项之和为${x1.found}`, {
          rows: ['received', 'carriedOver', 'handled', 'carriedForward'],
          column,
          ...x1,
        }),
      )
    const x2 = handledIsSum(requests, form, index)
    if (x2 && x2.expected !== x2.found)
      found.push(
        finding('X2', 'requests', `“${label}”列：各项办理结果之和为${x2.expected}，（七）总计为${x2.found}`, {
          rows: ['handled'],
          column,
          ...x2,
        }),
      )
  })
  return found
}

function checkDisputes({ disputes }: ReportTables, form: ReportForm, doubted: ReadonlySet<string>): Finding[] {
  if (!disputes) return []
  const columns = DISPUTE_COLUMNS.map((id, index) => ({ id, label: form.disputes.columns[index]?.label ?? id }))
  return DISPUTE_GROUPS.flatMap((group) => {
    const label = form.disputes.groups.find((candidate) => candidate.group === group)?.label ?? group
    const found = checkCells('disputes', group, label, disputes[group], columns, doubted)
    const total = lastIsSum(disputes[group])
    if (total && total.expected !== total.found)
      found.push(
        finding('X5', 'disputes', `“${label}”：四类结果之和为${total.expected}，总计为${total.found}`, {
          rows: [group],
          column: 'total',
          ...total,
        }),
      )
    return found
  })
}

/** X4 (结转 continues) and X7 (stock of documents rolls forward) against last year's report. */
function checkAgainstPrevious(tables: ReportTables, previous: ReportTables, form: ReportForm): Finding[] {
  const found: Finding[] = []
  const [before, over] = [previous.requests?.carriedForward ?? [], tables.requests?.carriedOver ?? []]
  form.requests.columns.forEach(({ column, label }, index) => {
    // In the first year of a format with other columns only 总计 is the same on both sides.
    const comparable = before.length === over.length || column === 'total'
    const expected = comparable ? ((column === 'total' ? before.at(-1) : before[index]) ?? null) : null
    const now = over[index] ?? null
    if (expected !== null && now !== null && expected !== now)
      found.push(
        finding('X4', 'requests', `“${label}”列：上年结转为${now}，上一年度报告的结转下年度为${expected}；如有更正请说明`, {
          rows: ['carriedOver'],
          column,
          expected,
          found: now,
        }),
      )
  })
  const [now, last] = [tables.disclosed, previous.disclosed]
  if (now && last && !isDisclosed2019(now) && !isDisclosed2019(last)) {
    const stocks = new Map(disclosedRows(last, form).map(({ key, cells }) => [key, cells]))
    for (const { key, label, figures, cells } of disclosedRows(now, form)) {
      const at = (name: string) => figures.findIndex(({ from }) => from.endsWith(`.${name}`))
      const stands = at('inForce')
      const [made, repealed, inForce] = [cells[at('made')] ?? null, cells[at('repealed')] ?? null, cells[stands] ?? null]
      const stock = stocks.get(key)?.[stands] ?? null
      if (made === null || repealed === null || inForce === null || stock === null) continue
      const expected = stock + made - repealed
      if (expected !== inForce) {
        found.push(
          finding(
            'X7',
            'disclosed',
            `“${label}”现行有效件数为${inForce}，按上年${stock}件加本年制发减本年废止应为${expected}件`,
            {
              rows: [key],
              column: String(stands),
              expected,
              found: inForce,
            },
          ),
        )
      }
    }
  }
  return found
}
