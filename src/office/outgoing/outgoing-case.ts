/** What every deed on 答复附件 begins with: may this person, now, and is the file still as it was looked at. */
import type { Refusal, Result } from '../../law/refusal.ts'
import { ok, refused } from '../../law/refusal.ts'
import {
  MEDIA_KINDS,
  type OutgoingDetail,
  outgoingDetailSchema,
  type OutgoingState,
} from '../../record/outgoing/outgoing-file.ts'
import { type Actor, permitted, type Verb } from '../../record/people/roles.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { type OutgoingRow, outgoingOf } from '../../store/outgoing.sql.ts'
import { actsOf, type CaseRow, findCase, lockCase } from '../../store/requests.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import type { WorkFile } from '../files/workshop.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { leavesOtherwise, mayDraft } from '../requests/draft-reply.ts'
import { conclude } from '../requests/projection.ts'

const CHANGED: Refusal = {
  code: 'changed-meanwhile',
  say: '这个附件已被他人处理过。',
  then: '页面已刷新为最新情况，请核对后再办理。',
}

/** The case, if the actor may see it. */
export async function seenCase(ctx: OfficeContext, actor: Actor, caseId: string): Promise<Result<CaseRow>> {
  const row = await findCase(ctx.db, actor.agencyId, caseId)
  if (!row || !permitted(actor, 'requests.view', { agencyId: row.agency_id, sectionId: row.section_id }))
    return refused(NOT_FOUND)
  return ok(row)
}

/** Files are prepared by those who draft the reply, as long as it can be drafted. */
export async function mayPrepare(ctx: Pick<OfficeContext, 'db' | 'today'>, actor: Actor, row: CaseRow): Promise<Result<void>> {
  const setting = await legalSetting(ctx, row.agency_id)
  const { folded, clock } = conclude(await actsOf(ctx.db, row.agency_id, row.id), setting)
  const today = ctx.today()
  const situation = { folded, clock, calendar: setting.calendar, on: today, today }
  const may = mayDraft(situation, actor, { agencyId: row.agency_id, sectionId: row.section_id })
  return may.allowed ? ok(undefined) : refused(may.refusal)
}

export async function preparing(ctx: OfficeContext, actor: Actor, caseId: string, verb: Verb): Promise<Result<CaseRow>> {
  const seen = await seenCase(ctx, actor, caseId)
  if (!seen.ok) return seen
  if (!permitted(actor, verb, { agencyId: seen.value.agency_id, sectionId: seen.value.section_id })) return refused(NOT_PERMITTED)
  const may = await mayPrepare(ctx, actor, seen.value)
  return may.ok ? seen : may
}

/** The same behind the case's lock: while a file was worked on, the reply may have gone out with it. */
export async function stillPreparing(ctx: OfficeContext, tx: Tx, actor: Actor, row: CaseRow): Promise<Result<void>> {
  const now = await lockCase(tx, row.agency_id, row.id)
  return now ? mayPrepare({ db: tx, today: ctx.today }, actor, now) : refused(NOT_FOUND)
}

export async function outgoingFile(ctx: OfficeContext, row: CaseRow, id: string): Promise<Result<OutgoingRow>> {
  const found = (await outgoingOf(ctx.db, row.agency_id, row.id)).find((one) => one.id === id)
  return found ? ok(found) : refused(NOT_FOUND)
}

export function detailOf(ctx: OfficeContext, { sealed }: { sealed: Buffer }): OutgoingDetail {
  return outgoingDetailSchema.parse(ctx.vault.open(sealed))
}

/** The original's bytes, or those of the file as it would leave. */
export async function workFile(
  ctx: OfficeContext,
  file: { hash: string; sealed_name: Buffer; media_type: string },
): Promise<Result<WorkFile>> {
  const kind = MEDIA_KINDS[file.media_type]
  if (!kind)
    return refused({ code: 'file-refused', say: '这种文件不能作为答复附件。', then: '请另存为 PDF、Word、Excel 或图片后上传。' })
  return ok({ kind, name: ctx.vault.open<string>(file.sealed_name), bytes: await ctx.files.get(file.hash) })
}

export interface Change {
  state: OutgoingState
  detail: OutgoingDetail
  made?: string | null
  decided?: boolean
}

/** Writes the change if the file is still the version that was looked at; the deed is in the audit log with it. */
export function change(
  ctx: OfficeContext,
  actor: Actor,
  row: CaseRow,
  of: { id: string; version: number },
  entry: string,
  to: Change,
  also?: (tx: Tx) => Promise<void>,
): Promise<Result<{ caseId: string }>> {
  return ctx
    .transact(async (tx): Promise<Result<{ caseId: string }>> => {
      const may = await stillPreparing(ctx, tx, actor, row)
      if (!may.ok) return may
      await also?.(tx)
      const changed = await tx
        .updateTable('outgoing_file')
        .set((at) => ({
          state: to.state,
          sealed: ctx.vault.seal(to.detail),
          version: at('version', '+', 1),
          ...(to.made === undefined ? {} : { made_file_id: to.made }),
          decided_by: to.decided ? actor.id : null,
          decided_at: to.decided ? new Date().toISOString() : null,
        }))
        .where('agency_id', '=', row.agency_id)
        .where('id', '=', of.id)
        .where('version', '=', of.version)
        .executeTakeFirst()
      if (changed.numUpdatedRows !== 1n) throw new Changed()
      await leavesOtherwise(ctx, tx, row)
      await appendAudit(tx, {
        agencyId: row.agency_id,
        actorId: actor.id,
        verb: entry,
        target: row.number,
        detail: { file: of.id },
      })
      return ok({ caseId: row.id })
    })
    .catch((error: unknown) => {
      if (error instanceof Changed) return refused(CHANGED)
      throw error
    })
}

/** Undoes the transaction. */
class Changed extends Error {}
