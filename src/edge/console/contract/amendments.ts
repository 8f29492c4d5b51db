/** 更正与自身相关的政府信息记录 (Art 41). */
import { z } from 'zod'
import { MAIL_CARRIERS, RETURN_REASONS } from '../../../law/requests/service.ts'
import { INTAKE_CHANNELS, SERVICE_METHODS } from '../../../law/requests/vocabulary.ts'
import { amendmentContentSchema, amendmentDecisionSchema } from '../../../record/amendments/model.ts'
import type { AmendmentPreview, AmendmentRow, AmendmentView } from '../../../record/amendments/view.ts'
import { type Requester, requesterSchema } from '../../../record/people/requester.ts'
import { day } from '../../../record/requests/acts.ts'
import { commandId, type Endpoint, onCase } from './endpoint.ts'

const deed = onCase.extend({ commandId, seen: z.number().int() })

export const AMENDMENTS_ENDPOINTS = {
  'amendments.list': { method: 'GET', path: '/amendments', input: z.object({}) },
  'amendments.get': { method: 'GET', path: '/amendments/:id', input: onCase },
  'amendments.unmask': {
    method: 'POST',
    path: '/amendments/:id/unmask',
    input: onCase.extend({ reason: z.string().trim().min(2).max(200) }),
  },
  'amendments.register': {
    method: 'POST',
    path: '/amendments',
    input: z.object({
      commandId,
      requester: requesterSchema,
      content: amendmentContentSchema,
      via: z.enum(INTAKE_CHANNELS),
      receivedOn: day,
    }),
  },
  'amendments.addEvidence': {
    method: 'POST',
    path: '/amendments/:id/evidence',
    input: deed.extend({ on: day, evidence: z.string().trim().min(2).max(3000) }),
  },
  'amendments.preview': {
    method: 'POST',
    path: '/amendments/:id/preview',
    input: onCase.extend({ decision: amendmentDecisionSchema }),
  },
  'amendments.propose': {
    method: 'POST',
    path: '/amendments/:id/proposal',
    input: deed.extend({ decision: amendmentDecisionSchema }),
  },
  'amendments.return': {
    method: 'POST',
    path: '/amendments/:id/return',
    input: deed.extend({ because: z.string().trim().max(500) }),
  },
  'amendments.approve': { method: 'POST', path: '/amendments/:id/decision', input: deed },
  'amendments.post': {
    method: 'POST',
    path: '/amendments/:id/dispatch',
    input: deed.extend({ on: day, carrier: z.enum(MAIL_CARRIERS), mailNumber: z.string().trim().min(1).max(40) }),
  },
  'amendments.mailReturned': {
    method: 'POST',
    path: '/amendments/:id/mail-return',
    input: deed.extend({ on: day, because: z.enum(RETURN_REASONS) }),
  },
  'amendments.serve': {
    method: 'POST',
    path: '/amendments/:id/service',
    input: deed.extend({
      on: day,
      by: z.enum(SERVICE_METHODS),
      proof: z.string().trim().min(1).max(300),
      agency: z.string().trim().max(100).optional(),
      agreed: z.string().trim().max(300).optional(),
    }),
  },
  'amendments.withdraw': {
    method: 'POST',
    path: '/amendments/:id/withdrawal',
    input: deed.extend({ on: day, proof: z.string().trim().min(1).max(300) }),
  },
  'amendments.archive': { method: 'POST', path: '/amendments/:id/archive', input: deed.extend({ on: day }) },
  'amendments.transfer': {
    method: 'POST',
    path: '/amendments/:id/archive/transfer',
    input: deed.extend({ on: day, to: z.string().trim().min(2).max(100) }),
  },
  'requests.convertToAmendment': {
    method: 'POST',
    path: '/requests/:id/convert-to-amendment',
    input: onCase.extend({ commandId, on: day, content: amendmentContentSchema, consent: z.boolean() }),
  },
} as const satisfies Record<string, Endpoint>

export interface AmendmentsOutputs {
  'amendments.list': { rows: AmendmentRow[] }
  'amendments.get': AmendmentView
  'amendments.unmask': { requester: Requester }
  'amendments.register': AmendmentView
  'amendments.addEvidence': AmendmentView
  'amendments.preview': AmendmentPreview
  'amendments.propose': AmendmentView
  'amendments.return': AmendmentView
  'amendments.approve': AmendmentView
  'amendments.post': AmendmentView
  'amendments.mailReturned': AmendmentView
  'amendments.serve': AmendmentView
  'amendments.withdraw': AmendmentView
  'amendments.archive': AmendmentView
  'amendments.transfer': AmendmentView
  'requests.convertToAmendment': AmendmentView
}
