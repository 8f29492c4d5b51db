/** 申请人一侧: what the requester wrote, chose and opened online. */
import type { RequesterSideView } from '../../../record/requests/requester-side.ts'
import { type Endpoint, id, onCase } from './endpoint.ts'

export const REQUESTER_SIDE_ENDPOINTS = {
  'requests.requesterSide': { method: 'GET', path: '/requests/:id/requester', input: onCase },
  'requests.handleMessage': {
    method: 'POST',
    path: '/requests/:id/requester/handled',
    input: onCase.extend({ messageId: id }),
  },
} as const satisfies Record<string, Endpoint>

export interface RequesterSideOutputs {
  'requests.requesterSide': RequesterSideView
  'requests.handleMessage': RequesterSideView
}
