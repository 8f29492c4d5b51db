/** 归档 (Art 45): the closed case becomes a volume with a number, an index and a retention period. Nothing is rewritten by it. */
import { yearOf, type LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Retention, retentionClass, retentionEnds } from '../../law/requests/retention.ts'
import type { Actor } from '../../record/people/roles.ts'
import { insertVolume, retentionOn } from '../../store/archive.sql.ts'
import { nextNumber } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { type Command, guard, perform } from '../requests/perform.ts'
import { composeCaseBundle } from './bundle.ts'
import { keepVolume } from './keep-volume.ts'

export function archiveCase(
  ctx: OfficeContext,
  actor: Actor,
  input: Command & { on: LocalDate; retention: Retention | null; note?: string },
): Promise<Result<{ caseId: string }>> {
  return perform(ctx, actor, input, 'archive.close', async (matter) => {
    const guarded = guard(matter, 'archived', input.on)
    if (!guarded.ok) return guarded
    const { folded, row, agency } = matter
    const { closedOn, outcome } = folded
    if (!closedOn || !outcome)
      return refused({ code: 'not-replied-yet', say: '申请还没有办结，不能归档。', then: '先办结再归档。' })
    const table = await retentionOn(matter.tx, row.agency_id, input.on)
    const retention = input.retention ?? table.rules[retentionClass(outcome, folded.disputes.length > 0)]
    // The number is taken in the case's own transaction: a refused deed leaves no gap.
    const year = yearOf(input.on)
    const { parts } = await composeCaseBundle({ ...ctx, db: matter.tx }, actor, row, 'volume')
    const serial = await nextNumber(matter.tx as Parameters<typeof nextNumber>[0], row.agency_id, 'volume', year)
    const volume = `${agency.details.shortName}公开档〔${year}〕${serial}号`
    return ok({
      acts: [{ kind: 'archived', on: input.on, volume, retention, ...(input.note ? { note: input.note } : {}) }],
      also: (tx) =>
        insertVolume(tx, {
          agencyId: row.agency_id,
          caseId: row.id,
          number: volume,
          year,
          serial,
          retention,
          archivedOn: input.on,
          dueOn: retentionEnds(retention, closedOn),
          pieces: parts.length,
        }),
    })
  })
}

/** 移交国家档案馆 of one volume. */
export function transferVolume(
  ctx: OfficeContext,
  actor: Actor,
  input: Command & { on: LocalDate; to: string },
): Promise<Result<{ caseId: string }>> {
  return perform(ctx, actor, input, 'archive.transfer', (matter) => {
    const guarded = guard(matter, 'archive-transferred', input.on)
    if (!guarded.ok) return guarded
    const act = { kind: 'archive-transferred', on: input.on, to: input.to } as const
    const { archive } = matter.folded
    const after = { archive: archive && { ...archive, transferred: act } }
    return ok({ acts: [act], also: (tx) => keepVolume(tx, matter.row.agency_id, matter.folded, after, '') })
  })
}
