/** 期限的长短 — how long each limit of 依申请公开 is, since when, and by which article. Nothing else in the product writes these numbers. */
import type { Length } from '../calendar.ts'
import { type Citation, feeMeasures, reg } from '../cite.ts'
import type { LocalDate } from '../date.ts'
import { type Dated, inForce } from '../dated.ts'
import type { Limit } from './vocabulary.ts'

/** The day on which the Regulation as revised came into force; before it the product knows no limits. */
const REGULATION = '2019-05-15'

const workingDays = (n: number): Length => ({ n, unit: 'workingDays' })

/** 答复期限: from the day of receipt. */
export const REPLY_LIMIT = inForce<Length>([{ from: REGULATION, is: workingDays(20), by: reg('33.2') }])

/** 延长答复期限: at most this much, once. */
export const EXTENSION_LIMIT = inForce<Length>([{ from: REGULATION, is: workingDays(20), by: reg('33.2') }])

/** 补正告知: from the day of receipt, once only. */
export const CORRECTION_NOTICE_LIMIT = inForce<Length>([{ from: REGULATION, is: workingDays(7), by: reg('30') }])

/** 第三方提出意见: from the day it receives the letter. */
export const THIRD_PARTY_LIMIT = inForce<Length>([{ from: REGULATION, is: workingDays(15), by: reg('32') }])

/** 共同制作机关提出意见: from the day it receives the letter; silence is consent. */
export const CO_MAKER_LIMIT = inForce<Length>([{ from: REGULATION, is: workingDays(15), by: reg('34') }])

/** 缴纳信息处理费: from the day after the notice is received. */
export const FEE_PAYMENT_LIMIT = inForce<Length>([{ from: '2021-01-01', is: workingDays(20), by: feeMeasures('6') }])

/** Where each limit comes from, as breaches cite it. Those of 救济 stand in oversight/limits.ts. */
export const LIMIT_CITATIONS: Readonly<Record<Exclude<Limit, 'reconsideration' | 'litigation'>, Citation>> = {
  confirmation: reg('31'),
  correctionNotice: reg('30'),
  correction: reg('30'),
  reasons: reg('35'),
  thirdParty: reg('32'),
  coMaker: reg('34'),
  feePayment: feeMeasures('6'),
  reply: reg('33.2'),
}

/** The version in force on a day. Throws where there is none: callers ask `clockRefusals` before they count. */
export function lengthOn(rule: Dated<Length>, on: LocalDate): Length {
  const version = rule.on(on)
  if (!version) throw new RangeError(`no rule in force on ${on}`)
  return version.is
}
