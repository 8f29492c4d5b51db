/** What a letter is composed from: the agency, the request, and what this one act says. Nothing is looked up; all is given. */
import type { LocalDate } from '../../law/date.ts'
import type { Readings } from '../../law/readings.ts'
import type { CorrectionTrigger } from '../../law/requests/correction-triggers.ts'
import type { Fee } from '../../law/requests/fees.ts'
import type { LeftWitness } from '../../law/requests/service.ts'
import type { IntakeChannel, RequesterKind, ServiceMethod } from '../../law/requests/vocabulary.ts'
import type { AgencyDetails } from '../people/agency.ts'
import type { Speaker } from '../people/recipient.ts'
import type { ActOf } from '../requests/acts.ts'
import type { Consultation } from '../requests/case.ts'
import type { OpenEnd } from '../requests/open-end.ts'
import type { ReplyContent } from '../requests/reply.ts'
import type { LetterCode } from './model.ts'
import type { WordingPart } from './wording.ts'

/** The agency as it was on the day of the letter. */
export type LetterAgency = Pick<
  AgencyDetails,
  | 'name'
  | 'officeName'
  | 'address'
  | 'postcode'
  | 'phone'
  | 'officeHours'
  | 'reconsiderationBody'
  | 'court'
  | 'onlineReconsideration'
  | 'supervisorName'
>

export interface LetterRequest {
  /** 登记编号 */
  number: string
  /** 申请公开的信息, as the requester named it */
  subject: string
  submittedOn: LocalDate
  via: IntakeChannel
  receivedOn: LocalDate | null
  /** 收到补正之日 */
  correctedOn: LocalDate | null
}

/** Someone outside the case who is written to. */
export interface LetterParty {
  name: string
  isPerson: boolean
}

/** A holiday notice came, or was changed: the day that an earlier letter told is another one, or can be told now. */
export interface DayMoved {
  /** 文号 of that letter */
  toldIn: string
  /** 《…通知》（文号） */
  because: string
}

