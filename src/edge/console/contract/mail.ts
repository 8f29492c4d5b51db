/** 邮件提醒 of the officer's own. */
import { z } from 'zod'
import type { DigestWishView } from '../../../record/mail/view.ts'
import type { Endpoint } from './endpoint.ts'

export const MAIL_ENDPOINTS = {
  'mail.get': { method: 'GET', path: '/mail', input: z.object({}) },
  'mail.set': { method: 'POST', path: '/mail', input: z.object({ email: z.string().trim().max(120).nullable() }) },
} as const satisfies Record<string, Endpoint>

export interface MailOutputs {
  'mail.get': DigestWishView
  'mail.set': DigestWishView
}
