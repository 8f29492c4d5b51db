import { type Result, ok, refused } from '../../law/refusal.ts'
import type { LocalDate } from '../../law/date.ts'
import type { ServiceMethod } from '../../law/requests/vocabulary.ts'
import { decisionFaults } from '../../record/amendments/check.ts'
import type { AmendmentStanding } from '../../record/amendments/fold.ts'
import type { Requester } from '../../record/people/requester.ts'
import type { Actor } from '../../record/people/roles.ts'
import type { OfficeContext } from '../context.ts'
import { agencyOn } from '../people/agencies.ts'
import { authorityFor } from '../requests/delegation.ts'
import { amendmentLetter } from './amendment-letter.ts'
import { type AmendmentCommand, dayFault, onAmendment } from './matter.ts'
import { serviceRefusal } from './service-refusal.ts'

/** By whose authority this person may decide this draft today, or why not: no delegation, or a hand in the wording. */
export async function approvalBy(
  db: OfficeContext['db'],
  by: Actor,
  { drafters }: AmendmentStanding,
  today: LocalDate,
): Promise<Result<string | null>> {
  const authority = await authorityFor(db, by, today, '更正决定')
  if (!authority.ok || !drafters.has(by.id)) return authority
  return refused({
    code: 'second-person-needed',
    say: '您参与拟写了这份决定，不能审批。',
    then: '请由没有参与拟稿的负责人审批。',
  })
}

/** 批准更正决定: by the head, or a deputy under a delegation, never by a drafter. It is decided on this day, and its letter is dated so. */
export function approveAmendment(
  ctx: OfficeContext,
  actor: Actor,
  input: AmendmentCommand,
): Promise<Result<{ amendmentId: string }>> {
  return onAmendment(
    ctx,
    actor,
    input,
    { kind: 'decided', verb: 'amendments.approve' },
    async ({ tx, record, standing, content, proven, proposed, today }) => {
      const authority = await approvalBy(tx, actor, standing, today)
      if (!authority.ok) return authority
      if (!proposed) throw new Error('a draft that waits for approval is on record')
      const requester = ctx.vault.open<Requester>(record.requester_sealed)
      const faults = decisionFaults(proposed, proven)
      const made = await amendmentLetter({ ...ctx, db: tx }, record, { requester, content, decision: proposed, on: today })
      if (faults.length + made.faults.length > 0) return refused(...faults, ...made.faults)
      return ok({
        on: today,
        sealed: { decision: proposed, letter: made.letter, ...(authority.value ? { delegation: authority.value } : {}) },
        row: { result: proposed.result, decided_on: today },
        detail: { what: proposed.result },
      })
    },
  )
}

/** 退回修改, with the reason. */
export function returnAmendment(
  ctx: OfficeContext,
  actor: Actor,
  input: AmendmentCommand & { because: string },
): Promise<Result<{ amendmentId: string }>> {
  return onAmendment(
    ctx,
    actor,
    input,
    { kind: 'returned', verb: 'amendments.approve', entry: 'amendments.return' },
    async ({ tx, standing, today }) => {
      const authority = await approvalBy(tx, actor, standing, today)
      if (!authority.ok) return authority
      if (input.because.trim() === '')
        return refused({ code: 'field-missing', say: '没有写明需要修改什么。', then: '请写明后再退回。', field: 'because' })
      return ok({ on: today, sealed: { because: input.because } })
    },
  )
}

/** 登记送达 of the decision, with proof. */
export function serveAmendment(
  ctx: OfficeContext,
  actor: Actor,
  input: AmendmentCommand & { on: LocalDate; by: ServiceMethod; proof: string; agency?: string; agreed?: string },
): Promise<Result<{ amendmentId: string }>> {
  return onAmendment(
    ctx,
    actor,
    input,
    { kind: 'served', verb: 'amendments.handle', entry: 'amendments.serve' },
    async ({ tx, record, standing, decided, today }) => {
      const { on, by, proof, agency, agreed } = input
      const decidedOn = standing.decidedOn ?? record.received_on
      const fault = dayFault(on, standing.state === 'sent' ? (standing.sentOn ?? decidedOn) : decidedOn, today)
      if (fault) return refused(fault)
      if (!decided) throw new Error('guarded: what is served was decided')
      const sealed = { by, proof, ...(agency ? { agency } : {}), ...(agreed ? { agreed } : {}) }
      const office = await agencyOn(tx, record.agency_id, on)
      const refusal = serviceRefusal({ ...sealed, on }, { letter: decided.letter, decidedOn, office })
      return refusal ? refused(refusal) : ok({ on, sealed, row: { served_on: on } })
    },
  )
}

/** 撤回: the requester no longer asks; the matter ends without a decision, and a draft that waits for approval falls. */
export function withdrawAmendment(
  ctx: OfficeContext,
  actor: Actor,
  input: AmendmentCommand & { on: LocalDate; proof: string },
): Promise<Result<{ amendmentId: string }>> {
  return onAmendment(
    ctx,
    actor,
    input,
    { kind: 'withdrawn', verb: 'amendments.handle', entry: 'amendments.withdraw' },
    ({ record, today }) => {
      const fault = dayFault(input.on, record.received_on, today)
      if (fault) return refused(fault)
      return ok({ on: input.on, sealed: { proof: input.proof }, row: { withdrawn_on: input.on } })
    },
  )
}
