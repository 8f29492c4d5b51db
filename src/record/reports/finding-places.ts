/** Where a finding points to: its cells, the cells of the same relation, and what it would put there. */
import { leafRows } from '../../law/reports/algebra.ts'
import { checkTables } from '../../law/reports/checks.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import type { Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import type { CellMark } from './cell-mark.ts'
import { type CellEntries, type FormCell, formCells, placeKey, valueAt, withEntries } from './form-cells.ts'

/** The reader's words for cells that it would not vouch for: a row run together, a cell that is no number, a row not found. */
const UNREAD: ReadonlySet<string> = new Set(['R01', 'R02', 'R07'])
/** The reader found no such table. */
const NO_TABLE = 'R06'
/** These speak of cells without a number, whatever else stands in their rows. */
const OF_EMPTY: ReadonlySet<string> = new Set([...UNREAD, NO_TABLE, 'X13'])

/** What goes on from last year stands in one cell only, whether or not the other relations hold then. */
const SURE_OF_PLACE: ReadonlySet<string> = new Set(['X4', 'X7'])

interface Read {
  format: ReportFormat
  tables: ReportTables
}

/** The cells that a finding points to; none for one that speaks of words or of a whole table. */
export function placesOf(finding: Finding, read: Read): FormCell[] {
  if (finding.table === 'text' || finding.rows.length === 0) return []
  return cellsOf(finding, read).filter((cell) => !OF_EMPTY.has(finding.code) || valueAt(read.tables, cell) === null)
}

function cellsOf({ table, rows, column }: Finding, { format }: Read): FormCell[] {
  const named = new Set([...rows, ...labelsOf(rows, format)])
  return formCells(format).filter(
    (cell) => cell.table === table && named.has(cell.row) && (column === null || cell.column === column),
  )
}

/** Readers name rows of the 2019 form by their keys. */
function labelsOf(keys: readonly string[], format: ReportFormat): string[] {
  return formOf(format).disclosed.flatMap(({ rows }) => rows.filter(({ key }) => keys.includes(key)).map(({ label }) => label))
}

/** The cells of which one must be wrong: of a sum its parts as well. */
export function involvedIn(finding: Finding, read: Read): FormCell[] {
  const all = formCells(read.format)
  const inRow = (cell: FormCell) => cell.table === finding.table && finding.rows.includes(cell.row)
  if (finding.code === 'X3' || finding.code === 'X5') return all.filter(inRow)
  if (finding.code === 'X2') {
    const rows: readonly string[] = [...leafRows(formOf(read.format)), 'handled']
    return all.filter((cell) => cell.table === 'requests' && rows.includes(cell.row) && cell.column === finding.column)
  }
  if (finding.code === 'X7') return all.filter(inRow)
  if (finding.code === NO_TABLE || finding.code === 'R03') return all.filter((cell) => cell.table === finding.table)
  return placesOf(finding, read)
}

/** Whether a person must read these cells, since the machine could not. A blank in the source is no doubt: it was read as blank. */
export function isUnread({ code }: Finding): boolean {
  return UNREAD.has(code) || code === NO_TABLE
}

/** The cells that the reader would not vouch for and that still have no number. */
export function unreadCells(findings: readonly Finding[], read: Read): FormCell[] {
  const unread = new Set(
    findings
      .filter(isUnread)
      .flatMap((finding) => (finding.code === NO_TABLE ? involvedIn(finding, read) : placesOf(finding, read)))
      .map(placeKey),
  )
  return formCells(read.format).filter((cell) => unread.has(placeKey(cell)) && valueAt(read.tables, cell) === null)
}

/** What a finding would put where it points; null where the fault may lie in any of several cells. */
export function proposedBy(finding: Finding, read: Read): CellEntries | null {
  const places = placesOf(finding, read)
  const { table, proposed = [] } = finding
  const computed: CellEntries = new Map(
    table === 'text' ? [] : proposed.map(({ row, column, value }) => [placeKey({ table, row, column }), value]),
  )
  if (finding.code === 'X13') {
    const filled: CellEntries = new Map(
      places.map((cell) => {
        const zero = formOf(read.format).disclosedIn === 'words' && cell.table === 'disclosed' ? '0' : 0
        return [placeKey(cell), computed.get(placeKey(cell)) ?? zero]
      }),
    )
    return breaksNothing(filled, read) ? filled : null
  }
  if (computed.size > 0) return computed
  if (!SURE_OF_PLACE.has(finding.code)) return null
  const [only, ...others] = places
  if (!only || others.length > 0 || finding.expected === null || finding.column === null) return null
  return new Map([[placeKey(only), finding.expected]])
}

/** Whether no relation is broken by these entries that is not broken without them. */
function breaksNothing(entries: CellEntries, { tables, format }: Read): boolean {
  const named = ({ code, rows, column }: Finding) => `${code} ${rows.join()} ${column ?? ''}`
  const before = new Set(checkTables(tables, format).map(named))
  return checkTables(withEntries(tables, format, entries), format).every((one) => before.has(named(one)))
}

/** What the findings have to say, cell by cell: for a spreadsheet in which they are marked. */
export function cellMarks(findings: readonly Finding[], read: Read): CellMark[] {
  return findings.flatMap((finding) =>
    placesOf(finding, read).map(({ table, row, column }) => ({
      table,
      row,
      column,
      text: `${finding.code}：${finding.message}${finding.repair ? `。${finding.repair}` : ''}`,
    })),
  )
}
