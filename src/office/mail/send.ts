/** 发送待发邮件: each by itself, so that one that fails holds up no other; tried again at growing intervals, then given up in sight. */
import type { Mail } from '../../record/mail/mails.ts'
import { settleMail, takeMail } from '../../store/mail.sql.ts'
import type { OfficeContext } from '../context.ts'

export type Delivered = { ok: true } | { ok: false; code: string; permanent: boolean }
/** Hands a mail to the mail server. Never throws: what went wrong is a code. */
export type Deliver = (mail: Mail) => Promise<Delivered>

/** 1, 2, 4 … minutes: the last try is about four hours after the first. */
const MOST_ATTEMPTS = 9
const MINUTE_MS = 60_000
/** Longer than any mail takes to send; a process that ends meanwhile leaves it to the next. */
const LEASE_MS = 5 * MINUTE_MS

export interface SentMails {
  sent: number
  failed: number
}

export async function sendWaitingMail(
  ctx: OfficeContext,
  deliver: Deliver,
  clock: () => Date = () => new Date(),
): Promise<SentMails> {
  const result: SentMails = { sent: 0, failed: 0 }
  for (;;) {
    // Anew for each: by the clock of the first, the mails late in a long line would be free for another process at once.
    const now = clock()
    const mail = await takeMail(ctx.db, now, new Date(now.getTime() + LEASE_MS))
    if (!mail) return result
    const delivered: Delivered = mail.sealed
      ? await deliver(ctx.vault.open<Mail>(mail.sealed))
      : { ok: false, code: 'EMPTY', permanent: true }
    if (delivered.ok) {
      await settleMail(ctx.db, mail, { state: 'sent' })
      result.sent += 1
      continue
    }
    const over = delivered.permanent || mail.attempts >= MOST_ATTEMPTS
    const nextTryAt = new Date(now.getTime() + 2 ** (mail.attempts - 1) * MINUTE_MS)
    await settleMail(ctx.db, mail, { state: over ? 'failed' : 'waiting', fault: delivered.code, nextTryAt })
    if (over) result.failed += 1
  }
}
