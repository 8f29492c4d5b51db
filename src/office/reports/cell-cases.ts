import { fromParts, type LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { isDisclosed2019 } from '../../law/reports/checks.ts'
import { type ReportForm, formatFor, formOf } from '../../law/reports/formats/index.ts'
import { DISPUTE_COLUMNS, DISPUTE_GROUPS, type ReportTables } from '../../law/reports/model.ts'
import { OUTCOME_TABLE } from '../../law/requests/outcomes.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { factsInCell, factsInDisputeCell, normativeIn } from '../../record/reports/compile.ts'
import { DECISION_KINDS, entriesCounted } from '../../record/reports/decision-entries.ts'
import { figuresOf } from '../../record/reports/figures.ts'
import { BEHIND_A_PAGE, type CellCases, type UnitCell, type UnitsBehind } from '../../record/reports/view.ts'
import type { RequestFact } from '../../record/requests/fact.ts'
import { type CellPath, shownAbove, unitsInCell, type YearAsked } from '../../store/units-added-up.sql.ts'
import { decisionEntries } from '../../store/decisions.sql.ts'
import { findNotice } from '../../store/hand-in.sql.ts'
import { isUnder } from '../../store/people.sql.ts'
import { latestReport, normativeDocuments } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { readingsOfYear } from './readings-of-year.ts'
import { amendmentFacts, compileTables, requestFacts } from './tables.ts'

interface CellAsked {
  year: number
  /** Of the cases, documents or entries, from 1. */
  page?: number
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

/** 汇总数的来源: the units whose accepted reports have a number in one cell of a notice's sums. */
export async function sumCell(
  ctx: OfficeContext,
  actor: Actor,
  { noticeId, ...cell }: Omit<CellAsked, 'year'> & { noticeId: string },
): Promise<Result<UnitsBehind>> {
  if (!permitted(actor, 'handIns.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const notice = await findNotice(ctx.db, actor.agencyId, noticeId)
  if (!notice) return refused(NOT_FOUND)
  const path = pathOf(formOf(notice.format), cell)
  if (!path) return refused(NO_CELL)
  return ok(await unitsBehind(ctx, { ...notice, agencyId: actor.agencyId, noticeId }, path))
}

/** The same of a unit below, however deep, told without what was asked for. */
export async function unitCell(
  ctx: OfficeContext,
  actor: Actor,
  { unitId, ...cell }: CellAsked & { unitId: string },
): Promise<Result<UnitCell>> {
  if (!permitted(actor, 'handIns.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  if (!(await isUnder(ctx.db, unitId, actor.agencyId))) return refused(NOT_FOUND)
  const [{ details }, shown] = await Promise.all([agencyOn(ctx.db, unitId, ctx.today()), shownAbove(ctx.db, unitId, cell.year)])
  const unit = { id: unitId, name: details.name }
  const nothing = { unit, caseCount: 0, cases: [], units: null, documentCount: 0, documents: [], entryCount: 0, entries: [] }
  // What a unit has in its register or its draft but has shown nobody is not the supervisor's to look into.
  if (!shown) return ok({ ...nothing, stands: 'not-shown', value: null })
  const path = pathOf(formOf(shown.format), cell)
  if (!path) return refused(NO_CELL)
  const value = valueAt(shown.tables, path)
  if (!shown.compiled) return ok({ ...nothing, stands: 'elsewhere', value })
  const lastDay = fromParts(cell.year, 12, 31)
  const now = await compileTables(ctx.db, { agencyId: unitId, year: cell.year, format: shown.format, asOf: lastDay }, lastDay)
  // The register tells of today. Where it says something else than the report did, it is not what stands behind the number.
  const stands = valueAt(now.tables, path) === value
  if (!stands) return ok({ ...nothing, stands: 'changed-since', value })
  const found = await behindCell(ctx, unitId, cell, lastDay)
  if (!found.ok) return found
  const { caseCount, cases, units, documentCount, documents, entryCount, entries } = found.value
  return ok({
    unit,
    stands: 'compiled-here',
    value,
    caseCount,
    cases: cases.map(({ id: _id, disputeId: _dispute, subject: _subject, ...told }) => told),
    units,
    documentCount,
    documents,
    entryCount,
    entries: entries.map(({ evidence: _evidence, basis: _basis, enteredBy: _by, ...told }) => told),
  })
}

/** Rows and columns by name; 0 and blank are what they are. */
function valueAt(tables: ReportTables, path: CellPath): number | string | null {
  if ('label' in path) {
    const { disclosed } = tables
    const rows = disclosed && isDisclosed2019(disclosed) ? disclosed.rows : []
    return rows.find(({ label }) => label === path.label)?.cells[Number(path.column)] || null
  }
  const found = path.steps.reduce<unknown>(
    (at, step) => (at === null || at === undefined ? null : (at as Record<string, unknown>)[step]),
    tables,
  )
  return typeof found === 'number' || typeof found === 'string' ? found : null
}

const NO_CELL = { code: 'not-found', say: '表中没有这一格。', then: '请从表格中点选。' } as const

async function behindCell(ctx: OfficeContext, agencyId: string, cell: CellAsked, day?: LocalDate): Promise<Result<CellCases>> {
  const form = formatFor(cell.year)
  const path = form && pathOf(form, cell)
  if (!form || !path) return refused(NO_CELL)
  const latest = await latestReport(ctx.db, agencyId, cell.year)
  const asOf = day ?? latest?.as_of ?? fromParts(cell.year, 12, 31)
  const [facts, units, entered] = await Promise.all([
    factsFor(ctx, agencyId, cell),
    latest?.units?.notices.length ? unitsBehind(ctx, { agencyId, year: cell.year, format: latest.format }, path) : null,
    cell.table === 'disclosed' ? enteredBehind(ctx, agencyId, cell, { form, asOf }) : { documents: [], entries: [] },
  ])
  const behind = factsBehind(facts, form, cell, asOf)
  const ids = new Set(behind.map((fact) => fact.caseId))
  const own = facts.filter((fact) => ids.has(fact.caseId))
  const paged = <T>(all: readonly T[]) => onPage(all, cell.page ?? 1)
  return ok({
    table: cell.table,
    row: cell.row,
    column: cell.column,
    value: behind.length,
    caseCount: own.length,
    cases: paged(own).map((fact) => ({
      id: fact.caseId,
      disputeId: fact.disputeId,
      number: fact.number,
      subject: fact.subject,
      receivedOn: fact.receivedOn,
      closedOn: fact.closedOn,
      outcomeWords: fact.disputeId ? '对更正决定的争议' : fact.outcome ? OUTCOME_TABLE[fact.outcome].zh : '尚未办结',
    })),
    units,
    documentCount: entered.documents.length,
    documents: paged(entered.documents),
    entryCount: entered.entries.length,
    entries: paged(entered.entries),
  })
}

function onPage<T>(all: readonly T[], page: number): T[] {
  return all.slice((page - 1) * BEHIND_A_PAGE, page * BEHIND_A_PAGE)
}

/** Table 四 counts disputes over requests and over the amendment of records. */
async function factsFor(ctx: OfficeContext, agencyId: string, { table, year }: CellAsked) {
  const facts = await requestFacts(ctx.db, agencyId, year)
  const ofRequests = facts.map((fact) => ({ ...fact, disputeId: null }))
  if (table !== 'disputes') return ofRequests
  const ofAmendments = await amendmentFacts(ctx.db, agencyId, year)
  return [...ofRequests, ...ofAmendments.map((fact) => ({ ...fact, disputeId: fact.caseId }))]
}

/** Behind a number of table 二: documents of the library, or what the sections entered. */
async function enteredBehind(
  ctx: OfficeContext,
  agencyId: string,
  { year, row, column }: CellAsked,
  { form, asOf }: { form: ReportForm; asOf: LocalDate },
): Promise<Pick<CellCases, 'documents' | 'entries'>> {
  const name = figureAt(form, row, column)?.from ?? ''
  const [documents, readings] = await Promise.all([normativeDocuments(ctx.db, agencyId), readingsOfYear(ctx.db, agencyId, year)])
  const behind = normativeIn(documents, year, asOf, readings)[name]
  if (behind) {
    const { slug } = await agencyOn(ctx.db, agencyId, ctx.today())
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
  const kind = DECISION_KINDS.find((one) => one === name)
  if (!kind) return { documents: [], entries: [] }
  const counted = entriesCounted(await decisionEntries(ctx.db, agencyId, fromParts(year, 1, 1), asOf), kind, asOf)
  return { documents: [], entries: counted.map(({ evidenceHash: _hash, evidenceType: _type, ...entry }) => entry) }
}

async function unitsBehind(ctx: OfficeContext, asked: YearAsked, path: CellPath): Promise<UnitsBehind> {
  const { rows, total } = await unitsInCell(ctx.db, asked, path, { on: ctx.today(), limit: MOST_UNITS })
  return { rows: rows.map(({ unitId, ...row }) => ({ id: unitId, ...row })), total }
}

/** The figure of a cell of table 二, whose row may be named by its key or its label. */
function figureAt(form: ReportForm, row: string, column: string) {
  const key = form.disclosed.flatMap(({ rows }) => rows).find((one) => one.key === row || one.label === row)?.key
  return figuresOf(form).find((one) => one.row === key && String(one.column) === column)
}

/** Where the cell stands in a report's tables as stored; null if the form has no such cell. */
function pathOf(form: ReportForm, { table, row, column }: Omit<CellAsked, 'year'>): CellPath | null {
  if (table === 'disclosed') {
    const figure = figureAt(form, row, column)
    if (!figure) return null
    const line = form.disclosed.flatMap((block) => block.rows).find(({ key }) => key === figure.row)
    if (form.disclosedIn === 'words') return { label: line?.label ?? row, column }
    return { steps: (line?.figures.length ?? 0) > 1 ? [table, row, column] : [table, row] }
  }
  const columns: readonly string[] = table === 'requests' ? form.requests.columns.map((one) => one.column) : DISPUTE_COLUMNS
  const index = columns.findIndex((one) => one === column)
  const rows: readonly string[] = table === 'requests' ? form.requests.rows.map((one) => one.row) : DISPUTE_GROUPS
  return index >= 0 && rows.includes(row) ? { steps: [table, row, String(index)] } : null
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