/** What only the letter of this code says. */
export interface LetterActs {
  /** 登记回执. `dueOn` is null before receipt is confirmed, and where next year's working days are not announced yet. */
  D01: { dueOn: LocalDate | null; formerDueOn?: LocalDate | null; moved?: DayMoved }
  /** 补正告知书. One item a line. */
  D02: {
    items: string
    replyBy: LocalDate
    triggers?: readonly CorrectionTrigger[] | undefined
    /** Asked for too late to begin the limit afresh: the day to which it runs on; null where that is not known yet. */
    runsOnTo?: LocalDate | null | undefined
    /** It runs on because a decision or judgment set the day of the new answer, not because this is late. */
    ordered?: boolean | undefined
  }
  /** 说明理由告知书 */
  D03: { facts: string; replyBy: LocalDate }
  /** 延期答复告知书. A day is null while it can't be named. */
  D04: {
    formerDueOn: LocalDate | null
    newDueOn: LocalDate | null
    /** Why the new day is not known yet. */
    openBecause?: OpenEnd['because'] | undefined
    workingDays: number
    reason: string
    moved?: DayMoved
  }
  /** 征求意见书（第三方）. `information`: what concerns this party; it must not show who asked. */
  D05: { party: LetterParty; information: string }
  D06: { party: LetterParty; information: string }
  /** 征求意见告知书（申请人） */
  D07: { whom: Consultation['whom']; askedOn: LocalDate }
  /** 征求意见书（共同制作机关） or 征询函（其他机关）; `answerBy` is a date asked for, of an agency that is no co-maker. */
  D08: { agency: string; as: 'co-maker' | 'consulted'; information: string; answerBy: LocalDate | null }
  /** 决定公开告知书（第三方） */
  D09: { party: LetterParty; information: string; reasons: string }
  /** 收费通知书 */
  D10: { fee: Fee }
  D11: ReplyAct
  D12: ReplyAct
  D13: ReplyAct
  D14: ReplyAct
  D15: ReplyAct
  D16: ReplyAct
  D17: ReplyAct
  D18: ReplyAct
  D19: ReplyAct
  D20: ReplyAct
  D21: ReplyAct
  D22: ReplyAct
  D23: ReplyAct
  /** 不再处理告知书 */
  D24:
    | { because: 'correctionLapsed'; askedOn: LocalDate; replyBy: LocalDate }
    | { because: 'feeUnpaid'; noticedOn: LocalDate; noticeReceived: LocalDate; dueOn: LocalDate; yuan: number }
  /** 延迟答复告知书 */
  D25: { until: LocalDate; reason: string }
  /** 更正（转送）告知书. `to`: who has power to amend, where this agency has not. */
  D26: {
    result: 'amended' | 'refused' | 'transferred' | 'pointed'
    record: string
    /** 哪里不准确，应当怎样, as the requester wrote it */
    wrong: string
    correctedTo: string
    reasons: string
    to: { name: string; contact: string } | null
  }
  /** 撤回确认书 */
  D27: { withdrawnOn: LocalDate }
  /** 送达回证 */
  D28: {
    document: string
    documentNumber: string
    method: ServiceMethod
    proof: string
    servedOn: LocalDate | null
    /** Where it is not the requester. */
    recipient?: string
    entrustedTo?: string
    /** Who signed: the addressee, or who took it over and by what right. */
    signer?: string
    takenBy?: string
    /** 留置送达 */
    left?: string
    leftWitness?: LeftWitness
    /** Served online: the way to ask for reconsideration online that was given with it (ARL 22.2). */
    onlineWay?: string
  }
  /** 转为主动公开审核单. `place`: where it now stands; empty where it was declined. */
  D29: {
    information: string
    reason: string
    askers: number
    proposedOn: LocalDate
    result: 'converted' | 'declined'
    because: string
    place: string
    decidedBy: string
  }
  /** 网上申请行政复议渠道补充告知书: which decision it goes with. */
  D30: { decision: string; decisionNumber: string; decidedOn: LocalDate }
}

export interface ReplyAct {
  content: ReplyContent
  /** What the letter tells of the asking of third parties: that and when, never who. */
  consultations: readonly (Pick<Consultation, 'whom' | 'party' | 'askedOn' | 'answeredOn' | 'consents'> & {
    /** The time for the answer has not passed: a draft can't say yet what it was. */
    running?: boolean
  })[]
  /** The searches on file, told where nothing was found. */
  searches: readonly ActOf<'searched'>[]
  /** Nobody has asked for reasons yet, or the answer is still waited for (Art 35). */
  reasonsOpen?: boolean
}

export interface LetterFacts<C extends LetterCode = LetterCode> {
  agency: LetterAgency
  /** `several`: a joint request; the name then names them all. `speaker`: whose authority was shown. */
  requester: { name: string; kind: RequesterKind; several?: boolean; speaker?: Speaker | undefined }
  request: LetterRequest
  /** 文号, given by the agency's register. */
  number: string
  /** 成文日期: also the day whose law decides the remedies told. */
  date: LocalDate
  readings: Readings
  /** Served through the internet: then the online way to ask for reconsideration must be told (ARL 22). */
  electronic: boolean
  /** The agency's own words in force on that day; the standard where it has none. */
  wording?: Partial<Record<WordingPart, string>>
  /** 演示数据 */
  watermark?: string
  act: LetterActs[C]
}

/** Codes of the letters that are replies: all take a {@link ReplyContent}. */
export const REPLY_CODES = [
  'D11',
  'D12',
  'D13',
  'D14',
  'D15',
  'D16',
  'D17',
  'D18',
  'D19',
  'D20',
  'D21',
  'D22',
  'D23',
] as const satisfies LetterCode[]
export type ReplyCode = (typeof REPLY_CODES)[number]
