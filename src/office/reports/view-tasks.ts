import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { foldHandIn, type HandInAct, isLate, mayHandIn } from '../../record/reports/hand-in.ts'
import type { ReportTask } from '../../record/reports/notice.ts'
import type { May } from '../../record/requests/may.ts'
import { handInActs, submissionsOf, tasksOf } from '../../store/hand-in.sql.ts'
import { latestReport, publishedReport } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { NO_REPORT, notApproved } from './standing.ts'
import { isOther, sameAsBefore, seenDigest } from './same-as-before.ts'
import { attachmentsSeen } from './notice-attachments.ts'

/** 报送任务 of the own agency: each notice that came, how far it is, what was said of the report, what can be done now. */
export async function listReportTasks(ctx: OfficeContext, actor: Actor, year?: number): Promise<Result<ReportTask[]>> {
  if (!permitted(actor, 'reports.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const rows = await tasksOf(ctx.db, actor.agencyId, year)
  const mayAct = permitted(actor, 'reports.handIn', { agencyId: actor.agencyId })
  return ok(
    await Promise.all(
      rows.map(async (row): Promise<ReportTask> => {
        const key = { agencyId: row.agency_id, noticeId: row.id, unitId: actor.agencyId }
        const [attachments, acts, submissions, report, published] = await Promise.all([
          attachmentsSeen(ctx.db, row.agency_id, row.id),
          handInActs(ctx.db, key),
          submissionsOf(ctx.db, key),
          latestReport(ctx.db, actor.agencyId, row.year),
          publishedReport(ctx.db, actor.agencyId, row.year),
        ])
        const so = foldHandIn(acts.map(({ data }) => data))
        const last = acts.at(-1)?.on_date ?? row.issued_on
        const may = (act: HandInAct, ...obstacles: (Refusal | false)[]): May => {
          const hindered = [!mayAct && NOT_PERMITTED, ...obstacles].find((one) => one !== false)
          if (hindered) return { allowed: false, refusal: hindered }
          const allowed = mayHandIn(so, act, last)
          const refusal = allowed.ok ? null : allowed.refusals[0]
          return refusal ? { allowed: false, refusal } : { allowed: true }
        }
        const on = ctx.today()
        const unchanged = report ? sameAsBefore(report, submissions.at(-1)?.digest, { remarks: 0, reply: '' }) : null
        const unapproved = report ? notApproved(report) : NO_REPORT.refusals[0]
        return {
          noticeId: row.id,
          year: row.year,
          title: row.title,
          number: row.number,
          issuer: row.issuer,
          issuedOn: row.issued_on,
          fileBy: row.file_by,
          text: row.body,
          attachments,
          acceptedFirst: row.accepted_first,
          state: so.state,
          late: isLate(so, row.file_by, on),
          remindedOn: so.remindedOn,
          remarks: so.remarks,
          unchanged: unchanged !== null,
          digest: report ? seenDigest(report) : '',
          publishedOther: isOther(published, row.counted_digest),
          submissions: submissions.map((one) => ({
            seq: one.seq,
            handedInOn: one.handed_in_on,
            via: one.via,
            digest: one.digest,
          })),
          may: {
            see: may({ kind: 'seen', on }),
            handIn: may(
              { kind: 'handedIn', on, submission: so.submissions + 1, via: 'system' },
              unapproved ?? false,
              so.remarks.length === 0 && unchanged !== null && unchanged,
            ),
          },
        }
      }),
    ),
  )
}
