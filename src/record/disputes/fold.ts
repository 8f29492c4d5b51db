/** Dispute acts → where the dispute stands and what is due from whom, purely. */
import type { Calendar } from '../../law/calendar.ts'
import type { Citation } from '../../law/cite.ts'
import { apl, arl, cite, reg } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import {
  lengthWords,
  OVERSIGHT_LIMITS,
  type OversightDue,
  type OversightLimit,
  oversightDue,
} from '../../law/oversight/limits.ts'
import { type DisputeResult, type ResultColumn, resultRule, RULINGS } from '../../law/oversight/results.ts'
import type { Readings } from '../../law/readings.ts'
import type { DisputeActOf, Procedure, RecordedDisputeAct, SUIT_AFTER } from './acts.ts'

/** answering: ours to answer. pending: with the body. untilEffective: ordered by a judgment that may be appealed. performing: ours to perform. */
export const DISPUTE_STAGES = ['answering', 'pending', 'untilEffective', 'performing', 'closed'] as const
export type DisputeStage = (typeof DISPUTE_STAGES)[number]
export const DISPUTE_STAGE_WORDS: Record<DisputeStage, string> = {
  answering: '待提交答复和证据',
  pending: '审理中',
  untilEffective: '裁判待生效',
  performing: '待履行',
  closed: '已结',
}

export type DisputeLimitKind =
  | 'answer'
  | 'decision'
  | 'suit'
  | 'suitIfUndecided'
  | 'appeal'
  | 'effect'
  | 'performance'
  | 'opinionReport'
export const DISPUTE_LIMIT_WORDS: Record<DisputeLimitKind, string> = {
  answer: '提交书面答复、证据和依据',
  decision: '复议机关作出决定',
  suit: '对方起诉',
  suitIfUndecided: '逾期未作决定的，对方起诉',
  appeal: '上诉',
  effect: '登记裁判生效',
  performance: '履行决定或者裁判',
  opinionReport: '报告意见书落实情况',
}

export interface DisputeLimit {
  what: DisputeLimitKind
  /** ours: this agency acts. theirs: shown so that it can be foreseen. */
  whose: 'ours' | 'theirs'
  due: LocalDate | null
  met: LocalDate | null
  by: Citation
  /** When another limit may hold instead. */
  unless?: string
}

export interface DisputeCase {
  acts: RecordedDisputeAct[]
  live: RecordedDisputeAct[]
  annulled: ReadonlySet<number>
  opened: DisputeActOf<'opened'>
  procedure: Procedure
  prolonged: boolean
  answered: DisputeActOf<'answered'> | null
  /** Of each instance, in order; after a remand, of those since. */
  decisions: DisputeActOf<'decided'>[]
  appeal: DisputeActOf<'appealed'> | null
  /** 裁判生效, of a first-instance judgment that nobody appealed. */
  effective: DisputeActOf<'effective'> | null
  /** 发回重审、指令继续审理 (APL 89): the first-instance decisions that a second instance quashed so that the suit goes on. */
  remandedOf: DisputeActOf<'decided'>[]
  /** The answer to the other side's appeal. */
  appealAnswered: DisputeActOf<'answered'> | null
  opinion: DisputeActOf<'opinion-received'> | null
  reported: DisputeActOf<'opinion-reported'> | null
  performed: DisputeActOf<'performed'> | null
}

function annulledSeqs(acts: readonly RecordedDisputeAct[]): Set<number> {
  const gone = new Set<number>()
  for (const { seq, act } of acts.toReversed()) if (act.kind === 'annulled' && !gone.has(seq)) gone.add(act.of)
  return gone
}

function apply(before: DisputeCase, { act }: RecordedDisputeAct): Partial<DisputeCase> {
  switch (act.kind) {
    case 'answered':
      return before.appeal ? { appealAnswered: act } : { answered: act }
    case 'switched':
      return { procedure: 'ordinary' }
    case 'prolonged':
      return { prolonged: true }
    case 'decided':
      return act.result === 'remanded' ? begunAgain(before) : { decisions: [...before.decisions, act] }
    case 'appealed':
      return { appeal: act }
    case 'effective':
      return { effective: act }
    case 'opinion-received':
      return { opinion: act }
    case 'opinion-reported':
      return { reported: act }
    case 'performed':
      return { performed: act }
    case 'opened':
    case 'annulled':
      return {}
  }
}

/** What was decided before is decided no more, and the next judgment may be appealed like the first. */
function begunAgain({ decisions, remandedOf }: DisputeCase): Partial<DisputeCase> {
  return { decisions: [], remandedOf: [...remandedOf, ...decisions.slice(0, 1)], appeal: null, appealAnswered: null }
}

