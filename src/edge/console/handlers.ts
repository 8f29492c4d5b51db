/** Endpoint → office verb. The compiler holds these tables to the contract: one room a line. */
import { CALENDAR_HANDLERS } from './handlers/calendar.ts'
import { DESK_HANDLERS } from './handlers/desk.ts'
import { ARCHIVE_HANDLERS } from './handlers/archive.ts'
import { BASIS_HANDLERS } from './handlers/basis.ts'
import { AMENDMENTS_HANDLERS } from './handlers/amendments.ts'
import { CATALOGUE_HANDLERS } from './handlers/catalogue.ts'
import { DUTIES_HANDLERS } from './handlers/duties.ts'
import { MATTERS_HANDLERS } from './handlers/matters.ts'
import { DISPUTES_HANDLERS } from './handlers/disputes.ts'
import { DECIDING_HANDLERS } from './handlers/deciding.ts'
import { DIALOGUE_HANDLERS } from './handlers/dialogue.ts'
import { LETTERS_HANDLERS } from './handlers/letters.ts'
import { MAIL_HANDLERS } from './handlers/mail.ts'
import { INTAKE_HANDLERS } from './handlers/intake.ts'
import { OUTGOING_HANDLERS } from './handlers/outgoing.ts'
import { PEOPLE_HANDLERS } from './handlers/people.ts'
import { HAND_INS_HANDLERS } from './handlers/hand-ins.ts'
import { DECISIONS_HANDLERS } from './handlers/decisions.ts'
import { PUBLISHING_HANDLERS } from './handlers/publishing.ts'
import { RELEASING_HANDLERS } from './handlers/releasing.ts'
import { REPORTS_HANDLERS } from './handlers/reports.ts'
import { REQUESTER_SIDE_HANDLERS } from './handlers/requester-side.ts'
import { REQUESTS_HANDLERS } from './handlers/requests.ts'
import { SCHOOLS_HANDLERS } from './handlers/schools.ts'
import type { Handled, Handlers } from './handlers/handler.ts'

export const HANDLERS: Handlers<Handled> = {
  ...REQUESTS_HANDLERS,
  ...DECIDING_HANDLERS,
  ...OUTGOING_HANDLERS,
  ...REQUESTER_SIDE_HANDLERS,
  ...DESK_HANDLERS,
  ...ARCHIVE_HANDLERS,
  ...BASIS_HANDLERS,
  ...INTAKE_HANDLERS,
  ...DIALOGUE_HANDLERS,
  ...PUBLISHING_HANDLERS,
  ...RELEASING_HANDLERS,
  ...SCHOOLS_HANDLERS,
  ...CATALOGUE_HANDLERS,
  ...DUTIES_HANDLERS,
  ...MATTERS_HANDLERS,
  ...REPORTS_HANDLERS,
  ...DECISIONS_HANDLERS,
  ...HAND_INS_HANDLERS,
  ...PEOPLE_HANDLERS,
  ...MAIL_HANDLERS,
  ...CALENDAR_HANDLERS,
  ...LETTERS_HANDLERS,
  ...DISPUTES_HANDLERS,
  ...AMENDMENTS_HANDLERS,
}
