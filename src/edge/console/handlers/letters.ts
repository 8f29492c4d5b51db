/** 文书: endpoint → office verb. */
import { dispatchMany, listOutgoing } from '../../../office/letters/outgoing.ts'
import { letterRegister } from '../../../office/letters/register.ts'
import { sealState, setSeal } from '../../../office/letters/seal.ts'
import { checkTranslation, enterTranslation, listTranslations, openTranslation } from '../../../office/letters/translations.ts'
import { setNumbering, setWording, viewWording } from '../../../office/letters/wording.ts'
import type { LettersOutputs } from '../contract/letters.ts'
import { type Handlers, rows } from './handler.ts'

export const LETTERS_HANDLERS: Handlers<keyof LettersOutputs> = {
  'letters.outgoing': (office, { actor }) => rows(listOutgoing(office, actor)),
  'translations.list': (office, { actor }, { page }) => listTranslations(office, actor, page),
  'translations.get': (office, { actor }, { id }) => openTranslation(office, actor, id),
  'translations.enter': (office, { actor }, { id, ...input }) => enterTranslation(office, actor, { letterId: id, ...input }),
  'translations.check': (office, { actor }, { id, ...input }) => checkTranslation(office, actor, { letterId: id, ...input }),
  'letters.register': (office, { actor }, { year }) => rows(letterRegister(office, actor, year)),
  'letters.seal': (office, { actor }) => sealState(office, actor),
  'letters.removeSeal': (office, { actor }) => setSeal(office, actor, null),
  'letters.wording': (office, { actor }) => viewWording(office, actor),
  'letters.setWording': (office, { actor }, input) => setWording(office, actor, input),
  'letters.setNumbering': (office, { actor }, input) => setNumbering(office, actor, input),
  'letters.dispatch': (office, { actor }, input) => rows(dispatchMany(office, actor, input)),
}
