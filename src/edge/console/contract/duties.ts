/** 应公开清单. */
import { z } from 'zod'
import { DUTY_TABS, type DutiesView, type DutyEventChoice } from '../../../record/publication/duties-view.ts'
import { day } from '../../../record/requests/acts.ts'
import { commandId, type Endpoint } from './endpoint.ts'

const key = z.string().min(1).max(120)

export const DUTIES_ENDPOINTS = {
  'duties.list': {
    method: 'GET',
    path: '/duties',
    input: z.object({ tab: z.enum(DUTY_TABS).default('week'), whose: z.enum(['mine', 'all']).default('mine') }),
  },
  'duties.events': { method: 'GET', path: '/duties/events', input: z.object({}) },
  'duties.draft': { method: 'POST', path: '/duties/draft', input: z.object({ id: z.uuid(), key }) },
  'duties.note': {
    method: 'POST',
    path: '/duties/note',
    input: z.object({
      commandId,
      key,
      kind: z.enum(['notApplicable', 'covered', 'open']),
      because: z.string().trim().max(300).default(''),
      documentId: z.uuid().nullable().default(null),
    }),
  },
  'duties.record': {
    method: 'POST',
    path: '/duties/events',
    input: z.object({
      id: z.uuid(),
      itemId: z.uuid(),
      triggerKey: z.string().min(1).max(40),
      on: day,
      what: z.string().trim().min(2, '请写明发生了什么').max(100),
    }),
  },
} as const satisfies Record<string, Endpoint>

export interface DutiesOutputs {
  'duties.list': DutiesView
  'duties.events': { choices: DutyEventChoice[] }
  'duties.draft': { id: string; fromYear: number | null }
  'duties.note': { done: true }
  'duties.record': { done: true }
}
