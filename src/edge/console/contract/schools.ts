/** 学期卡 of a school, and what the bureau sees of all of them. */
import { z } from 'zod'
import type { Reminded, SchoolsView, TermCardView } from '../../../record/publication/schools.ts'
import { type Endpoint, id } from './endpoint.ts'

export const SCHOOLS_ENDPOINTS = {
  'term.card': { method: 'GET', path: '/term', input: z.object({}) },
  'schools.list': { method: 'GET', path: '/schools', input: z.object({}) },
  'schools.remind': {
    method: 'POST',
    path: '/schools/remind',
    input: z.object({ units: z.array(id).min(1, '请选择学校').max(5000) }),
  },
} as const satisfies Record<string, Endpoint>

export interface SchoolsOutputs {
  'term.card': TermCardView
  'schools.list': SchoolsView
  'schools.remind': Reminded
}
