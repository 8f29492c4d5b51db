/** 救济期限 — how long reconsideration and litigation over a disclosure decision may take, and who must act by when. */
import { type Calendar, lastDay, type Length } from '../calendar.ts'
import { apl, arl, arl2017, type Citation } from '../cite.ts'
import type { LocalDate } from '../date.ts'
import { type Dated, inForce } from '../dated.ts'

const days = (n: number): Length => ({ n, unit: 'days' })
const workingDays = (n: number): Length => ({ n, unit: 'workingDays' })
const months = (n: number): Length => ({ n, unit: 'months' })

/** The revised 行政复议法 came into force. */
const REVISED = '2024-01-01'

export const OVERSIGHT_LIMITS = {
  /** 申请行政复议: from the day the person knew of the decision (60 natural days). */
  reconsideration: inForce<Length>([
    { from: '2018-01-01', is: days(60), by: arl2017('9') },
    { from: REVISED, is: days(60), by: arl('20') },
  ]),
  /** 直接提起行政诉讼: from the day the person knew of the decision. */
  litigation: inForce<Length>([{ from: '2015-05-01', is: months(6), by: apl('46') }]),
  /** 不服复议决定起诉: from the day the reconsideration decision was received. */
  litigationAfterReconsideration: inForce<Length>([{ from: '2015-05-01', is: days(15), by: apl('45') }]),
  /** 复议机关逾期不作决定后起诉: from the day its time ended, whether or not reconsideration had to come first. */
  litigationIfUndecided: inForce<Length>([{ from: '2015-05-01', is: days(15), by: apl('45') }]),
  /**
   * 依法须先复议，复议机关不予受理后起诉: from the day that decision was received. Where reconsideration need not come first, the law
   * has no limit of its own for this; the six months against the decision itself run on (APL 46).
   */
  litigationIfNotAccepted: inForce<Length>([
    { from: '2018-01-01', is: days(15), by: arl2017('19') },
    { from: REVISED, is: days(15), by: arl('34') },
  ]),
  /** 被申请人书面答复 (ordinary procedure): from the day the papers were received; 十日 are working days since the revision (ARL 88; before it only 五日 and 七日 were). */
  respondentAnswer: inForce<Length>([
    { from: '2018-01-01', is: days(10), by: arl2017('23') },
    { from: REVISED, is: workingDays(10), by: arl('48') },
  ]),
  /** 被申请人书面答复 (simplified procedure): 五日 are working days (ARL 88). */
  respondentAnswerSimplified: inForce<Length>([{ from: REVISED, is: workingDays(5), by: arl('54') }]),
  /** 行政复议决定 (ordinary procedure): from the day of acceptance. */
  reconsiderationDecision: inForce<Length>([
    { from: '2018-01-01', is: days(60), by: arl2017('31') },
    { from: REVISED, is: days(60), by: arl('62') },
  ]),
  /** 行政复议决定 (ordinary procedure, extended by at most thirty days): from the day of acceptance. */
  reconsiderationDecisionExtended: inForce<Length>([
    { from: '2018-01-01', is: days(90), by: arl2017('31') },
    { from: REVISED, is: days(90), by: arl('62') },
  ]),
  /** 行政复议决定 (simplified procedure): from the day of acceptance. */
  reconsiderationDecisionSimplified: inForce<Length>([{ from: REVISED, is: days(30), by: arl('62') }]),
  /** 被告提交答辩状和证据: from the day the complaint was received. */
  defence: inForce<Length>([{ from: '2015-05-01', is: days(15), by: apl('67') }]),
  /** 上诉 against a judgment: from the day it was served. */
  appeal: inForce<Length>([{ from: '2015-05-01', is: days(15), by: apl('85') }]),
  /** 上诉 against a ruling (裁定): from the day it was served. */
  appealRuling: inForce<Length>([{ from: '2015-05-01', is: days(10), by: apl('85') }]),
  /** 对方上诉的答辩: from the day the copy of the appeal was received. */
  appealAnswer: inForce<Length>([{ from: '2015-05-01', is: days(15), by: apl('86') }]),
  /** 行政复议意见书的落实情况: from the day it was received. */
  opinionReport: inForce<Length>([{ from: REVISED, is: days(60), by: arl('76') }]),
} as const satisfies Record<string, Dated<Length>>

export type OversightLimit = keyof typeof OVERSIGHT_LIMITS

/** “60日”, “6个月”: as letters and pages say it. Throws on a day before the rule was in force. */
export function lengthWords(limit: OversightLimit, on: LocalDate): string {
  const version = OVERSIGHT_LIMITS[limit].on(on)
  if (!version) throw new RangeError(`no ${limit} limit in force on ${on}`)
  return `${version.is.n}${{ days: '日', workingDays: '个工作日', months: '个月' }[version.is.unit]}`
}

export interface OversightDue {
  /** The last day; null where it falls in a year whose holiday notice is not loaded. */
  readonly due: LocalDate | null
  readonly by: Citation
}

/** The last day of a limit that begins on `from`; the day itself is not counted. Throws on a day before the rule was in force. */
export function oversightDue(calendar: Calendar, limit: OversightLimit, from: LocalDate): OversightDue {
  const version = OVERSIGHT_LIMITS[limit].on(from)
  if (!version) throw new RangeError(`no ${limit} limit in force on ${from}`)
  return { due: lastDay(calendar, from, version.is), by: version.by }
}
