/** 文书: what is on its way, posted many at a time. */
import { z } from 'zod'
import type { LocalDate } from '../../../law/date.ts'
import { MAIL_CARRIERS } from '../../../law/requests/service.ts'
import { LETTER_CODES } from '../../../record/letters/model.ts'
import { LETTER_FAMILIES } from '../../../record/letters/numbering.ts'
import type { TranslationRow, TranslationView } from '../../../record/letters/translation.ts'
import { WORDING_PARTS } from '../../../record/letters/wording.ts'
import type { DispatchedRow, OutgoingRow, RegisterRow, WordingView } from '../../../record/letters/view.ts'
import { day } from '../../../record/requests/acts.ts'
import { commandId, type Endpoint, id, type Page } from './endpoint.ts'

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
  'letters.register': {
    method: 'GET',
    path: '/letters/register',
    input: z.object({ year: z.coerce.number().int().min(2019).max(2199) }),
  },
  /** Since when letters bear the seal image; it comes in as a file. */
  'letters.seal': { method: 'GET', path: '/agency/seal', input: z.object({}) },
  'letters.removeSeal': { method: 'POST', path: '/agency/seal/remove', input: z.object({}) },
  'letters.wording': { method: 'GET', path: '/letters/wording', input: z.object({}) },
  'letters.setWording': {
    method: 'POST',
    path: '/letters/wording',
    input: z.object({
      part: z.enum(WORDING_PARTS),
      codes: z.array(z.enum(LETTER_CODES)).min(1).max(LETTER_CODES.length),
      from: day,
      text: z.string().trim().max(500).nullable(),
    }),
  },
  'letters.setNumbering': {
    method: 'POST',
    path: '/letters/numbering',
    input: z.object({ from: day, words: z.partialRecord(z.enum(LETTER_FAMILIES), z.string().trim().max(20)) }),
  },
  'translations.list': {
    method: 'GET',
    path: '/translations',
    input: z.object({ page: z.coerce.number().int().min(1).default(1) }),
  },
  'translations.get': { method: 'GET', path: '/translations/:id', input: z.object({ id }) },
  /** Not trimmed: it is kept as typed, to the byte. */
  'translations.enter': {
    method: 'POST',
    path: '/translations/:id/text',
    input: z.object({ id, digest: z.string().max(64), text: z.string().min(1).max(20_000) }),
  },
  'translations.check': {
    method: 'POST',
    path: '/translations/:id/check',
    input: z.object({ id, digest: z.string().max(64), pass: z.boolean(), because: z.string().trim().max(500).default('') }),
  },
} as const satisfies Record<string, Endpoint>

/** What to print of the letters chosen: the letters themselves, labels for their envelopes, the list to be stamped. */
export const PRINTED = ['letters', 'labels', 'list'] as const
export const printInput = z.object({ what: z.enum(PRINTED), items: z.array(posting).min(1).max(MOST) })
export type PrintInput = z.input<typeof printInput>

export interface LettersOutputs {
  'letters.outgoing': { rows: OutgoingRow[] }
  'letters.dispatch': { rows: DispatchedRow[] }
  'translations.list': Page<TranslationRow>
  'translations.get': TranslationView
  'translations.enter': TranslationView
  'translations.check': { letterId: string }
  'letters.register': { rows: RegisterRow[] }
  'letters.seal': { from: LocalDate | null }
  'letters.removeSeal': { from: LocalDate | null }
  'letters.wording': WordingView
  'letters.setWording': WordingView
  'letters.setNumbering': WordingView
}
