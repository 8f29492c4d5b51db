/** 疑似重复提交: shown, never merged silently. The requester says whether it is one or two; nobody else does. */
import { type Result, ok, refused } from '../../law/refusal.ts'
import { requesterNames, type Requester, type RequestContent } from '../../record/people/requester.ts'
import type { Actor } from '../../record/people/roles.ts'
import { plainSubject, TWIN_DAYS } from '../../record/requests/intake.ts'
import { papersShown } from '../../record/people/requester.ts'
import { addDays, type LocalDate } from '../../law/date.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { alikeCases, linkCases } from '../../store/intake.sql.ts'
import { findCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND } from '../people/permit.ts'
import { paperFingerprint, subjectDigest } from './open-case.ts'
import { type Command, guard, perform } from './perform.ts'
import { caseToDo, isTwin } from './view-intake.ts'
import { withdrawRequest } from './withdraw-request.ts'

/** 同一申请误重复提交: this one is withdrawn, with the requester's consent on record; the other goes on. */
export function withdrawTwin(
  ctx: OfficeContext,
  actor: Actor,
  input: Command & { otherId: string; consent: string },
): Promise<Result<{ caseId: string }>> {
  return perform(ctx, actor, input, 'requests.withdraw', async (matter) => {
    if (!input.consent)
      return refused({
        code: 'consent-needed',
        say: '没有写明申请人怎样同意撤回。',
        then: '请先联系申请人；同意撤回的，写明日期和方式；不同意的，两件分别办理。',
        field: 'consent',
      })
    const other = await findCase(matter.tx, matter.row.agency_id, input.otherId)
    if (!other || other.id === matter.row.id) return refused(NOT_FOUND)
    // Only what the page shows as a likely double: another person's request is nobody's reason to end this one.
    if (!(await isTwin(matter.tx, matter.row, other)))
      return refused({
        code: 'field-invalid',
        say: `${other.number}不是同一申请人近期就同一内容提出的申请，不是重复提交。`,
        then: '请从页面列出的疑似重复的申请中选择；申请人要撤回的，登记“申请人撤回”。',
        field: 'otherId',
      })
    const on = ctx.today()
    const guarded = guard(matter, 'withdrawn', on)
    if (!guarded.ok) return guarded
    const note = `与${other.number}重复提交，申请人同意撤回本件：${input.consent}`
    const act = { kind: 'withdrawn' as const, on, note }
    const decided = await withdrawRequest(ctx, matter, act, { ...input, act })
    if (!decided.ok) return decided
    const link = { agencyId: matter.row.agency_id, caseId: matter.row.id, otherId: other.id, by: actor.id }
    return ok({ ...decided.value, also: (tx) => linkCases(tx, { ...link, kind: 'mistake' }) })
  })
}

/** 申请人确认是两件: both go on, and nobody is asked again. */
export async function keepTwins(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; otherId: string },
): Promise<Result<{ caseId: string }>> {
  const found = await caseToDo(ctx, actor, 'requests.register', input.caseId)
  if (!found.ok) return found
  const row = found.value
  const other = await findCase(ctx.db, row.agency_id, input.otherId)
  if (!other || other.id === row.id) return refused(NOT_FOUND)
  await ctx.transact(async (tx) => {
    await linkCases(tx, { agencyId: row.agency_id, caseId: row.id, otherId: other.id, kind: 'separate', by: actor.id })
    await appendAudit(tx, { agencyId: row.agency_id, actorId: actor.id, verb: 'requests.link', target: row.number })
  })
  return ok({ caseId: row.id })
}

/**
 * Whether this very person asked for this very information lately: told before sending. Only to somebody who gives the same
 * paper, the same name and the same contact, so that a number alone tells nobody what its owner asked for.
 */
export async function lastAsked(
  ctx: OfficeContext,
  agencyId: string,
  requester: Requester,
  content: RequestContent,
): Promise<LocalDate | null> {
  const papers = papersShown(requester).flatMap(({ role, paper }) => (role === 'requester' && paper ? [paper] : []))
  if (papers.length === 0 || !plainSubject(content.subject)) return null
  const alike = await alikeCases(ctx.db, agencyId, {
    fingerprints: papers.map((paper) => paperFingerprint(ctx, paper)),
    subjectDigest: subjectDigest(ctx, content.subject),
    since: addDays(ctx.today(), -TWIN_DAYS),
  })
  const own = alike.filter(({ sealed }) => isSamePerson(ctx.vault.open<Requester>(sealed), requester))
  return own.at(-1)?.submitted_on ?? null
}

function isSamePerson(known: Requester, given: Requester): boolean {
  const contacts = (one: Requester) => [one.phone, one.email, one.address].filter(Boolean)
  return requesterNames(known) === requesterNames(given) && contacts(known).some((contact) => contacts(given).includes(contact))
}
