import { fromParts } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { reasonRefusals } from '../../record/publication/edition-checks.ts'
import { publicWordsRefusals } from '../../record/reports/public-words.ts'
import { restatements } from '../../record/reports/restatement.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { repliesInTime } from '../../store/published-reports.sql.ts'
import { lockLatestReport, publishedReport, type ReportRecord } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import type { SeenReport } from './approve-report.ts'
import { holdsNow } from './judged-now.ts'
import { seenOther } from './same-as-before.ts'
import { NO_REPORT, notAcceptedYet, PUBLISHED } from './standing.ts'
import { viewReport } from './view-report.ts'

const NO_REASON = refused({
  code: 'field-missing',
  say: '这一年的报告已经公布过，再公布是更正，须写明更正原因。',
  then: '请写明为什么更正，例如：补录一件 12 月 30 日收到的申请。原因与改动的格子一起公布。',
  field: 'because',
})

/**
 * 发布: what the head approved, exactly. From then on this version stands for ever. Where one was published before it, this is a
 * correction of it, and `because` is printed beside both.
 */
export async function publishReport(
  ctx: OfficeContext,
  actor: Actor,
  { year, digest, because = '' }: SeenReport & { because?: string },
): Promise<Result<ReportView>> {
  if (!permitted(actor, 'reports.publish', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const report = await lockLatestReport(tx, actor.agencyId, year)
    if (!report) return NO_REPORT
    if (report.state === 'published') return PUBLISHED
    if (report.state !== 'approved')
      return refused({ code: 'approval-needed', say: '年度报告尚未经单位主要负责人审批。', then: '请先送审并由主要负责人批准。' })
    const other = seenOther(report, digest)
    if (other) return refused(other)
    const before = await publishedReport(tx, actor.agencyId, year)
    if (before && !because.trim()) return NO_REASON
    if (before && !differs(before, report))
      return refused({
        code: 'already-done',
        say: `与已公布的第 ${before.version} 版没有任何不同。`,
        then: '没有需要更正的，不必再公布。',
      })
    const said = [...publicWordsRefusals(report), ...reasonRefusals('because', before ? because : '', '更正原因')]
    if (said.length > 0) return refused(...said)
    const holds = await holdsNow(tx, report, ctx.today())
    if (!holds.ok) return holds
    const waiting = await notAcceptedYet(tx, actor.agencyId, report)
    if (waiting) return refused(waiting)
    await tx
      .updateTable('report')
      .set({
        state: 'published',
        published_on: ctx.today(),
        restated_because: before ? because.trim() : '',
        timeliness: report.units?.notices.length
          ? null
          : JSON.stringify(await repliesInTime(tx, actor.agencyId, fromParts(year, 1, 1), fromParts(year, 12, 31))),
      })
      .where('agency_id', '=', actor.agencyId)
      .where('year', '=', year)
      .where('version', '=', report.version)
      .execute()
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'reports.publish',
      target: String(year),
      detail: { version: report.version },
    })
    return ok(undefined)
  })
  return done.ok ? viewReport(ctx, actor, year) : done
}

function differs(before: Pick<ReportRecord, 'version' | 'format' | 'tables' | 'prose'>, now: ReportRecord): boolean {
  return restatements([now, before].map((one) => ({ ...one, because: '' }))).some(
    ({ cells, parts }) => cells.length > 0 || parts.length > 0,
  )
}
