/** 签发授权, and what the superior wants to see of its units before it is public. */
import { z } from 'zod'
import type { ReleaseDelegationsView } from '../../../record/publication/delegations.ts'
import { SUPERIOR_WHOS, type SuperiorView } from '../../../record/publication/superior.ts'
import { day } from '../../../record/requests/acts.ts'
import { type Endpoint, id } from './endpoint.ts'

const columns = z.array(z.string().max(60)).max(60)

export const RELEASING_ENDPOINTS = {
  'releases.delegations': { method: 'GET', path: '/release-delegations', input: z.object({}) },
  'releases.delegate': {
    method: 'POST',
    path: '/release-delegations',
    input: z.object({
      id,
      officerId: id,
      columns,
      from: day,
      to: day,
      document: z.string().trim().min(2, '请填写文号或者授权书的名称').max(200),
    }),
  },
  'releases.revoke': {
    method: 'POST',
    path: '/release-delegations/:id/revoke',
    input: z.object({ id, because: z.string().trim().min(2, '请写明原因').max(200) }),
  },
  'superior.list': { method: 'GET', path: '/superior', input: z.object({}) },
  'superior.require': {
    method: 'POST',
    path: '/superior',
    input: z.object({
      id,
      units: z.array(id).max(2000),
      columns,
      who: z.enum(SUPERIOR_WHOS),
      from: day,
      why: z.string().trim().min(2, '请写明依据或者原因').max(200),
    }),
  },
  'superior.end': { method: 'POST', path: '/superior/:id/end', input: z.object({ id }) },
} as const satisfies Record<string, Endpoint>

export interface ReleasingOutputs {
  'releases.delegations': ReleaseDelegationsView
  'releases.delegate': ReleaseDelegationsView
  'releases.revoke': ReleaseDelegationsView
  'superior.list': SuperiorView
  'superior.require': SuperiorView
  'superior.end': SuperiorView
}
