/** 用在哪里 — what a change of a text touches: the outcomes, grounds, limits, remedies and letters of the product that rest on it. */
import { type Citation, place } from '../../law/cite.ts'
import type { Dated } from '../../law/dated.ts'
import type { Length } from '../../law/calendar.ts'
import type { LocalDate } from '../../law/date.ts'
import { OVERSIGHT_LIMITS } from '../../law/oversight/limits.ts'
import { remediesFor } from '../../law/oversight/remedies.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import {
  CO_MAKER_LIMIT,
  CORRECTION_NOTICE_LIMIT,
  EXTENSION_LIMIT,
  FEE_PAYMENT_LIMIT,
  REPLY_LIMIT,
  THIRD_PARTY_LIMIT,
} from '../../law/requests/limits.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import { OUTCOMES } from '../../law/requests/vocabulary.ts'
import { GROUND_TABLE } from '../../law/withholding.ts'
import { LETTER_BASIS } from './letter-basis.ts'

/** One thing that rests on a text, and on which of its articles. */
export interface BasisUse {
  what: 'outcome' | 'ground' | 'limit' | 'remedy' | 'letter'
  name: string
  at: string
}

export const BASIS_USE_WORDS: Record<BasisUse['what'], string> = {
  outcome: '答复类型',
  ground: '不予公开理由',
  limit: '期限',
  remedy: '救济告知',
  letter: '文书',
}

const LIMITS: readonly (readonly [name: string, rule: Dated<Length>])[] = [
  ['答复', REPLY_LIMIT],
  ['延长答复', EXTENSION_LIMIT],
  ['告知补正', CORRECTION_NOTICE_LIMIT],
  ['第三方提出意见', THIRD_PARTY_LIMIT],
  ['共同制作机关提出意见', CO_MAKER_LIMIT],
  ['缴纳信息处理费', FEE_PAYMENT_LIMIT],
  ['申请行政复议', OVERSIGHT_LIMITS.reconsideration],
  ['提起行政诉讼', OVERSIGHT_LIMITS.litigation],
  ['复议后起诉', OVERSIGHT_LIMITS.litigationAfterReconsideration],
  ['复议逾期未决定后起诉', OVERSIGHT_LIMITS.litigationIfUndecided],
  ['须先复议、复议未受理后起诉', OVERSIGHT_LIMITS.litigationIfNotAccepted],
  ['复议答复（普通程序）', OVERSIGHT_LIMITS.respondentAnswer],
  ['复议答复（简易程序）', OVERSIGHT_LIMITS.respondentAnswerSimplified],
  ['作出复议决定', OVERSIGHT_LIMITS.reconsiderationDecision],
  ['应诉答辩', OVERSIGHT_LIMITS.defence],
  ['上诉', OVERSIGHT_LIMITS.appeal],
]

function articlesCited(citations: readonly Citation[], key: string): string | null {
  const cited = citations.filter(({ of }) => of === key)
  if (cited.length === 0) return null
  return [...new Set(cited.flatMap(({ at }) => (at === undefined ? [] : [place(at)])))].join('、')
}

/** Everything of the product that rests on this text. */
export function usesOf(key: string, on: LocalDate): BasisUse[] {
  const rows: [BasisUse['what'], string, readonly Citation[]][] = [
    ...OUTCOMES.map((outcome): [BasisUse['what'], string, readonly Citation[]] => [
      'outcome',
      outcomeRule(outcome).zh,
      outcomeRule(outcome).articles,
    ]),
    ...Object.values(GROUND_TABLE).map(({ zh, by, exceptions }): [BasisUse['what'], string, readonly Citation[]] => [
      'ground',
      zh,
      [by, ...exceptions.map((one) => one.by)],
    ]),
    ...LIMITS.map(([name, rule]): [BasisUse['what'], string, readonly Citation[]] => [
      'limit',
      name,
      rule.versions.map(({ by }) => by),
    ]),
    ...OUTCOMES.map((outcome): [BasisUse['what'], string, readonly Citation[]] => [
      'remedy',
      outcomeRule(outcome).zh,
      remediesFor({ outcome, grounds: ['thirdParty'], mixed: false, decidedOn: on, readings: DEFAULT_READINGS }).cites,
    ]),
  ]
  const found = rows.flatMap(([what, name, citations]): BasisUse[] => {
    const at = articlesCited(citations, key)
    return at === null ? [] : [{ what, name, at }]
  })
  const letters = Object.values(LETTER_BASIS).flatMap(({ name, of }): BasisUse[] =>
    (of as readonly string[]).includes(key) ? [{ what: 'letter', name, at: '' }] : [],
  )
  return [...found, ...letters]
}

/** The same by the articles they rest on: many outcomes rest on one. */
export function usesByArticle(uses: readonly BasisUse[]): { at: string; names: string[] }[] {
  const articles = [...new Set(uses.map(({ at }) => at))]
  return articles.map((at) => ({ at, names: uses.filter((use) => use.at === at).map(({ name }) => name) }))
}
