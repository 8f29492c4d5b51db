/** 办案: endpoint → office verb. */
import { delegate, endAbsence, recordAbsence, revokeDelegation, viewDeputies } from '../../../office/people/deputies.ts'
import { decideConversion, proposeConversion } from '../../../office/requests/conversion.ts'
import { viewDeciding } from '../../../office/requests/deciding-view.ts'
import { reviewReply } from '../../../office/requests/review-reply.ts'
import type { DecidingOutputs } from '../contract/deciding.ts'
import { type Handlers, thenView } from './handler.ts'

export const DECIDING_HANDLERS: Handlers<keyof DecidingOutputs> = {
  'requests.deciding': (office, { actor }, { id }) => viewDeciding(office, actor, id),
  'requests.review': (office, staff, { id, ...input }) =>
    thenView(office, staff, reviewReply(office, staff.actor, { ...input, caseId: id })),
  'requests.proposeConversion': (office, staff, { id, ...input }) =>
    thenView(office, staff, proposeConversion(office, staff.actor, { ...input, caseId: id })),
  'requests.decideConversion': (office, staff, { id, ...input }) =>
    thenView(office, staff, decideConversion(office, staff.actor, { ...input, caseId: id })),
  'people.deputies': (office, { actor }) => viewDeputies(office, actor),
  'people.delegate': (office, { actor }, input) => delegate(office, actor, input),
  'people.revokeDelegation': (office, { actor }, input) => revokeDelegation(office, actor, input),
  'people.recordAbsence': (office, { actor }, input) => recordAbsence(office, actor, input),
  'people.endAbsence': (office, { actor }, input) => endAbsence(office, actor, input),
}
