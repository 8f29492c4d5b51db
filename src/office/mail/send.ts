/**
 * 发送待发邮件: each by itself, so that one that fails holds up no other; tried again at growing intervals, then given up in sight.
 * One whose process ended while sending it may have left or not: it is shown as such, and people tell the requester another way.
 * The text is kept only while it can still be sent.
 */
import type { Mail } from '../../record/mail/mails.ts'
import { giveUpMails, markUnclear, settleMail, takeMail } from '../../store/mail.sql.ts'
import type { OfficeContext } from '../context.ts'

export type Delivered = { ok: true } | { ok: false; code: string; permanent: boolean }
/**
 * Hands a mail to the mail server under an id that stays the same at every try: where the server took it and the line broke before
 * it said so, the mailbox knows the second for the first. Never throws: what went wrong is a code.
 */
export type Deliver = (mail: Mail, id: string) => Promise<Delivered>

/** 1, 2, 4 … minutes: the last try is about four hours after the first. */
const MOST_ATTEMPTS = 9
const MINUTE_MS = 60_000
/** Longer than any mail takes to send: what is still being sent then, nobody is sending any more. */
const LEASE_MS = 5 * MINUTE_MS

/** A reminder that could not be sent for so long reminds of nothing any more. */
const KEPT_DAYS = 7
const DAY_MS = 24 * 60 * MINUTE_MS

export interface SentMails {
  sent: number
  failed: number
  /** Cut off while they were being sent. */
  unclear: number
}

export async function sendWaitingMail(
  ctx: OfficeContext,
  deliver: Deliver,
  clock: () => Date = () => new Date(),
): Promise<SentMails> {
  const result: SentMails = { sent: 0, failed: 0, unclear: await markUnclear(ctx.db, clock()) }
  for (;;) {
    // Anew for each: by the clock of the first, the mails late in a long line would be free for another process at once.
    const now = clock()
    const mail = await takeMail(ctx.db, now, new Date(now.getTime() + LEASE_MS))
    if (!mail) return result
    const delivered: Delivered = mail.sealed
      ? await deliver(ctx.vault.open<Mail>(mail.sealed), mail.id)
      : { ok: false, code: 'EMPTY', permanent: true }
    if (delivered.ok) {
      await settleMail(ctx.db, mail, { state: 'sent' })
      result.sent += 1
      continue
    }
    const over = delivered.permanent || mail.attempts >= MOST_ATTEMPTS
    const nextTryAt = new Date(now.getTime() + 2 ** (mail.attempts - 1) * MINUTE_MS)
    const fault = delivered.code
    await settleMail(ctx.db, mail, over ? { state: 'failed', fault } : { state: 'waiting', fault, nextTryAt })
    if (over) result.failed += 1
  }
}

/** Gives up what has waited longer than a week, as where the mail server was taken out of the settings; how many. */
export function giveUpOldMail(ctx: OfficeContext, now: Date = new Date()): Promise<number> {
  return giveUpMails(ctx.db, new Date(now.getTime() - KEPT_DAYS * DAY_MS))
}
