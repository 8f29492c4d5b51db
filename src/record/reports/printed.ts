/**
 * Tables 二, 三 and 四 as the official format prints them: every cell with its words, its place and its spans. Paper, DOCX and
 * the portal draw the same grid, so they cannot differ in a heading or a merged label.
 */
import { formOf } from '../../law/reports/formats/index.ts'
import type { DisclosedBlockForm, ReportForm, RequestRowForm } from '../../law/reports/formats/index.ts'
import type {
  Cell,
  Disclosed2019,
  Disclosed2021,
  DisputeTable,
  ReportFormat,
  ReportTables,
  RequestTable,
} from '../../law/reports/model.ts'
import { DISPUTE_COLUMNS } from '../../law/reports/model.ts'
import type { CellPlace } from './form-cells.ts'

export interface PrintedCell {
  text: string
  /** Of a value: which cell of the report it is. */
  place?: CellPlace
  /** head: column heading · side: label at the left of a row · value: a number, or blank where there is none */
  role: 'head' | 'side' | 'value'
  rowSpan: number
  colSpan: number
}

/** Headings and the rows they stand over. Table 二 has one for each item of Art 20; the other tables have one. */
export interface PrintedBlock {
  head: PrintedCell[][]
  body: PrintedCell[][]
}

export interface PrintedTable {
  caption: string
  /** Widths of the columns in millimetres; together 156, the width of the text area (GB/T 9704). */
  widths: number[]
  blocks: PrintedBlock[]
}

export interface PrintedTables {
  disclosed: PrintedTable
  requests: PrintedTable
  disputes: PrintedTable
}

/** The three tables of a report; a table or a cell that is absent prints blank, never as 0 (X13). */
export function printedTables(tables: ReportTables, format: ReportFormat): PrintedTables {
  const form = formOf(format)
  return {
    disclosed: printedDisclosed(form, tables.disclosed),
    requests: printedRequests(form, tables.requests),
    disputes: printedDisputes(form, tables.disputes),
  }
}

function cell(role: PrintedCell['role'], text: string, colSpan = 1, rowSpan = 1): PrintedCell {
  return { text, role, rowSpan, colSpan }
}

function valueCell(text: string, table: CellPlace['table'], row: string, column: string, colSpan = 1): PrintedCell {
  return { ...cell('value', text, colSpan), place: { table, row, column } }
}

/** Up to six decimals (万元 to the 分), no trailing zeros, nothing for what is not known. */
function printedNumber(value: Cell | undefined): string {
  return value === null || value === undefined ? '' : String(Number(value.toFixed(6)))
}

function captionOf(form: ReportForm, key: 'disclosed' | 'requests' | 'disputes'): string {
  return form.sections.find((section) => section.key === key)?.heading ?? ''
}

/** Columns under a heading of table 二: three numbers, or fewer that share the room of three. */
const VALUE_COLUMNS = 3

/** How n cells share the three columns: 3 → 1,1,1 · 2 → 1,2 · 1 → 3. */
function shares(count: number): number[] {
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? VALUE_COLUMNS - count + 1 : 1))
}

function printedDisclosed(form: ReportForm, table: Disclosed2021 | Disclosed2019 | null): PrintedTable {
  const blocks = form.disclosed.map((block) => ({
    head: [[cell('head', block.item, VALUE_COLUMNS + 1)], [cell('head', '信息内容'), ...spreadHeads(block.columns)]],
    body: block.rows.map((row) => {
      const name = form.disclosedIn === 'words' ? row.label : row.key
      const spans = shares(block.columns.length)
      const values = disclosedValues(block, row, table)
      return [
        cell('side', row.label),
        ...values.map((text, index) => valueCell(text, 'disclosed', name, String(index), spans[index])),
      ]
    }),
  }))
  return { caption: captionOf(form, 'disclosed'), widths: [45, 37, 37, 37], blocks }
}

function spreadHeads(texts: readonly string[]): PrintedCell[] {
  const spans = shares(texts.length)
  return texts.map((text, index) => cell('head', text, spans[index]))
}

/** One text for each column of the block. */
function disclosedValues(
  block: DisclosedBlockForm,
  row: DisclosedBlockForm['rows'][number],
  table: Disclosed2021 | Disclosed2019 | null,
): string[] {
  if (table === null) return block.columns.map(() => '')
  if ('rows' in table) {
    const given = table.rows.find((candidate) => candidate.label === row.label)?.cells ?? []
    return block.columns.map((_, index) => given[index] ?? '')
  }
  const value = table[row.key as keyof Disclosed2021]
  const numbers = Array.isArray(value) ? value : [value]
  return block.columns.map((_, index) => printedNumber(numbers[index]))
}

/** Label columns of table 三: 三、… · （三）… · 1.… */
const LABEL_COLUMNS = 3

function printedRequests(form: ReportForm, table: RequestTable | null): PrintedTable {
  const { requests } = form
  const organisations = requests.columns.filter((column) => column.organisation)
  const head = [
    [cell('head', requests.note, LABEL_COLUMNS, 3), cell('head', '申请人情况', requests.columns.length)],
    requests.columns.flatMap((column) => {
      if (!column.organisation) return [cell('head', column.label, 1, 2)]
      return column === organisations[0] ? [cell('head', requests.organisationHeading, organisations.length)] : []
    }),
    organisations.map((column) => cell('head', column.label)),
  ]
  const body = requests.rows.map((row) => [
    ...sideLabels(form, row),
    ...requests.columns.map(({ column }, index) =>
      valueCell(printedNumber(table?.[row.row]?.[index]), 'requests', row.row, column),
    ),
  ])
  return {
    caption: captionOf(form, 'requests'),
    // 12.2 for each of seven columns; what fewer leave over, the labels take.
    widths: [6.5, 16, 133.5 - 12.2 * requests.columns.length, ...requests.columns.map(() => 12.2)],
    blocks: [{ head, body }],
  }
}

/** A label that spans rows is printed once, in the first of them. */
function sideLabels(form: ReportForm, row: RequestRowForm): PrintedCell[] {
  if (row.level === 1) return [cell('side', row.number + row.label, LABEL_COLUMNS)]
  const results = form.requests.rows.filter((other) => other.level !== 1)
  const heading = results[0] === row ? [cell('side', form.requests.resultsHeading, 1, results.length)] : []
  if (row.level === 2) return [...heading, cell('side', row.number + row.label, LABEL_COLUMNS - 1)]
  const members = results.filter((other) => other.group === row.group)
  const group = members[0] === row ? [cell('side', row.group ?? '', 1, members.length)] : []
  return [...heading, ...group, cell('side', row.number + row.label)]
}

function printedDisputes(form: ReportForm, table: DisputeTable | null): PrintedTable {
  const { groups, columns } = form.disputes
  const within = groups.filter((group) => group.within !== undefined)
  const head = [
    groups.flatMap((group) => {
      if (group.within === undefined) return [cell('head', group.label, columns.length, 2)]
      return group === within[0] ? [cell('head', group.within, columns.length * within.length)] : []
    }),
    within.map((group) => cell('head', group.label, columns.length)),
    groups.flatMap(() => columns.map((column) => cell('head', column.label))),
  ]
  const body = [
    groups.flatMap(({ group }) =>
      DISPUTE_COLUMNS.map((column, index) => valueCell(printedNumber(table?.[group][index]), 'disputes', group, column)),
    ),
  ]
  return { caption: captionOf(form, 'disputes'), widths: Array.from({ length: 15 }, () => 10.4), blocks: [{ head, body }] }
}
