import { resultRule } from '../../law/oversight/results.ts'
import type { Outcome } from '../../law/requests/vocabulary.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { disputedDecision } from '../../record/disputes/decision.ts'
import { foldDispute } from '../../record/disputes/fold.ts'
import { type Lesson, type LessonCategory, type MatchedLesson, matching } from '../../record/disputes/lessons.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { withoutPersons } from '../../record/requests/plain-act.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { addLesson, disputeActs, findDispute, lessonsOf } from '../../store/disputes.sql.ts'
import { actsOf, findCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { NOT_FOUND, permit } from '../people/permit.ts'
import { personsIn } from '../requests/persons.ts'
import { conclude } from '../requests/projection.ts'

/** A lesson warns whoever drafts a similar reply. */
const NO_REPLY: Refusal = {
  code: 'field-invalid',
  say: '这份争议卷涉及更正申请，不在拟写答复时提示。',
  then: '需要留下的说明，写在登记结果的“说明”中。',
}

/** 登记教训 (G25): what was wrong, without names, so that the next similar decision can be warned. */
export async function learn(
  ctx: OfficeContext,
  actor: Actor,
  input: { disputeId: string; commandId: string; category: LessonCategory; text: string },
): Promise<Result<{ disputeId: string }>> {
  const allowed = permit(actor, 'requests.dispute', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const record = await findDispute(ctx.db, actor.agencyId, input.disputeId)
  if (record && !record.case_id) return refused(NO_REPLY)
  const row = record?.case_id && (await findCase(ctx.db, actor.agencyId, record.case_id))
  if (!record || !row) return refused(NOT_FOUND)
  const folded = foldDispute((await disputeActs(ctx.db, actor.agencyId, [record.id])).get(record.id) ?? [])
  if (folded.decisions.length === 0)
    return refused({
      code: 'not-ordered',
      say: '争议还没有结果，不能登记教训。',
      then: '收到决定或者裁判并登记后，再总结哪里做错了。',
    })
  const [persons, setting, caseActs] = await Promise.all([
    personsIn(ctx, row),
    legalSetting(ctx, actor.agencyId),
    actsOf(ctx.db, actor.agencyId, row.id),
  ])
  const { folded: caseFolded } = conclude(caseActs, setting)
  await ctx.transact(async (tx) => {
    const written = await addLesson(tx, {
      agencyId: actor.agencyId,
      id: input.commandId,
      disputeId: record.id,
      caseId: row.id,
      outcome: disputedDecision(caseFolded, folded.opened.on)?.outcome ?? null,
      grounds: [],
      subject: row.subject,
      category: input.category,
      text: withoutPersons(input.text, persons),
      by: actor.id,
    })
    // The same command sent again.
    if (!written) return
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'disputes.learn',
      target: record.number,
      detail: { what: input.category },
    })
  })
  return ok({ disputeId: record.id })
}

async function allLessons(
  ctx: OfficeContext,
  agencyId: string,
): Promise<(Lesson & { disputeId: string; sectionId: string | null })[]> {
  const rows = await lessonsOf(ctx.db, agencyId)
  const acts = await disputeActs(ctx.db, agencyId, [...new Set(rows.map(({ dispute_id }) => dispute_id))])
  return rows.map((row) => {
    const { opened, decisions } = foldDispute(acts.get(row.dispute_id) ?? [])
    const last = decisions.at(-1)
    return {
      id: row.id,
      disputeId: row.dispute_id,
      sectionId: row.section_id,
      caseId: row.case_id,
      caseNumber: row.case_number,
      outcome: row.outcome,
      subject: row.subject,
      category: row.category,
      text: row.text,
      result: last ? (resultRule(opened.path, last.result)?.words ?? '') : '',
    }
  })
}

export async function lessonsOfDispute(ctx: OfficeContext, agencyId: string, disputeId: string): Promise<Lesson[]> {
  return (await allLessons(ctx, agencyId)).filter((one) => one.disputeId === disputeId)
}

/** 前车之鉴: what went wrong in decisions like the one being drafted; of a case that the reader may not open without its subject. */
export async function lessonsFor(
  ctx: OfficeContext,
  actor: Actor,
  input: { caseId: string; outcome: Outcome },
): Promise<Result<MatchedLesson[]>> {
  const row = await findCase(ctx.db, actor.agencyId, input.caseId)
  if (!row || !permitted(actor, 'requests.view', { agencyId: row.agency_id, sectionId: row.section_id }))
    return refused(NOT_FOUND)
  const found = matching(await allLessons(ctx, actor.agencyId), { outcome: input.outcome, subject: row.subject })
  return ok(
    found.map(({ sectionId, ...lesson }) =>
      permitted(actor, 'requests.view', { agencyId: actor.agencyId, sectionId }) ? lesson : { ...lesson, subject: '' },
    ),
  )
}
