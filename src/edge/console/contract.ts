/**
 * What the console and the server say to each other: name → method, path, input schema, output type. The server's handler
 * table `satisfies` it; the client is one typed fetch. Every POST carries the session's csrf token in `x-csrf-token`.
 * A refusal comes as `{ refusals: Refusal[] }` with the HTTP status of its code (law/refusals.ts).
 */
import type { BundleScope } from '../../record/archive/bundle.ts'
import type { z } from 'zod'
import { CALENDAR_ENDPOINTS, type CalendarOutputs } from './contract/calendar.ts'
import { DESK_ENDPOINTS, type DeskOutputs } from './contract/desk.ts'
import { ARCHIVE_ENDPOINTS, type ArchiveOutputs } from './contract/archive.ts'
import { BASIS_ENDPOINTS, type BasisOutputs } from './contract/basis.ts'
import { AMENDMENTS_ENDPOINTS, type AmendmentsOutputs } from './contract/amendments.ts'
import { CATALOGUE_ENDPOINTS, type CatalogueOutputs } from './contract/catalogue.ts'
import { DUTIES_ENDPOINTS, type DutiesOutputs } from './contract/duties.ts'
import { MATTERS_ENDPOINTS, type MattersOutputs } from './contract/matters.ts'
import { DISPUTES_ENDPOINTS, type DisputesOutputs } from './contract/disputes.ts'
import { DECISIONS_ENDPOINTS, type DecisionsOutputs } from './contract/decisions.ts'
import { DECIDING_ENDPOINTS, type DecidingOutputs } from './contract/deciding.ts'
import { DIALOGUE_ENDPOINTS, type DialogueOutputs } from './contract/dialogue.ts'
import { LETTERS_ENDPOINTS, type LettersOutputs } from './contract/letters.ts'
import { MAIL_ENDPOINTS, type MailOutputs } from './contract/mail.ts'
import { INTAKE_ENDPOINTS, type IntakeOutputs } from './contract/intake.ts'
import { OUTGOING_ENDPOINTS, type OutgoingOutputs } from './contract/outgoing.ts'
import { HAND_INS_ENDPOINTS, type HandInsOutputs } from './contract/hand-ins.ts'
import { PEOPLE_ENDPOINTS, type PeopleOutputs } from './contract/people.ts'
import { PUBLISHING_ENDPOINTS, type PublishingOutputs } from './contract/publishing.ts'
import { RELEASING_ENDPOINTS, type ReleasingOutputs } from './contract/releasing.ts'
import { REPORTS_ENDPOINTS, type ReportsOutputs } from './contract/reports.ts'
import { REQUESTER_SIDE_ENDPOINTS, type RequesterSideOutputs } from './contract/requester-side.ts'
import { REQUESTS_ENDPOINTS, type RequestsOutputs } from './contract/requests.ts'
import { SCHOOLS_ENDPOINTS, type SchoolsOutputs } from './contract/schools.ts'
import { SESSION_ENDPOINTS, type SessionOutputs } from './contract/session.ts'

export type { SessionView } from './contract/session.ts'

/** `GET` inputs are query strings, `POST` inputs JSON bodies; `:id` and the like in a path come from the input. One room a line. */
export const ENDPOINTS = {
  ...SESSION_ENDPOINTS,
  ...REQUESTS_ENDPOINTS,
  ...DECIDING_ENDPOINTS,
  ...OUTGOING_ENDPOINTS,
  ...REQUESTER_SIDE_ENDPOINTS,
  ...DESK_ENDPOINTS,
  ...ARCHIVE_ENDPOINTS,
  ...BASIS_ENDPOINTS,
  ...INTAKE_ENDPOINTS,
  ...DIALOGUE_ENDPOINTS,
  ...PUBLISHING_ENDPOINTS,
  ...RELEASING_ENDPOINTS,
  ...SCHOOLS_ENDPOINTS,
  ...CATALOGUE_ENDPOINTS,
  ...DUTIES_ENDPOINTS,
  ...MATTERS_ENDPOINTS,
  ...REPORTS_ENDPOINTS,
  ...DECISIONS_ENDPOINTS,
  ...HAND_INS_ENDPOINTS,
  ...PEOPLE_ENDPOINTS,
  ...MAIL_ENDPOINTS,
  ...CALENDAR_ENDPOINTS,
  ...LETTERS_ENDPOINTS,
  ...DISPUTES_ENDPOINTS,
  ...AMENDMENTS_ENDPOINTS,
} as const

export type EndpointName = keyof typeof ENDPOINTS
export type Input<N extends EndpointName> = z.input<(typeof ENDPOINTS)[N]['input']>
export type Parsed<N extends EndpointName> = z.output<(typeof ENDPOINTS)[N]['input']>

