/** 投诉、复议、诉讼: dispute files, their papers and their lessons. */
import { z } from 'zod'
import { OUTCOMES } from '../../../law/requests/vocabulary.ts'
import { disputeActSchema, openedSchema } from '../../../record/disputes/acts.ts'
import { LESSON_CATEGORIES, type MatchedLesson } from '../../../record/disputes/lessons.ts'
import { paperContentSchema } from '../../../record/disputes/papers.ts'
import type { DisputeRow, DisputeView } from '../../../record/disputes/view.ts'
import { commandId, type Endpoint, onCase } from './endpoint.ts'

export const DISPUTES_ENDPOINTS = {
  'disputes.list': { method: 'GET', path: '/disputes', input: z.object({}) },
  'disputes.get': { method: 'GET', path: '/disputes/:id', input: onCase },
  'disputes.record': {
    method: 'POST',
    path: '/disputes/:id/acts',
    input: onCase.extend({ commandId, seen: z.number().int(), act: disputeActSchema }),
  },
  'disputes.savePapers': {
    method: 'POST',
    path: '/disputes/:id/papers',
    input: onCase.extend({ version: z.number().int().min(0), content: paperContentSchema }),
  },
  'disputes.learn': {
    method: 'POST',
    path: '/disputes/:id/lessons',
    input: onCase.extend({ commandId, category: z.enum(LESSON_CATEGORIES), text: z.string().trim().min(4).max(1000) }),
  },
  'disputes.ofAmendment': { method: 'GET', path: '/amendments/:id/disputes', input: onCase },
  'disputes.openOverAmendment': {
    method: 'POST',
    path: '/amendments/:id/disputes',
    input: onCase.extend({ commandId, opened: openedSchema }),
  },
  'requests.disputes': { method: 'GET', path: '/requests/:id/disputes', input: onCase },
  'requests.openDispute': {
    method: 'POST',
    path: '/requests/:id/disputes',
    input: onCase.extend({ commandId, opened: openedSchema }),
  },
  'requests.lessons': { method: 'GET', path: '/requests/:id/lessons', input: onCase.extend({ outcome: z.enum(OUTCOMES) }) },
} as const satisfies Record<string, Endpoint>

export interface DisputesOutputs {
  'disputes.list': { rows: DisputeRow[] }
  'disputes.get': DisputeView
  'disputes.record': DisputeView
  'disputes.savePapers': DisputeView
  'disputes.learn': DisputeView
  'disputes.ofAmendment': { rows: DisputeRow[] }
  'disputes.openOverAmendment': DisputeView
  'requests.disputes': { rows: DisputeRow[] }
  'requests.openDispute': DisputeView
  'requests.lessons': { rows: MatchedLesson[] }
}
