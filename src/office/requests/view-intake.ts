import { addDays } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { gapsOf } from '../../law/requests/correction-triggers.ts'
import type { LooksLike } from '../../law/requests/triage.ts'
import type { Requester, RequestContent } from '../../record/people/requester.ts'
import { type Actor, permitted, type Verb } from '../../record/people/roles.ts'
import { authorityShown, maySpeakOfAuthority, showsIdentity } from '../../record/requests/evidence.ts'
import { type IntakeView, type OtherCase, TWIN_DAYS } from '../../record/requests/intake.ts'
import { askedItems } from '../../record/requests/clauses.ts'
import { refusalFor } from '../../record/requests/may.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { alikeCases, fingerprintsOf, linkedCases, noteTriage, triageOf } from '../../store/intake.sql.ts'
import { actsOf, type CaseRow, filesOf, findCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { conclude } from './projection.ts'
import { shownSubject } from './register-row.ts'

/** A case that this actor may see, and may do this to. */
export async function caseToDo(ctx: OfficeContext, actor: Actor, verb: Verb, id: string): Promise<Result<CaseRow>> {
  const row = await findCase(ctx.db, actor.agencyId, id)
  const target = row && { agencyId: row.agency_id, sectionId: row.section_id }
  if (!row || !target || !permitted(actor, 'requests.view', target)) return refused(NOT_FOUND)
  return permitted(actor, verb, target) ? ok(row) : refused(NOT_PERMITTED)
}

export async function sealedRequester(db: OfficeContext['db'], row: CaseRow) {
  return db
    .selectFrom('requester')
    .select(['sealed', 'fingerprint'])
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', row.requester_id)
    .executeTakeFirstOrThrow()
}

/** 收件情况: what is missing, what it looks like, which cases belong to it, which look like it. Nothing personal is told. */
export async function viewIntake(ctx: OfficeContext, actor: Actor, id: string): Promise<Result<IntakeView>> {
  const found = await caseToDo(ctx, actor, 'requests.view', id)
  if (!found.ok) return found
  const row = found.value
  const [setting, acts, sealed, triage, linked, files] = await Promise.all([
    legalSetting(ctx, row.agency_id),
    actsOf(ctx.db, row.agency_id, row.id),
    sealedRequester(ctx.db, row),
    triageOf(ctx.db, row.agency_id, row.id),
    linkedCases(ctx.db, row.agency_id, row.id),
    filesOf(ctx.db, row.agency_id, row.id),
  ])
  const requester = ctx.vault.open<Requester>(sealed.sealed)
  const authorised = authorityShown(requester, files)
  const unclear = triage?.unclear ?? false
  const today = ctx.today()
  const situation = { ...conclude(acts, setting), calendar: setting.calendar, on: today, today }
  const allowed = (verb: Verb) => permitted(actor, verb, { agencyId: row.agency_id, sectionId: row.section_id })
  const content = ctx.vault.open<RequestContent>(row.content)
  const maySplit = allowed('requests.register') && refusalFor('split', situation) === null
  return ok({
    gaps: gapsOf(requester, content, { unclear, authorised, today }, setting.readings),
    authorityToCheck:
      requester.agent && !authorised
        ? files
            .filter(({ purpose }) => maySpeakOfAuthority(purpose))
            .map(({ id: fileId, purpose, sealed_name }) => {
              const mayOpen = !showsIdentity(purpose) || allowed('requests.unmask')
              // People name such files after themselves.
              return { id: fileId, name: mayOpen ? ctx.vault.open<string>(sealed_name) : purpose, mayOpen }
            })
        : [],
    looksLike: triage?.looks_like ?? null,
    unclear,
    linked: linked.map((one) => ({ ...otherCase(ctx, one), kind: one.kind })),
    twins: await twinsOf(ctx, row, new Set(linked.map((one) => one.id))),
    listed: maySplit ? askedItems({ content, corrected: null }).items : [],
    maySplit,
    mayClassify: allowed('requests.note'),
    mayComplete: allowed('requests.register') && situation.folded.closedOn === null,
    mayWithdraw: allowed('requests.withdraw') && refusalFor('withdrawn', situation) === null,
  })
}

function otherCase(
  ctx: OfficeContext,
  row: Pick<CaseRow, 'id' | 'number' | 'subject' | 'subject_now' | 'phase' | 'submitted_on'>,
): OtherCase {
  return { id: row.id, number: row.number, subject: shownSubject(ctx, row), phase: row.phase, submittedOn: row.submitted_on }
}

/** The same person, the same wording, lately. */
async function alikeTo(db: OfficeContext['db'], row: CaseRow) {
  if (!row.subject_digest || row.phase === 'withdrawn') return []
  return alikeCases(db, row.agency_id, {
    fingerprints: await fingerprintsOf(db, row.agency_id, row.requester_id),
    subjectDigest: row.subject_digest,
    since: addDays(row.submitted_on, -TWIN_DAYS),
  })
}

/** Whether the two look like one request sent twice, seen from either: the earlier one may be older than what is looked back for. */
export async function isTwin(db: OfficeContext['db'], row: CaseRow, other: CaseRow): Promise<boolean> {
  const [seen, seenBack] = await Promise.all([alikeTo(db, row), alikeTo(db, other)])
  return seen.some(({ id }) => id === other.id) || seenBack.some(({ id }) => id === row.id)
}

/** 疑似重复提交; but for those that somebody has looked at already. */
async function twinsOf(ctx: OfficeContext, row: CaseRow, settled: ReadonlySet<string>): Promise<OtherCase[]> {
  const alike = await alikeTo(ctx.db, row)
  return alike.filter((one) => one.id !== row.id && !settled.has(one.id)).map((one) => otherCase(ctx, one))
}

/** 初步分类: a note beside the case. It never changes the number, the clock or the reply. */
export async function classify(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; looksLike: LooksLike | null; unclear: boolean },
): Promise<Result<IntakeView>> {
  const found = await caseToDo(ctx, actor, 'requests.note', input.caseId)
  if (!found.ok) return found
  const row = found.value
  await ctx.transact(async (tx) => {
    await noteTriage(tx, {
      agency_id: row.agency_id,
      case_id: row.id,
      looks_like: input.looksLike,
      unclear: input.unclear,
      officer_id: actor.id,
    })
    await appendAudit(tx, { agencyId: row.agency_id, actorId: actor.id, verb: 'requests.classify', target: row.number })
  })
  return viewIntake(ctx, actor, row.id)
}
