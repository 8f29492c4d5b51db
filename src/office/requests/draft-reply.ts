import { createHash } from 'node:crypto'
import { cite } from '../../law/cite.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { remediesFor } from '../../law/oversight/remedies.ts'
import { outcomeRule, reportRowFor } from '../../law/requests/outcomes.ts'
import { formatFor, formOf, FORM_2021 } from '../../law/reports/formats/index.ts'
import { yearOf } from '../../law/date.ts'
import { REQUESTER_KIND_WORDS } from '../../law/requests/vocabulary.ts'
import { basesOf } from '../../record/letters/bases.ts'
import { letterCodeFor } from '../../record/letters/compose.ts'
import type { Letter } from '../../record/letters/model.ts'
import type { Attachable } from '../../record/outgoing/attached.ts'
import { maskRequester } from '../../record/people/requester.ts'
import { type Actor, permitted, type Target, type Verb } from '../../record/people/roles.ts'
import { checkReply, type ReplyHistory } from '../../record/requests/check-reply.ts'
import { provenArrival } from '../../record/requests/service.ts'
import { remediesWaitFor, remedyParts } from '../../record/requests/reply-grounds.ts'
import { askedItems } from '../../record/requests/clauses.ts'
import { checkBasis, uncheckedTitles } from '../../record/requests/check-basis.ts'
import { isRunning, type Situation } from '../../record/requests/checks.ts'
import { type May, refusalFor } from '../../record/requests/may.ts'
import { personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import { type ReplyContent, replyContentSchema } from '../../record/requests/reply.ts'
import type { ReplyPreview } from '../../record/requests/view.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { actsOf, type CaseRow, draftOf, findCase, lockCase } from '../../store/requests.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { attachable, clearedFiles, outgoingRefusal } from '../outgoing/cleared-files.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, NOT_PERMITTED } from '../people/permit.ts'
import { keepDraftStep } from './draft-steps.ts'
import { delegation } from './delegation.ts'
import { issue } from './letters.ts'
import { addressFaults, openedFaults } from './published-address.ts'
import { type Issue, type Matter, matterOf } from './perform.ts'

/** What exactly was approved: the digest of the wording's source and of the files beside it, so that nothing else can be sent. */
export function digestOf(content: ReplyContent, files: readonly string[] = []): string {
  const whole = files.length === 0 ? content : { content, files }
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex')
}

async function digestNow(ctx: OfficeContext, db: OfficeContext['db'], row: CaseRow, content: ReplyContent): Promise<string> {
  const files = await clearedFiles(ctx, db, { agencyId: row.agency_id, caseId: row.id })
  return digestOf(
    content,
    files.map(({ hash }) => hash),
  )
}

/** Other files leave than those that were reviewed and approved: the reply is a draft again, and every review is asked anew. */
export async function leavesOtherwise(ctx: OfficeContext, tx: Tx, row: CaseRow): Promise<void> {
  const draft = await draftOf(tx, row.agency_id, row.id)
  if (!draft) return
  const digest = await digestNow(ctx, tx, row, contentOf(ctx, draft))
  if (digest === draft.digest) return
  const state = draft.state === 'returned' ? draft.state : 'draft'
  await tx
    .updateTable('reply_draft')
    .set({ digest, state })
    .where('agency_id', '=', row.agency_id)
    .where('case_id', '=', row.id)
    .execute()
}

/** Whether this actor may work on the reply now; the console greys the composer with it. */
export function mayDraft(situation: Situation, actor: Actor, target: Target): May {
  if (!permitted(actor, 'requests.draftReply', target)) return { allowed: false, refusal: NOT_PERMITTED }
  const refusal = refusalFor('reply-approved', situation)
  return refusal ? { allowed: false, refusal } : { allowed: true }
}

/** A draft's content; what an earlier release did not know stands at its default. */
export function contentOf(ctx: OfficeContext, draft: { sealed: Buffer }): ReplyContent {
  return replyContentSchema.parse(ctx.vault.open(draft.sealed))
}

/** What a reply of this case is checked against. */
function historyOf(matter: Matter, files: readonly Attachable[]): ReplyHistory {
  const { folded, setting, today } = matter
  const { items, numbered } = askedItems(matter)
  const asked = folded.live.findLast(({ act }) => act.kind === 'reasons-asked')
  const reasonsNoticeOn = provenArrival(folded, asked?.seq, 'D03')
  return { ...folded, reasonsNoticeOn, readings: setting.readings, clauses: numbered ? items.length : 0, files, on: today }
}

/** Every fault of a reply: of its content, of the files it names, and of the address it gives. */
export async function faultsOf(ctx: OfficeContext, matter: Matter, content: ReplyContent): Promise<Refusal[]> {
  const files = await attachable(ctx, matter.tx, { agencyId: matter.row.agency_id, caseId: matter.row.id })
  return [...checkReply(content, historyOf(matter, files)), ...(await addressFaults(matter, content))]
}

/** The reply letter of this content, as of today. What it rests on must be in force on that day. */
export function replyLetter(matter: Matter, content: ReplyContent, on = matter.today): Issue {
  const { consultations, searches, reasons } = matter.folded
  const issued = issue(matter, letterCodeFor(content.outcome), on, {
    content,
    consultations: consultations.map((one) => ({ ...one, running: isRunning(one, { clock: matter.clock, on }) })),
    searches,
    reasonsOpen: reasons === null || (reasons.givenOn === null && on <= reasons.asked.replyBy),
  })
  return { ...issued, faults: [...checkBasis(content, on, matter.library), ...issued.faults] }
}

/** Loads a case for reading, under the same rule of sight as the case page. */
async function readMatter(ctx: OfficeContext, actor: Actor, caseId: string): Promise<Result<Matter>> {
  const row = await findCase(ctx.db, actor.agencyId, caseId)
  if (!row || !permitted(actor, 'requests.view', { agencyId: row.agency_id, sectionId: row.section_id }))
    return refused(NOT_FOUND)
  const setting = await legalSetting(ctx, row.agency_id)
  return ok(await matterOf(ctx, ctx.db, actor, row, await actsOf(ctx.db, row.agency_id, row.id), setting))
}

/**
 * 预览: the letter as it will print but for the requester's name, masked as on every screen; every fault, the cell of table 三
 * it will count in, the remedies told.
 */
export async function previewReply(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; content: ReplyContent },
): Promise<Result<ReplyPreview>> {
  const read = await readMatter(ctx, actor, input.caseId)
  if (!read.ok) return read
  const matter = read.value
  const { content } = input
  const refusals = [...(await faultsOf(ctx, matter, content)), ...(await openedFaults(matter, content))]
  const rule = outcomeRule(content.outcome)
  const format = formatFor(yearOf(matter.today))?.format ?? FORM_2021.format
  const row = reportRowFor(content.outcome, format)
  const organs = matter.agency.details
  const waitsFor = remediesWaitFor(content)
  const remedies = waitsFor
    ? []
    : remediesFor({
        ...remedyParts(content),
        decidedOn: matter.today,
        readings: matter.setting.readings,
      }).paragraphs(organs, { electronic: matter.content.delivery === 'electronic' })
  const masked = { ...matter, requester: maskRequester(matter.requester) }
  const issued = rule.closedBy === 'reply' && matter.folded.receivedOn ? replyLetter(masked, content) : null
  return ok({
    outcome: content.outcome,
    letter: issued?.letter ?? null,
    refusals: refusals.length > 0 ? refusals : (issued?.faults ?? []),
    cell: {
      row,
      rowWords: formOf(format).requests.rows.find((one) => one.row === row)?.label ?? rule.zh,
      column: matter.requester.kind,
      columnWords: REQUESTER_KIND_WORDS[matter.requester.kind],
    },
    cite: basesOf(content).map(cite).join('、'),
    remedies,
    waitsFor,
    unchecked: uncheckedTitles(content, matter.library),
    translated: issued?.translate === true,
    digest: await digestNow(ctx, ctx.db, matter.row, content),
  })
}

