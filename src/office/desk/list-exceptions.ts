import { addDays } from '../../law/date.ts'
import { type Result, ok } from '../../law/refusal.ts'
import type { ExceptionKind, ExceptionRow } from '../../record/desk/exceptions.ts'
import { EXCEPTION_TABLE } from '../../record/desk/exceptions.ts'
import { heldOn } from '../../record/desk/watches.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { lateSections, waitingDrafts, watchedCases } from '../../store/desk.sql.ts'
import type { OfficeContext } from '../context.ts'
import { disputeExceptions } from '../disputes/dispute-tasks.ts'
import { sectionLimit } from '../requests/list-cases.ts'

const MOST_CASES = 300

const OF_DRAFT: Partial<Record<string, ExceptionKind>> = {
  submitted: 'approvalWaiting',
  returned: 'draftReturned',
  approved: 'approvedUnsent',
}

/** 例外清单: what goes wrong or waits for somebody, the gravest and oldest first. Only for those who do casework. */
export async function listExceptions(ctx: OfficeContext, actor: Actor): Promise<Result<ExceptionRow[]>> {
  const { allowed, sectionId } = sectionLimit(actor)
  if (!allowed || !permitted(actor, 'requests.draftReply', { agencyId: actor.agencyId, sectionId: actor.sectionId }))
    return ok([])
  const scope = { agencyId: actor.agencyId, sectionId }
  const today = ctx.today()
  const [cases, late, drafts, disputes] = await Promise.all([
    watchedCases(ctx.db, scope, today, MOST_CASES),
    lateSections(ctx.db, scope, today, MOST_CASES),
    waitingDrafts(ctx.db, scope, MOST_CASES),
    disputeExceptions(ctx, actor),
  ])
  const rows = [
    ...cases.flatMap((row) =>
      heldOn(row.watches, today).map(
        ({ kind, since, party }): ExceptionRow => ({
          kind,
          caseId: row.id,
          number: row.number,
          subject: row.subject,
          party: party ?? null,
          since,
        }),
      ),
    ),
    ...late.flatMap(({ id, number, subject, section_due_on: due }): ExceptionRow[] =>
      due ? [{ kind: 'sectionLate', caseId: id, number, subject, party: null, since: addDays(due, 1) }] : [],
    ),
    ...disputes,
    ...drafts.flatMap((row): ExceptionRow[] => {
      const kind = OF_DRAFT[row.state]
      return kind ? [{ kind, caseId: row.id, number: row.number, subject: row.subject, party: null, since: row.since }] : []
    }),
  ]
  const rank = ({ kind }: ExceptionRow) => (EXCEPTION_TABLE[kind].grave ? 0 : 1)
  return ok(rows.toSorted((a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since)))
}
