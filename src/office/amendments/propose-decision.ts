import { type LocalDate, chineseDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { decisionFaults } from '../../record/amendments/check.ts'
import type { AmendmentContent, AmendmentDecision } from '../../record/amendments/model.ts'
import type { AmendmentPreview } from '../../record/amendments/view.ts'
import { maskRequester, type Requester } from '../../record/people/requester.ts'
import type { Actor } from '../../record/people/roles.ts'
import { amendmentFiles, findAmendment } from '../../store/amendments.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_FOUND, permit } from '../people/permit.ts'
import { amendmentLetter } from './amendment-letter.ts'
import { type AmendmentCommand, dayFault, isProven, onAmendment } from './matter.ts'

/** 预览告知书, as if it were decided today: the requester's name is masked as on every screen. */
export async function previewDecision(
  ctx: OfficeContext,
  actor: Actor,
  input: { id: string; decision: AmendmentDecision },
): Promise<Result<AmendmentPreview>> {
  const allowed = permit(actor, 'amendments.view', { agencyId: actor.agencyId })
  if (!allowed.ok) return allowed
  const record = await findAmendment(ctx.db, actor.agencyId, input.id)
  if (!record) return refused(NOT_FOUND)
  const content = ctx.vault.open<AmendmentContent>(record.content_sealed)
  const requester = maskRequester(ctx.vault.open<Requester>(record.requester_sealed))
  const files = await amendmentFiles(ctx.db, actor.agencyId, input.id)
  const faults = decisionFaults(input.decision, isProven(content, files))
  const { letter, faults: missing } = await amendmentLetter(ctx, record, {
    requester,
    content,
    decision: input.decision,
    on: ctx.today(),
  })
  return ok({ letter, refusals: faults.length > 0 ? faults : missing })
}

/** 拟稿送审 (Art 41): amended, refused with reasons, sent on, or told where to go. It binds nobody before somebody else approves it. */
export function proposeDecision(
  ctx: OfficeContext,
  actor: Actor,
  input: AmendmentCommand & { decision: AmendmentDecision },
): Promise<Result<{ amendmentId: string }>> {
  return onAmendment(
    ctx,
    actor,
    input,
    { kind: 'proposed', verb: 'amendments.handle', entry: 'amendments.propose' },
    async ({ tx, record, content, proven, today }) => {
      const { decision } = input
      const faults = decisionFaults(decision, proven)
      if (faults.length > 0) return refused(...faults)
      const requester = ctx.vault.open<Requester>(record.requester_sealed)
      const letter = await amendmentLetter({ ...ctx, db: tx }, record, { requester, content, decision, on: today })
      if (letter.faults.length > 0) return refused(...letter.faults)
      return ok({ on: today, sealed: { decision }, detail: { what: decision.result } })
    },
  )
}

/** 补充证据: what the requester brought later, or what the agency itself found out. A draft that waits for approval is read again. */
export function addEvidence(
  ctx: OfficeContext,
  actor: Actor,
  input: AmendmentCommand & { on: LocalDate; evidence: string },
): Promise<Result<{ amendmentId: string }>> {
  return onAmendment(
    ctx,
    actor,
    input,
    { kind: 'evidenced', verb: 'amendments.handle', entry: 'amendments.addEvidence' },
    ({ record, content, today }) => {
      const fault = dayFault(input.on, record.received_on, today)
      if (fault) return refused(fault)
      const evidence = [content.evidence, `${input.evidence}（${chineseDate(input.on)}补充）`].filter(Boolean).join('\n')
      return ok({
        on: input.on,
        sealed: { evidence: input.evidence },
        row: { content_sealed: ctx.vault.seal({ ...content, evidence }) },
      })
    },
  )
}
