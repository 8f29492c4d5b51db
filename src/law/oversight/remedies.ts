/**
 * 救济途径 — what a decision tells the requester about remedies, by the day it was made and its kind: Reg. 51; ARL 20, 22–24, 34;
 * APL 45, 46. The family of the remedy is not the family of table 三: 属于行政查询事项 is counted under 不予公开 and yet free.
 */
import type { Citation } from '../cite.ts'
import { apl, arl, arl2017, reg } from '../cite.ts'
import type { LocalDate } from '../date.ts'
import { inForce } from '../dated.ts'
import type { Readings } from '../readings.ts'
import { outcomeRule } from '../requests/outcomes.ts'
import type { Outcome } from '../requests/vocabulary.ts'
import type { RemainderGround } from '../withholding.ts'
import { isArticle14to16 } from '../withholding.ts'
import { lengthWords } from './limits.ts'
import { isReconsiderationFirst, isRefusalReconsiderationFirst } from './reconsideration-first.ts'

/**
 * 复议管辖. Since 2024 reconsideration against a department goes to its own government only (ARL 24); before, the requester
 * could also choose the department one level up (former ARL 12.1). A government itself and a department that its superior
 * alone leads (垂直领导) never left a choice (former ARL 12.2, 13).
 */
const RECONSIDERATION_BODIES = inForce<'governmentOrSuperior' | 'government'>([
  { from: '2018-01-01', is: 'governmentOrSuperior', by: arl2017('12') },
  { from: '2024-01-01', is: 'government', by: arl('24') },
])

/** The sentence in which a decision served online names the online way to ask for reconsideration. */
export function onlineWayTold({ onlineReconsideration }: Pick<RemedyOrgans, 'onlineReconsideration'>): string {
  return `行政复议也可以通过互联网渠道申请：${onlineReconsideration}。`
}

/** Since 2024 a decision served online must name the online way to ask for reconsideration (ARL 22.2). */
export const ONLINE_WAY = inForce<boolean>([{ from: '2024-01-01', is: true, by: arl('22.2') }])

export interface Decision {
  readonly outcome: Outcome
  /** 部分公开: the grounds of what is not given. */
  readonly grounds: readonly RemainderGround[]
  /** 逐项答复: items refused under Art 14–16 stand beside items answered otherwise. */
  readonly mixed: boolean
  /** The day the decision was made decides which law is told. */
  readonly decidedOn: LocalDate
  readonly readings: Readings
}

/** What of the decision itself its remedies depend on. */
export type RemedyParts = Pick<Decision, 'outcome' | 'grounds' | 'mixed'>

/** The organs to name; agency data as they are on that day. */
export interface RemedyOrgans {
  /** Who decided. */
  readonly name: string
  /** Of a department its own government, of a government the one above, of a vertically led department its superior (ARL 24, 27). */
  readonly reconsiderationBody: string
  readonly court: string
  /** Its online way to apply; empty where it has none. */
  readonly onlineReconsideration: string
}

export interface Remedies {
  /** none: the letter decides nothing that could be challenged. */
  readonly kind: 'none' | 'either' | 'reconsiderationFirst' | 'partial'
  readonly reconsiderationFirst: boolean
  readonly cites: readonly Citation[]
  /** The paragraphs of the letter. `electronic`: it is served through the internet. */
  paragraphs(organs: RemedyOrgans, how: { electronic: boolean }): string[]
}

const isGovernment = (organ: string) => organ.endsWith('人民政府')

/** “云岭县人民政府”, and for decisions before 2024 “或者上一级主管部门”. */
function whereToApply(organs: RemedyOrgans, on: LocalDate): string {
  const department = !isGovernment(organs.name) && isGovernment(organs.reconsiderationBody)
  const choice = department && RECONSIDERATION_BODIES.on(on)?.is === 'governmentOrSuperior'
  return choice ? `${organs.reconsiderationBody}或者上一级主管部门` : organs.reconsiderationBody
}

function free(what: string, organs: RemedyOrgans, on: LocalDate): string {
  const [days, months] = [lengthWords('reconsideration', on), lengthWords('litigation', on)]
  return (
    `${what}，可以自收到本告知书之日起${days}内依法向${whereToApply(organs, on)}申请行政复议，` +
    `或者自收到本告知书之日起${months}内依法向${organs.court}提起行政诉讼。`
  )
}

