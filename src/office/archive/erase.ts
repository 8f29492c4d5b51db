/**
 * 销毁 — when a volume has been kept for its period its personal data go: requester, contents, parties, letters, drafts, notes,
 * files. Acts, counts and the audit chain stay. One person proposes the list, another approves it (《档案法》第二十一条).
 */
import { randomUUID } from 'node:crypto'
import { archivesLaw } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { ErasureView } from '../../record/archive/view.ts'
import { ERASED_MARK, erasedCopy } from '../../record/people/erased.ts'
import { maskInText } from '../../record/people/requester.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { volumesDue } from '../../store/archive.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import {
  amendmentVolumesDue,
  eraseAmendmentRow,
  erasureAmendments,
  insertErasureAmendments,
  markAmendmentErased,
} from '../../store/erasure-amendments.sql.ts'
import {
  contentsOf,
  decideErasureList,
  eraseCaseRow,
  erasureCases,
  erasureLists,
  insertErasure,
  type KeptMatter,
  lockErasure,
  markErased,
  rewriteSealed,
  volumesKept,
} from '../../store/erasure.sql.ts'
import { noteRemovals } from '../../store/contents.sql.ts'
import { officersOf } from '../../store/people.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { removeAmendmentFiles } from '../../store/amendments.sql.ts'
import { removeUnused } from '../files/contents.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'

/** What is due, and the lists made so far. */
export async function erasureOf(ctx: OfficeContext, actor: Actor): Promise<ErasureView> {
  const [due, lists, listed, officers] = await Promise.all([
    dueOf(ctx.db, actor.agencyId, ctx.today()),
    erasureLists(ctx.db, actor.agencyId),
    listedOf(ctx.db, actor.agencyId),
    officersOf(ctx.db, actor.agencyId),
  ])
  const nameOf = (id: string | null) => (id === null ? null : (officers.find((one) => one.id === id)?.name ?? '（已离任人员）'))
  const mayApprove = permitted(actor, 'archive.approveErasure', { agencyId: actor.agencyId })
  return {
    due,
    lists: lists.map((list) => ({
      id: list.id,
      proposedBy: nameOf(list.proposed_by) ?? '',
      proposedOn: list.proposed_on,
      basis: list.basis,
      state: list.approved_by === null ? 'proposed' : list.rejected_because === null ? 'approved' : 'rejected',
      decidedBy: nameOf(list.approved_by),
      decidedOn: list.approved_on,
      rejectedBecause: list.rejected_because,
      volumes: listed.filter(({ list: id }) => id === list.id).map(({ volume }) => volume),
      mayDecide: mayApprove && list.approved_by === null && list.proposed_by !== actor.id,
    })),
  }
}

/** What is due: volumes of requests and of amendments. */
async function dueOf(db: OfficeContext['db'], agencyId: string, on: LocalDate): Promise<ErasureView['due']> {
  const [cases, amendments] = await Promise.all([volumesDue(db, agencyId, on), amendmentVolumesDue(db, agencyId, on)])
  const rows = [
    ...cases.map((row) => ({ ...row, of: 'case' as const, id: row.case_id })),
    ...amendments.map((row) => ({ ...row, of: 'amendment' as const, id: row.amendment_id })),
  ]
  return rows.flatMap(({ of, id, number: volume, retention, due_on: dueOn }) =>
    dueOn ? [{ of, id, volume, retention, dueOn }] : [],
  )
}

/** What stands on the lists made so far. */
async function listedOf(db: OfficeContext['db'], agencyId: string): Promise<(KeptMatter & { list: string; volume: string })[]> {
  const [cases, amendments] = await Promise.all([erasureCases(db, agencyId), erasureAmendments(db, agencyId)])
  return [
    ...cases.map((row) => ({ of: 'case' as const, id: row.case_id, list: row.erasure_id, volume: row.volume })),
    ...amendments.map((row) => ({ of: 'amendment' as const, id: row.amendment_id, list: row.erasure_id, volume: row.volume })),
  ]
}

/** 提出销毁清册: only volumes whose period has ended. */
export async function proposeErasure(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseIds: string[]; amendmentIds?: string[]; basis: string },
): Promise<Result<{ id: string }>> {
  if (!permitted(actor, 'archive.proposeErasure', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  return ctx.transact(async (tx): Promise<Result<{ id: string }>> => {
    const wanted = { case: new Set(input.caseIds), amendment: new Set(input.amendmentIds ?? []) }
    const chosen = (await dueOf(tx, actor.agencyId, ctx.today())).filter(({ of, id }) => wanted[of].has(id))
    if (chosen.length !== wanted.case.size + wanted.amendment.size || chosen.length === 0)
      return refused({
        code: 'retention-running',
        say: '所选案卷中有保管期限未满的，或者已列入清册的。',
        then: '只能选择“保管期限已满”中列出的案卷；永久保管的不销毁。',
        cite: archivesLaw('21'),
        field: 'caseIds',
      })
    const id = randomUUID()
    await insertErasure(tx, {
      agencyId: actor.agencyId,
      id,
      by: actor.id,
      on: ctx.today(),
      basis: maskInText(input.basis),
      cases: chosen.flatMap(({ of, id: caseId, volume }) => (of === 'case' ? [{ caseId, volume }] : [])),
    })
    await insertErasureAmendments(tx, {
      agencyId: actor.agencyId,
      id,
      amendments: chosen.flatMap(({ of, id: amendmentId, volume }) => (of === 'amendment' ? [{ amendmentId, volume }] : [])),
    })
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'archive.proposeErasure',
      target: id,
      detail: { value: chosen.map(({ volume }) => volume) },
    })
    return ok({ id })
  })
}

