/** 送达 — when a reply is in time, and from when remedies run: two different days (国办公开办函〔2016〕235号). */
import { addDays, type LocalDate } from '../date.ts'
import type { Readings } from '../readings.ts'
import type { ServiceMethod } from './vocabulary.ts'

/** In time by the day it was posted, sent or handed over (交邮之日), not the day it arrives. */
export function repliedInTime(repliedOn: LocalDate, due: LocalDate): boolean {
  return repliedOn <= due
}

/** 视为放弃之日: the day after the fee was due unpaid (《信息处理费管理办法》第六条); the case closes with 未按要求缴纳费用. */
export function feeLapsesOn(feePaymentDue: LocalDate): LocalDate {
  return addDays(feePaymentDue, 1)
}

/**
 * The day from which reconsideration and suit are counted: when the requester received the reply. Electronic service: when it
 * arrived in the requester's system, or when it was sent, by the agency's reading.
 */
export function remediesRunFrom(
  repliedOn: LocalDate,
  served: { on: LocalDate; by?: ServiceMethod },
  readings: Readings,
): LocalDate {
  return served.by === 'electronic' && readings.electronicService === 'sent' ? repliedOn : served.on
}
