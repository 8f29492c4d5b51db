/** 寄出告知书，退回的再寄: what is on its way is told from what has not left yet. */
import type { LocalDate } from '../../law/date.ts'
import { ok, refused, type Result } from '../../law/refusal.ts'
import { type MailCarrier, postalNumber, postingRefusal, type ReturnReason } from '../../law/requests/service.ts'
import type { Actor } from '../../record/people/roles.ts'
import type { OfficeContext } from '../context.ts'
import { type AmendmentCommand, dayFault, onAmendment } from './matter.ts'

/** 登记交寄 of the letter, by the postal enterprise and with its number. */
export function postAmendment(
  ctx: OfficeContext,
  actor: Actor,
  input: AmendmentCommand & { on: LocalDate; carrier: MailCarrier; mailNumber: string },
): Promise<Result<{ amendmentId: string }>> {
  return onAmendment(
    ctx,
    actor,
    input,
    { kind: 'dispatched', verb: 'amendments.handle', entry: 'amendments.post' },
    ({ record, standing, posted, today }) => {
      const { on, carrier } = input
      const fault = dayFault(on, standing.sentOn ?? standing.decidedOn ?? record.received_on, today)
      const courier = postingRefusal({ carrier }, on)
      const number = postalNumber(input.mailNumber)
      if (fault ?? courier) return refused(...[fault, courier].filter((one) => one !== null))
      if (!number.ok) return number
      if (posted.some(({ mailNumber }) => mailNumber === number.value))
        return refused({
          code: 'already-done',
          say: `邮件号 ${number.value} 是上一次交寄的，那一封已经退回。`,
          then: '请填写这一次交寄的邮件号，以收寄凭证为准。',
          field: 'mailNumber',
        })
      return ok({ on, sealed: { carrier, mailNumber: number.value } })
    },
  )
}

/** 登记退回: the letter came back. */
export function returnAmendmentMail(
  ctx: OfficeContext,
  actor: Actor,
  input: AmendmentCommand & { on: LocalDate; because: ReturnReason },
): Promise<Result<{ amendmentId: string }>> {
  return onAmendment(
    ctx,
    actor,
    input,
    { kind: 'mail-returned', verb: 'amendments.handle', entry: 'amendments.mailReturned' },
    ({ record, standing, today }) => {
      const fault = dayFault(input.on, standing.sentOn ?? record.received_on, today)
      return fault ? refused(fault) : ok({ on: input.on, sealed: { because: input.because } })
    },
  )
}
