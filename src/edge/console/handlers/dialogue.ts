/** 信息公开咨询: endpoint → office verb. */
import { answerConsultation, listConsultations, viewConsultation } from '../../../office/dialogue/consultations.ts'
import type { DialogueOutputs } from '../contract/dialogue.ts'
import { type Handlers, rows } from './handler.ts'

export const DIALOGUE_HANDLERS: Handlers<keyof DialogueOutputs> = {
  'consultations.list': (office, { actor }) => rows(listConsultations(office, actor)),
  'consultations.get': (office, { actor }, { id }) => viewConsultation(office, actor, id),
  'consultations.answer': (office, { actor }, input) => answerConsultation(office, actor, input),
}
