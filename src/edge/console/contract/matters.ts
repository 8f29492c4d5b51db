/** 三重一大台账. */
import { z } from 'zod'
import { type MattersView, newMatterSchema } from '../../../record/publication/major-matters.ts'
import type { Endpoint } from './endpoint.ts'

export const MATTERS_ENDPOINTS = {
  'matters.list': {
    method: 'GET',
    path: '/matters',
    input: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  },
  'matters.enter': { method: 'POST', path: '/matters', input: newMatterSchema.extend({ id: z.uuid() }) },
  'matters.void': {
    method: 'POST',
    path: '/matters/:id/void',
    input: z.object({ id: z.uuid(), because: z.string().trim().min(2, '请写明原因').max(300) }),
  },
} as const satisfies Record<string, Endpoint>

export interface MattersOutputs {
  'matters.list': MattersView
  'matters.enter': { done: true }
  'matters.void': { done: true }
}