export interface Outputs
  extends SessionOutputs,
    RequestsOutputs,
    DecidingOutputs,
    IntakeOutputs,
    OutgoingOutputs,
    RequesterSideOutputs,
    DeskOutputs,
    DialogueOutputs,
    PublishingOutputs,
    ReleasingOutputs,
    SchoolsOutputs,
    CatalogueOutputs,
    DutiesOutputs,
    MattersOutputs,
    ReportsOutputs,
    DecisionsOutputs,
    HandInsOutputs,
    PeopleOutputs,
    CalendarOutputs,
    MailOutputs,
    LettersOutputs,
    ArchiveOutputs,
    BasisOutputs,
    DisputesOutputs,
    AmendmentsOutputs {}

/** Files travel outside the JSON: downloads by GET, uploads as multipart (field `file`, plus `purpose`). */
export const FILE_PATHS = {
  bundlePdf: (caseId: string, of: BundleScope = 'evidence') => `/requests/${caseId}/bundle.pdf?of=${of}`,
  bundleZip: (caseId: string, of: BundleScope = 'evidence') => `/requests/${caseId}/bundle.zip?of=${of}`,
  letterPdf: (letterId: string) => `/letters/${letterId}.pdf`,
  letterDocx: (letterId: string) => `/letters/${letterId}.docx`,
  letterPublic: (letterId: string) => `/letters/${letterId}/public.pdf`,
  file: (fileId: string) => `/files/${fileId}`,
  upload: (caseId: string) => `/requests/${caseId}/files`,
  letterSheet: (letterId: string) => `/letters/${letterId}/sheet.pdf`,
  seal: () => '/agency/seal',
  uploadOutgoing: (caseId: string) => `/requests/${caseId}/outgoing`,
  outgoingPage: (caseId: string, fileId: string, which: 'before' | 'after', page: number) =>
    `/requests/${caseId}/outgoing/${fileId}/${which}/${page}.png`,
  printLetters: () => '/letters/print',
  draftPdf: (caseId: string) => `/requests/${caseId}/reply/draft.pdf`,
  register: () => '/register.xlsx',
  volumesXlsx: (year: number) => `/archive/${year}.xlsx`,
  volumesPdf: (year: number) => `/archive/${year}.pdf`,
  amendmentPdf: (amendmentId: string) => `/amendments/${amendmentId}/letter.pdf`,
  amendmentDocx: (amendmentId: string) => `/amendments/${amendmentId}/letter.docx`,
  amendmentFiles: (amendmentId: string) => `/amendments/${amendmentId}/files`,
  amendmentFile: (fileId: string) => `/amendments/files/${fileId}`,
  disputeAnswerPdf: (disputeId: string) => `/disputes/${disputeId}/answer.pdf`,
  disputeAnswerDocx: (disputeId: string) => `/disputes/${disputeId}/answer.docx`,
  disputeEvidencePdf: (disputeId: string) => `/disputes/${disputeId}/evidence.pdf`,
  disputeEvidenceDocx: (disputeId: string) => `/disputes/${disputeId}/evidence.docx`,
  reportPdf: (year: number) => `/reports/${year}.pdf`,
  reportDocx: (year: number) => `/reports/${year}.docx`,
  reportXlsx: (year: number) => `/reports/${year}.xlsx`,
  reportArchive: (year: number, form: 'pdf' | 'zip') => `/reports/${year}/archive.${form}`,
  unitArchives: (year: number, part: number) => `/hand-ins/archive/${year}.zip?part=${part}`,
  reportBundle: (year: number) => `/reports/${year}.zgk`,
  schools: () => '/schools.xlsx',
  delegationPaper: (id: string) => `/release-delegations/${id}/paper`,
  decisionEvidence: (id: string) => `/decisions/${id}/evidence`,
  checkReport: () => '/reports/check',
  pictureReport: () => '/reports/check/page',
  correctedReport: () => '/reports/check/corrected',
  importReport: () => '/reports/import',
  reportOriginal: (year: number | ':year') => `/reports/${year}/original`,
  signedCopy: (year: number | ':year') => `/reports/${year}/signed-copy`,
  blankSheet: (noticeId: string, unitId: string) => `/hand-ins/${noticeId}/units/${unitId}/sheet.xlsx`,
  circular: (noticeId: string) => `/hand-ins/${noticeId}/circular.docx`,
  noticeAttachments: (noticeId: string) => `/hand-ins/${noticeId}/attachments`,
  noticeAttachment: (noticeId: string, hash: string) => `/hand-ins/${noticeId}/attachments/${hash}`,
  catalogue: () => '/catalogue.xlsx',
  readCatalogue: () => '/catalogue/read',
  importCatalogue: () => '/catalogue/import',
  readDocument: () => '/editions/read',
  dataSheet: (id: string) => `/editions/${id}/table.xlsx`,
  readDataSheet: () => '/editions/table',
  reviewSheet: (id: string) => `/editions/${id}/review.pdf`,
  editionFiles: (id: string) => `/editions/${id}/files`,
  editionFile: (id: string, fileId: string) => `/editions/${id}/files/${fileId}`,
  takeIn: (noticeId: string) => `/hand-ins/${noticeId}/files`,
} as const

/** All console endpoints live under this path, below the base path. */
export const API_PREFIX = '/console/api'
