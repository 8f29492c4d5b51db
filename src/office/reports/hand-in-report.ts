import { type Result, ok, refused } from '../../law/refusal.ts'
import type { Finding, ReportFormat, ReportTables } from '../../law/reports/model.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { foldHandIn, type HandInWay } from '../../record/reports/hand-in.ts'
import type { ReportTask } from '../../record/reports/notice.ts'
import type { ReportProse } from '../../record/reports/prose.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { addSubmission, handInActs, type HandInKey, submissionsOf, tasksOf } from '../../store/hand-in.sql.ts'
import { lockLatestReport } from '../../store/reports.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { fitToAddUp, step } from './hand-in-step.ts'
import { NO_REPORT, notApproved } from './standing.ts'
import { holdsNow } from './judged-now.ts'
import { isStale } from './tables.ts'
import { digestOf, sameAsBefore, seenOther } from './same-as-before.ts'
import { listReportTasks } from './view-tasks.ts'

/** A report on its way to the supervisor, from wherever it comes. */
export interface Submitted {
  format: ReportFormat
  tables: ReportTables
  prose: ReportProse
  findings: Finding[]
  explained: Record<string, string>
  version: number | null
}

/** Writes the report down exactly as it came, and that it came. */
export async function keepSubmission(
  ctx: OfficeContext,
  tx: Tx,
  actorId: string,
  key: HandInKey,
  report: Submitted,
  via: HandInWay,
  reply = '',
): Promise<Result<void>> {
  const fit = fitToAddUp(report)
  if (!fit.ok) return fit
  const done = await step(tx, key, actorId, (so) => ({
    kind: 'handedIn',
    on: ctx.today(),
    submission: so.submissions + 1,
    via,
    ...(reply.trim() ? { reply: reply.trim() } : {}),
  }))
  if (!done.ok) return done
  const level = (name: Finding['level']) => report.findings.filter((finding) => finding.level === name).length
  await addSubmission(
    tx,
    key,
    {
      seq: done.value.folded.submissions,
      format: report.format,
      tables: JSON.stringify(report.tables),
      prose: JSON.stringify(report.prose),
      findings: JSON.stringify(report.findings),
      explained: JSON.stringify(report.explained),
      via,
      version: report.version,
      digest: digestOf(report),
      handed_in_on: ctx.today(),
    },
    { errors: level('error'), warnings: level('warning') },
  )
  return ok(undefined)
}

async function taskFor(ctx: OfficeContext, actor: Actor, noticeId: string) {
  return (await tasksOf(ctx.db, actor.agencyId)).find((task) => task.id === noticeId)
}

/** 签收通知 */
export async function seeTask(ctx: OfficeContext, actor: Actor, noticeId: string): Promise<Result<ReportTask[]>> {
  if (!permitted(actor, 'reports.handIn', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const task = await taskFor(ctx, actor, noticeId)
  if (!task) return refused(NOT_FOUND)
  const key = { agencyId: task.agency_id, noticeId, unitId: actor.agencyId }
  const done = await ctx.transact(async (tx) => {
    const seen = await step(tx, key, actor.id, () => ({ kind: 'seen', on: ctx.today() }))
    if (seen.ok)
      await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'reports.seeTask', target: task.number })
    return seen
  })
  return done.ok ? listReportTasks(ctx, actor) : done
}

/**
 * 报送: the report that the head approved, exactly as it stands and as whoever hands it in has it before him (`digest`); `reply` is the
 * answer to the remarks on the one before.
 */
export async function handInReport(
  ctx: OfficeContext,
  actor: Actor,
  { noticeId, digest, reply = '' }: { noticeId: string; digest: string; reply?: string },
): Promise<Result<ReportTask[]>> {
  if (!permitted(actor, 'reports.handIn', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const task = await taskFor(ctx, actor, noticeId)
  if (!task) return refused(NOT_FOUND)
  const key = { agencyId: task.agency_id, noticeId, unitId: actor.agencyId }
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const report = await lockLatestReport(tx, actor.agencyId, task.year)
    if (!report) return NO_REPORT
    const unapproved = notApproved(report)
    if (unapproved) return refused(unapproved)
    const other = seenOther(report, digest)
    if (other) return refused(other)
    if (report.format !== task.format)
      return refused({ code: 'report-incomplete', say: '报告的格式与通知要求的不同。', then: '请按通知的格式编制。' })
    if (report.state === 'approved' && (await isStale(tx, report)))
      return refused({ code: 'changed-meanwhile', say: '批准之后登记簿有变化。', then: '请重新汇编、送审。' })
    const holds = report.state === 'published' ? ok(report.findings) : await holdsNow(tx, report, ctx.today())
    if (!holds.ok) return holds
    const { remarks } = foldHandIn((await handInActs(tx, key)).map(({ data }) => data))
    const last = (await submissionsOf(tx, key)).at(-1)?.digest
    const same = sameAsBefore(report, last, { remarks: remarks.length, reply })
    if (same) return refused(same)
    const kept = await keepSubmission(ctx, tx, actor.id, key, { ...report, findings: holds.value }, 'system', reply)
    if (!kept.ok) return kept
    const detail = { year: task.year, version: report.version }
    await appendAudit(tx, { agencyId: actor.agencyId, actorId: actor.id, verb: 'reports.handIn', target: task.number, detail })
    return ok(undefined)
  })
  return done.ok ? listReportTasks(ctx, actor) : done
}