/** 批准或退回销毁清册. Whoever proposed it never decides it. */
export async function decideErasure(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; approve: boolean; because: string },
): Promise<Result<{ erased: number }>> {
  if (!permitted(actor, 'archive.approveErasure', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const files: string[] = []
  const decided = await ctx.transact(async (tx): Promise<Result<{ erased: number }>> => {
    files.length = 0
    const list = await lockErasure(tx, actor.agencyId, input.id)
    if (!list) return refused(NOT_FOUND)
    if (list.approved_by !== null)
      return refused({ code: 'already-done', say: '这份清册已经办理。', then: '请刷新页面查看结果。' })
    if (list.proposed_by === actor.id)
      return refused({
        code: 'second-person-needed',
        say: '清册由您提出，不能由您批准。',
        then: '请由另一位有批准权限的人员审核。',
        cite: archivesLaw('21'),
      })
    if (!input.approve && input.because.trim() === '')
      return refused({ code: 'field-missing', say: '没有写明退回的理由。', then: '请写明后再退回。', field: 'because' })
    const kept = input.approve ? await volumesKept(tx, actor.agencyId, input.id, ctx.today()) : []
    if (kept.length > 0)
      return refused({
        code: 'retention-running',
        say: `清册提出后，${kept.join('、')}已不再符合销毁条件（案卷作废或者保管期限未满）。`,
        then: '请退回清册，由提出人剔除后重新提出。',
        cite: archivesLaw('21'),
      })
    await decideErasureList(tx, {
      agencyId: actor.agencyId,
      id: input.id,
      by: actor.id,
      on: ctx.today(),
      rejectedBecause: input.approve ? null : maskInText(input.because),
    })
    const listed = (await listedOf(tx, actor.agencyId)).filter(({ list: id }) => id === input.id)
    if (input.approve)
      for (const { of, id } of listed)
        if (of === 'case') files.push(...(await eraseCase(ctx, tx, actor.agencyId, input.id, id)))
        else files.push(...(await eraseAmendment(ctx, tx, actor.agencyId, input.id, id)))
    await noteRemovals(tx, files)
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: input.approve ? 'archive.approveErasure' : 'archive.rejectErasure',
      target: input.id,
      detail: { value: listed.map(({ volume }) => volume) },
    })
    return ok({ erased: input.approve ? listed.length : 0 })
  })
  // The contents go last: a row without its file would be a broken page. What a stop leaves here goes at night.
  if (decided.ok) await removeUnused(ctx, files)
  return decided
}

async function eraseCase(ctx: OfficeContext, tx: Tx, agencyId: string, erasureId: string, caseId: string): Promise<string[]> {
  const erase = eraser(ctx)
  const files = await contentsOf(tx, agencyId, caseId)
  await rewriteSealed(tx, agencyId, { of: 'case', id: caseId }, erase)
  await eraseCaseRow(tx, agencyId, caseId, {
    subject: `（${ERASED_MARK}）`,
    fingerprint: `erased ${caseId}`,
    queryCode: `erased ${caseId}`,
    erase,
  })
  await markErased(tx, agencyId, erasureId, caseId, new Date())
  return files
}

/** A matter of amendment: its requester, what was wrong with the record, its papers, the letter. Number, days and result stay. */
async function eraseAmendment(ctx: OfficeContext, tx: Tx, agencyId: string, erasureId: string, id: string): Promise<string[]> {
  const erase = eraser(ctx)
  const files = await removeAmendmentFiles(tx, agencyId, id)
  await rewriteSealed(tx, agencyId, { of: 'amendment', id }, erase)
  await eraseAmendmentRow(tx, agencyId, id, { subject: `（${ERASED_MARK}）`, erase })
  await markAmendmentErased(tx, agencyId, erasureId, id, new Date())
  return files
}

const eraser = (ctx: OfficeContext) => (sealed: Buffer) => ctx.vault.seal(erasedCopy(opened(ctx, sealed)))

/** Sealed bytes that are no JSON (a picture, say) have no shape to keep. */
function opened(ctx: OfficeContext, sealed: Buffer): unknown {
  try {
    return ctx.vault.open(sealed)
  } catch (error) {
    if (error instanceof SyntaxError) return ERASED_MARK
    throw error
  }
}
