/** 邮件的投递: over SMTP, to whatever server the operator named. What the server said is not repeated: it may hold the address. */
import { createTransport } from 'nodemailer'
import type { Deliver, Delivered } from '../../office/mail/send.ts'

export interface SmtpSettings {
  readonly smtpUrl: string
  readonly from: string
}

/** 5xx: refused for good; 4xx and broken connections: try again. */
const PERMANENT = 500

export interface Postman {
  deliver: Deliver
  close(): void
}

export function smtpPostman({ smtpUrl, from }: SmtpSettings): Postman {
  const transport = createTransport(smtpUrl, { from })
  return {
    close: () => transport.close(),
    async deliver({ to, subject, text }): Promise<Delivered> {
      try {
        // Told by machine: no out-of-office notes come back.
        await transport.sendMail({ to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } })
        return { ok: true }
      } catch (error) {
        return faultOf(error)
      }
    },
  }
}

function faultOf(error: unknown): Delivered {
  const { responseCode, code } = (error ?? {}) as { responseCode?: unknown; code?: unknown }
  const status = typeof responseCode === 'number' ? responseCode : null
  return {
    ok: false,
    code: String(status ?? (typeof code === 'string' ? code : 'EUNKNOWN')),
    permanent: status !== null && status >= PERMANENT,
  }
}
