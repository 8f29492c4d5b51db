/** The shape of one row of the outcome table (outcomes.ts): what law fixes for each 答复类型. */
import type { Citation } from '../cite.ts'
import type { LocalDate } from '../date.ts'
import type { ResultRow } from './vocabulary.ts'

export const OUTCOME_FAMILIES = ['granted', 'partial', 'withheld', 'unable', 'notProcessed', 'other'] as const
export type OutcomeFamily = (typeof OUTCOME_FAMILIES)[number]
export const OUTCOME_FAMILY_WORDS: Record<OutcomeFamily, string> = {
  granted: '予以公开',
  partial: '部分公开',
  withheld: '不予公开',
  unable: '无法提供',
  notProcessed: '不予处理',
  other: '其他处理',
}

/** What a reply with this outcome must hold; `record/requests/check-reply.ts` checks each. */
export type Need =
  /** 提供了什么、怎样提供 (36(2)) */
  | 'given'
  /** 在哪里可以看到 (36(1)) */
  | 'publishedAt'
  /** 部分公开: what is withheld and on which grounds (37) */
  | 'remainder'
  /** 说明理由 */
  | 'reasons'
  /** 能否区分处理 has been asked and answered (37) */
  | 'severance'
  /** 密级标志 or the prohibiting provision (14) */
  | 'groundBasis'
  /** the third party was asked, or its objection is known (32) */
  | 'consultation'
  /** where, with what words, by whom it was searched (36(4)) */
  | 'search'
  /** the organ that should be asked, if it can be determined (36(5)) */
  | 'rightAgency'
  /** number and date of the earlier reply (36(6)) */
  | 'earlierCase'
  /** the law that governs access, and where to go (36(7)) */
  | 'accessLaw'
  /** where petitions and complaints belong (39.1) */
  | 'properOutlet'
  /** where the publication is to be had (39.2) */
  | 'publicationSource'
  /** a correction was asked for and received (30) */
  | 'correctionHistory'
  /** reasons were asked for (35) */
  | 'reasonsHistory'

/** 结案方式: by a reply of the agency, by a limit that ran out, or by the requester's withdrawal. */
export type ClosedBy = 'reply' | 'lapse' | 'withdrawal'

/**
 * 救济类别. reconsiderationFirst: before suit, for decisions since 2024-01-01 (ARL 23). partial: so for the withheld part.
 * either: reconsideration or suit. none: nothing was decided. The family of the table is another thing: 行政查询事项 stands
 * under 不予公开 in table 三, but is no refusal under Art 14–16.
 */
export type RemedyKind = 'reconsiderationFirst' | 'partial' | 'either' | 'none'

/** The letters (文书) that a reply or a closing can take: D11–D24 and D27 of the list of documents. */
export type ClosingLetterCode =
  | 'D11'
  | 'D12'
  | 'D13'
  | 'D14'
  | 'D15'
  | 'D16'
  | 'D17'
  | 'D18'
  | 'D19'
  | 'D20'
  | 'D21'
  | 'D22'
  | 'D23'
  | 'D24'
  | 'D27'

export interface OutcomeRule {
  readonly family: OutcomeFamily
  readonly zh: string
  readonly en: string
  /** The row of table 三 in the format of 2021; `reportRowFor` gives it for either format. */
  readonly row: ResultRow
  /** What the decision rests on, the deciding provision first. */
  readonly articles: readonly [Citation, ...Citation[]]
  readonly letter: ClosingLetterCode
  readonly remedy: RemedyKind
  readonly closedBy: ClosedBy
  readonly needs: readonly Need[]
  /** 适用于 and 不适用于, in plain words for who composes the reply. */
  readonly when: string
  readonly whenNot: string
  /** The first day on which a request could be closed so. */
  readonly from: LocalDate
}
