/** 邮件的投递: over SMTP, to whatever server the operator named. What the server said is not repeated: it may hold the address. */
import { createTransport } from 'nodemailer'
import type { Deliver, Delivered } from '../../office/mail/send.ts'

export interface SmtpSettings {
  readonly smtpUrl: string
  readonly from: string
}

/** Far below the time after which a mail counts as cut off. */
const PATIENCE_MS = 60_000

/** 5xx: refused for good; 4xx and broken connections: try again. */
const PERMANENT = 500

export interface Postman {
  deliver: Deliver
  close(): void
}

export function smtpPostman({ smtpUrl, from }: SmtpSettings): Postman {
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
    { from },
  )
  const domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return {
    close: () => transport.close(),
    async deliver({ to, subject, text }, id): Promise<Delivered> {
      try {
        // Told by machine: no out-of-office notes come back.
        await transport.sendMail({
          to,
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
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
