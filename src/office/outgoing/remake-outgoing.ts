/** 处理答复附件: a new file is made from the original; the original stays as it is in the case file. */
import { randomUUID } from 'node:crypto'
import { type Result, refused } from '../../law/refusal.ts'
import type { Box } from '../../record/outgoing/box.ts'
import { tellingOfName } from '../../record/outgoing/file-name.ts'
import { stops } from '../../record/outgoing/findings.ts'
import { OUTGOING_PURPOSE, type OutgoingDetail } from '../../record/outgoing/outgoing-file.ts'
import type { Actor } from '../../record/people/roles.ts'
import { type OutgoingRow, storedFileOf } from '../../store/outgoing.sql.ts'
import type { CaseRow } from '../../store/requests.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { type Content, putContent, removeUnused } from '../files/contents.ts'
import type { Done, Remade, WorkFile } from '../files/workshop.ts'
import { NOT_FOUND } from '../people/permit.ts'
import { personsIn } from '../requests/persons.ts'
import { change, detailOf, outgoingFile, preparing, workFile } from './outgoing-case.ts'

interface OnFile {
  caseId: string
  fileId: string
  version: number
}

/** 清理: everything that is not on the pages goes, and the chosen kinds of personal data. */
export function cleanOutgoing(
  ctx: OfficeContext,
  actor: Actor,
  input: OnFile & { blank: OutgoingDetail['blanked'] },
): Promise<Result<{ caseId: string }>> {
  return remake(ctx, actor, input, 'outgoing.clean', { boxes: [], blanked: input.blank }, (file) =>
    ctx.workshop.clean(file, input.blank),
  )
}

/** 涂黑: what lies under the boxes is taken out, each box carries its ground. */
export async function redactOutgoing(
  ctx: OfficeContext,
  actor: Actor,
  input: OnFile & { boxes: Box[] },
): Promise<Result<{ caseId: string }>> {
  return remake(ctx, actor, input, 'outgoing.redact', { boxes: input.boxes, blanked: [] }, (file) =>
    file.kind === 'pdf' || file.kind === 'png' || file.kind === 'jpeg'
      ? ctx.workshop.redact(file, input.boxes)
      : Promise.resolve({
          ok: false as const,
          why: 'Word 和 Excel 文件不能画框涂黑；请用“清理”遮去个人信息，或者另存为 PDF 后涂黑',
        }),
  )
}

async function remake(
  ctx: OfficeContext,
  actor: Actor,
  input: OnFile,
  entry: string,
  how: Pick<OutgoingDetail, 'boxes' | 'blanked'>,
  work: (file: WorkFile) => Promise<Done<Remade>>,
): Promise<Result<{ caseId: string }>> {
  const found = await preparing(ctx, actor, input.caseId, 'requests.draftReply')
  if (!found.ok) return found
  const row = found.value
  const outgoing = await outgoingFile(ctx, row, input.fileId)
  if (!outgoing.ok) return outgoing
  if (outgoing.value.state === 'withdrawn') return refused(NOT_FOUND)
  const source = await storedFileOf(ctx.db, row.agency_id, row.id, outgoing.value.source_file_id)
  if (!source) return refused(NOT_FOUND)
  const file = await workFile(ctx, source)
  if (!file.ok) return file
  const done = await work(file.value)
  if (!done.ok)
    return refused({
      code: 'file-refused',
      say: `${done.why}。`,
      then: '原文件没有改动；可以在原软件中处理后重新上传。',
      field: 'files',
    })
  const { bytes, findings } = done.value
  const { proposed } = tellingOfName(file.value.name, await personsIn(ctx, row))
  const proof = proposed === file.value.name ? done.value.proof : [...done.value.proof, `文件名已改为“${proposed}”`]
  const made = { id: randomUUID(), ...(await putContent(ctx, bytes)) }
  const detail = { ...detailOf(ctx, outgoing.value), ...how, left: findings, proof, reason: '' }
  const to = { state: findings.some(stops) ? ('blocked' as const) : ('checked' as const), detail, made: made.id }
  const changed = await change(ctx, actor, row, { id: outgoing.value.id, version: input.version }, entry, to, (tx) =>
    store(ctx, tx, row, outgoing.value, proposed, made),
  )
  if (!changed.ok) await removeUnused(ctx, [made.hash])
  return changed
}

async function store(
  ctx: OfficeContext,
  tx: Tx,
  row: CaseRow,
  of: OutgoingRow,
  name: string,
  made: Content & { id: string },
): Promise<void> {
  await made.keep(tx)
  await tx
    .insertInto('stored_file')
    .values({
      agency_id: row.agency_id,
      id: made.id,
      case_id: row.id,
      document_id: null,
      hash: made.hash,
      sealed_name: ctx.vault.seal(name.replace(/(?:（处理后）)?(\.[a-z]+)$/i, '（处理后）$1')),
      media_type: of.media_type,
      size: made.size,
      purpose: `${OUTGOING_PURPOSE}（处理后）`,
    })
    .execute()
}
