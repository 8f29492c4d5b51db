/**
 * 收到之日怎么定 — from the channel and from what happened on the way, the day of receipt, its rule, and what is still missing
 * (Reg. 31; 国办公开办函〔2015〕207号; 国办公开办函〔2017〕19号). Proposes; whoever registers records.
 */
import type { Calendar } from '../calendar.ts'
import { type Citation, cite, whole } from '../cite.ts'
import { chineseDate, type LocalDate } from '../date.ts'
import type { Readings } from '../readings.ts'
import type { Refusal } from '../refusal.ts'
import { confirmation, RECEIPT_RULES, receivedOnSubmission } from './receipt.ts'
import { INTAKE_CHANNEL_WORDS, INTAKE_CHANNELS, type IntakeChannel } from './vocabulary.ts'

/** What the guide says of a channel of the agency's own (207号: as the organ's published rule, else confirmation). */
export const ANNOUNCED_RULES = ['arrival', 'confirmation'] as const
export type AnnouncedRule = (typeof ANNOUNCED_RULES)[number]
export const ANNOUNCED_RULE_WORDS: Record<AnnouncedRule, string> = {
  arrival: '指南公布：到达之日为收到之日',
  confirmation: '指南没有公布，或者公布以确认之日为准',
}

/** How an application came, as far as it is known. */
export interface Arrival {
  readonly via: IntakeChannel
  /** 提交、到达之日: handed over, delivered, shown in the mailbox, written down. */
  readonly arrivedOn: LocalDate
  /** 签收之日 of signed post, whoever in the organ signed: gatehouse, leader's office, any section. */
  readonly signedOn?: LocalDate | undefined
  /** 首次联系申请人之日, reached or not. */
  readonly contactedOn?: LocalDate | undefined
  /** 联系上并双方确认之日. */
  readonly confirmedOn?: LocalDate | undefined
  readonly announced?: AnnouncedRule | undefined
}

export interface ReceiptProposal {
  readonly via: IntakeChannel
  /** null while something is missing. */
  readonly receivedOn: LocalDate | null
  /** 以……为收到申请之日 */
  readonly rule: string
  readonly by: Citation
  /** What has to happen, or be found out, before the day is known. */
  readonly missing: string | null
  /** What was not done as it should have been. */
  readonly late: string | null
}

/** 当面、邮寄不得拒绝 (2017年19号): the channels that bind without having been announced. */
export const NEVER_REFUSED: readonly IntakeChannel[] = ['in-person', 'signed-mail', 'ordinary-mail', 'other-desk']
export const NEVER_REFUSED_BY = whole('channelsReply')

type Source = 'submission' | 'signature' | 'arrival' | 'confirmation'

const RULE_WORDS: Record<Source, string> = {
  submission: '以申请人提交之日为收到申请之日',
  signature: '以本机关签收之日为收到申请之日，收发室、领导办公室和其他科室签收都是本机关签收',
  arrival: '以到达之日为收到申请之日',
  confirmation: '以与申请人联系、双方确认之日为收到申请之日',
}

function sourceOf({ via, announced }: Arrival, readings: Readings): Source {
  if (via === 'announced-channel' && announced === 'arrival') return 'arrival'
  if (receivedOnSubmission(via, readings)) return via === 'in-person' ? 'submission' : 'arrival'
  return RECEIPT_RULES[via].receipt
}

function dayOf(arrival: Arrival, source: Source): LocalDate | null {
  switch (source) {
    case 'submission':
    case 'arrival':
      return arrival.arrivedOn
    case 'signature':
      return arrival.signedOn ?? null
    case 'confirmation':
      // Written down with the requester and confirmed on the spot (Art 29).
      return arrival.confirmedOn ?? (arrival.via === 'oral' ? arrival.arrivedOn : null)
  }
}

function missingOf(arrival: Arrival, source: Source, due: LocalDate | null): string {
  if (source === 'signature') return '查看信封、回执或者邮件查询记录，填写签收之日。'
  if (arrival.contactedOn) return '联系不上申请人的，先登记编号，保留联系记录并继续联系；恢复联系、双方确认之日起计算答复期限。'
  return due ? `最迟${chineseDate(due)}联系申请人，双方确认收到；还没有联系的，请马上联系。` : '请尽快联系申请人，双方确认收到。'
}

function lateOf({ via, arrivedOn, contactedOn, confirmedOn }: Arrival): string | null {
  const first = contactedOn ?? confirmedOn
  if (RECEIPT_RULES[via].confirmBy !== 'same-day' || !first || first <= arrivedOn) return null
  return `无需签收的信函应当在到达当日联系申请人；${chineseDate(arrivedOn)}到达，${chineseDate(first)}才联系，请在案卷中说明原因。`
}

/** The day of receipt as law has it on what is known so far. */
export function proposeReceipt(arrival: Arrival, calendar: Calendar, readings: Readings): ReceiptProposal {
  const { via, arrivedOn } = arrival
  const source = sourceOf(arrival, readings)
  const receivedOn = dayOf(arrival, source)
  const due = confirmation(via, arrivedOn, calendar, readings)?.due ?? null
  const unreachable = receivedOn === null && source === 'confirmation' && arrival.contactedOn !== undefined
  return {
    via,
    receivedOn,
    rule: RULE_WORDS[source],
    by: unreachable || source === 'arrival' ? whole('receiptReply') : RECEIPT_RULES[via].by,
    missing: receivedOn === null ? missingOf(arrival, source, due) : null,
    late: source === 'confirmation' ? lateOf(arrival) : null,
  }
}

/** The same letter or message, had it come another way: for comparison, so that nobody takes one rule for another. */
export function otherChannels(arrival: Arrival, calendar: Calendar, readings: Readings): ReceiptProposal[] {
  return INTAKE_CHANNELS.filter((via) => via !== arrival.via).map((via) =>
    proposeReceipt({ ...arrival, via, signedOn: arrival.signedOn ?? arrival.arrivedOn }, calendar, readings),
  )
}

/** Why the day that somebody wants to record can not be the day of receipt; null where it may. */
export function receiptFault(
  arrival: Arrival,
  claimed: LocalDate | null,
  calendar: Calendar,
  readings: Readings,
): Refusal | null {
  const { receivedOn, rule, by } = proposeReceipt(arrival, calendar, readings)
  const way = INTAKE_CHANNEL_WORDS[arrival.via]
  if (arrival.confirmedOn && arrival.contactedOn && arrival.confirmedOn < arrival.contactedOn)
    return {
      code: 'receipt-day-wrong',
      say: `${chineseDate(arrival.contactedOn)}才首次联系申请人，双方确认不可能更早。`,
      then: `请填写${chineseDate(arrival.contactedOn)}或之后的确认之日。`,
      cite: by,
      field: 'receivedOn',
    }
  if (claimed === null || claimed === receivedOn) return null
  if (receivedOn === null)
    return {
      code: 'receipt-day-wrong',
      say: `${way}，还没有与申请人确认，不能登记收到之日。`,
      then: `${rule}（${cite(by)}）。请先登记编号，联系上申请人后再确认收到。`,
      cite: by,
      field: 'receivedOn',
    }
  return {
    code: 'receipt-day-wrong',
    say: `${way}，${rule}，应为${chineseDate(receivedOn)}，不是${chineseDate(claimed)}。`,
    then: `请按${chineseDate(receivedOn)}登记；内部转办、登记所用的时间不影响收到之日。`,
    cite: by,
    field: 'receivedOn',
  }
}
