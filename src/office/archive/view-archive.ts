/** 归档总览: what is closed and no volume yet, the volumes of a year, the retention table, what may be erased. */
import { yearOf, type LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { archivingDue, retentionClass, RETENTION_CLASSES, type RetentionRules } from '../../law/requests/retention.ts'
import type { ArchivedMatter, ArchiveView, WaitingRow } from '../../record/archive/view.ts'
import { type Actor, permitted, type Verb } from '../../record/people/roles.ts'
import { countUnarchived, retentionOn, setRetentionTable, unarchivedCases, volumeYears } from '../../store/archive.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { countUnarchivedAmendments, unarchivedAmendments } from '../../store/erasure-amendments.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { erasureOf } from './erase.ts'
import { yearVolumes } from './year-volumes.ts'
import { shownSubject } from '../requests/register-row.ts'

/** More are never shown at once; what can be archived comes first. */
const SHOWN_WAITING = 200

export async function viewArchive(ctx: OfficeContext, actor: Actor, input: { year?: number }): Promise<Result<ArchiveView>> {
  if (!permitted(actor, 'archive.view', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const today = ctx.today()
  const year = input.year ?? yearOf(today)
  const [volumes, years, table, erasure] = await Promise.all([
    yearVolumes(ctx, actor.agencyId, year),
    volumeYears(ctx.db, actor.agencyId),
    retentionOn(ctx.db, actor.agencyId, today),
    erasureOf(ctx, actor),
  ])
  const may = (verb: Verb) => permitted(actor, verb, { agencyId: actor.agencyId })
  return ok({
    year,
    years: [...new Set([yearOf(today), ...years])].toSorted((a, b) => b - a),
    ...(await waitingFor(ctx, actor.agencyId, table.rules, today)),
    volumes,
    retention: table,
    erasure,
    may: {
      close: may('archive.close'),
      transfer: may('archive.transfer'),
      setRetention: may('archive.setRetention'),
      proposeErasure: may('archive.proposeErasure'),
      approveErasure: may('archive.approveErasure'),
    },
  })
}

async function waitingFor(
  ctx: OfficeContext,
  agencyId: string,
  rules: RetentionRules,
  today: LocalDate,
): Promise<Pick<ArchiveView, 'waiting' | 'counts'>> {
  const { db } = ctx
  const [cases, amendments, ...counted] = await Promise.all([
    unarchivedCases(db, agencyId, SHOWN_WAITING),
    unarchivedAmendments(db, agencyId, SHOWN_WAITING),
    countUnarchived(db, agencyId),
    countUnarchivedAmendments(db, agencyId),
  ])
  const counts: ArchiveView['counts'] = { ready: 0, unserved: 0, disputed: 0 }
  for (const { state, n } of counted.flat()) counts[state] += n
  const rows: WaitingRow[] = [
    ...cases.map((row) => ({
      ...waitingRow('case', { ...row, subject: shownSubject(ctx, row) }, today),
      retention: row.outcome && rules[retentionClass(row.outcome, row.disputes.length > 0)],
    })),
    ...amendments.map((row) => ({ ...waitingRow('amendment', row, today), retention: rules.amendments })),
  ]
  const later = (row: WaitingRow) => (row.state === 'ready' ? 0 : 1)
  return { counts, waiting: rows.toSorted((a, b) => later(a) - later(b) || a.closedOn.localeCompare(b.closedOn)) }
}

/** Both queries ask for what is closed. */
function waitingRow(
  of: ArchivedMatter,
  {
    id,
    number,
    subject,
    state,
    acts,
    closed_on: closedOn,
  }: Pick<Awaited<ReturnType<typeof unarchivedAmendments>>[number], 'id' | 'number' | 'subject' | 'state' | 'acts' | 'closed_on'>,
  today: LocalDate,
): Omit<WaitingRow, 'retention'> {
  if (!closedOn) throw new Error('what waits for the archive is closed')
  const archiveBy = archivingDue(closedOn)
  return { of, id, number, subject, closedOn, archiveBy, late: archiveBy < today, state, version: acts ?? 0 }
}

/** 设定保管期限表 from a day on: the agency's own, with what it rests on. */
export async function setRetention(
  ctx: OfficeContext,
  actor: Actor,
  input: { from: LocalDate; rules: RetentionRules; source: string },
): Promise<Result<ArchiveView>> {
  if (!permitted(actor, 'archive.setRetention', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  await ctx.transact(async (tx) => {
    await setRetentionTable(tx, { ...input, agencyId: actor.agencyId, by: actor.id })
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'archive.setRetention',
      target: input.from,
      detail: { value: RETENTION_CLASSES.map((one) => input.rules[one]).join('/') },
    })
  })
  return viewArchive(ctx, actor, {})
}