/** A draft's letter for printing, before it has a number of its own. It shows the name in full, so opening it is recorded. */
export async function draftLetter(ctx: OfficeContext, actor: Actor, caseId: string): Promise<Result<Letter>> {
  const read = await readMatter(ctx, actor, caseId)
  if (!read.ok) return read
  const draft = await draftOf(ctx.db, actor.agencyId, caseId)
  if (!draft) return refused(NOT_FOUND)
  const { code, letter } = replyLetter(read.value, contentOf(ctx, draft))
  await ctx.transact((tx) =>
    appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'requests.readLetter',
      target: read.value.row.number,
      detail: { code },
    }),
  )
  return ok(letter)
}

interface DraftDeed {
  caseId: string
  verb: Verb
  entry: string
}

/** A change of the draft: permit → load and lock → decide → write → audit. Drafts are rows, not acts: they bind nobody. */
async function onDraft(
  ctx: OfficeContext,
  actor: Actor,
  deed: DraftDeed,
  change: (tx: Tx, matter: Matter, draft: Awaited<ReturnType<typeof draftOf>>) => Promise<Result<void>>,
): Promise<Result<{ caseId: string }>> {
  const setting = await legalSetting(ctx, actor.agencyId)
  return ctx.transact(async (tx): Promise<Result<{ caseId: string }>> => {
    const row = await lockCase(tx, actor.agencyId, deed.caseId)
    if (!row) return refused(NOT_FOUND)
    if (!permitted(actor, deed.verb, { agencyId: row.agency_id, sectionId: row.section_id })) return refused(NOT_PERMITTED)
    const matter = await matterOf(ctx, tx, actor, row, await actsOf(tx, row.agency_id, row.id), setting)
    const blocked = refusalFor('reply-approved', { ...matter, calendar: setting.calendar, on: matter.today })
    if (blocked) return refused(blocked)
    const done = await change(tx, matter, await draftOf(tx, row.agency_id, row.id))
    if (!done.ok) return done
    await appendAudit(tx, { agencyId: row.agency_id, actorId: actor.id, verb: deed.entry, target: row.number })
    return ok({ caseId: row.id })
  })
}

