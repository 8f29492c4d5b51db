/** 补正 — Reg. 30: asked within seven working days, once; a reasonable period; silence is abandonment. */
import { addWorkingDays, type Calendar, lastDay } from '../calendar.ts'
import { addDays, type LocalDate } from '../date.ts'
import type { Readings } from '../readings.ts'
import { CORRECTION_NOTICE_LIMIT, lengthOn } from './limits.ts'

/** 补正告知的最后一日: the 7th working day after receipt; null where the year is not loaded. */
export function correctionNoticeDue(calendar: Calendar, receivedOn: LocalDate): LocalDate | null {
  return lastDay(calendar, receivedOn, lengthOn(CORRECTION_NOTICE_LIMIT, receivedOn))
}

/**
 * 补正的最后一日: the day that the notice names, or else the agency's usual period after the notice was received; that too where
 * the notice arrived only when the day it names had come. Null where it names no day and its receipt is not known.
 */
export function correctionDue(
  calendar: Calendar,
  readings: Readings,
  asked: { replyBy?: LocalDate; noticeReceived?: LocalDate },
): LocalDate | null {
  const { replyBy, noticeReceived } = asked
  if (replyBy !== undefined && (noticeReceived === undefined || noticeReceived < replyBy)) return replyBy
  if (noticeReceived === undefined) return null
  return addWorkingDays(calendar, noticeReceived, readings.correctionPeriodWorkingDays).date
}

/** 视为放弃申请之日: the day after the period for correction ended without one (Art 30). */
export function deemedAbandonedOn(correctionDue: LocalDate): LocalDate {
  return addDays(correctionDue, 1)
}
