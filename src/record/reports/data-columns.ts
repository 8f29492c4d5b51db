/**
 * The cells of the official forms as columns of data: a code for machines, the form's own words for people. Made from the forms
 * as they are, so that a format added later has its codes and its words without a line here.
 */
import { isDisclosed2019 } from '../../law/reports/checks.ts'
import { FORMS, type ReportForm } from '../../law/reports/formats/index.ts'
import type { Cell, ReportFormat, ReportTables } from '../../law/reports/model.ts'

export interface DataColumn {
  /** `requests.granted.naturalPerson`; table 二 carries its format, since its columns mean other things in each. */
  code: string
  /** Which formats have this cell. */
  formats: ReportFormat[]
  /** 三、收到和处理政府信息公开申请情况 */
  section: string
  row: string
  column: string
}

interface DataCell extends Omit<DataColumn, 'formats'> {
  of: (tables: ReportTables) => Cell | string
}

function headingOf({ sections }: ReportForm, key: 'disclosed' | 'requests' | 'disputes'): string {
  const section = sections.find((one) => one.key === key)
  return section ? `${section.number}、${section.heading}` : ''
}

function disclosedCells(form: ReportForm): DataCell[] {
  return form.disclosed.flatMap(({ item, columns, rows }) =>
    rows.flatMap(({ key, label }) =>
      columns.map((column, index) => ({
        code: `disclosed.${form.format}.${key}${columns.length > 1 ? `.${index}` : ''}`,
        section: headingOf(form, 'disclosed'),
        row: `${item} ${label}`,
        column,
        of: ({ disclosed }: ReportTables) => {
          if (disclosed === null) return null
          // That form's cells are words as they stand in the report: +3, -1, 无.
          if (isDisclosed2019(disclosed)) return disclosed.rows.find((row) => row.label === label)?.cells[index] ?? null
          const value = (disclosed as unknown as Record<string, Cell | readonly Cell[]>)[key] ?? null
          return Array.isArray(value) ? (value[index] ?? null) : (value as Cell)
        },
      })),
    ),
  )
}

function requestCells(form: ReportForm): DataCell[] {
  const { rows, columns, resultsHeading } = form.requests
  return rows.flatMap(({ row, number, label, group, level }) =>
    columns.map(({ column, label: heading }, index) => ({
      code: `requests.${row}.${column}`,
      section: headingOf(form, 'requests'),
      row: [level > 1 ? resultsHeading : '', group, number + label].filter(Boolean).join(' '),
      column: heading,
      of: ({ requests }: ReportTables) => requests?.[row]?.[index] ?? null,
    })),
  )
}

function disputeCells(form: ReportForm): DataCell[] {
  return form.disputes.groups.flatMap(({ group, label, within }) =>
    form.disputes.columns.map(({ column, label: heading }, index) => ({
      code: `disputes.${group}.${column}`,
      section: headingOf(form, 'disputes'),
      row: [within, label].filter(Boolean).join(' '),
      column: heading,
      of: ({ disputes }: ReportTables) => disputes?.[group]?.[index] ?? null,
    })),
  )
}

const CELLS = new Map(
  Object.values(FORMS)
    .toSorted((one, other) => other.fromYear - one.fromYear)
    .map((form) => [form.format, [...disclosedCells(form), ...requestCells(form), ...disputeCells(form)]]),
)

/** Every cell that any format has, the newest format's first. */
export const DATA_COLUMNS: readonly DataColumn[] = [
  ...[...CELLS]
    .flatMap(([format, cells]) => cells.map((cell) => ({ format, cell })))
    .reduce((columns, { format, cell: { of: _of, ...words } }) => {
      const known = columns.get(words.code)
      if (known) known.formats.push(format)
      else columns.set(words.code, { ...words, formats: [format] })
      return columns
    }, new Map<string, DataColumn>())
    .values(),
]

/** A report's cells by their code, in the order of its form. A cell that the report leaves blank is null, never 0. */
export function dataCells(
  tables: ReportTables,
  format: ReportFormat,
): (Omit<DataColumn, 'formats'> & { value: Cell | string })[] {
  return (CELLS.get(format) ?? []).map(({ of, ...words }) => ({ ...words, value: of(tables) }))
}

/** Where each cell of a format stands among all columns. */
const PLACES = new Map(
  [...CELLS].map(([format, cells]) => {
    const places = new Map(DATA_COLUMNS.map(({ code }, index) => [code, index]))
    return [format, cells.map(({ code, of }) => ({ at: places.get(code) ?? 0, of }))] as const
  }),
)

/** The same values as a line under {@link DATA_COLUMNS}: null where the format has no such cell. */
export function dataLine(tables: ReportTables, format: ReportFormat): (Cell | string)[] {
  const line: (Cell | string)[] = Array.from({ length: DATA_COLUMNS.length }, () => null)
  for (const { at, of } of PLACES.get(format) ?? []) line[at] = of(tables)
  return line
}
