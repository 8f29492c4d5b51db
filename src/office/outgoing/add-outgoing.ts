import { randomUUID } from 'node:crypto'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { tellingOfName } from '../../record/outgoing/file-name.ts'
import { stops } from '../../record/outgoing/findings.ts'
import { OUTGOING_PURPOSE, outgoingDetailSchema } from '../../record/outgoing/outgoing-file.ts'
import type { Actor } from '../../record/people/roles.ts'
import { showsIdentity } from '../../record/requests/evidence.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { outgoingOf, storedFileOf } from '../../store/outgoing.sql.ts'
import type { CaseRow } from '../../store/requests.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { attachFiles, type Upload } from '../files/attach-files.ts'
import { NOT_FOUND } from '../people/permit.ts'
import { personsIn } from '../requests/persons.ts'
import { preparing, stillPreparing, workFile } from './outgoing-case.ts'

/** 上传答复附件: checked at once, and stored like any attachment of the case with its place in the list; refused, it is not in the case. */
export async function uploadOutgoing(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; upload: Upload },
): Promise<Result<{ caseId: string }>> {
  const found = await preparing(ctx, actor, input.caseId, 'requests.draftReply')
  if (!found.ok) return found
  const row = found.value
  const stored = await attachFiles(ctx, { agencyId: row.agency_id, actorId: actor.id }, [input.upload])
  if (!stored.ok) return stored
  const [id = ''] = stored.value.ids
  const [content] = stored.value.contents
  if (!content) return refused(NOT_FOUND)
  const { hash, mediaType: media_type } = content
  const file = { id, purpose: OUTGOING_PURPOSE, hash, media_type, sealed_name: ctx.vault.seal(input.upload.name.slice(0, 200)) }
  const added = await add(ctx, actor, row, file, (tx) =>
    stored.value.record(tx, { agencyId: row.agency_id, caseId: row.id, purpose: OUTGOING_PURPOSE }),
  )
  if (!added.ok) await stored.value.discard()
  return added
}

/** 把案卷中的附件列为答复附件. */
export async function addOutgoing(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; fileId: string },
): Promise<Result<{ caseId: string }>> {
  const found = await preparing(ctx, actor, input.caseId, 'requests.draftReply')
  if (!found.ok) return found
  const row = found.value
  const file = await storedFileOf(ctx.db, row.agency_id, row.id, input.fileId)
  return file ? add(ctx, actor, row, file) : refused(NOT_FOUND)
}

const NEVER_LEAVES: Refusal = {
  code: 'file-refused',
  say: '身份证明、申请书原件、委托书等含有申请人的身份信息，不作为答复附件。',
  then: '种类登记有误的，请先在“文书与附件”中更正种类。',
  field: 'files',
}

type Source = Parameters<typeof workFile>[1] & { id: string; purpose: string }

/** `store`: writes the row of a file that is not in the case yet, where nothing stands against it. */
async function add(
  ctx: OfficeContext,
  actor: Actor,
  row: CaseRow,
  file: Source,
  store?: (tx: Tx) => Promise<void>,
): Promise<Result<{ caseId: string }>> {
  if (showsIdentity(file.purpose)) return refused(NEVER_LEAVES)
  const work = await workFile(ctx, file)
  if (!work.ok) return work
  const inspected = await ctx.workshop.inspect(work.value)
  if (!inspected.ok)
    return refused({
      code: 'file-refused',
      say: `${inspected.why}。`,
      then: '不能检查的文件不能随答复发出，请换一个能打开的文件。',
      field: 'files',
    })
  const named = tellingOfName(work.value.name, await personsIn(ctx, row))
  const found = [...named.findings, ...inspected.value]
  return ctx.transact(async (tx): Promise<Result<{ caseId: string }>> => {
    const may = await stillPreparing(ctx, tx, actor, row)
    if (!may.ok) return may
    await store?.(tx)
    // Its kind may have been set right while the file was looked through.
    const now = await storedFileOf(tx, row.agency_id, row.id, file.id)
    if (!now) return refused(NOT_FOUND)
    if (showsIdentity(now.purpose)) return refused(NEVER_LEAVES)
    const known = await outgoingOf(tx, row.agency_id, row.id)
    if (known.some((one) => one.source_file_id === file.id && one.state !== 'withdrawn'))
      return refused({ code: 'already-done', say: '这个文件已经列为答复附件。', then: '请在列表中继续处理。' })
    const id = randomUUID()
    await tx
      .insertInto('outgoing_file')
      .values({
        agency_id: row.agency_id,
        case_id: row.id,
        id,
        source_file_id: file.id,
        made_file_id: null,
        state: found.some(stops) ? 'blocked' : 'checked',
        sealed: ctx.vault.seal(outgoingDetailSchema.parse({ found, left: found })),
        added_by: actor.id,
        decided_by: null,
        decided_at: null,
      })
      .execute()
    await appendAudit(tx, {
      agencyId: row.agency_id,
      actorId: actor.id,
      verb: 'outgoing.add',
      target: row.number,
      detail: { file: id },
    })
    return ok({ caseId: row.id })
  })
}
