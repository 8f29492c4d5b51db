/** 更正事项的材料、申请人的完整信息: what shows who somebody is opens to those who handle the matter, and each opening is recorded. */
import { randomUUID } from 'node:crypto'
import { ok, type Refusal, refused, type Result } from '../../law/refusal.ts'
import { AMENDMENT_PAPERS, type AmendmentPaper } from '../../record/amendments/model.ts'
import type { Requester } from '../../record/people/requester.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { showsIdentity } from '../../record/requests/evidence.ts'
import { personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import {
  addAmendmentFile,
  findAmendment,
  findAmendmentFile,
  lockAmendment,
  volumeOfAmendment,
} from '../../store/amendments.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { amendmentErasedAt } from '../../store/erasure-amendments.sql.ts'
import type { OfficeContext } from '../context.ts'
import { takeIn, type Upload } from '../files/attach-files.ts'
import { NOT_FOUND, NOT_PERMITTED, permit } from '../people/permit.ts'

const WHICH_KIND: Refusal = {
  code: 'field-missing',
  say: '没有选择材料种类。',
  then: '请先选材料种类，再上传。',
  field: 'purpose',
}
const ARCHIVED: Refusal = { code: 'already-done', say: '案卷已经归档。', then: '归档以后收到的材料，另行存卷。' }

/** 上传证据、委托书等材料. */
export async function keepAmendmentFile(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; upload: Upload; kind: string },
): Promise<Result<{ amendmentId: string }>> {
  const allowed = permit(actor, 'amendments.handle', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const kind = AMENDMENT_PAPERS.find((one) => one === input.kind)
  if (!kind) return refused(WHICH_KIND)
  if (!(await findAmendment(ctx.db, actor.agencyId, input.id))) return refused(NOT_FOUND)
  const taken = await takeIn(ctx, { agencyId: actor.agencyId, actorId: actor.id }, input.upload)
  if (!taken.ok) return taken
  const { hash, size, mediaType } = taken.value
  return ctx.transact(async (tx): Promise<Result<{ amendmentId: string }>> => {
    const record = await lockAmendment(tx, actor.agencyId, input.id)
    if (!record) return refused(NOT_FOUND)
    if (await volumeOfAmendment(tx, actor.agencyId, record.id)) return refused(ARCHIVED)
    await taken.value.keep(tx)
    await addAmendmentFile(tx, {
      agency_id: actor.agencyId,
      amendment_id: record.id,
      id: randomUUID(),
      kind,
      hash,
      sealed_name: ctx.vault.seal(input.upload.name.slice(0, 200)),
      media_type: mediaType,
      size,
      added_by: actor.id,
      added_at: ctx.now().toISOString(),
    })
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'amendments.addFile',
      target: record.number,
      detail: { what: kind },
    })
    return ok({ amendmentId: record.id })
  })
}

export function mayOpenPaper(actor: Actor, kind: AmendmentPaper): boolean {
  const target = { agencyId: actor.agencyId }
  const verb = showsIdentity(kind) || kind === '更正申请书' ? 'amendments.handle' : 'amendments.view'
  return permitted(actor, verb, target)
}

/** A paper's bytes. */
export async function readAmendmentFile(
  ctx: OfficeContext,
  actor: Actor,
  fileId: string,
): Promise<Result<{ name: string; mediaType: string; bytes: Buffer }>> {
  if (!permitted(actor, 'amendments.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const file = await findAmendmentFile(ctx.db, actor.agencyId, fileId)
  const record = file && (await findAmendment(ctx.db, actor.agencyId, file.amendment_id))
  if (!file || !record) return refused(NOT_FOUND)
  if (!mayOpenPaper(actor, file.kind)) return refused(NOT_PERMITTED)
  await ctx.transact((tx) =>
    appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'amendments.readFile',
      target: record.number,
      detail: { file: file.id },
    }),
  )
  return ok({ name: ctx.vault.open<string>(file.sealed_name), mediaType: file.media_type, bytes: await ctx.files.get(file.hash) })
}

/** 查看个人信息: opens what is masked; who, when and why are in the audit log before the answer goes out. */
export async function unmaskAmendment(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; reason: string },
): Promise<Result<{ requester: Requester }>> {
  const allowed = permit(actor, 'amendments.handle', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const record = await findAmendment(ctx.db, actor.agencyId, input.id)
  if (!record || (await amendmentErasedAt(ctx.db, actor.agencyId, input.id))) return refused(NOT_FOUND)
  const requester = ctx.vault.open<Requester>(record.requester_sealed)
  await ctx.transact((tx) =>
    appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'amendments.unmask',
      target: record.number,
      detail: { reason: withoutPersons(input.reason, personsOf(requester, [])) },
    }),
  )
  return ok({ requester })
}
