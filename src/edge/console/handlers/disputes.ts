/** 投诉、复议、诉讼: endpoint → office verb. */
import { openAmendmentDispute } from '../../../office/disputes/amendment-dispute.ts'
import { learn, lessonsFor } from '../../../office/disputes/lessons.ts'
import { openDispute } from '../../../office/disputes/open-dispute.ts'
import { savePapers } from '../../../office/disputes/papers.ts'
import { recordDispute } from '../../../office/disputes/record-dispute.ts'
import { amendmentDisputeRows, caseDisputes, listDisputes, viewDispute } from '../../../office/disputes/view-dispute.ts'
import type { Result } from '../../../law/refusal.ts'
import type { OfficeContext } from '../../../office/context.ts'
import type { DisputesOutputs } from '../contract/disputes.ts'
import type { Staff } from '../staff.ts'
import { type Handlers, rows } from './handler.ts'

/** A deed on a dispute, then the dispute as it stands after it. */
async function thenDispute(
  office: OfficeContext,
  { actor }: Staff,
  done: Promise<Result<{ disputeId: string }>>,
): Promise<Result<DisputesOutputs['disputes.get']>> {
  const result = await done
  return result.ok ? viewDispute(office, actor, result.value.disputeId) : result
}

export const DISPUTES_HANDLERS: Handlers<keyof DisputesOutputs> = {
  'disputes.list': (office, { actor }) => rows(listDisputes(office, actor)),
  'disputes.get': (office, { actor }, { id }) => viewDispute(office, actor, id),
  'disputes.record': (office, staff, { id, ...input }) =>
    thenDispute(office, staff, recordDispute(office, staff.actor, { ...input, disputeId: id })),
  'disputes.savePapers': (office, staff, { id, ...input }) =>
    thenDispute(office, staff, savePapers(office, staff.actor, { ...input, disputeId: id })),
  'disputes.learn': (office, staff, { id, ...input }) =>
    thenDispute(office, staff, learn(office, staff.actor, { ...input, disputeId: id })),
  'disputes.ofAmendment': (office, { actor }, { id }) => rows(amendmentDisputeRows(office, actor, id)),
  'disputes.openOverAmendment': (office, staff, { id, ...input }) =>
    thenDispute(office, staff, openAmendmentDispute(office, staff.actor, { ...input, amendmentId: id })),
  'requests.disputes': (office, { actor }, { id }) => rows(caseDisputes(office, actor, id)),
  'requests.openDispute': (office, staff, { id, ...input }) =>
    thenDispute(office, staff, openDispute(office, staff.actor, { ...input, caseId: id })),
  'requests.lessons': (office, { actor }, { id, outcome }) => rows(lessonsFor(office, actor, { caseId: id, outcome })),
}
