/** 发布: what the head released stands on the portal; what is not to be published is kept, to be looked at again (Reg. 18). */
import { randomUUID } from 'node:crypto'
import { rereviewOn } from '../../law/publication/attribute.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { Actor } from '../../record/people/roles.ts'
import { type EditionContent, takenBackBecause } from '../../record/publication/edition.ts'
import { reasonRefusals } from '../../record/publication/edition-checks.ts'
import { lockDocument, updateDocument } from '../../store/editions.sql.ts'
import { documentById, insertDocument } from '../../store/publication.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { filesToPublish } from './edition-files.ts'
import { addStep, type EditionCommand, type EditionMatter, onEdition } from './edition-matter.ts'
import { indexDocument } from './index-documents.ts'
import { putData } from './data-sets.ts'
import { nextIndexNumber } from './index-number.ts'
import { planAtOutlets, takeFromOutlets } from './plan-outlets.ts'
import { concludeByResult, runPublicity, stopPublicity } from './run-publicity.ts'
import { settleReleased, settleWithdrawn } from './scan-stock.ts'

/** After the last step of its chain was passed. */
export async function conclude(ctx: OfficeContext, tx: Tx, by: Actor, matter: EditionMatter): Promise<Result<void>> {
  const { content } = matter
  const today = ctx.today()
  if (content.attribute !== 'proactive') {
    const done = { kind: 'kept', verb: 'documents.keep', commandId: randomUUID() } as const
    const kept = await addStep(ctx, tx, by, matter, done, { review_on: rereviewOn(today) })
    await takeBack(ctx, tx, by, kept)
    return ok(undefined)
  }
  if (content.interprets && !(await documentById(tx, today, matter.row.agency_id, content.interprets)))
    return refused(SOURCE_MISSING)
  await putOnline(ctx, tx, matter)
  await concludeByResult(ctx, tx, matter)
  await indexDocument(tx, matter.row.agency_id, matter.row.document_id)
  await settleReleased(ctx, tx, by.name, { agencyId: matter.row.agency_id, documentId: matter.row.document_id })
  const { agency_id: agencyId, document_id: documentId, id: editionId } = matter.row
  if (content.audience === 'society')
    await planAtOutlets(ctx, tx, by.name, { agencyId, documentId, editionId, column: content.column })
  else await takeFromOutlets(ctx, tx, by.name, { agencyId, documentId, note: '改为只对本单位公开' })
  await addStep(ctx, tx, by, matter, { kind: 'released', verb: 'documents.publish', commandId: randomUUID() })
  return ok(undefined)
}

/** What is decided not to be public does not stay so: an edition that stands is withdrawn in the same deed. */
async function takeBack(ctx: OfficeContext, tx: Tx, by: Actor, matter: EditionMatter): Promise<void> {
  const { agency_id: agencyId, document_id: id } = matter.row
  const standing = await lockDocument(tx, agencyId, id)
  if (!standing || standing.withdrawn_on) return
  const note = takenBackBecause(matter.content)
  await updateDocument(tx, { agencyId, id }, { withdrawn_on: ctx.today(), withdrawn_because: note })
  await stopPublicity(ctx, tx, { agencyId, documentId: id })
  await settleWithdrawn(ctx, tx, by.name, { agencyId, documentId: id })
  await takeFromOutlets(ctx, tx, by.name, { agencyId, documentId: id, note })
  await addStep(ctx, tx, by, matter, { kind: 'withdrawn', note, verb: 'documents.withdraw', commandId: randomUUID() })
}

const SOURCE_MISSING: Refusal = {
  code: 'field-invalid',
  field: 'interprets',
  say: '被解读的文件还没有公开。',
  then: '请先签发被解读的文件，再签发解读。',
}

async function putOnline(ctx: OfficeContext, tx: Tx, { row, content, steps }: EditionMatter): Promise<void> {
  const today = ctx.today()
  const key = { agencyId: row.agency_id, id: row.document_id }
  // The unit's own head, whoever above had the last word.
  const head = steps.findLast(({ kind, step }) => kind === 'passed' && step === 'head')?.actor_id ?? null
  const files = JSON.stringify(await filesToPublish(tx, { row, content }))
  const written = { ...columnsOf(content, content.formedOn ?? today), files, edition_id: row.id, approved_by: head }
  const standing = await lockDocument(tx, row.agency_id, row.document_id)
  if (!standing)
    await insertDocument(tx, {
      agency_id: row.agency_id,
      id: row.document_id,
      index_number: await nextIndexNumber(tx, row.agency_id, written.formed_on, today),
      published_on: today,
      validity: 'inForce',
      repealed_on: null,
      ...written,
    })
  // Before the text is: whether a 公示 begins anew is judged by what has stood so far.
  const shown_until = await runPublicity(ctx, tx, { row, content })
  // What was withdrawn and is released again stands again, under its old address and number.
  const again = standing ? { ...written, withdrawn_on: null, withdrawn_because: null } : {}
  await updateDocument(tx, key, { ...again, shown_until })
  if (content.data) await putData(ctx, tx, { row, data: content.data })
}

function columnsOf(content: EditionContent, formedOn: LocalDate) {
  return {
    column_key: content.column,
    title: content.title,
    number: content.number || null,
    summary: content.summary.trim(),
    keywords: JSON.stringify(content.keywords),
    body: content.body,
    formed_on: formedOn,
    effective_on: content.effectiveOn,
    normative: content.normative,
    interprets: content.interprets,
    audience: content.audience,
    stage: content.stage,
    item_id: content.itemId ?? null,
    duty_key: content.dutyKey ?? '',
    result_of: content.resultOf,
  }
}

/** 撤下: at once and everywhere; the address then tells that and why. */
export function withdrawDocument(
  ctx: OfficeContext,
  actor: Actor,
  input: EditionCommand & { because: string },
): Promise<Result<void>> {
  return onEdition(ctx, actor, input, 'documents.withdraw', async (tx, matter) => {
    const said = reasonRefusals('because', input.because)
    if (said.length > 0) return refused(...said)
    const standing = await lockDocument(tx, matter.row.agency_id, matter.row.document_id)
    if (!standing || standing.edition_id !== matter.row.id)
      return refused({ code: 'not-found', say: '这一稿没有发布在外。', then: '请从已发布的信息中打开最新的一稿。' })
    if (standing.withdrawn_on) return refused({ code: 'already-done', say: '这件信息已经撤下。', then: '无需再次办理。' })
    const { because: note, commandId } = input
    await updateDocument(
      tx,
      { agencyId: matter.row.agency_id, id: standing.id },
      { withdrawn_on: ctx.today(), withdrawn_because: note },
    )
    await stopPublicity(ctx, tx, { agencyId: matter.row.agency_id, documentId: standing.id })
    await settleWithdrawn(ctx, tx, actor.name, { agencyId: matter.row.agency_id, documentId: standing.id })
    await takeFromOutlets(ctx, tx, actor.name, { agencyId: matter.row.agency_id, documentId: standing.id, note })
    await addStep(ctx, tx, actor, matter, { kind: 'withdrawn', note, verb: 'documents.withdraw', commandId })
    return ok(undefined)
  })
}
