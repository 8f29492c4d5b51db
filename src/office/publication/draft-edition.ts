/** 起草: begin, save, send for review, drop; begin another edition of what stands published. */
import { randomUUID } from 'node:crypto'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { withoutControls } from '../../record/publication/catalogue.ts'
import { tidied } from '../../record/publication/data-set.ts'
import { dataSetBody } from '../../record/publication/data-set-body.ts'
import { type EditionContent, editionContentSchema } from '../../record/publication/edition.ts'
import { withoutOthers } from '../../record/publication/edition-files.ts'
import { editionHits } from '../../record/publication/edition-checks.ts'
import { dayRefusals } from '../../record/publication/first-day.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { documentOfAgency, editionById, editionsOfDocument, insertEdition, updateEdition } from '../../store/editions.sql.ts'
import { sectionsOf } from '../../store/people.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { cleanBody } from './clean-body.ts'
import { editionColumns, openContent } from './edition-columns.ts'
import { withOwnFiles } from './edition-files.ts'
import { addStep, type EditionCommand, onEdition } from './edition-matter.ts'
import { releaseRefusals } from './release-refusals.ts'

const NOT_DRAFTING: Refusal = {
  code: 'already-done',
  say: '这一稿已经送审或者办结，不能再改。',
  then: '需要修改的，请审核人员退回；已经发布的，请另起一稿。',
}

const LONGEST_BODY = 600_000
const TOO_LARGE: Refusal = {
  code: 'field-invalid',
  field: 'data',
  say: '表里的文字太多，一件信息放不下。',
  then: '请精简较长的格子，例如招生范围只写村、街道、小区的名称。',
}

/**
 * As it is kept: clean, without blanks at the ends and without control characters, which no feed may carry. A text with a mark of
 * classification is not kept at all, nor a day that cannot be meant.
 */
function asKept(content: EditionContent): Result<EditionContent> {
  const data = content.data && tidied({ ...content.data, note: withoutControls(content.data.note) })
  const kept: EditionContent = {
    ...content,
    title: withoutControls(content.title).trim(),
    number: withoutControls(content.number).trim(),
    summary: withoutControls(content.summary),
    keywords: content.keywords.map(withoutControls),
    reason: withoutControls(content.reason),
    // A reference such as &#11; is one only once it is read.
    body: withoutControls(cleanBody(data ? dataSetBody(data) : content.body)),
    data,
    // The last day of a 公示 follows from its period.
    shownUntil: content.publicity ? null : content.shownUntil,
  }
  const marks = editionHits(kept).filter(({ kind }) => kind === 'secrecy')
  const refusals = [
    ...marks.map(({ say, then, field }): Refusal => ({ code: 'file-marked-secret', say, then, field })),
    ...dayRefusals('formedOn', kept.formedOn),
    ...(kept.body.length > LONGEST_BODY ? [TOO_LARGE] : []),
  ]
  return refusals.length > 0 ? refused(...refusals) : ok(kept)
}

interface Beginning {
  /** Chosen by the caller: what is sent twice begins once. */
  id: string
  /** Chosen by the caller where what is told must be the same every time; else made here. */
  documentId?: string
  content: EditionContent
  sectionId: string | null
}

/** 起草一件新的信息. */
export async function beginEdition(ctx: OfficeContext, actor: Actor, input: Beginning): Promise<Result<{ id: string }>> {
  const { agencyId } = actor
  const sectionId = input.sectionId ?? null
  if (!permitted(actor, 'documents.write', { agencyId, sectionId })) return refused(NOT_PERMITTED)
  const content = asKept(input.content)
  if (!content.ok) return content
  return ctx.transact(async (tx): Promise<Result<{ id: string }>> => {
    if (sectionId && !(await sectionsOf(tx, agencyId)).some(({ id }) => id === sectionId))
      return refused({ ...NOT_FOUND, field: 'sectionId' })
    if (!(await editionById(tx, agencyId, input.id)))
      await begin(ctx, tx, actor, {
        id: input.id,
        documentId: input.documentId ?? randomUUID(),
        seq: 1,
        sectionId,
        // Files come once there is a draft to put them in.
        content: { ...content.value, files: [], body: withoutOthers(content.value.body, []) },
      })
    return ok({ id: input.id })
  })
}

