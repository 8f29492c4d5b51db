import { type Result, ok, refused } from '../../law/refusal.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { publicWordsRefusals } from '../../record/reports/public-words.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { lockLatestReport } from '../../store/reports.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { holdsNow } from './judged-now.ts'
import { seenOther } from './same-as-before.ts'
import { NO_REPORT, notWholeYear, PUBLISHED } from './standing.ts'
import { isStale } from './tables.ts'
import { viewReport } from './view-report.ts'

/** The report that somebody looked at: by its year and the digest of what stood there. */
export interface SeenReport {
  year: number
  digest: string
}

/** Why the latest version can't go on: another one than was looked at, errors, staleness, wrong state. */
async function draftFor(tx: Tx, agencyId: string, { year, digest }: SeenReport, today: LocalDate) {
  const report = await lockLatestReport(tx, agencyId, year)
  if (!report) return NO_REPORT
  if (report.state === 'published') return PUBLISHED
  const other = seenOther(report, digest)
  if (other) return refused(other)
  const part = notWholeYear(report, today)
  if (part) return refused(part)
  if (await isStale(tx, report))
    return refused({ code: 'changed-meanwhile', say: '汇编之后登记簿有变化。', then: '请重新汇编，核对后再送审。' })
  const said = publicWordsRefusals(report)
  if (said.length > 0) return refused(...said)
  const holds = await holdsNow(tx, report, today)
  return holds.ok ? ok(report) : holds
}

async function moveOn(
  ctx: OfficeContext,
  actor: Actor,
  seen: SeenReport,
  verb: 'reports.submit' | 'reports.approve',
  set: (version: number) => { state: 'submitted' | 'approved'; approved_by: string | null; approved_on: string | null },
): Promise<Result<ReportView>> {
  const { year } = seen
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const draft = await draftFor(tx, actor.agencyId, seen, ctx.today())
    if (!draft.ok) return draft
    const { version, state } = draft.value
    if (verb === 'reports.submit' && state !== 'draft')
      return refused({ code: 'already-done', say: '已经送审。', then: '等待主要负责人审批；要修改的，改后重新送审。' })
    if (verb === 'reports.approve' && state !== 'submitted')
      return refused({ code: 'approval-needed', say: '年度报告尚未送审。', then: '请工作人员核对后送审。' })
    await tx
      .updateTable('report')
      .set(set(version) as never)
      .where('agency_id', '=', actor.agencyId)
      .where('year', '=', year)
      .where('version', '=', version)
      .execute()
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb, target: String(year), detail: { version } })
    return ok(undefined)
  })
  return done.ok ? viewReport(ctx, actor, year) : done
}

/** 送审: only a report whose relations hold. */
export async function submitReport(ctx: OfficeContext, actor: Actor, seen: SeenReport): Promise<Result<ReportView>> {
  if (!permitted(actor, 'reports.edit', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  return moveOn(ctx, actor, seen, 'reports.submit', () => ({ state: 'submitted', approved_by: null, approved_on: null }))
}

/** 单位主要负责人审批: of the very report that the head has before him. */
export async function approveReport(ctx: OfficeContext, actor: Actor, seen: SeenReport): Promise<Result<ReportView>> {
  if (!permitted(actor, 'reports.approve', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  return moveOn(ctx, actor, seen, 'reports.approve', () => ({
    state: 'approved',
    approved_by: actor.id,
    approved_on: ctx.today(),
  }))
}
