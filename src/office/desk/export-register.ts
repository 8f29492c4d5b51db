import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { maskInText, maskRequester, type Requester } from '../../record/people/requester.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { registerAfter } from '../../store/register.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { type RegisterFilter, registerFilter } from './register-filter.ts'
import { shownSubject } from '../requests/register-row.ts'

const BATCH = 500

export type ExportRow = Awaited<ReturnType<typeof registerAfter>>[number] & { requester: Requester }

const REASON: Refusal = {
  code: 'field-missing',
  say: '导出个人信息须写明理由。',
  then: '请写明用途，例如“向复议机关提交答复材料”；理由记入审计日志。',
  field: 'reason',
}

/** 导出登记簿, as filtered, piece by piece. Masked; with personal data only by whoever may, for a reason, which is recorded first. */
export async function exportRegister(
  ctx: OfficeContext,
  actor: Actor,
  filter: RegisterFilter,
  { unmasked, reason }: { unmasked: boolean; reason: string },
): Promise<Result<AsyncGenerator<ExportRow[]>>> {
  const narrowed = await registerFilter(ctx, actor, filter)
  if (!narrowed) return refused(NOT_PERMITTED)
  if (unmasked && !permitted(actor, 'requests.exportUnmasked', { agencyId: actor.agencyId, sectionId: actor.sectionId }))
    return refused(NOT_PERMITTED)
  if (unmasked && reason.length < 2) return refused(REASON)
  await ctx.transact((tx) =>
    appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: unmasked ? 'requests.exportUnmasked' : 'requests.export',
      target: actor.id,
      ...(unmasked ? { detail: { reason: maskInText(reason) } } : {}),
    }),
  )
  return ok(pieces(ctx, narrowed, unmasked))
}

async function* pieces(
  ctx: OfficeContext,
  filter: Parameters<typeof registerAfter>[1],
  unmasked: boolean,
): AsyncGenerator<ExportRow[]> {
  let before: Parameters<typeof registerAfter>[2] = null
  for (;;) {
    const rows = await registerAfter(ctx.db, filter, before, BATCH)
    const last = rows.at(-1)
    if (!last) return
    before = { year: last.number_year, serial: last.number_serial }
    yield rows.map((row) => {
      const requester = ctx.vault.open<Requester>(row.sealed)
      return { ...row, subject: shownSubject(ctx, row), requester: unmasked ? requester : maskRequester(requester) }
    })
  }
}