async function begin(
  ctx: OfficeContext,
  tx: Tx,
  actor: Actor,
  { id, documentId, seq, sectionId, content }: Beginning & { documentId: string; seq: number },
): Promise<void> {
  await insertEdition(tx, {
    agency_id: actor.agencyId,
    id,
    document_id: documentId,
    seq,
    ...editionColumns(ctx, content),
    section_id: sectionId,
    state: 'drafting',
    next_step: null,
    authors: JSON.stringify([actor.id]),
    review_on: null,
    started_on: ctx.today(),
    updated_at: ctx.now().toISOString(),
  })
  await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'documents.write', target: id })
}

/** 修改已发布的信息: another edition, which goes through the whole review; until it is released the former one stands. */
export async function reviseDocument(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; documentId: string },
): Promise<Result<{ id: string }>> {
  const { agencyId } = actor
  if (!permitted(actor, 'documents.write', { agencyId })) return refused(NOT_PERMITTED)
  return ctx.transact(async (tx): Promise<Result<{ id: string }>> => {
    const document = await documentOfAgency(tx, agencyId, input.documentId)
    if (!document?.published_on) return refused(NOT_FOUND)
    const editions = await editionsOfDocument(tx, agencyId, input.documentId)
    const open = editions.find(({ state }) => state === 'drafting' || state === 'inReview')
    if (open) return ok({ id: open.id })
    const sectionId = editions.at(-1)?.section_id ?? null
    if (!permitted(actor, 'documents.write', { agencyId, sectionId })) return refused(NOT_PERMITTED)
    const released = editions.findLast(({ state }) => state === 'released')
    const content = released
      ? openContent(ctx, released.sealed_content)
      : editionContentSchema.parse({
          column: document.column_key,
          title: document.title,
          number: document.number ?? '',
          summary: document.summary,
          keywords: document.keywords.slice(0, 12),
          body: document.body,
          formedOn: document.formed_on,
          effectiveOn: document.effective_on,
          normative: document.normative,
          interprets: document.interprets,
          itemId: document.item_id,
          dutyKey: document.duty_key,
          audience: document.audience,
          stage: document.stage,
        })
    await begin(ctx, tx, actor, {
      id: input.id,
      documentId: document.id,
      seq: (editions.at(-1)?.seq ?? 0) + 1,
      sectionId,
      content,
    })
    return ok({ id: input.id })
  })
}

/** A draft stays what it was begun as: a text, or the table of one kind and period. */
function ofSameTable({ data: standing }: EditionContent, { data }: EditionContent): EditionContent['data'] {
  return standing && data ? { ...data, kind: standing.kind, period: standing.period } : standing
}

/** 暂存. Whoever saves has written at it. */
export function saveEdition(
  ctx: OfficeContext,
  actor: Actor,
  input: EditionCommand & { content: EditionContent },
): Promise<Result<void>> {
  return onEdition(ctx, actor, input, 'documents.write', async (tx, matter) => {
    if (matter.progress.state !== 'drafting') return refused(NOT_DRAFTING)
    const kept = asKept({ ...input.content, data: ofSameTable(matter.content, input.content) })
    if (!kept.ok) return kept
    const { agency_id: agencyId, document_id: documentId } = matter.row
    const content = await withOwnFiles(tx, { agencyId, documentId }, kept.value)
    const columns = editionColumns(ctx, content)
    if (columns.digest === matter.row.digest) return ok(undefined)
    const authors = JSON.stringify([...new Set([...matter.row.authors, actor.id])])
    await updateEdition(tx, matter.row, { ...columns, authors, updated_at: ctx.now().toISOString() })
    return ok(undefined)
  })
}

/** 送审: everything that is still missing, and what may not leave, is told at once. */
export function submitEdition(ctx: OfficeContext, actor: Actor, input: EditionCommand): Promise<Result<void>> {
  return onEdition(ctx, actor, input, 'documents.write', async (tx, matter) => {
    if (matter.progress.state !== 'drafting') return refused(NOT_DRAFTING)
    const refusals = await releaseRefusals(ctx, tx, matter, false)
    if (refusals.length > 0) return refused(...refusals)
    await addStep(ctx, tx, actor, matter, { kind: 'submitted', verb: 'documents.submit', commandId: input.commandId })
    return ok(undefined)
  })
}

/** 作废 a draft that is not needed: it stays, and is not shown among what is open. */
export function dropEdition(
  ctx: OfficeContext,
  actor: Actor,
  input: EditionCommand & { because: string },
): Promise<Result<void>> {
  return onEdition(ctx, actor, input, 'documents.write', async (tx, matter) => {
    if (matter.progress.state !== 'drafting') return refused(NOT_DRAFTING)
    const { because: note, commandId } = input
    await addStep(ctx, tx, actor, matter, { kind: 'dropped', note, verb: 'documents.drop', commandId })
    return ok(undefined)
  })
}
