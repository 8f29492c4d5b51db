/**
 * What the console and the server say to each other: name → method, path, input schema, output type. The server's handler
 * table `satisfies` it; the client is one typed fetch. Every POST carries the session's csrf token in `x-csrf-token`.
 * A refusal comes as `{ refusals: Refusal[] }` with the HTTP status of its code (law/refusals.ts).
 */
import { z } from 'zod'
import type { Overlay, YearFile } from '../../law/calendar.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Readings } from '../../law/readings.ts'
import { INTAKE_CHANNELS } from '../../law/requests/vocabulary.ts'
import type { ConsultationRow, ConsultationView } from '../../record/dialogue/view.ts'
import type { AuditRow } from '../../record/oversight/view.ts'
import type { AgencyDetails } from '../../record/people/agency.ts'
import { requestContentSchema, requesterSchema, type Requester } from '../../record/people/requester.ts'
import type { OfficerRow } from '../../record/people/view.ts'
import { ROLES, type Role, type Verb } from '../../record/people/roles.ts'
import { type CellCases, DECISION_COUNT_KINDS, type ReportRow, type ReportView } from '../../record/reports/view.ts'
import { actSchema, day } from '../../record/requests/acts.ts'
import { replyContentSchema } from '../../record/requests/reply.ts'
import type { CaseView, ReplyPreview, RequestRow, TaskRow } from '../../record/requests/view.ts'

export interface SessionView {
  officer: { id: string; name: string; position: string; roles: Role[]; login: string }
  agency: { id: string; slug: string; regime: 'art54' | 'art55'; details: AgencyDetails }
  csrf: string
  verbs: Verb[]
  today: LocalDate
  /** The legal day is set by GONGKAI_TODAY: a banner says so. */
  dayIsSet: boolean
  demo: boolean
  /** For the menu: open things by room. */
  counts: { tasks: number; consultations: number }
  portalPath: string
  /** The agency's rules of time, so that the browser counts days exactly as the server will. */
  legal: {
    /** Holiday notices loaded beside those built in. */
    years: YearFile[]
    overlay: Overlay
    readings: Readings
  }
}

export interface Page<T> {
  rows: T[]
  total: number
}

const id = z.uuid()
const commandId = z.uuid()
const onCase = z.object({ id })
const year = z.coerce.number().int().min(2008).max(2100)

