/** 收到申请之日 — Reg. 31; 国办公开办函〔2015〕207号. */
import { addWorkingDays, type Calendar } from '../calendar.ts'
import { type Citation, reg, whole } from '../cite.ts'
import type { LocalDate } from '../date.ts'
import type { Readings } from '../readings.ts'
import type { IntakeChannel } from './vocabulary.ts'

interface ReceiptRule {
  /** Which day is the day of receipt: that of submission, of the organ's signature, or of both sides' confirmation. */
  readonly receipt: 'submission' | 'signature' | 'confirmation'
  /**
   * By when the office confirms. `same-day`: it contacts the requester on the day the letter comes (31(2)). `next-working-day`:
   * no limit in the statute, an alert of ours. null: nothing to confirm.
   */
  readonly confirmBy: 'same-day' | 'next-working-day' | null
  readonly by: Citation
}

export const RECEIPT_RULES: Readonly<Record<IntakeChannel, ReceiptRule>> = {
  'in-person': { receipt: 'submission', confirmBy: null, by: reg('31(1)') },
  'signed-mail': { receipt: 'signature', confirmBy: null, by: reg('31(2)') },
  'ordinary-mail': { receipt: 'confirmation', confirmBy: 'same-day', by: reg('31(2)') },
  'other-desk': { receipt: 'confirmation', confirmBy: 'same-day', by: whole('receiptReply') },
  web: { receipt: 'confirmation', confirmBy: 'next-working-day', by: reg('31(3)') },
  fax: { receipt: 'confirmation', confirmBy: 'next-working-day', by: reg('31(3)') },
  email: { receipt: 'confirmation', confirmBy: 'next-working-day', by: reg('31(3)') },
  // The office writes the form with the requester and confirms it with them on the spot.
  oral: { receipt: 'confirmation', confirmBy: null, by: reg('29') },
  'announced-channel': { receipt: 'confirmation', confirmBy: 'next-working-day', by: whole('receiptReply') },
}

/** Whether submission through this channel is the receipt itself, on the agency's readings. */
export function receivedOnSubmission(via: IntakeChannel, readings: Readings): boolean {
  if (via === 'web') return readings.web === 'submission'
  if (via === 'email') return readings.email === 'arrival'
  return RECEIPT_RULES[via].receipt === 'submission'
}

/** Whether the office has to confirm a submission with the requester, and by when; `due` null where that day is not known yet. */
export function confirmation(
  via: IntakeChannel,
  submittedOn: LocalDate,
  calendar: Calendar,
  readings: Readings,
): { due: LocalDate | null } | null {
  const { confirmBy } = RECEIPT_RULES[via]
  if (confirmBy === null || receivedOnSubmission(via, readings)) return null
  return { due: confirmBy === 'same-day' ? submittedOn : addWorkingDays(calendar, submittedOn, 1).date }
}
