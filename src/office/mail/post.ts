/** 邮件提醒 to the requester: into the outbox with the deed, sent by a job. Nothing of the request goes with it but its number. */
import type { LocalDate } from '../../law/date.ts'
import { reg } from '../../law/cite.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import { isEmail } from '../../law/requests/form.ts'
import { reminder, type ReminderKind } from '../../record/mail/mails.ts'
import type { Agency } from '../../record/people/agency.ts'
import type { Act, ActKind, RecordedAct } from '../../record/requests/acts.ts'
import { mailWishOf, postMail, setMailWish } from '../../store/mail.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import type { Matter } from '../requests/perform.ts'
import { performOwn, type StatusQuery } from '../requester/own-case.ts'

const REMINDERS: Partial<Record<ActKind, ReminderKind>> = {
  received: 'received',
  'correction-asked': 'correctionAsked',
  'reasons-asked': 'reasonsAsked',
  'fee-noticed': 'feeNoticed',
  extended: 'extended',
  deferred: 'extended',
  replied: 'decided',
  'correction-lapsed': 'decided',
  'fee-lapsed': 'decided',
}

function untilOf(act: Act): LocalDate | null {
  return act.kind === 'correction-asked' || act.kind === 'reasons-asked' ? act.replyBy : null
}

/** What happened in this deed, to whoever wished to be told. */
export async function tellByMail(ctx: OfficeContext, tx: Tx, matter: Matter, acts: readonly RecordedAct[]): Promise<void> {
  const told = acts.filter(({ act }) => REMINDERS[act.kind])
  if (ctx.mail === null || told.length === 0) return
  const { row, agency } = matter
  const wish = await mailWishOf(tx, { agencyId: row.agency_id, caseId: row.id })
  if (!wish) return
  const about = { caseId: row.id, number: row.number, agency, to: ctx.vault.open<string>(wish.sealed) }
  for (const { seq, act } of told) {
    const kind = REMINDERS[act.kind]
    if (kind) await postReminder(ctx, tx, kind, { ...about, until: untilOf(act), once: `act ${seq}` })
  }
}

export async function postReminder(
  ctx: OfficeContext,
  tx: Tx,
  kind: ReminderKind,
  about: { caseId: string; number: string; agency: Agency; to: string; until: LocalDate | null; once: string },
): Promise<void> {
  if (ctx.mail === null) return
  const { agency } = about
  const mail = reminder(kind, {
    to: about.to,
    agency: agency.details.name,
    phone: agency.details.phone,
    number: about.number,
    address: `${ctx.mail.site}/${agency.slug}/status`,
    until: about.until,
  })
  await postMail(tx, {
    agencyId: agency.id,
    caseId: about.caseId,
    officerId: null,
    kind,
    about: about.once,
    sealed: ctx.vault.seal(mail),
  })
  await ctx.enqueue(tx, 'mail', {})
}

/** 要不要邮件提醒: the requester's wish, which may change at any time. */
export function wishMail(
  ctx: OfficeContext,
  query: StatusQuery,
  input: { commandId: string; email: string | null },
): Promise<Result<{ caseId: string }>> {
  const email = input.email?.trim() ?? null
  if (email !== null && !isEmail(email))
    return Promise.resolve(
      refused({ code: 'field-invalid', say: '电子邮箱不正确。', then: '请核对邮箱地址。', cite: reg('29'), field: 'email' }),
    )
  return performOwn(ctx, query, input.commandId, 'requester.wishMail', ({ row, today }) =>
    ctx.mail === null
      ? refused({ code: 'unavailable', say: '现在不提供邮件提醒。', then: '请凭编号和查询码查看办理情况。' })
      : ok({
          acts: [],
          also: (tx) =>
            setMailWish(
              tx,
              { agencyId: row.agency_id, caseId: row.id },
              email === null ? null : { sealed: ctx.vault.seal(email), since: today },
            ),
        }),
  )
}