export const registerSchema = z.object({
  commandId,
  requester: requesterSchema,
  content: requestContentSchema,
  via: z.enum(INTAKE_CHANNELS),
  submittedOn: day,
  /** 收到之日 where it differs from submission (signed post: the day of signature; ordinary post: the day of confirmation). */
  receivedOn: day.nullable(),
})
export const listSchema = z.object({
  state: z.enum(['open', 'overdue', 'closed', 'all']).default('open'),
  q: z.string().max(100).default(''),
  phase: z.string().max(40).default(''),
  year: z.coerce.number().int().optional(),
  sort: z.enum(['due', 'received', 'number']).default('due'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(10).max(200).default(50),
})
export const partySchema = z.object({
  name: z.string().trim().min(1).max(100),
  contact: z.string().trim().max(100).default(''),
  address: z.string().trim().max(200).default(''),
  isPerson: z.boolean().default(true),
})

/** `GET` inputs are query strings, `POST` inputs JSON bodies; `:id` and the like in a path come from the input. */
export const ENDPOINTS = {
  'session.get': { method: 'GET', path: '/session', input: z.object({}) },
  'session.signIn': {
    method: 'POST',
    path: '/session',
    input: z.object({ login: z.string().trim().min(1).max(60), password: z.string().min(1).max(200) }),
  },
  'session.signOut': { method: 'POST', path: '/session/end', input: z.object({}) },
  'tasks.list': { method: 'GET', path: '/tasks', input: z.object({}) },
  'requests.list': { method: 'GET', path: '/requests', input: listSchema },
  'requests.get': { method: 'GET', path: '/requests/:id', input: onCase },
  'requests.unmask': {
    method: 'POST',
    path: '/requests/:id/unmask',
    input: onCase.extend({ reason: z.string().trim().min(2).max(200) }),
  },
  'requests.register': { method: 'POST', path: '/requests', input: registerSchema },
  /** Every act of the simple path but approval and reply, which have verbs of their own below. */
  'requests.act': {
    method: 'POST',
    path: '/requests/:id/acts',
    input: onCase.extend({ commandId, seen: z.number().int(), act: actSchema, party: partySchema.optional() }),
  },
  'requests.previewReply': {
    method: 'POST',
    path: '/requests/:id/reply/preview',
    input: onCase.extend({ content: replyContentSchema }),
  },
  /** `draftVersion`: the draft that was worked on, 0 where there was none; another one means that someone else saved meanwhile. */
  'requests.saveDraft': {
    method: 'POST',
    path: '/requests/:id/reply/draft',
    input: onCase.extend({ draftVersion: z.number().int().min(0), content: replyContentSchema }),
  },
  'requests.submitDraft': { method: 'POST', path: '/requests/:id/reply/submit', input: onCase.extend({ digest: z.string() }) },
  'requests.returnDraft': {
    method: 'POST',
    path: '/requests/:id/reply/return',
    input: onCase.extend({ digest: z.string(), because: z.string().trim().min(2).max(500) }),
  },
  'requests.approve': {
    method: 'POST',
    path: '/requests/:id/reply/approve',
    input: onCase.extend({ commandId, seen: z.number().int(), digest: z.string() }),
  },
  'requests.reply': {
    method: 'POST',
    path: '/requests/:id/reply/send',
    input: onCase.extend({ commandId, seen: z.number().int(), on: day }),
  },
  'requests.note': {
    method: 'POST',
    path: '/requests/:id/notes',
    input: onCase.extend({ text: z.string().trim().min(1).max(2000) }),
  },
  'requests.assign': {
    method: 'POST',
    path: '/requests/:id/assign',
    input: onCase.extend({ sectionId: id.nullable(), officerId: id.nullable() }),
  },
  'consultations.list': { method: 'GET', path: '/consultations', input: z.object({}) },
  'consultations.get': { method: 'GET', path: '/consultations/:id', input: onCase },
  'consultations.answer': {
    method: 'POST',
    path: '/consultations/:id/answer',
    input: onCase.extend({ text: z.string().trim().min(2).max(5000) }),
  },
  'reports.list': { method: 'GET', path: '/reports', input: z.object({}) },
  'reports.get': {
    method: 'GET',
    path: '/reports/:year',
    input: z.object({ year, version: z.coerce.number().int().optional() }),
  },
  'reports.compile': { method: 'POST', path: '/reports/:year/compile', input: z.object({ year }) },
  'reports.saveProse': {
    method: 'POST',
    path: '/reports/:year/prose',
    input: z.object({
      year,
      preface: z.array(z.string().max(2000)).max(20),
      overall: z.array(z.string().max(5000)).max(60),
      problems: z.array(z.string().max(5000)).max(60),
      other: z.array(z.string().max(5000)).max(60),
    }),
  },
  'reports.setCount': {
    method: 'POST',
    path: '/reports/:year/counts',
    input: z.object({
      year,
      kind: z.enum(DECISION_COUNT_KINDS),
      value: z.number().min(0).nullable(),
      basis: z.string().trim().max(500),
    }),
  },
  'reports.explain': {
    method: 'POST',
    path: '/reports/:year/explain',
    input: z.object({ year, code: z.string().max(10), text: z.string().trim().max(500) }),
  },
  'reports.submit': { method: 'POST', path: '/reports/:year/submit', input: z.object({ year }) },
  'reports.approve': { method: 'POST', path: '/reports/:year/approve', input: z.object({ year }) },
  'reports.publish': { method: 'POST', path: '/reports/:year/publish', input: z.object({ year }) },
  'reports.cell': {
    method: 'GET',
    path: '/reports/:year/cell',
    input: z.object({ year, table: z.enum(['requests', 'disputes']), row: z.string().max(60), column: z.string().max(40) }),
  },
  'people.list': { method: 'GET', path: '/people', input: z.object({}) },
  'people.setRoles': { method: 'POST', path: '/people/:id/roles', input: onCase.extend({ roles: z.array(z.enum(ROLES)) }) },
  'audit.list': { method: 'GET', path: '/audit', input: z.object({ page: z.coerce.number().int().min(1).default(1) }) },
} as const satisfies Record<string, { method: 'GET' | 'POST'; path: string; input: z.ZodType }>

export type EndpointName = keyof typeof ENDPOINTS
export type Input<N extends EndpointName> = z.input<(typeof ENDPOINTS)[N]['input']>
export type Parsed<N extends EndpointName> = z.output<(typeof ENDPOINTS)[N]['input']>

export interface Outputs {
  'session.get': SessionView | { officer: null }
  'session.signIn': SessionView
  'session.signOut': { done: true }
  'tasks.list': { tasks: TaskRow[] }
  'requests.list': Page<RequestRow>
  'requests.get': CaseView
  'requests.unmask': { requester: Requester }
  'requests.register': { id: string; number: string; queryCode: string }
  'requests.act': CaseView
  'requests.previewReply': ReplyPreview
  'requests.saveDraft': CaseView
  'requests.submitDraft': CaseView
  'requests.returnDraft': CaseView
  'requests.approve': CaseView
  'requests.reply': CaseView
  'requests.note': CaseView
  'requests.assign': CaseView
  'consultations.list': { rows: ConsultationRow[] }
  'consultations.get': ConsultationView
  'consultations.answer': ConsultationView
  'reports.list': { rows: ReportRow[] }
  'reports.get': ReportView
  'reports.compile': ReportView
  'reports.saveProse': ReportView
  'reports.setCount': ReportView
  'reports.explain': ReportView
  'reports.submit': ReportView
  'reports.approve': ReportView
  'reports.publish': ReportView
  'reports.cell': CellCases
  'people.list': { rows: OfficerRow[] }
  'people.setRoles': { rows: OfficerRow[] }
  'audit.list': Page<AuditRow>
}

/** Files travel outside the JSON: downloads by GET, uploads as multipart (field `file`, plus `purpose`). */
export const FILE_PATHS = {
  letterPdf: (letterId: string) => `/letters/${letterId}.pdf`,
  letterDocx: (letterId: string) => `/letters/${letterId}.docx`,
  file: (fileId: string) => `/files/${fileId}`,
  upload: (caseId: string) => `/requests/${caseId}/files`,
  draftPdf: (caseId: string) => `/requests/${caseId}/reply/draft.pdf`,
  reportPdf: (year: number) => `/reports/${year}.pdf`,
  reportDocx: (year: number) => `/reports/${year}.docx`,
} as const

/** All console endpoints live under this path, below the base path. */
export const API_PREFIX = '/console/api'
