import { randomUUID } from 'node:crypto'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { disputedDecision, type DisputedDecision } from '../../record/disputes/decision.ts'
import { foldDispute } from '../../record/disputes/fold.ts'
import {
  amendmentContent,
  type AmendmentPaperFacts,
  composedContent,
  disputePaper,
  type PaperContent,
  type PaperFacts,
  type PaperKind,
  paperContentSchema,
} from '../../record/disputes/papers.ts'
import type { AmendmentActContent } from '../../record/amendments/fold.ts'
import type { Requester } from '../../record/people/requester.ts'
import type { Letter, Paper } from '../../record/letters/model.ts'
import type { Actor } from '../../record/people/roles.ts'
import { personsOf, withoutPersons } from '../../record/requests/plain-act.ts'
import { isHeldBack } from '../../record/outgoing/held-back.ts'
import { isVoid } from '../../record/requests/service.ts'
import { draftStepsOf } from '../../store/archive.sql.ts'
import { amendmentActs, findAmendment } from '../../store/amendments.sql.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { onTheirWay } from '../../store/outgoing.sql.ts'
import { addPapers, disputeActs, type DisputeRecord, findDispute, latestPapers } from '../../store/disputes.sql.ts'
import { actsOf, type CaseRow, filesOf, findCase, lettersOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn, legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, permit } from '../people/permit.ts'
import type { KeptDraft } from '../requests/draft-steps.ts'
import { personsIn, requesterOf } from '../requests/persons.ts'
import { conclude } from '../requests/projection.ts'

/** The papers as last saved, or as the case writes them now. */
export async function papersOf(
  ctx: OfficeContext,
  agencyId: string,
  record: DisputeRecord,
): Promise<{ content: PaperContent; version: number }> {
  const saved = await latestPapers(ctx.db, agencyId, record.id)
  if (saved) return { content: paperContentSchema.parse(ctx.vault.open(saved.sealed)), version: saved.version }
  if (!record.case_id) return { content: amendmentContent((await amendmentFactsOf(ctx, agencyId, record)).facts), version: 0 }
  const { facts } = await factsOf(ctx, agencyId, { ...record, case_id: record.case_id })
  return { content: composedContent(facts), version: 0 }
}

/** What the papers are made from. Names stand only in `requesterName`: the printed paper bears it, screens do not. */
async function factsOf(
  ctx: OfficeContext,
  agencyId: string,
  record: DisputeRecord & { case_id: string },
): Promise<{ facts: PaperFacts; requesterName: string }> {
  const row = await findCase(ctx.db, agencyId, record.case_id)
  if (!row) throw new Error('a dispute belongs to a case')
  const [agency, setting, caseActs, acts, letters, files, outgoing, requester, persons] = await Promise.all([
    agencyOn(ctx.db, agencyId, ctx.today()),
    legalSetting(ctx, agencyId),
    actsOf(ctx.db, agencyId, row.id),
    disputeActs(ctx.db, agencyId, [record.id]),
    lettersOf(ctx.db, agencyId, row.id),
    filesOf(ctx.db, agencyId, row.id),
    onTheirWay(ctx.db, agencyId, row.id),
    requesterOf(ctx, row),
    personsIn(ctx, row),
  ])
  const { opened } = foldDispute(acts.get(record.id) ?? [])
  const { folded } = conclude(caseActs, setting)
  const reasons = await reasonsOf(ctx, row, disputedDecision(folded, opened.on))
  const facts: PaperFacts = {
    agency: agency.details,
    opened,
    number: record.number,
    over: '政府信息公开答复',
    case: { number: row.number, subject: row.subject, folded },
    letters: letters
      .filter((letter) => !isVoid(folded, letter.act_seq))
      .map((letter) => ({
        code: letter.code,
        title: ctx.vault.open<Letter>(letter.sealed).title,
        number: letter.number,
        issuedOn: letter.issued_on,
      })),
    files: files
      .filter((file) => !isHeldBack(file, outgoing))
      .map((file) => ({ name: withoutPersons(ctx.vault.open<string>(file.sealed_name), persons) })),
    reasons: withoutPersons(reasons, persons),
    date: ctx.today(),
  }
  return { facts, requesterName: requester.name }
}

