/** 机构、人员与审计. */
import { z } from 'zod'
import type { AuditRow } from '../../../record/oversight/view.ts'
import { ROLES } from '../../../record/people/roles.ts'
import type { OfficerRow } from '../../../record/people/view.ts'
import { type Endpoint, onCase, type Page } from './endpoint.ts'

export const PEOPLE_ENDPOINTS = {
  'people.list': { method: 'GET', path: '/people', input: z.object({}) },
  'people.setRoles': { method: 'POST', path: '/people/:id/roles', input: onCase.extend({ roles: z.array(z.enum(ROLES)) }) },
  'audit.list': { method: 'GET', path: '/audit', input: z.object({ page: z.coerce.number().int().min(1).default(1) }) },
} as const satisfies Record<string, Endpoint>

export interface PeopleOutputs {
  'people.list': { rows: OfficerRow[] }
  'people.setRoles': { rows: OfficerRow[] }
  'audit.list': Page<AuditRow>
}
