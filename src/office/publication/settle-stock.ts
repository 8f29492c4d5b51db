/** 存量检查: what was found, and what people do about it: mask and correct, take down at once, say why it may stay. */
import { randomUUID } from 'node:crypto'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { ExceptionRow } from '../../record/desk/exceptions.ts'
import { blanked } from '../../record/outgoing/personal-data.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { reasonRefusals } from '../../record/publication/edition-checks.ts'
import {
  fileOfPlace,
  placeWords,
  samplesOf,
  type StockKind,
  type StockTab,
  type StockView,
  stockWords,
} from '../../record/publication/stock.ts'
import type { TaskRow } from '../../record/requests/view.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { documentOfAgency, editionById, lockDocument, updateDocument } from '../../store/editions.sql.ts'
import {
  closeFinding,
  countFindings,
  findingsOfDocuments,
  graveFindings,
  lastScan,
  listFindings,
  lockFinding,
} from '../../store/stock.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { reviseDocument } from './draft-edition.ts'
import { MASKED } from './edition-columns.ts'
import { filesToCheck, maskEditionFile } from './edition-files.ts'
import { maskEdition } from './mask-edition.ts'
import { takeFromOutlets } from './plan-outlets.ts'
import { withdrawDocument } from './put-online.ts'
import { stopPublicity } from './run-publicity.ts'
import { settleWithdrawn } from './scan-stock.ts'

const PAGE_SIZE = 20
const MOST_EXCEPTIONS = 100

export async function viewStock(
  ctx: OfficeContext,
  actor: Actor,
  input: { tab: StockTab; kind: StockKind | ''; page: number },
): Promise<Result<StockView>> {
  const { agencyId } = actor
  if (!permitted(actor, 'stock.view', { agencyId })) return refused(NOT_PERMITTED)
  const listed = { state: input.tab, ...(input.kind ? { kind: input.kind } : {}) }
  const [total, open, scan] = await Promise.all([
    countFindings(ctx.db, agencyId, listed),
    countFindings(ctx.db, agencyId, { state: 'open' }),
    lastScan(ctx.db),
  ])
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(Math.max(1, input.page), pages)
  const rows = await listFindings(ctx.db, agencyId, listed, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE })
  const may = (verb: 'stock.settle' | 'documents.write' | 'documents.withdraw') =>
    permitted(actor, verb, { agencyId, sectionId: null })
  const files = await Promise.all(rows.map((row) => filesToCheck(ctx, ctx.db, agencyId, row.files)))
  return ok({
    tab: input.tab,
    rows: rows.map((row, index) => ({
      id: row.id,
      documentId: row.document_id,
      editionId: row.edition_id,
      title: blanked(row.title, MASKED),
      column: row.column_key,
      place: placeWords(row.place, row.files),
      kind: row.kind,
      say: stockWords(row),
      grave: row.grave,
      foundOn: row.found_on,
      samples: samplesOf({ ...row, files: files[index] ?? [] }, row),
      correcting: row.correcting,
      closed: row.closed_on ? { on: row.closed_on, by: row.closed_by_name ?? '', because: row.because ?? '' } : null,
    })),
    total,
    page,
    pages,
    open,
    scanned: scan ? { on: scan.begun_on, documents: scan.documents, done: scan.done_at !== null } : null,
    may: { settle: may('stock.settle'), correct: may('documents.write'), withdraw: may('documents.withdraw') },
  })
}

/** 核对无误: it may stay as it is, and does not come back unless its line or the rule changes. */
export async function settleStock(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; because: string },
): Promise<Result<void>> {
  const { agencyId } = actor
  if (!permitted(actor, 'stock.settle', { agencyId })) return refused(NOT_PERMITTED)
  const said = reasonRefusals('because', input.because)
  if (said.length > 0) return refused(...said)
  return ctx.transact(async (tx): Promise<Result<void>> => {
    const finding = await lockFinding(tx, agencyId, input.id)
    if (!finding) return refused(NOT_FOUND)
    if (finding.state !== 'open') return refused(SETTLED)
    if (finding.kind === 'secrecy') return refused(NEVER_FAULTLESS)
    await closeFinding(tx, finding, { state: 'faultless', on: ctx.today(), by: actor.name, because: input.because })
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'stock.settle', target: finding.document_id })
    return ok(undefined)
  })
}

const SETTLED: Refusal = { code: 'already-done', say: '这一处已经处理。', then: '请刷新后核对。' }
const NEVER_FAULTLESS: Refusal = {
  code: 'file-marked-secret',
  say: '带密级或者内部标志的，不能这样销号。',
  then: '请先撤下；确已解密的，去掉标志后重新发布。',
}