/** Of the wording that was sent, as it was kept when it was approved; a later draft of the same case gives other reasons. */
async function reasonsOf(ctx: OfficeContext, { agency_id, id }: CaseRow, decision: DisputedDecision | null): Promise<string> {
  if (!decision?.digest) return ''
  const steps = await draftStepsOf(ctx.db, agency_id, id)
  const kept = steps.findLast(({ digest }) => digest === decision.digest)
  return kept ? (ctx.vault.open<KeptDraft>(kept.sealed).content.reasons ?? '') : ''
}

async function amendmentFactsOf(
  ctx: OfficeContext,
  agencyId: string,
  record: DisputeRecord,
): Promise<{ facts: AmendmentPaperFacts; requesterName: string }> {
  const matter = await findAmendment(ctx.db, agencyId, record.amendment_id ?? '')
  if (!matter) throw new Error('a dispute belongs to a case or to a matter of amendment')
  const [agency, acts, steps] = await Promise.all([
    agencyOn(ctx.db, agencyId, ctx.today()),
    disputeActs(ctx.db, agencyId, [record.id]),
    amendmentActs(ctx.db, agencyId, matter.id),
  ])
  const requester = ctx.vault.open<Requester>(matter.requester_sealed)
  const decided = steps.findLast(({ kind }) => kind === 'decided')
  const reasons = decided ? ctx.vault.open<AmendmentActContent['decided']>(decided.sealed).decision?.reasons : ''
  const facts: AmendmentPaperFacts = {
    agency: agency.details,
    opened: foldDispute(acts.get(record.id) ?? []).opened,
    number: record.number,
    over: '更正告知书',
    amendment: {
      number: matter.number,
      record: matter.subject,
      receivedOn: matter.received_on,
      decidedOn: matter.decided_on,
      servedOn: matter.served_on,
      reasons: withoutPersons(reasons ?? '', personsOf(requester, [])),
    },
    date: ctx.today(),
  }
  return { facts, requesterName: requester.name }
}

/** 保存答复书和证据目录: a new version each time; another one meanwhile is told. */
export async function savePapers(
  ctx: OfficeContext,
  actor: Actor,
  input: { disputeId: string; version: number; content: PaperContent },
): Promise<Result<{ disputeId: string }>> {
  const allowed = permit(actor, 'requests.dispute', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const record = await findDispute(ctx.db, actor.agencyId, input.disputeId)
  if (!record) return refused(NOT_FOUND)
  return ctx.transact(async (tx) => {
    const last = (await latestPapers(tx, actor.agencyId, record.id))?.version ?? 0
    if (last !== input.version)
      return refused({
        code: 'changed-meanwhile',
        say: '您打开页面之后，他人已先行保存。',
        then: '请先复制您改动的文字，刷新页面后再改。',
      })
    const sealed = ctx.vault.seal(input.content)
    await addPapers(tx, {
      agencyId: actor.agencyId,
      disputeId: record.id,
      id: randomUUID(),
      version: last + 1,
      sealed,
      by: actor.id,
    })
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'disputes.savePaper',
      target: record.number,
      detail: { version: last + 1 },
    })
    return ok({ disputeId: record.id })
  })
}

/** The paper as it prints. It bears the requester's name: who opened it is in the audit log. */
export async function readPaper(
  ctx: OfficeContext,
  actor: Actor,
  input: { disputeId: string; kind: PaperKind },
): Promise<Result<Paper>> {
  const record = await findDispute(ctx.db, actor.agencyId, input.disputeId)
  if (!record) return refused(NOT_FOUND)
  const allowed = permit(actor, 'disputes.view', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const [{ facts, requesterName }, { content }] = await Promise.all([
    record.case_id
      ? factsOf(ctx, actor.agencyId, { ...record, case_id: record.case_id })
      : amendmentFactsOf(ctx, actor.agencyId, record),
    papersOf(ctx, actor.agencyId, record),
  ])
  await ctx.transact((tx) =>
    appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'disputes.readPaper',
      target: record.number,
      detail: { what: input.kind },
    }),
  )
  return ok(disputePaper(input.kind, content, facts, requesterName))
}
