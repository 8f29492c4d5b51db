import { addDays } from '../../law/date.ts'
import { type Result, ok } from '../../law/refusal.ts'
import type { ExceptionKind, ExceptionRow } from '../../record/desk/exceptions.ts'
import { EXCEPTION_TABLE } from '../../record/desk/exceptions.ts'
import { heldOn, isWatch } from '../../record/desk/watches.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { lateSections, type Scope, waitingDrafts, watchedCases } from '../../store/desk.sql.ts'
import type { OfficeContext } from '../context.ts'
import { type DisputeFiles, disputeExceptions } from '../disputes/dispute-tasks.ts'
import { awaitedIn } from '../requests/awaited.ts'
import { sectionLimit } from '../requests/section-limit.ts'
import { publicityExceptions } from '../publication/publicity-tasks.ts'
import { stockExceptions } from '../publication/settle-stock.ts'
import { shownDay } from '../shown-day.ts'
import { shownSubject } from '../requests/register-row.ts'

const MOST_CASES = 300

const OF_DRAFT: Partial<Record<string, ExceptionKind>> = {
  returned: 'draftReturned',
  approved: 'approvedUnsent',
}

/** Drafts that wait, sections that are late, days of dispute files, objections: what no watch of a case keeps. */
async function besideWatches(ctx: OfficeContext, actor: Actor, scope: Scope, files?: DisputeFiles): Promise<ExceptionRow[]> {
  const [late, drafts, disputes, publicities, stock] = await Promise.all([
    lateSections(ctx.db, scope, ctx.today(), MOST_CASES),
    waitingDrafts(ctx.db, scope, ctx.today(), MOST_CASES),
    disputeExceptions(ctx, actor, files),
    publicityExceptions(ctx, actor),
    stockExceptions(ctx, actor),
  ])
  const submitted = drafts.filter(({ state }) => state === 'submitted').map(({ id }) => id)
  const awaited = await awaitedIn(ctx, actor.agencyId, submitted)
  return [
    ...late.flatMap((row): ExceptionRow[] => {
      const { id: caseId, number, section_due_on: due } = row
      const subject = shownSubject(ctx, row)
      return due ? [{ kind: 'sectionLate', caseId, number, subject, party: null, since: addDays(due, 1) }] : []
    }),
    ...disputes,
    ...publicities,
    ...stock,
    ...drafts.flatMap((row): ExceptionRow[] => {
      const waits = awaited.get(row.id)
      const kind = waits ? (waits.reviews ? 'reviewWaiting' : 'approvalWaiting') : OF_DRAFT[row.state]
      if (!kind) return []
      const waitsFor = waits ? waits.reviews || waits.approval || '单位主要负责人' : undefined
      const { id: caseId, number } = row
      const subject = shownSubject(ctx, row)
      const since = shownDay(ctx, row.updated_at)
      return [{ kind, caseId, number, subject, party: null, since, ...(waitsFor ? { waitsFor } : {}) }]
    }),
  ]
}

/** 例外清单: what goes wrong or waits for somebody, the gravest and oldest first. Only for those who do casework. */
export async function listExceptions(ctx: OfficeContext, actor: Actor, files?: DisputeFiles): Promise<Result<ExceptionRow[]>> {
  const { allowed, sections } = sectionLimit(actor)
  if (!allowed || !permitted(actor, 'requests.draftReply', { agencyId: actor.agencyId, sectionId: actor.sectionId }))
    return ok([])
  const scope = { agencyId: actor.agencyId, sections }
  const today = ctx.today()
  const [cases, beside] = await Promise.all([
    watchedCases(ctx.db, scope, today, MOST_CASES),
    besideWatches(ctx, actor, scope, files),
  ])
  const rows = [
    ...cases.flatMap((row) =>
      heldOn(row.watches, today)
        .filter(({ kind }) => !(kind === 'unsent' && row.waits_online))
        .map(
          ({ kind, since, party }): ExceptionRow => ({
            kind,
            caseId: row.id,
            number: row.number,
            subject: shownSubject(ctx, row),
            party: party ?? null,
            since,
          }),
        ),
    ),
    ...beside,
  ]
  const rank = ({ kind }: ExceptionRow) => (EXCEPTION_TABLE[kind].grave ? 0 : 1)
  return ok(rows.toSorted((a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since)))
}

/** The cases in which such an exception stands, as far as this person sees them; null where the register's own rows tell. */
export async function casesWith(ctx: OfficeContext, actor: Actor, kind: ExceptionKind): Promise<string[] | null> {
  if (isWatch(kind)) return null
  const { sections } = sectionLimit(actor)
  const rows = await besideWatches(ctx, actor, { agencyId: actor.agencyId, sections })
  return rows.flatMap((row) => (row.kind === kind && row.caseId !== null ? [row.caseId] : []))
}
