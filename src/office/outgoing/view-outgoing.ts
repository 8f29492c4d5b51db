import { type Result, ok, refused } from '../../law/refusal.ts'
import type { PageSketch, Place } from '../../record/outgoing/box.ts'
import { MEDIA_KINDS, type OutgoingFileView, type OutgoingView } from '../../record/outgoing/outgoing-file.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { showsIdentity } from '../../record/requests/evidence.ts'
import { appendAudit, hasEntrySince } from '../../store/audit.sql.ts'
import { type OutgoingRow, outgoingOf, storedFileOf } from '../../store/outgoing.sql.ts'
import { officersOf } from '../../store/people.sql.ts'
import { type CaseRow, filesOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import type { Done, WorkFile } from '../files/workshop.ts'
import { NOT_FOUND } from '../people/permit.ts'
import { detailOf, mayPrepare, outgoingFile, seenCase, workFile } from './outgoing-case.ts'

/** 答复附件: the list beside the reply, with what was found in each. */
export async function viewOutgoing(ctx: OfficeContext, actor: Actor, caseId: string): Promise<Result<OutgoingView>> {
  const seen = await seenCase(ctx, actor, caseId)
  if (!seen.ok) return seen
  const row = seen.value
  const target = { agencyId: row.agency_id, sectionId: row.section_id }
  const [outgoing, files, officers, may] = await Promise.all([
    outgoingOf(ctx.db, row.agency_id, row.id),
    filesOf(ctx.db, row.agency_id, row.id),
    officersOf(ctx.db, row.agency_id),
    mayPrepare(ctx, actor, row),
  ])
  const names = new Map(officers.map(({ id, name }) => [id, name]))
  const taken = new Set(outgoing.filter(({ state }) => state !== 'withdrawn').map(({ source_file_id }) => source_file_id))
  const made = new Set(outgoing.map(({ made_file_id }) => made_file_id))
  return ok({
    files: outgoing.map((one) => fileView(ctx, one, names)),
    candidates: files
      .filter(({ id, purpose }) => !taken.has(id) && !made.has(id) && !purpose.includes('处理后') && !showsIdentity(purpose))
      .map((file) => ({ id: file.id, name: ctx.vault.open<string>(file.sealed_name) })),
    mayPrepare: may.ok,
    mayOverride: may.ok && permitted(actor, 'requests.overrideOutgoing', target),
  })
}

function fileView(ctx: OfficeContext, row: OutgoingRow, names: ReadonlyMap<string, string>): OutgoingFileView {
  const detail = detailOf(ctx, row)
  return {
    ...detail,
    id: row.id,
    version: row.version,
    kind: MEDIA_KINDS[row.media_type] ?? 'pdf',
    state: row.state,
    fileId: row.file_id,
    name: ctx.vault.open<string>(row.sealed_name),
    size: row.size,
    sourceId: row.source_file_id,
    changed: row.made_file_id !== null,
    decidedBy: row.decided_by ? (names.get(row.decided_by) ?? '（已离任人员）') : null,
    decidedAt: row.decided_at?.toISOString() ?? null,
  }
}

interface OnPage {
  caseId: string
  fileId: string
  /** Of the original, or of the file as it would leave. */
  which: 'before' | 'after'
}

/** The pages of a file as the screen draws them. */
export function sketchOutgoing(ctx: OfficeContext, actor: Actor, input: OnPage): Promise<Result<{ pages: PageSketch[] }>> {
  return look(ctx, actor, input, async (file) => {
    const done = await ctx.workshop.sketch(file)
    return done.ok ? { ok: true, value: { pages: done.value } } : done
  })
}

/** One page as a picture. */
export function pictureOutgoing(ctx: OfficeContext, actor: Actor, input: OnPage & { page: number }): Promise<Result<Uint8Array>> {
  return look(ctx, actor, input, (file) => ctx.workshop.picture(file, input.page))
}

/** Where a text stands in the original. */
export function findInOutgoing(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; fileId: string; text: string },
): Promise<Result<{ places: Place[] }>> {
  return look(ctx, actor, { ...input, which: 'before' }, async (file) => {
    const done = await ctx.workshop.find(file, input.text)
    return done.ok ? { ok: true, value: { places: done.value } } : done
  })
}

const ONE_READING_MS = 3_600_000

/** Pages show whatever the file holds: who looked is recorded, once an hour. */
async function look<T>(
  ctx: OfficeContext,
  actor: Actor,
  input: OnPage,
  work: (file: WorkFile) => Promise<Done<T>>,
): Promise<Result<T>> {
  const seen = await seenCase(ctx, actor, input.caseId)
  if (!seen.ok) return seen
  const row = seen.value
  const outgoing = await outgoingFile(ctx, row, input.fileId)
  if (!outgoing.ok) return outgoing
  const source = await storedFileOf(ctx.db, row.agency_id, row.id, outgoing.value.source_file_id)
  if (!source) return refused(NOT_FOUND)
  const file = await workFile(ctx, input.which === 'before' ? source : outgoing.value)
  if (!file.ok) return file
  await recordLook(ctx, actor, row, input.fileId)
  const done = await work(file.value)
  return done.ok
    ? ok(done.value)
    : refused({ code: 'file-refused', say: `${done.why}。`, then: '请下载原文件查看，或在原软件中处理后重新上传。' })
}

async function recordLook(ctx: OfficeContext, actor: Actor, row: CaseRow, fileId: string): Promise<void> {
  const entry = { agencyId: row.agency_id, actorId: actor.id, verb: 'outgoing.look', target: row.number }
  if (!(await hasEntrySince(ctx.db, entry, new Date(Date.now() - ONE_READING_MS))))
    await ctx.transact((tx) => appendAudit(tx, { ...entry, detail: { file: fileId } }))
}
