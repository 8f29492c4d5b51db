/** 办案: reviews, similar cases, conversion, and who decides in whose place. */
import { z } from 'zod'
import { REVIEW_ASPECTS } from '../../../law/requests/reviews.ts'
import type { DeputiesView } from '../../../record/people/deputies-view.ts'
import { day } from '../../../record/requests/acts.ts'
import type { DecidingView } from '../../../record/requests/deciding-view.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { commandId, type Endpoint, id, onCase } from './endpoint.ts'

const onVersion = onCase.extend({ commandId, seen: z.number().int() })
const words = (max: number) => z.string().trim().max(max)

export const DECIDING_ENDPOINTS = {
  'requests.deciding': { method: 'GET', path: '/requests/:id/deciding', input: onCase },
  'requests.review': {
    method: 'POST',
    path: '/requests/:id/reply/review',
    input: onVersion.extend({
      digest: z.string(),
      aspect: z.enum(REVIEW_ASPECTS),
      conclusion: z.enum(['pass', 'return']),
      note: words(1000),
    }),
  },
  'requests.proposeConversion': {
    method: 'POST',
    path: '/requests/:id/conversion',
    input: onVersion.extend({ information: words(500).min(2), reason: words(1000).min(2) }),
  },
  'requests.decideConversion': {
    method: 'POST',
    path: '/requests/:id/conversion/decision',
    input: onVersion.extend({
      result: z.enum(['converted', 'declined']),
      because: words(1000),
      documentId: id.nullable(),
      link: words(500),
    }),
  },
  'people.deputies': { method: 'GET', path: '/deputies', input: z.object({}) },
  'people.delegate': {
    method: 'POST',
    path: '/deputies/delegations',
    input: z.object({ officerId: id, from: day, to: day, document: words(200).min(2) }),
  },
  'people.revokeDelegation': { method: 'POST', path: '/deputies/delegations/:id/revoke', input: onCase },
  'people.recordAbsence': {
    method: 'POST',
    path: '/deputies/absences',
    input: z.object({ officerId: id, deputyId: id, from: day, to: day }),
  },
  'people.endAbsence': { method: 'POST', path: '/deputies/absences/:id/end', input: onCase },
} as const satisfies Record<string, Endpoint>

export interface DecidingOutputs {
  'requests.deciding': DecidingView
  'requests.review': CaseView
  'requests.proposeConversion': CaseView
  'requests.decideConversion': CaseView
  'people.deputies': DeputiesView
  'people.delegate': DeputiesView
  'people.revokeDelegation': DeputiesView
  'people.recordAbsence': DeputiesView
  'people.endAbsence': DeputiesView
}
