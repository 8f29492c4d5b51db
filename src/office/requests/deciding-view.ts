/** 办案: reviews, changes, assignments, similar cases and conversion of one case, for its panels and the approval page. */
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { REVIEW_ASPECTS, reviewsNeeded } from '../../law/requests/reviews.ts'
import { letterText } from '../../record/letters/check.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { askedItems } from '../../record/requests/clauses.ts'
import type { DecidingView, ReviewRow } from '../../record/requests/deciding-view.ts'
import { replyContentSchema } from '../../record/requests/reply.ts'
import { internalDue } from '../../record/requests/internal-due.ts'
import { reviewerFault, reviewFaults, reviewsOfWording } from '../../record/requests/reviews.ts'
import { assignmentsOf, conversionOf, lastSubmitted } from '../../store/deciding.sql.ts'
import { officersOf, sectionsOf } from '../../store/people.sql.ts'
import { maskRequester } from '../../record/people/requester.ts'
import { actsOf, draftOf, findCase } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { lineChanges } from '../line-changes.ts'
import { NOT_FOUND } from '../people/permit.ts'
import { delegationRefusal } from './delegation.ts'
import { replyLetter } from './draft-reply.ts'
import type { KeptDraft } from './draft-steps.ts'
import { type Matter, matterOf } from './perform.ts'
import { VERB_OF_ASPECT } from './review-reply.ts'
import { similarCases } from './similar-cases.ts'

type Draft = NonNullable<Awaited<ReturnType<typeof draftOf>>>

export async function viewDeciding(ctx: OfficeContext, actor: Actor, caseId: string): Promise<Result<DecidingView>> {
  const row = await findCase(ctx.db, actor.agencyId, caseId)
  const target = row && { agencyId: row.agency_id, sectionId: row.section_id }
  if (!row || !target || !permitted(actor, 'requests.view', target)) return refused(NOT_FOUND)
  const setting = await legalSetting(ctx, row.agency_id)
  const matter = await matterOf(ctx, ctx.db, actor, row, await actsOf(ctx.db, row.agency_id, row.id), setting)
  const [draft, officers, sections, assigned, conversion, versions, alike] = await Promise.all([
    draftOf(ctx.db, row.agency_id, row.id),
    officersOf(ctx.db, row.agency_id),
    sectionsOf(ctx.db, row.agency_id),
    assignmentsOf(ctx.db, row.agency_id, row.id),
    conversionOf(ctx.db, row.agency_id, row.id),
    lastSubmitted(ctx.db, row.agency_id, row.id),
    similarCases(ctx, { agencyId: row.agency_id, id: row.id, subject: row.subject, requesterId: row.requester_id }, (sectionId) =>
      permitted(actor, 'requests.view', { agencyId: row.agency_id, sectionId }),
    ),
  ])
  const name = (id: string | null) => officers.find((one) => one.id === id)?.name ?? ''
  const waits = draft && (draft.state === 'submitted' || draft.state === 'approved') ? draft : null
  return ok({
    reviews: waits ? reviewRows(matter, waits, name) : [],
    unreviewed: waits ? reviewFaults(matter.folded, waits, setting.readings) : [],
    changes: changesBetween(ctx, matter, versions),
    asked: askedItems(matter),
    assignments: assigned.map((one) => ({
      section: sections.find(({ id }) => id === one.section_id)?.name ?? '',
      officer: name(one.officer_id),
      dueOn: one.due_on,
      by: name(one.assigned_by),
      on: one.assigned_on,
    })),
    suggestedDueOn: internalDue(setting.calendar, matter.clock.due, setting.readings.internalDueWorkingDays),
    sectionDueOn: row.section_due_on,
    sectionLead: row.section_lead,
    ...alike,
    conversion: conversion
      ? {
          information: conversion.information,
          reason: conversion.reason,
          proposedBy: name(conversion.proposed_by),
          proposedOn: conversion.proposed_on,
          result: conversion.result,
          because: conversion.because ?? '',
          link: conversion.link ?? '',
          documentId: conversion.document_id,
          decidedOn: conversion.decided_on,
        }
      : null,
    mayPropose: permitted(actor, 'requests.proposeConversion', target),
    mayDecide: permitted(actor, 'requests.decideConversion', target),
    approval: permitted(actor, 'requests.approveReply', target) ? await delegationRefusal(matter) : null,
  })
}

function reviewRows(matter: Matter, draft: Draft, name: (id: string) => string): ReviewRow[] {
  const said = reviewsOfWording(matter.folded, draft.digest)
  const needed = reviewsNeeded(draft.outcome, matter.setting.readings)
  return REVIEW_ASPECTS.filter((aspect) => needed.includes(aspect) || said.some((one) => one.aspect === aspect)).map((aspect) => {
    const last = said.find((one) => one.aspect === aspect)
    return {
      aspect,
      conclusion: last?.conclusion ?? null,
      by: last ? name(last.by) : '',
      on: last?.on ?? null,
      note: last?.note ?? '',
      may: mayReview(matter, draft, aspect),
    }
  })
}

function mayReview(matter: Matter, draft: Draft, aspect: ReviewRow['aspect']): ReviewRow['may'] {
  const { actor, row, folded, setting } = matter
  if (draft.state !== 'submitted') return 'not-mine'
  if (!permitted(actor, VERB_OF_ASPECT[aspect], { agencyId: row.agency_id, sectionId: row.section_id })) return 'not-mine'
  const fault: Refusal | null = reviewerFault(folded, draft, { aspect, by: actor.id }, setting.readings)
  return fault ?? 'allowed'
}

/** The letter of the last wording sent up against that of the one before, paragraph by paragraph. */
function changesBetween(
  ctx: OfficeContext,
  matter: Matter,
  [last, before]: Awaited<ReturnType<typeof lastSubmitted>>,
): DecidingView['changes'] {
  if (!last || !before || !matter.folded.receivedOn) return []
  const masked = { ...matter, requester: maskRequester(matter.requester) }
  const lines = (version: typeof last) => {
    const { content } = ctx.vault.open<KeptDraft>(version.sealed)
    const { letter } = replyLetter(masked, replyContentSchema.parse(content))
    return letterText({ ...letter, addressee: null }).split('\n')
  }
  return lineChanges(lines(before), lines(last))
}
