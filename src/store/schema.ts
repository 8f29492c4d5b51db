/** The tables of `schema/*.sql` as TypeScript sees them. Dates are legal days as text (the driver is told so in database.ts). */
import type { ArchiveTables } from './tables/archive.ts'
import type { DecidingTables } from './tables/deciding.ts'
import type { AmendmentsTables } from './tables/amendments.ts'
import type { CalendarTables } from './tables/calendar.ts'
import type { DeskTables } from './tables/desk.ts'
import type { HandInTables } from './tables/hand-in.ts'
import type { DisputesTables } from './tables/disputes.ts'
import type { DialogueTables } from './tables/dialogue.ts'
import type { LettersTables } from './tables/letters.ts'
import type { MailTables } from './tables/mail.ts'
import type { IntakeTables } from './tables/intake.ts'
import type { OutgoingTables } from './tables/outgoing.ts'
import type { OversightTables } from './tables/oversight.ts'
import type { PeopleTables } from './tables/people.ts'
import type { PublicationTables } from './tables/publication.ts'
import type { PublicityTables } from './tables/publicity.ts'
import type { ReportsTables } from './tables/reports.ts'
import type { EditionFilesTables } from './tables/edition-files.ts'
import type { StockTables } from './tables/stock.ts'
import type { RequesterSideTables } from './tables/requester-side.ts'
import type { RequestsTables } from './tables/requests.ts'

export interface Database
  extends PeopleTables,
    RequestsTables,
    LettersTables,
    DecidingTables,
    RequesterSideTables,
    DeskTables,
    MailTables,
    IntakeTables,
    DialogueTables,
    PublicationTables,
    PublicityTables,
    StockTables,
    EditionFilesTables,
    ReportsTables,
    HandInTables,
    OutgoingTables,
    OversightTables,
    CalendarTables,
    ArchiveTables,
    DisputesTables,
    AmendmentsTables {}
