import { type LocalDate, yearOf } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { retentionEnds } from '../../law/requests/retention.ts'
import type { Actor } from '../../record/people/roles.ts'
import { addAmendmentVolume, transferAmendmentVolume } from '../../store/amendments.sql.ts'
import { retentionOn } from '../../store/archive.sql.ts'
import { nextNumber } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { type AmendmentCommand, dayFault, onAmendment } from './matter.ts'

/** 登记内容、经过、告知书. */
const PAPERS = 3

/** 归档 of a matter of amendment: a volume in one series with those of requests, kept as the agency's table says. */
export function archiveAmendment(
  ctx: OfficeContext,
  actor: Actor,
  input: AmendmentCommand & { on: LocalDate },
): Promise<Result<{ amendmentId: string }>> {
  return onAmendment(ctx, actor, input, { kind: 'archived', verb: 'archive.close' }, async ({ tx, record, standing, today }) => {
    const { on } = input
    const { decidedOn, servedOn, withdrawnOn } = standing
    const fault = dayFault(on, servedOn ?? withdrawnOn ?? record.received_on, today)
    if (fault) return refused(fault)
    const { rules } = await retentionOn(tx, record.agency_id, on)
    const retention = rules.amendments
    const year = yearOf(on)
    const [serial, agency] = [await nextNumber(tx, record.agency_id, 'volume', year), await agencyOn(tx, record.agency_id, on)]
    const volume = `${agency.details.shortName}公开档〔${year}〕${serial}号`
    await addAmendmentVolume(tx, {
      agency_id: record.agency_id,
      number: volume,
      amendment_id: record.id,
      year,
      serial,
      retention,
      archived_on: on,
      due_on: retentionEnds(retention, decidedOn ?? withdrawnOn ?? on),
      pieces: decidedOn ? PAPERS : PAPERS - 1,
    })
    return ok({ on, sealed: { volume, retention }, detail: { value: volume } })
  })
}

/** 移交国家档案馆 of such a volume. */
export function transferAmendment(
  ctx: OfficeContext,
  actor: Actor,
  input: AmendmentCommand & { on: LocalDate; to: string },
): Promise<Result<{ amendmentId: string }>> {
  return onAmendment(
    ctx,
    actor,
    input,
    { kind: 'archive-transferred', verb: 'archive.transfer' },
    async ({ tx, record, standing, today }) => {
      const { on, to } = input
      const fault = dayFault(on, standing.archivedOn ?? record.received_on, today)
      if (fault) return refused(fault)
      await transferAmendmentVolume(tx, record.agency_id, record.id, { on, to })
      return ok({ on, sealed: { to } })
    },
  )
}