/** Throws on a file that does not begin with its opening: every dispute does. */
export function foldDispute(acts: readonly RecordedDisputeAct[]): DisputeCase {
  const recorded = acts.toSorted((a, b) => a.seq - b.seq)
  const first = recorded[0]?.act
  if (first?.kind !== 'opened') throw new Error('a dispute begins with its opening')
  const annulled = annulledSeqs(recorded)
  const live = recorded
    .filter(({ seq, act }) => !annulled.has(seq) && act.kind !== 'annulled')
    .sort((a, b) => (a.act.on < b.act.on ? -1 : a.act.on > b.act.on ? 1 : a.seq - b.seq))
  const start: DisputeCase = {
    acts: recorded,
    live,
    annulled,
    opened: first,
    procedure: first.procedure,
    prolonged: false,
    answered: null,
    decisions: [],
    appeal: null,
    effective: null,
    remandedOf: [],
    appealAnswered: null,
    opinion: null,
    reported: null,
    performed: null,
  }
  return live.reduce<DisputeCase>((before, recordedAct) => ({ ...before, ...apply(before, recordedAct) }), start)
}

const isCourt = ({ opened }: DisputeCase) => opened.path.startsWith('litigation')

/** Decisions wanted: one, and one more once somebody appealed. */
function decidedFor({ decisions, appeal }: DisputeCase): DisputeActOf<'decided'> | null {
  return decisions.length > (appeal ? 1 : 0) ? (decisions.at(-1) ?? null) : null
}

/** What must be done after the decision. */
export interface Order {
  answerAgain: boolean
  performBy: LocalDate | null
  /** Since when it obliges; null while it may still be appealed. */
  effectiveOn: LocalDate | null
}

/**
 * What is ordered. A court's first judgment obliges once the time to appeal is over and nobody has appealed (APL 85, 94), a decision on
 * reconsideration once it is received (ARL 75), a second judgment likewise; one that dismisses the appeal lets the first one's order stand.
 */
export function orderOf(folded: DisputeCase): Order | null {
  const decided = decidedFor(folded)
  if (!decided) return null
  const first = decided.result === 'affirmed' ? folded.decisions[0] : undefined
  const days = [folded.effective?.performBy, decided.performBy, first?.performBy]
  const performBy = days.find((day) => day !== undefined && day > decided.on) ?? null
  const answerAgain = decided.answerAgain || first?.answerAgain === true
  return answerAgain || performBy ? { answerAgain, performBy, effectiveOn: effectiveSince(folded, decided) } : null
}

function effectiveSince(folded: DisputeCase, decided: DisputeActOf<'decided'>): LocalDate | null {
  if (!isCourt(folded) || folded.appeal) return decided.on
  return folded.effective?.on ?? folded.performed?.on ?? null
}

export function stageOf(folded: DisputeCase): DisputeStage {
  const decided = decidedFor(folded)
  if (!decided) {
    const answered = folded.appeal ? (folded.appeal.by === 'agency' ? folded.appeal : folded.appealAnswered) : folded.answered
    return answered ? 'pending' : 'answering'
  }
  const order = orderOf(folded)
  if (order && !order.effectiveOn) return 'untilEffective'
  if ((order && !folded.performed) || (folded.opinion && !folded.reported)) return 'performing'
  return 'closed'
}

/** The day of the last decision; null while one is awaited. */
export function closedOn(folded: DisputeCase): LocalDate | null {
  return decidedFor(folded)?.on ?? null
}

/** 尚未审结: a reconsideration or a suit without its result; a complaint keeps nothing open. */
export function isPending(folded: DisputeCase): boolean {
  return folded.opened.path !== 'complaint' && decidedFor(folded) === null
}

/** Where table 四 counts it: null for what is not counted there (投诉). */
export function columnOf(
  folded: DisputeCase,
  { undecidedReconsideration }: Pick<Readings, 'undecidedReconsideration'>,
): ResultColumn | 'pending' | null {
  const { path } = folded.opened
  if (path === 'complaint') return null
  const decided = decidedFor(folded)
  if (!decided) return 'pending'
  if (decided.result === 'undecided') return undecidedReconsideration
  const column = resultRule(path, decided.result)?.column ?? 'other'
  if (column !== 'as-first') return column
  const first = folded.decisions[0]
  const before = first && resultRule(path, first.result)?.column
  return before && before !== 'as-first' ? before : 'upheld'
}

function answerLimit(folded: DisputeCase, calendar: Calendar): DisputeLimit {
  const { opened, procedure, answered } = folded
  const made = (due: LocalDate | null, by: Citation): DisputeLimit => ({
    what: 'answer',
    whose: 'ours',
    due,
    met: answered?.on ?? null,
    by,
  })
  if (opened.path === 'complaint') return made(opened.answerBy ?? null, reg('51'))
  const limit: OversightLimit = isCourt(folded)
    ? 'defence'
    : procedure === 'simplified'
      ? 'respondentAnswerSimplified'
      : 'respondentAnswer'
  const { due, by } = oversightDue(calendar, limit, opened.on)
  return made(due, by)
}

function theirs(
  what: DisputeLimitKind,
  calendar: Calendar,
  limit: OversightLimit,
  from: LocalDate,
  met: LocalDate | null,
): DisputeLimit {
  return { what, whose: 'theirs', met, ...oversightDue(calendar, limit, from) }
}

