/** 案件 as the acts have made it: pure conclusions, nothing stored that could disagree with them. */
import type { LocalDate } from '../../law/date.ts'
import type { IntakeChannel, Outcome, ServiceMethod } from '../../law/requests/vocabulary.ts'
import type { ReviewAspect } from '../../law/requests/reviews.ts'
import type { ActOf, RecordedAct } from './acts.ts'
import type { DisputeFact } from './fact.ts'

export interface Consultation {
  whom: 'thirdParty' | 'coMaker' | 'consulted'
  /** The party's or the agency's name within the case. */
  party: string
  askedOn: LocalDate
  letterReceived: LocalDate | null
  answeredOn: LocalDate | null
  /** null also where it never answered, and is not waited for any more. */
  consents: boolean | null
  /** Asked for, of an agency that has no limit of its own. */
  answerBy: LocalDate | null
}

/** 审查结论 on one wording, by the officer who recorded it. */
export interface ReplyReview {
  aspect: ReviewAspect
  conclusion: 'pass' | 'return'
  digest: string
  by: string
  on: LocalDate
  note: string
}

export interface RequestCase {
  /** Every act ever recorded, in order of recording, annulled ones too. */
  acts: RecordedAct[]
  /** Those that count, in the order of law: by `on`, then by place in the file. */
  live: RecordedAct[]
  annulled: ReadonlySet<number>
  submittedOn: LocalDate | null
  via: IntakeChannel
  /** 联系申请人的记录, before receipt is confirmed */
  contacts: { on: LocalDate; reached: boolean }[]
  receivedOn: LocalDate | null
  /** 一事一申请: this case is one of several that one form became. */
  split: { position: number; of: number } | null
  /** `overruled`: by an order to answer again; nobody waits for it any more, though it may still come. */
  correction: {
    asked: ActOf<'correction-asked'>
    overruled: boolean
    receivedOn: LocalDate | null
    lapsedOn: LocalDate | null
  } | null
  reasons: { asked: ActOf<'reasons-asked'>; givenOn: LocalDate | null; reasonable: boolean | null } | null
  consultations: Consultation[]
  extension: ActOf<'extended'> | null
  fee: { noticed: ActOf<'fee-noticed'>; paidOn: LocalDate | null; lapsedOn: LocalDate | null } | null
  searches: ActOf<'searched'>[]
  reviews: ReplyReview[]
  /** 决定不收费 */
  feeWaived: ActOf<'fee-waived'> | null
  approval: ActOf<'reply-approved'> | null
  reply: ActOf<'replied'> | null
  served: { on: LocalDate; by: ServiceMethod } | null
  withdrawnOn: LocalDate | null
  /** Closed for the report: replied, lapsed or withdrawn. */
  closedOn: LocalDate | null
  outcome: Outcome | null
  /** 责令重新答复: the case is open once more. */
  order: ActOf<'reopened'> | null
  /**
   * How it was closed before the first order to answer again, or before a withdrawal of a later year: the report counts that, unless
   * the reading says otherwise. Over which decision a dispute is, is another question.
   */
  firstClosed: { on: LocalDate; outcome: Outcome | null } | null
  disputes: DisputeFact[]
  /** 归档, and the transfer that may follow. */
  archive: { act: ActOf<'archived'>; transferred: ActOf<'archive-transferred'> | null } | null
}
