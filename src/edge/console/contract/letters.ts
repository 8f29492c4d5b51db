/** 文书: what is on its way, posted many at a time. */
import { z } from 'zod'
import { MAIL_CARRIERS } from '../../../law/requests/service.ts'
import type { DispatchedRow, OutgoingRow } from '../../../record/letters/view.ts'
import { day } from '../../../record/requests/acts.ts'
import { commandId, type Endpoint, id } from './endpoint.ts'

const MOST = 1000
const posting = z.object({ id, mailNumber: z.string().trim().max(40).default('') })

export const LETTERS_ENDPOINTS = {
  'letters.outgoing': { method: 'GET', path: '/letters/outgoing', input: z.object({}) },
  'letters.dispatch': {
    method: 'POST',
    path: '/letters/dispatch',
    input: z.object({
      on: day,
      carrier: z.enum(MAIL_CARRIERS),
      items: z.array(posting.extend({ commandId })).min(1).max(MOST),
    }),
  },
} as const satisfies Record<string, Endpoint>

/** What to print of the letters chosen: the letters themselves, labels for their envelopes, the list to be stamped. */
export const PRINTED = ['letters', 'labels', 'list'] as const
export const printInput = z.object({ what: z.enum(PRINTED), items: z.array(posting).min(1).max(MOST) })
export type PrintInput = z.input<typeof printInput>

export interface LettersOutputs {
  'letters.outgoing': { rows: OutgoingRow[] }
  'letters.dispatch': { rows: DispatchedRow[] }
}
