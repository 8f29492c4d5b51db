/** 依申请公开: the register, a case, its acts and its reply. */
import { z } from 'zod'
import { INTAKE_CHANNELS, OUTCOMES, PHASES } from '../../../law/requests/vocabulary.ts'
import { EXCEPTION_KINDS } from '../../../record/desk/exceptions.ts'
import { ANNOUNCED_RULES } from '../../../law/requests/receipt-wizard.ts'
import { requestContentSchema, requesterSchema, type Requester } from '../../../record/people/requester.ts'
import { actSchema, CONTACT_WAYS, day } from '../../../record/requests/acts.ts'
import { EVIDENCE_KINDS } from '../../../record/requests/evidence.ts'
import { SENDING_STAGES } from '../../../record/requests/sending.ts'
import { replyContentSchema } from '../../../record/requests/reply.ts'
import type { FeeChoice } from '../../../record/requests/fee-choice.ts'
import type { CaseView, ReplyPreview, RequestRow, TaskRow } from '../../../record/requests/view.ts'
import { commandId, dayOrNone, type Endpoint, id, onCase, type Page } from './endpoint.ts'

export const registerSchema = z.object({
  commandId,
  requester: requesterSchema,
  content: requestContentSchema,
  via: z.enum(INTAKE_CHANNELS),
  submittedOn: day,
  /** 收到之日 where it differs from submission (signed post: the day of signature; ordinary post: the day of confirmation). */
  receivedOn: day.nullable(),
  came: z
    .object({
      signedOn: day.optional(),
      signedAt: z.string().trim().max(60).optional(),
      mailNumber: z.string().trim().max(40).optional(),
      contactedOn: day.optional(),
      contactedBy: z.enum(CONTACT_WAYS).optional(),
      announced: z.enum(ANNOUNCED_RULES).optional(),
    })
    .optional(),
  /** 申请内容不明确, in the eyes of whoever registers it. */
  unclear: z.boolean().optional(),
})
/** What the register may be narrowed by; empty: not by this. */
export const registerFilterSchema = z.object({
  state: z.enum(['open', 'overdue', 'closed', 'all']).default('open'),
  q: z.string().trim().max(100).default(''),
  phase: z.enum(PHASES).or(z.literal('')).default(''),
  /** 寄送进度 of what was decided and has not arrived. */
  sending: z.enum(SENDING_STAGES).or(z.literal('')).default(''),
  via: z.enum(INTAKE_CHANNELS).or(z.literal('')).default(''),
  /** A section, or `none`: not assigned. */
  section: id.or(z.enum(['', 'none'])).default(''),
  officer: id.or(z.literal('')).default(''),
  outcome: z.enum(OUTCOMES).or(z.literal('')).default(''),
  exception: z.enum(EXCEPTION_KINDS).or(z.literal('')).default(''),
  year: z.coerce.number().int().min(2008).max(2100).optional(),
  receivedFrom: dayOrNone,
  receivedTo: dayOrNone,
  dueFrom: dayOrNone,
  dueTo: dayOrNone,
  sort: z.enum(['due', 'received', 'number']).default('due'),
})
const listSchema = registerFilterSchema.extend({
  page: z.coerce.number().int().min(1).max(100).default(1),
  size: z.coerce.number().int().min(10).max(200).default(50),
})
const partySchema = z.object({
  name: z.string().trim().min(1).max(100),
  contact: z.string().trim().max(100).default(''),
  address: z.string().trim().max(200).default(''),
  isPerson: z.boolean().default(true),
})

export const REQUESTS_ENDPOINTS = {
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
    input: onCase.extend({
      commandId,
      seen: z.number().int(),
      act: actSchema,
      party: partySchema.optional(),
      signer: z.string().trim().max(60).optional(),
      wording: z.string().trim().max(5000).optional(),
    }),
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
  /** Both scales of the fee, to choose from. */
  'requests.feeChoice': {
    method: 'GET',
    path: '/requests/:id/fee-choice',
    input: onCase.extend({
      items: z.coerce.number().int().min(1).max(10_000).default(1),
      pages: z.coerce.number().int().min(0).max(1_000_000).default(0),
      on: day,
    }),
  },
  'requests.note': {
    method: 'POST',
    path: '/requests/:id/notes',
    input: onCase.extend({ commandId, text: z.string().trim().min(1).max(2000) }),
  },
  /** As what a paper of the case is filed. */
  'requests.correctFileKind': {
    method: 'POST',
    path: '/requests/:id/files/kind',
    input: onCase.extend({ fileId: id, kind: z.enum(EVIDENCE_KINDS) }),
  },
  'requests.noteIncomingMail': {
    method: 'POST',
    path: '/requests/:id/incoming-mail',
    input: onCase.extend({ number: z.string().trim().min(1).max(40) }),
  },
  /** Of the posting that the act `of` recorded. */
  'requests.correctMailNumber': {
    method: 'POST',
    path: '/requests/:id/mail-number',
    input: onCase.extend({
      commandId,
      seen: z.number().int(),
      of: z.number().int().min(0),
      mailNumber: z.string().trim().max(40),
    }),
  },
  'requests.assign': {
    method: 'POST',
    path: '/requests/:id/assign',
    input: onCase.extend({ sectionId: id.nullable(), officerId: id.nullable(), dueOn: day.nullable().optional() }),
  },
} as const satisfies Record<string, Endpoint>

export interface RequestsOutputs {
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
  'requests.feeChoice': FeeChoice
  'requests.note': CaseView
  'requests.correctFileKind': CaseView
  'requests.correctMailNumber': CaseView
  'requests.noteIncomingMail': CaseView
  'requests.assign': CaseView
}