/** 保存答复稿. A draft may be incomplete; changing an approved one withdraws the approval's object, so it is a draft again. */
export function saveDraft(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; draftVersion: number; content: ReplyContent },
): Promise<Result<{ caseId: string }>> {
  return onDraft(
    ctx,
    actor,
    { caseId: input.caseId, verb: 'requests.draftReply', entry: 'requests.draftReply' },
    async (tx, matter, draft) => {
      if ((draft?.version ?? 0) !== input.draftVersion) return OTHER_DRAFT
      const written = {
        state: 'draft' as const,
        sealed: ctx.vault.seal(input.content),
        digest: await digestNow(ctx, tx, matter.row, input.content),
        outcome: input.content.outcome,
        returned_because: draft?.returned_because ?? null,
        updated_by: actor.id,
        updated_at: ctx.now().toISOString(),
        version: (draft?.version ?? 0) + 1,
        drafters: JSON.stringify([...new Set([...(draft?.drafters ?? []), actor.id])]),
      }
      await tx
        .insertInto('reply_draft')
        .values({ agency_id: matter.row.agency_id, case_id: matter.row.id, ...written })
        .onConflict((conflict) => conflict.columns(['agency_id', 'case_id']).doUpdateSet(written))
        .execute()
      return ok(undefined)
    },
  )
}

const NO_DRAFT = refused({ code: 'not-found', say: '还没有答复稿。', then: '请先拟写并保存答复稿。' })
const OTHER_DRAFT = refused({ code: 'changed-meanwhile', say: '答复稿已被他人修改。', then: '页面已刷新，请核对后再办理。' })

/** 送审: only a reply without a fault, and whose files are all decided: reviewers see what leaves. */
export function submitDraft(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; digest: string },
): Promise<Result<{ caseId: string }>> {
  return onDraft(
    ctx,
    actor,
    { caseId: input.caseId, verb: 'requests.draftReply', entry: 'requests.submitDraft' },
    async (tx, matter, draft) => {
      if (!draft) return NO_DRAFT
      if (draft.digest !== input.digest) return OTHER_DRAFT
      const waiting = await outgoingRefusal(tx, { agencyId: matter.row.agency_id, caseId: matter.row.id })
      if (waiting) return refused(waiting)
      const content = contentOf(ctx, draft)
      const faults = [...(await faultsOf(ctx, matter, content)), ...(await openedFaults(matter, content, true))]
      const letterFaults = faults.length > 0 ? [] : replyLetter(matter, content).faults
      if (faults.length + letterFaults.length > 0) return refused(...faults, ...letterFaults)
      await setState(tx, matter, { state: 'submitted', returned_because: null })
      await keepDraftStep(ctx, tx, matter, draft, { what: 'submitted' })
      return ok(undefined)
    },
  )
}

/** 退回修改, with the reason. A deputy needs the head's delegation for this too. */
export function returnDraft(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; digest: string; because: string },
): Promise<Result<{ caseId: string }>> {
  return onDraft(
    ctx,
    actor,
    { caseId: input.caseId, verb: 'requests.approveReply', entry: 'requests.returnDraft' },
    async (tx, matter, draft) => {
      if (!draft) return NO_DRAFT
      const authority = await delegation(matter)
      if (!authority.ok) return authority
      if (draft.digest !== input.digest) return OTHER_DRAFT
      if (draft.state !== 'submitted')
        return refused({ code: 'already-done', say: '答复稿不在待审批状态。', then: '请刷新页面查看最新情况。' })
      const because = withoutPersons(input.because, personsOf(matter.requester, [...matter.parties.values()]))
      await setState(tx, matter, { state: 'returned', returned_because: because })
      await keepDraftStep(ctx, tx, matter, draft, { what: 'returned', because: input.because })
      return ok(undefined)
    },
  )
}

export async function setState(
  tx: Tx,
  matter: Matter,
  to: { state: 'submitted' | 'returned' | 'approved'; returned_because: string | null },
): Promise<void> {
  await tx
    .updateTable('reply_draft')
    .set(to)
    .where('agency_id', '=', matter.row.agency_id)
    .where('case_id', '=', matter.row.id)
    .execute()
}
