/** 案头: what waits, what goes wrong, and what each officer set up for the own work. */
import { z } from 'zod'
import type { ExceptionRow } from '../../../record/desk/exceptions.ts'
import type { DeskView } from '../../../record/desk/view.ts'
import { type Endpoint, id } from './endpoint.ts'
import { registerFilterSchema } from './requests.ts'

export const DESK_ENDPOINTS = {
  'desk.get': { method: 'GET', path: '/desk', input: z.object({}) },
  'desk.exceptions': { method: 'GET', path: '/desk/exceptions', input: z.object({}) },
  'desk.saveFilter': {
    method: 'POST',
    path: '/desk/filters',
    input: z.object({ name: z.string().trim().min(1).max(20), query: z.string().max(600) }),
  },
  'desk.dropFilter': { method: 'POST', path: '/desk/filters/:id/drop', input: z.object({ id }) },
  'desk.setGuided': { method: 'POST', path: '/desk/guided', input: z.object({ guided: z.boolean() }) },
  'desk.openFeed': { method: 'POST', path: '/desk/feed', input: z.object({}) },
  'desk.closeFeed': { method: 'POST', path: '/desk/feed/close', input: z.object({}) },
  'desk.assign': {
    method: 'POST',
    path: '/desk/assign',
    input: z.object({ ids: z.array(id).min(1).max(200), sectionId: id.nullable(), officerId: id.nullable() }),
  },
} as const satisfies Record<string, Endpoint>

export interface DeskOutputs {
  'desk.get': DeskView
  'desk.exceptions': { rows: ExceptionRow[] }
  'desk.saveFilter': DeskView
  'desk.dropFilter': DeskView
  'desk.setGuided': DeskView
  /** The path of the feed below the base path, told this once. */
  'desk.openFeed': { desk: DeskView; path: string }
  'desk.closeFeed': DeskView
  'desk.assign': { assigned: number }
}

/** What an export of the register is asked with. With personal data only for a reason. */
export const exportSchema = registerFilterSchema.extend({
  unmasked: z.boolean().default(false),
  reason: z.string().trim().max(200).default(''),
})
