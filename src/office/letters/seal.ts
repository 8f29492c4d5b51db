/** 印章图: the image of the agency's seal, uploaded by the administrator, sealed at rest, printed on issued letters only. */
import { fileTypeFromBuffer } from 'file-type'
import type { LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { sealRowOn } from '../../store/letters.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'

const MOST_BYTES = 1024 * 1024
const ACCEPTED: readonly string[] = ['image/png', 'image/jpeg']

export interface SealImage {
  mediaType: string
  bytes: Buffer
}

/** The seal that letters of that day bear; null where they are sealed by hand. */
export async function sealOn(ctx: OfficeContext, agencyId: string, on: LocalDate): Promise<SealImage | null> {
  const row = await sealRowOn(ctx.db, agencyId, on)
  return row?.sealed ? { mediaType: row.media_type, bytes: ctx.vault.openBytes(row.sealed) } : null
}

/** Since when letters bear a seal of the system; null where they do not. */
export async function sealState(ctx: OfficeContext, actor: Actor): Promise<Result<{ from: LocalDate | null }>> {
  if (!permitted(actor, 'letters.seal', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const row = await sealRowOn(ctx.db, actor.agencyId, ctx.today())
  return ok({ from: row?.sealed ? row.from_date : null })
}

/** 更换印章图, from today on: letters of before keep what they bore. Null: by hand again. */
export async function setSeal(
  ctx: OfficeContext,
  actor: Actor,
  bytes: Uint8Array | null,
): Promise<Result<{ from: LocalDate | null }>> {
  if (!permitted(actor, 'letters.seal', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const type = bytes ? await fileTypeFromBuffer(bytes) : undefined
  if (bytes && (!type || !ACCEPTED.includes(type.mime) || bytes.length > MOST_BYTES))
    return refused({
      code: 'file-refused',
      say: '印章图应当是 1 MB 以内的 PNG 或 JPEG 图片。',
      then: '请上传背景透明的 PNG，图片正方形、印章占满。',
      field: 'file',
    })
  const today = ctx.today()
  const row = {
    sealed: bytes ? ctx.vault.sealBytes(bytes) : null,
    media_type: type?.mime ?? '',
    recorded_by: actor.id,
  }
  const known = await sealRowOn(ctx.db, actor.agencyId, today)
  if (known?.from_date === today)
    return refused({
      code: 'already-done',
      say: '今天已经换过一次印章图。',
      then: '每天只能更换一次，更换的记录留存；请明天再换。',
      field: 'file',
    })
  await ctx.transact(async (tx) => {
    await tx
      .insertInto('agency_seal')
      .values({ agency_id: actor.agencyId, from_date: today, ...row })
      .execute()
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'letters.seal',
      target: actor.agencyId,
      detail: { from: today, what: bytes === null ? '停用' : '启用' },
    })
  })
  return ok({ from: bytes ? today : null })
}
