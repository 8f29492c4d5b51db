/** 文书: endpoint → office verb. */
import { dispatchMany, listOutgoing } from '../../../office/letters/outgoing.ts'
import type { LettersOutputs } from '../contract/letters.ts'
import { type Handlers, rows } from './handler.ts'

export const LETTERS_HANDLERS: Handlers<keyof LettersOutputs> = {
  'letters.outgoing': (office, { actor }) => rows(listOutgoing(office, actor)),
  'letters.dispatch': (office, { actor }, input) => rows(dispatchMany(office, actor, input)),
}
