/** 处理决定台账. */
import { z } from 'zod'
import { decisionEntrySchema, type DecisionsView } from '../../../record/reports/decision-entries.ts'
import { MOST_LINES } from '../../../record/reports/pasted-entries.ts'
import { commandId, type Endpoint, onCase } from './endpoint.ts'

export const DECISIONS_ENDPOINTS = {
  'decisions.list': {
    method: 'GET',
    path: '/decisions',
    input: z.object({ year: z.coerce.number().int().min(2008).max(2100).optional() }),
  },
  'decisions.enter': {
    method: 'POST',
    path: '/decisions',
    input: z.object({ commandId, entries: z.array(decisionEntrySchema).min(1).max(MOST_LINES) }),
  },
  'decisions.void': {
    method: 'POST',
    path: '/decisions/:id/void',
    input: onCase.extend({ because: z.string().trim().min(2).max(300) }),
  },
} as const satisfies Record<string, Endpoint>

export interface DecisionsOutputs {
  'decisions.list': DecisionsView
  'decisions.enter': DecisionsView
  'decisions.void': DecisionsView
}
