import { fromParts, type LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { keepSignedCopy as keep } from '../../store/published-reports.sql.ts'
import { lockReportVersion } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { takeIn, type Upload } from '../files/attach-files.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { NO_REPORT } from './standing.ts'
import { viewReport } from './view-report.ts'

const FIELD = 'signedOn'

/**
 * 盖章扫描件: the signed and sealed copy of a published version, put beside it as it is. A better scan takes the place of an
 * earlier one, which stays on record.
 */
export async function keepSignedCopy(
  ctx: OfficeContext,
  actor: Actor,
  input: { year: number; version: number; signedOn: LocalDate; upload: Upload },
): Promise<Result<ReportView>> {
  if (!permitted(actor, 'reports.publish', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const { year, version, signedOn } = input
  if (signedOn > ctx.today())
    return refused({ code: 'date-in-future', say: '签章日期晚于今天。', then: '请填写文件上的签章日期。', field: FIELD })
  // In January the year is easily written wrong.
  if (signedOn < fromParts(year + 1, 1, 1))
    return refused({
      code: 'date-before-cause',
      say: `${year} 年的报告不会在这一年结束之前签章。`,
      then: '请核对签章日期的年份。',
      field: FIELD,
    })
  const taken = await takeIn(ctx, { agencyId: actor.agencyId, actorId: actor.id }, input.upload, ['pdf'])
  if (!taken.ok) return taken
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const report = await lockReportVersion(tx, actor.agencyId, year, version)
    if (!report) return NO_REPORT
    if (report.state !== 'published')
      return refused({ code: 'report-not-published', say: '报告还没有公布。', then: '公布之后再上传盖章扫描件。' })
    await taken.value.keep(tx)
    await keep(tx, {
      agency_id: actor.agencyId,
      year,
      version,
      hash: taken.value.hash,
      size: taken.value.size,
      signed_on: signedOn,
      kept_on: ctx.today(),
      kept_by: actor.id,
    })
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'reports.keepSignedCopy',
      target: String(year),
      detail: { version, signedOn },
    })
    return ok(undefined)
  })
  return done.ok ? viewReport(ctx, actor, year, version) : done
}
