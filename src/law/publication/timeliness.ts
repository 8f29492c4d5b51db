/** 主动公开的时限 — Reg. 26 and the other texts that set a day by which something must be made public or taken back. */
import { type Calendar, lastDay, type Length } from '../calendar.ts'
import { type Citation, cite, penaltyLaw, reg, whole } from '../cite.ts'
import { chineseDate, type LocalDate, localDate } from '../date.ts'
import { type Dated, inForce } from '../dated.ts'

const workingDays = (n: number): Length => ({ n, unit: 'workingDays' })

export const PUBLICATION_LIMITS = {
  /** 主动公开: from the day the information was formed or changed, unless a law or regulation sets another limit. */
  publication: inForce<Length>([{ from: '2019-05-15', is: workingDays(20), by: reg('26') }]),
  /** 撤回行政处罚决定信息: from the day the published penalty was changed or annulled; 三日 are working days (Art 85). */
  penaltyWithdrawal: inForce<Length>([{ from: '2021-07-15', is: workingDays(3), by: penaltyLaw('48.2') }]),
  /** 政策解读: at the latest after the policy document was published; it should come with it. */
  policyReading: inForce<Length>([{ from: '2016-11-10', is: workingDays(3), by: whole('opennessRules') }]),
} as const satisfies Record<string, Dated<Length>>

export type PublicationLimit = keyof typeof PUBLICATION_LIMITS

export type PublicationDue =
  | {
      /** The last day; null where it needs a year whose holiday notice is not loaded. */
      readonly due: LocalDate | null
      readonly by: Citation
      readonly none: null
    }
  /** No such limit for what is older than the rule, and why, in words. */
  | { readonly due: null; readonly by: null; readonly none: string }

/** By when, counted from the day after `from`. A rule does not reach back: what is older than its first version has no limit by it. */
export function publicationDue(calendar: Calendar, limit: PublicationLimit, from: LocalDate): PublicationDue {
  const rule: Dated<Length> = PUBLICATION_LIMITS[limit]
  const version = rule.on(from)
  if (version) return { due: lastDay(calendar, from, version.is), by: version.by, none: null }
  const [first] = rule.versions
  const since = first ? `${chineseDate(first.from)}以前形成，${cite(first.by)}的期限不适用` : '没有规定期限'
  return { due: null, by: null, none: since }
}

/** 新中国成立: what a public body of today forms, or what happens at it, is not older. An earlier day was typed wrongly. */
export const FIRST_DAY = localDate('1949-10-01')
