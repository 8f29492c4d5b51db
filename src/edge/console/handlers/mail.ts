/** 邮件提醒: endpoint → office verb. */
import { digestWish, setDigest } from '../../../office/mail/digest-wish.ts'
import type { MailOutputs } from '../contract/mail.ts'
import type { Handlers } from './handler.ts'

export const MAIL_HANDLERS: Handlers<keyof MailOutputs> = {
  'mail.get': (office, { actor }) => digestWish(office, actor),
  'mail.set': (office, { actor }, input) => setDigest(office, actor, input),
}
