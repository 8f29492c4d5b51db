/** 更正: endpoint → office verb. */
import type { Result } from '../../../law/refusal.ts'
import { unmaskAmendment } from '../../../office/amendments/amendment-files.ts'
import { archiveAmendment, transferAmendment } from '../../../office/amendments/archive-amendment.ts'
import {
  approveAmendment,
  returnAmendment,
  serveAmendment,
  withdrawAmendment,
} from '../../../office/amendments/decide-amendment.ts'
import { postAmendment, returnAmendmentMail } from '../../../office/amendments/post-amendment.ts'
import { addEvidence, previewDecision, proposeDecision } from '../../../office/amendments/propose-decision.ts'
import { convertToAmendment, registerAmendment } from '../../../office/amendments/register-amendment.ts'
import { listAmendments, viewAmendment } from '../../../office/amendments/view-amendment.ts'
import type { OfficeContext } from '../../../office/context.ts'
import type { AmendmentsOutputs } from '../contract/amendments.ts'
import type { Staff } from '../staff.ts'
import { type Handlers, rows } from './handler.ts'

async function thenAmendment(
  office: OfficeContext,
  { actor }: Staff,
  done: Promise<Result<{ amendmentId: string }>>,
): Promise<Result<AmendmentsOutputs['amendments.get']>> {
  const result = await done
  return result.ok ? viewAmendment(office, actor, result.value.amendmentId) : result
}

export const AMENDMENTS_HANDLERS: Handlers<keyof AmendmentsOutputs> = {
  'amendments.list': (office, { actor }) => rows(listAmendments(office, actor)),
  'amendments.get': (office, { actor }, { id }) => viewAmendment(office, actor, id),
  'amendments.unmask': (office, { actor }, input) => unmaskAmendment(office, actor, input),
  'amendments.register': (office, staff, input) => thenAmendment(office, staff, registerAmendment(office, staff.actor, input)),
  'amendments.addEvidence': (office, staff, input) => thenAmendment(office, staff, addEvidence(office, staff.actor, input)),
  'amendments.preview': (office, { actor }, input) => previewDecision(office, actor, input),
  'amendments.propose': (office, staff, input) => thenAmendment(office, staff, proposeDecision(office, staff.actor, input)),
  'amendments.return': (office, staff, input) => thenAmendment(office, staff, returnAmendment(office, staff.actor, input)),
  'amendments.approve': (office, staff, input) => thenAmendment(office, staff, approveAmendment(office, staff.actor, input)),
  'amendments.post': (office, staff, input) => thenAmendment(office, staff, postAmendment(office, staff.actor, input)),
  'amendments.mailReturned': (office, staff, input) =>
    thenAmendment(office, staff, returnAmendmentMail(office, staff.actor, input)),
  'amendments.serve': (office, staff, input) => thenAmendment(office, staff, serveAmendment(office, staff.actor, input)),
  'amendments.withdraw': (office, staff, input) => thenAmendment(office, staff, withdrawAmendment(office, staff.actor, input)),
  'amendments.transfer': (office, staff, input) => thenAmendment(office, staff, transferAmendment(office, staff.actor, input)),
  'amendments.archive': (office, staff, input) => thenAmendment(office, staff, archiveAmendment(office, staff.actor, input)),
  'requests.convertToAmendment': (office, staff, { id, ...input }) =>
    thenAmendment(office, staff, convertToAmendment(office, staff.actor, { ...input, caseId: id })),
}