/** By what went before the suit. */
const LIMIT_AFTER: Record<(typeof SUIT_AFTER)[number], OversightLimit> = {
  decided: 'litigationAfterReconsideration',
  notAccepted: 'litigationIfNotAccepted',
  undecided: 'litigationIfUndecided',
}

/** ARL 34 binds only those who had to ask for reconsideration first; for the others the limit against the reply itself runs on. */
function runsOn(on: LocalDate): string {
  const within = lengthWords('litigation', on)
  return `这份答复不须先申请行政复议的，对方仍可自收到答复之日起${within}内起诉（${cite(apl('46'))}）。`
}

/** No decision to sue over (APL 45, ARL 34): the reconsideration came to none. */
const NOT_SUED_OVER: readonly DisputeResult[] = ['undecided', 'terminated', 'settled', 'mediated']

/** Our own time to appeal; null before a court has decided. */
export function appealLimit(folded: DisputeCase, calendar: Calendar): OversightDue | null {
  const [first] = folded.decisions
  if (!first || !isCourt(folded)) return null
  return oversightDue(calendar, RULINGS.includes(first.result) ? 'appealRuling' : 'appeal', first.on)
}

/** The other side's time runs from the day on which it was served there: nobody but the officer knows when both are over. */
const AWAITING_EFFECT: DisputeLimit = {
  what: 'effect',
  whose: 'ours',
  due: null,
  met: null,
  by: apl('85'),
  unless:
    '一审判决在上诉期内不生效。一方上诉的，登记“上诉”；双方都没有上诉的，期满之后登记“裁判生效”，案件随之重新打开，履行期限随之起算。',
}

/** Every day that matters, ours and theirs. */
export function disputeLimits(folded: DisputeCase, calendar: Calendar): DisputeLimit[] {
  const { opened, decisions, appeal, opinion, reported, performed } = folded
  const limits: DisputeLimit[] = [answerLimit(folded, calendar)]
  const [first] = decisions
  if (opened.path === 'reconsideration' && opened.acceptedOn) {
    const limit: OversightLimit =
      folded.procedure === 'simplified'
        ? 'reconsiderationDecisionSimplified'
        : folded.prolonged
          ? 'reconsiderationDecisionExtended'
          : 'reconsiderationDecision'
    const met = first && first.result !== 'undecided' ? first.on : null
    const decision = theirs('decision', calendar, limit, opened.acceptedOn, met)
    limits.push(decision)
    if (!met && decision.due) limits.push(theirs('suitIfUndecided', calendar, 'litigationIfUndecided', decision.due, null))
  }
  if (first && opened.path === 'reconsideration' && !NOT_SUED_OVER.includes(first.result))
    limits.push(theirs('suit', calendar, 'litigationAfterReconsideration', first.on, null))
  if (opened.path === 'litigationAfterReconsideration' && opened.endedOn) {
    const suit = theirs('suit', calendar, LIMIT_AFTER[opened.after ?? 'decided'], opened.endedOn, null)
    limits.push(opened.after === 'notAccepted' ? { ...suit, unless: runsOn(opened.endedOn) } : suit)
  }
  const appealable = appealLimit(folded, calendar)
  if (appealable) limits.push({ what: 'appeal', whose: 'ours', met: appeal?.on ?? null, ...appealable })
  if (appeal?.by === 'claimant') {
    const due = oversightDue(calendar, 'appealAnswer', appeal.on)
    limits.push({ what: 'answer', whose: 'ours', met: folded.appealAnswered?.on ?? null, ...due })
  }
  const order = orderOf(folded)
  if (order && !order.effectiveOn) limits.push(AWAITING_EFFECT)
  if (order?.effectiveOn)
    limits.push({
      what: 'performance',
      whose: 'ours',
      due: order.performBy,
      met: performed?.on ?? null,
      by: isCourt(folded) ? apl('94') : opened.path === 'complaint' ? reg('47') : arl('77'),
    })
  if (opinion && OVERSIGHT_LIMITS.opinionReport.on(opinion.on)) {
    const due = oversightDue(calendar, 'opinionReport', opinion.on)
    limits.push({ what: 'opinionReport', whose: 'ours', met: reported?.on ?? null, ...due })
  }
  return limits
}

/** 复议期限届满之日, by its procedure and prolongation; null where the day of acceptance is not known. */
export function reconsiderationEnds(folded: DisputeCase, calendar: Calendar): LocalDate | null {
  return disputeLimits(folded, calendar).find(({ what }) => what === 'decision')?.due ?? null
}

/** What is still ours to do or to waive. After the decision nobody waits for our answer any more. */
export function ownLimits(folded: DisputeCase, calendar: Calendar): DisputeLimit[] {
  const decided = decidedFor(folded) !== null
  return disputeLimits(folded, calendar).filter(
    ({ whose, met, what }) => whose === 'ours' && met === null && !(what === 'answer' && decided),
  )
}

/** What this agency must do next, nearest first; an appeal is a right, no duty. */
export function nextDue(folded: DisputeCase, calendar: Calendar): DisputeLimit | null {
  const open = ownLimits(folded, calendar).filter(({ what }) => what !== 'appeal')
  return open.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))[0] ?? null
}
