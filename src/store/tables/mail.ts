/** 邮件: the tables as TypeScript sees them. */
import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '../../law/date.ts'
import type { MailKind, MailState } from '../../record/mail/mails.ts'

export interface MailTables {
  mail_wish: { agency_id: string; case_id: string; sealed: Buffer; since: LocalDate }
  digest_wish: { agency_id: string; officer_id: string; sealed: Buffer }
  mail_outbox: {
    agency_id: string
    id: string
    case_id: string | null
    officer_id: string | null
    kind: MailKind
    about: string
    sealed: Buffer | null
    state: ColumnType<MailState, 'waiting' | undefined, MailState>
    attempts: Generated<number>
    fault: string | null
    next_try_at: ColumnType<Date, Date | undefined, Date>
    written_at: Generated<Date>
  }
}
