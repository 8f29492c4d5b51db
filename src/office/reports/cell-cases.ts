import { fromParts, type LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type ReportForm, formatFor } from '../../law/reports/formats/index.ts'
import { DISPUTE_COLUMNS, DISPUTE_GROUPS } from '../../law/reports/model.ts'
import { OUTCOME_TABLE } from '../../law/requests/outcomes.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { factsInCell, factsInDisputeCell, normativeIn } from '../../record/reports/compile.ts'
import { DECISION_KINDS, entriesCounted } from '../../record/reports/decision-entries.ts'
import type { CellCases, UnitCell } from '../../record/reports/view.ts'
import type { RequestFact } from '../../record/requests/fact.ts'
import { unitsInCell, type YearAsked } from '../../store/units-added-up.sql.ts'
import { decisionEntries } from '../../store/decisions.sql.ts'
import { isUnder } from '../../store/people.sql.ts'
import { latestReport, normativeDocuments } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { requestFacts } from './tables.ts'

interface CellAsked {
  year: number
  table: CellCases['table']
  row: string
  column: string
}

/** Units named at a time: the largest. */
const MOST_UNITS = 200

/** 每个数字背后: the own cases that a cell counts, and of a report that adds up others, the units with a number there. */
export async function cellCases(ctx: OfficeContext, actor: Actor, cell: CellAsked): Promise<Result<CellCases>> {
  if (!permitted(actor, 'reports.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  return behindCell(ctx, actor.agencyId, cell)
}

/** The same of a unit below, however deep, told without what was asked for. */
export async function unitCell(
  ctx: OfficeContext,
  actor: Actor,
  { unitId, ...cell }: CellAsked & { unitId: string },
): Promise<Result<UnitCell>> {
  if (!permitted(actor, 'handIns.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  if (!(await isUnder(ctx.db, unitId, actor.agencyId))) return refused(NOT_FOUND)
  const [{ details }, report] = await Promise.all([
    agencyOn(ctx.db, unitId, ctx.today()),
    latestReport(ctx.db, unitId, cell.year),
  ])
  const unit = { id: unitId, name: details.name }
  // What a unit has in its register but has not made a report of is not the supervisor's to look into.
  if (report?.source !== 'compiled') return ok({ unit, compiledHere: false, cases: [], units: null, documents: [], entries: [] })
  const found = await behindCell(ctx, unitId, cell)
  if (!found.ok) return found
  const { cases, units, documents, entries } = found.value
  return ok({
    unit,
    compiledHere: true,
    cases: cases.map(({ id: _id, subject: _subject, ...told }) => told),
    units,
    documents,
    entries: entries.map(({ evidence: _evidence, basis: _basis, enteredBy: _by, ...told }) => told),
  })
}

async function behindCell(ctx: OfficeContext, agencyId: string, cell: CellAsked): Promise<Result<CellCases>> {
  const form = formatFor(cell.year)
  const path = form && pathOf(form, cell)
  if (!form || !path) return refused({ code: 'not-found', say: '表中没有这一格。', then: '请从表格中点选。' })
  const latest = await latestReport(ctx.db, agencyId, cell.year)
  const asOf = latest?.as_of ?? fromParts(cell.year, 12, 31)
  const [facts, units, entered] = await Promise.all([
    requestFacts(ctx.db, agencyId, cell.year),
    latest?.units?.notices.length ? unitsBehind(ctx, { agencyId, year: cell.year, format: latest.format }, path) : null,
    cell.table === 'disclosed' ? enteredBehind(ctx, agencyId, cell, asOf) : { documents: [], entries: [] },
  ])
  const behind = factsBehind(facts, form, cell, asOf)
  const ids = new Set(behind.map((fact) => fact.caseId))
  return ok({
    table: cell.table,
    row: cell.row,
    column: cell.column,
    value: behind.length,
    cases: facts
      .filter((fact) => ids.has(fact.caseId))
      .map((fact) => ({
        id: fact.caseId,
        number: fact.number,
        subject: fact.subject,
        receivedOn: fact.receivedOn,
        closedOn: fact.closedOn,
        outcomeWords: fact.outcome ? OUTCOME_TABLE[fact.outcome].zh : '尚未办结',
      })),
    units,
    ...entered,
  })
}

/** Behind a number of table 二: documents of the library, or what the sections entered. */
async function enteredBehind(
  ctx: OfficeContext,
  agencyId: string,
  { year, row, column }: CellAsked,
  asOf: LocalDate,
): Promise<Pick<CellCases, 'documents' | 'entries'>> {
  if (row === 'normativeDocuments') {
    const { slug } = await agencyOn(ctx.db, agencyId, ctx.today())
    const behind = normativeIn(await normativeDocuments(ctx.db, agencyId), year, asOf)[Number(column)] ?? []
    return {
      entries: [],
      documents: behind.map((one) => ({
        id: one.id,
        title: one.title,
        number: one.number ?? '',
        formedOn: one.formed_on,
        repealedOn: one.repealed_on,
        address: `/${slug}/doc/${one.id}`,
      })),
    }
  }
  const kind = DECISION_KINDS.find((one) => one === row)
  if (!kind) return { documents: [], entries: [] }
  const counted = entriesCounted(await decisionEntries(ctx.db, agencyId, fromParts(year, 1, 1), asOf), kind, asOf)
  return { documents: [], entries: counted.map(({ evidenceHash: _hash, evidenceType: _type, ...entry }) => entry) }
}

async function unitsBehind(ctx: OfficeContext, asked: YearAsked, path: string[]): Promise<CellCases['units']> {
  const { rows, total } = await unitsInCell(ctx.db, asked, path, { on: ctx.today(), limit: MOST_UNITS })
  return { rows: rows.map(({ unitId, ...row }) => ({ id: unitId, ...row })), total }
}

/** Where the cell stands in a report's tables as stored; null if the form has no such cell. */
function pathOf(form: ReportForm, { table, row, column }: CellAsked): string[] | null {
  if (table === 'disclosed') {
    const block = form.disclosed.find(({ rows }) => rows.some(({ key }) => key === row))
    const index = Number(column)
    if (!block || !Number.isInteger(index) || index < 0 || index >= block.columns.length) return null
    return block.columns.length > 1 ? [table, row, String(index)] : [table, row]
  }
  const columns: readonly string[] = table === 'requests' ? form.requests.columns.map((one) => one.column) : DISPUTE_COLUMNS
  const index = columns.findIndex((one) => one === column)
  const rows: readonly string[] = table === 'requests' ? form.requests.rows.map((one) => one.row) : DISPUTE_GROUPS
  return index >= 0 && rows.includes(row) ? [table, row, String(index)] : null
}

function factsBehind(
  facts: readonly RequestFact[],
  form: ReportForm,
  { year, table, row, column }: CellAsked,
  upTo: LocalDate,
): RequestFact[] {
  if (table === 'disputes') {
    const group = DISPUTE_GROUPS.find((one) => one === row)
    const known = DISPUTE_COLUMNS.find((one) => one === column)
    return group && known ? factsInDisputeCell(facts, { year, group, column: known, upTo }) : []
  }
  const known = form.requests.columns.find((one) => one.column === column)?.column
  const knownRow = form.requests.rows.find((one) => one.row === row)?.row
  return known && knownRow ? factsInCell(facts, { year, format: form.format, row: knownRow, column: known, upTo }) : []
}
