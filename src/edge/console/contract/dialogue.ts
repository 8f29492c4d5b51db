/** 信息公开咨询 (Art 55). */
import { z } from 'zod'
import type { ConsultationRow, ConsultationView } from '../../../record/dialogue/view.ts'
import { type Endpoint, onCase } from './endpoint.ts'

export const DIALOGUE_ENDPOINTS = {
  'consultations.list': { method: 'GET', path: '/consultations', input: z.object({}) },
  'consultations.get': { method: 'GET', path: '/consultations/:id', input: onCase },
  'consultations.answer': {
    method: 'POST',
    path: '/consultations/:id/answer',
    input: onCase.extend({ text: z.string().trim().min(2).max(5000) }),
  },
} as const satisfies Record<string, Endpoint>

export interface DialogueOutputs {
  'consultations.list': { rows: ConsultationRow[] }
  'consultations.get': ConsultationView
  'consultations.answer': ConsultationView
}