/** 遮盖并修改: another edition of it with every number masked, in one click; where one is open already, that one. */
export async function correctStock(
  ctx: OfficeContext,
  actor: Actor,
  input: { documentId: string; id: string },
): Promise<Result<{ id: string }>> {
  if (!permitted(actor, 'documents.write', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const begun = await reviseDocument(ctx, actor, { id: input.id, documentId: input.documentId })
  if (!begun.ok) return begun
  const { id } = begun.value
  const edition = await editionById(ctx.db, actor.agencyId, id)
  if (edition?.state !== 'drafting') return ok({ id })
  const masked = await maskEdition(ctx, actor, { id, commandId: randomUUID(), seen: edition.version })
  // A number that its markup breaks is taken out by hand: the draft is begun all the same.
  if (!masked.ok && !masked.refusals.every(({ code }) => code === 'personal-data')) return masked
  await maskFiles(ctx, actor, { id, documentId: input.documentId })
  return ok({ id })
}

/** Those in which numbers were found; what the machine can't mask, the draft says, and a person replaces. */
async function maskFiles(ctx: OfficeContext, actor: Actor, of: { id: string; documentId: string }): Promise<void> {
  const found = await findingsOfDocuments(ctx.db, actor.agencyId, [of.documentId])
  const flagged = found.filter(({ state, kind, grave }) => state === 'open' && kind === 'personal' && grave)
  for (const fileId of new Set(flagged.map(({ place }) => fileOfPlace(place)))) {
    const edition = fileId && (await editionById(ctx.db, actor.agencyId, of.id))
    if (edition) await maskEditionFile(ctx, actor, { id: of.id, fileId, commandId: randomUUID(), seen: edition.version })
  }
}

/** 先撤下: at once and everywhere, also what was published before editions were kept. */
export async function takeDown(
  ctx: OfficeContext,
  actor: Actor,
  input: { documentId: string; commandId: string; because: string },
): Promise<Result<void>> {
  const { agencyId } = actor
  if (!permitted(actor, 'documents.withdraw', { agencyId })) return refused(NOT_PERMITTED)
  const { documentId, commandId, because } = input
  const document = await documentOfAgency(ctx.db, agencyId, documentId)
  if (!document) return refused(NOT_FOUND)
  if (document.edition_id) {
    const edition = await editionById(ctx.db, agencyId, document.edition_id)
    if (!edition) return refused(NOT_FOUND)
    return withdrawDocument(ctx, actor, { id: edition.id, commandId, seen: edition.version, because })
  }
  const said = reasonRefusals('because', because)
  if (said.length > 0) return refused(...said)
  return ctx.transact(async (tx): Promise<Result<void>> => {
    const standing = await lockDocument(tx, agencyId, documentId)
    if (!standing) return refused(NOT_FOUND)
    if (standing.withdrawn_on) return ok(undefined)
    await updateDocument(tx, { agencyId, id: documentId }, { withdrawn_on: ctx.today(), withdrawn_because: because })
    await stopPublicity(ctx, tx, { agencyId, documentId })
    await takeFromOutlets(ctx, tx, actor.name, { agencyId, documentId, note: because })
    await settleWithdrawn(ctx, tx, actor.name, { agencyId, documentId })
    await appendAudit(tx, { agencyId, actorId: actor.id, verb: 'documents.withdraw', target: standing.index_number })
    return ok(undefined)
  })
}

/** What waits for somebody, in one line: the list itself is a page of its own. */
export async function stockTasks(ctx: OfficeContext, actor: Actor): Promise<TaskRow[]> {
  const { agencyId } = actor
  if (!permitted(actor, 'stock.view', { agencyId })) return []
  const open = await countFindings(ctx.db, agencyId, { state: 'open' })
  if (open === 0) return []
  const grave = (await graveFindings(ctx.db, agencyId, MOST_EXCEPTIONS)).length
  return [
    {
      caseId: null,
      stock: true,
      number: '存量检查',
      subject: `已公开的信息中有 ${open} 处`,
      what: '核对已公开信息中发现的问题',
      why: grave > 0 ? `其中 ${grave} 件不能这样公开，要遮盖或者撤下` : '旧用语和疑似个人信息，核对后改正或者写明理由',
      dueOn: null,
      left: { workingDays: null, words: grave > 0 ? '尽快处理' : '待核对', tone: grave > 0 ? 'soon' : 'calm' },
    },
  ]
}

export async function stockExceptions(ctx: OfficeContext, actor: Actor): Promise<ExceptionRow[]> {
  const { agencyId } = actor
  if (!permitted(actor, 'stock.view', { agencyId })) return []
  return (await graveFindings(ctx.db, agencyId, MOST_EXCEPTIONS)).map(
    ({ document_id: stockOf, title, index_number: number, since }): ExceptionRow => ({
      kind: 'stockGrave',
      caseId: null,
      number,
      subject: blanked(title, MASKED),
      party: null,
      since,
      stockOf,
    }),
  )
}
