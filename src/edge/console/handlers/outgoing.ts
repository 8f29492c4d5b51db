/** 答复附件: endpoint → office verb. */
import type { Result } from '../../../law/refusal.ts'
import type { OfficeContext } from '../../../office/context.ts'
import { addOutgoing } from '../../../office/outgoing/add-outgoing.ts'
import { clearOutgoing, overrideOutgoing, withdrawOutgoing } from '../../../office/outgoing/decide-outgoing.ts'
import { cleanOutgoing, redactOutgoing } from '../../../office/outgoing/remake-outgoing.ts'
import { findInOutgoing, sketchOutgoing, viewOutgoing } from '../../../office/outgoing/view-outgoing.ts'
import type { OutgoingView } from '../../../record/outgoing/outgoing-file.ts'
import type { OutgoingOutputs } from '../contract/outgoing.ts'
import type { Staff } from '../staff.ts'
import type { Handlers } from './handler.ts'

/** A deed on a file, then the list as it stands after it. */
async function thenList(
  office: OfficeContext,
  { actor }: Staff,
  done: Promise<Result<{ caseId: string }>>,
): Promise<Result<OutgoingView>> {
  const result = await done
  return result.ok ? viewOutgoing(office, actor, result.value.caseId) : result
}

export const OUTGOING_HANDLERS: Handlers<keyof OutgoingOutputs> = {
  'requests.outgoing': (office, { actor }, { id }) => viewOutgoing(office, actor, id),
  'requests.addOutgoing': (office, staff, { id, ...input }) =>
    thenList(office, staff, addOutgoing(office, staff.actor, { ...input, caseId: id })),
  'requests.cleanOutgoing': (office, staff, { id, ...input }) =>
    thenList(office, staff, cleanOutgoing(office, staff.actor, { ...input, caseId: id })),
  'requests.redactOutgoing': (office, staff, { id, ...input }) =>
    thenList(office, staff, redactOutgoing(office, staff.actor, { ...input, caseId: id })),
  'requests.clearOutgoing': (office, staff, { id, ...input }) =>
    thenList(office, staff, clearOutgoing(office, staff.actor, { ...input, caseId: id })),
  'requests.overrideOutgoing': (office, staff, { id, ...input }) =>
    thenList(office, staff, overrideOutgoing(office, staff.actor, { ...input, caseId: id })),
  'requests.withdrawOutgoing': (office, staff, { id, ...input }) =>
    thenList(office, staff, withdrawOutgoing(office, staff.actor, { ...input, caseId: id })),
  'requests.sketchOutgoing': (office, { actor }, { id, ...input }) => sketchOutgoing(office, actor, { ...input, caseId: id }),
  'requests.findOutgoing': (office, { actor }, { id, ...input }) => findInOutgoing(office, actor, { ...input, caseId: id }),
}
