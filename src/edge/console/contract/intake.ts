/** 收件: how a request came in, who belongs to it, what it looks like. */
import { z } from 'zod'
import { LOOKS_LIKE } from '../../../law/requests/triage.ts'
import { requesterSchema } from '../../../record/people/requester.ts'
import { type IntakeView, TWIN_ANSWERS } from '../../../record/requests/intake.ts'
import { commandId, type Endpoint, id, onCase } from './endpoint.ts'
import { registerSchema } from './requests.ts'

const MOST_TOGETHER = 50
const MOST_ITEMS = 30

const itemSchema = z.object({
  subject: z.string().trim().min(1).max(200),
  description: z.string().trim().max(5000).default(''),
})

export const INTAKE_ENDPOINTS = {
  /** 多人分别提出同样的申请: each gets a number of its own. */
  'requests.registerGroup': {
    method: 'POST',
    path: '/requests/group',
    input: registerSchema.extend({ others: z.array(requesterSchema).min(1).max(MOST_TOGETHER) }),
  },
  'requests.intake': { method: 'GET', path: '/requests/:id/intake', input: onCase },
  'requests.classify': {
    method: 'POST',
    path: '/requests/:id/triage',
    input: onCase.extend({ looksLike: z.enum(LOOKS_LIKE).nullable(), unclear: z.boolean() }),
  },
  'requests.split': {
    method: 'POST',
    path: '/requests/:id/split',
    input: onCase.extend({ commandId, seen: z.number().int(), items: z.array(itemSchema).max(MOST_ITEMS) }),
  },
  /** `mistake` withdraws this case with the requester's consent; `separate` says that both go on. */
  'requests.settleTwin': {
    method: 'POST',
    path: '/requests/:id/twin',
    input: onCase.extend({
      commandId,
      seen: z.number().int(),
      otherId: id,
      answer: z.enum(TWIN_ANSWERS),
      consent: z.string().trim().max(500).default(''),
    }),
  },
  /** Fills in what was missing of the requester; what was given stays. */
  'requests.complete': {
    method: 'POST',
    path: '/requests/:id/requester',
    input: onCase.extend({
      completion: requesterSchema
        .pick({
          name: true,
          contactName: true,
          idPaper: true,
          idNumber: true,
          phone: true,
          email: true,
          address: true,
          postcode: true,
        })
        .partial()
        .extend({ authorised: z.literal(true).optional() }),
    }),
  },
  /** “可能已经公开”的提示, this year so far. */
  'requests.hintCounts': { method: 'GET', path: '/hints', input: z.object({}) },
} as const satisfies Record<string, Endpoint>

export interface OpenedCase {
  id: string
  number: string
  queryCode: string
}

export interface IntakeOutputs {
  'requests.registerGroup': { cases: OpenedCase[] }
  'requests.intake': IntakeView
  'requests.classify': IntakeView
  'requests.split': IntakeView
  'requests.settleTwin': IntakeView
  'requests.complete': IntakeView
  'requests.hintCounts': { shown: number; opened: number; sent: number }
}
