/** 申请人一侧: what the requester may do online, by where the request stands; what of it the office sees. */
import type { LocalDate } from '../../law/date.ts'
import type { MailState } from '../mail/mails.ts'
import { RECEIPT_RULES } from '../../law/requests/receipt.ts'
import type { Limit, Phase } from '../../law/requests/vocabulary.ts'
import type { Situation } from './checks.ts'
import type { ActKind } from './acts.ts'
import { refusalFor } from './may.ts'

/** What the requester writes to the office on the status page, and what was taken down from a correction on paper. */
export const MESSAGE_KINDS = [
  'contact',
  'correction',
  'lateCorrection',
  'paperCorrection',
  'reasons',
  'payment',
  'feedback',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]
export const MESSAGE_WORDS: Record<MessageKind, string> = {
  contact: '确认提交和联系方式',
  correction: '提交补正',
  lateCorrection: '逾期提交补正，说明理由',
  paperCorrection: '补正后的申请内容（工作人员录入）',
  reasons: '说明申请理由',
  payment: '告知已缴费',
  feedback: '评价答复',
}

/** Messages that no act stands for, and the phase in which an officer has to look at them and decide. */
export const TO_HANDLE = {
  contact: 'awaitingConfirmation',
  lateCorrection: 'awaitingCorrection',
  payment: 'awaitingFee',
} as const satisfies Partial<Record<MessageKind, Phase>>

/** Whether an officer still has to look at it: not once the case has gone on from where it was written. */
export function waitsForOffice(kind: MessageKind, phase: Phase): boolean {
  return Object.entries(TO_HANDLE).some(([one, while_]) => one === kind && while_ === phase)
}

export const USEFULNESS = ['yes', 'partly', 'no'] as const
export type Usefulness = (typeof USEFULNESS)[number]
export const USEFULNESS_WORDS: Record<Usefulness, string> = { yes: '有用', partly: '部分有用', no: '没有用' }

/** What a requester can do on the status page; each has its own page with its form. */
export const OWN_DEEDS = ['contact', 'correction', 'reasons', 'payment', 'feedback', 'service', 'mail', 'withdraw'] as const
export type OwnDeed = (typeof OWN_DEEDS)[number]

/** The act that stands behind what the requester does, where one does. */
const ACT_OF_DEED = {
  correction: 'correction-received',
  reasons: 'reasons-given',
  payment: 'fee-paid',
  withdraw: 'withdrawn',
} as const satisfies Partial<Record<OwnDeed, ActKind>>

/** What the requester can do today. The guards of the acts decide: page and office say the same. Mail where the operator set it up. */
export function ownDeeds(situation: Situation, offered: { mail: boolean } = { mail: false }): OwnDeed[] {
  const { folded, clock } = situation
  const acts = Object.entries(ACT_OF_DEED) as [keyof typeof ACT_OF_DEED, ActKind][]
  const open: Record<OwnDeed, boolean> = {
    contact: clock.phase === 'awaitingConfirmation' && RECEIPT_RULES[folded.via].receipt === 'confirmation',
    correction: false,
    reasons: false,
    payment: false,
    withdraw: false,
    ...Object.fromEntries(acts.map(([deed, kind]) => [deed, refusalFor(kind, situation) === null])),
    feedback: folded.reply !== null && !folded.withdrawnOn,
    mail: offered.mail && folded.served === null && !folded.withdrawnOn,
    service: folded.served === null && !folded.withdrawnOn,
  }
  return OWN_DEEDS.filter((deed) => open[deed])
}

/** Whether the period for the correction has passed: then the reason for being late is the office's to judge (Art 30). */
export function correctionIsLate({ clock, on }: Situation): boolean {
  const until = clock.limits.find(({ what }) => what === 'correction')?.due ?? null
  return until !== null && on > until
}

/**
 * Limits that the requester keeps, or that the office keeps towards the requester. Those of others are not told; that the office
 * could have asked for a correction is no date to wait for, and after a withdrawal nothing is waited for at all.
 */
export function concernsRequester({ what, met }: { what: Limit; met: LocalDate | null }, phase: Phase): boolean {
  if (met === null && (phase === 'withdrawn' || (phase === 'lapsed' && what === 'reply'))) return false
  return what !== 'thirdParty' && what !== 'coMaker' && (what !== 'correctionNotice' || met !== null)
}

/** 补正, as the requester reads of it: what has to be corrected, and what was sent in answer. */
export interface OwnCorrection {
  asked: string[]
  sent: { on: LocalDate; text: string; files: string[] } | null
}

/** As what the papers are filed that come with a correction online. */
export function correctionPurpose(on: LocalDate): string {
  return `补正材料（${on} 网上提交）`
}

export interface MessageView {
  id: string
  kind: MessageKind
  words: string
  on: LocalDate
  writtenAt: string
  text: string
  useful: Usefulness | null
  /** Waits for an officer; null where nothing has to be done. */
  handled: { by: string; at: string } | 'waiting' | null
}

/** What the case page shows of the requester's side. */
export interface RequesterSideView {
  messages: MessageView[]
  electronic: {
    agreed: boolean
    since: LocalDate | null
    openBy: LocalDate | null
    unopened: boolean
    /** 文号 of the 补充告知书 on the online way to reconsideration that goes with the decision. */
    supplement: string | null
  }
  mails: { words: string; state: MailState; attempts: number; writtenAt: string }[]
  mailSince: LocalDate | null
  accesses: { number: string; on: LocalDate; openedAt: string }[]
  /** How this year's replies of the agency were found. */
  year: { year: number; counts: Record<Usefulness, number> }
  mayHandle: boolean
}
