/** 机构、人员与审计. */
import { z } from 'zod'
import type { AuditView } from '../../../record/oversight/view.ts'
import { ROLES } from '../../../record/people/roles.ts'
import type { OfficerRow } from '../../../record/people/view.ts'
import { dayOrNone, type Endpoint, id, onCase } from './endpoint.ts'

export const PEOPLE_ENDPOINTS = {
  'people.list': { method: 'GET', path: '/people', input: z.object({}) },
  'people.setRoles': { method: 'POST', path: '/people/:id/roles', input: onCase.extend({ roles: z.array(z.enum(ROLES)) }) },
  'audit.list': {
    method: 'GET',
    path: '/audit',
    input: z.object({
      from: dayOrNone,
      to: dayOrNone,
      person: z.union([id, z.literal('none'), z.literal('')]).default(''),
      verb: z.string().max(60).default(''),
      target: z.string().trim().max(60).default(''),
      page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    }),
  },
} as const satisfies Record<string, Endpoint>

export interface PeopleOutputs {
  'people.list': { rows: OfficerRow[] }
  'people.setRoles': { rows: OfficerRow[] }
  'audit.list': AuditView
}