function reconsiderationFirst(what: string, organs: RemedyOrgans, on: LocalDate): string {
  const [days, after] = [lengthWords('reconsideration', on), lengthWords('litigationAfterReconsideration', on)]
  return (
    `${what}，根据《中华人民共和国行政复议法》第二十三条的规定，应当先自收到本告知书之日起${days}内依法向${whereToApply(organs, on)}申请行政复议；` +
    `对行政复议决定不服的，可以自收到行政复议决定书之日起${after}内依法向有管辖权的人民法院提起行政诉讼。` +
    `行政复议机关决定不予受理、驳回申请或者受理后超过行政复议期限不作答复的，` +
    `可以自收到决定书之日起或者行政复议期限届满之日起${after}内依法向有管辖权的人民法院提起行政诉讼。`
  )
}

/** Whether reconsideration comes before the suit: for all of the decision, for what is withheld of it, or not at all. */
export type ReconsiderationFirst = 'no' | 'part' | 'whole'

/**
 * `under14To16`: what is not given is refused under Arts 14–16. For a partial disclosure reconsideration comes first for what is
 * withheld under them; the rest of the decision may be challenged either way. So it is where nothing is given and only some of the
 * items are refused under Arts 14–16: there the refusal is a whole one, whatever the reading for partial disclosures, and the rest
 * is free unless its own kind goes to reconsideration first too (ARL 23.1(4)).
 */
function reconsiderationFirstFor(
  of: Pick<Decision, 'outcome' | 'mixed' | 'decidedOn' | 'readings'> & { readonly under14To16: boolean },
): ReconsiderationFirst {
  const { outcome, under14To16, mixed, decidedOn, readings } = of
  const partial = outcome === 'partial'
  const alone = under14To16 && isReconsiderationFirst(outcome, decidedOn, readings)
  if (!alone && !(mixed && !partial && isRefusalReconsiderationFirst(decidedOn))) return 'no'
  return partial || (mixed && !isReconsiderationFirst('unable.notHeld', decidedOn, readings)) ? 'part' : 'whole'
}

/**
 * The same of a decision as it stands in the record. Of a partial disclosure told without what is withheld, nothing is known that could
 * be sued over at once: it is taken as a whole.
 */
export function reconsiderationFirstOf(
  reply: { readonly restUnder14To16?: boolean | undefined; readonly mixed?: boolean | undefined } | null | undefined,
  of: Pick<Decision, 'outcome' | 'decidedOn' | 'readings'>,
): ReconsiderationFirst {
  const partial = of.outcome === 'partial'
  const under14To16 = !partial || reply?.restUnder14To16 !== false
  const first = reconsiderationFirstFor({ ...of, under14To16, mixed: reply?.mixed === true })
  return first === 'part' && partial && reply?.restUnder14To16 === undefined ? 'whole' : first
}

/** Which remedies are open against a decision, and how its letter tells them. */
export function remediesFor({ outcome, grounds, mixed, decidedOn, readings }: Decision): Remedies {
  if (outcomeRule(outcome).remedy === 'none')
    return { kind: 'none', reconsiderationFirst: false, cites: [], paragraphs: () => [] }
  const under14To16 = outcome !== 'partial' || grounds.some(isArticle14to16)
  const which = reconsiderationFirstFor({ outcome, under14To16, mixed, decidedOn, readings })
  const first = which !== 'no'
  const kind = { no: 'either', part: 'partial', whole: 'reconsiderationFirst' }[which] as Exclude<Remedies['kind'], 'none'>
  const cites = [reg('51'), ...(first ? [arl('23')] : []), arl('20'), first ? apl('45') : apl('46')]
  return {
    kind,
    reconsiderationFirst: first,
    cites,
    paragraphs(organs, { electronic }) {
      const main = {
        either: () => [free('如对本告知书不服', organs, decidedOn)],
        reconsiderationFirst: () => [reconsiderationFirst('如对本告知书不服', organs, decidedOn)],
        partial: () => [
          reconsiderationFirst('如对本告知书中不予公开的内容不服', organs, decidedOn),
          free('如对本告知书的其他内容不服', organs, decidedOn),
        ],
      }[kind]()
      const online = electronic && ONLINE_WAY.on(decidedOn) && organs.onlineReconsideration
      return online ? [...main, onlineWayTold(organs)] : main
    },
  }
}
