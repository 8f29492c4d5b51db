/** Dispute acts → where the dispute stands and what is due from whom, purely. */
import type { Calendar } from '../../law/calendar.ts'
import type { Citation } from '../../law/cite.ts'
import { apl, arl, cite, reg } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { lengthWords, OVERSIGHT_LIMITS, type OversightLimit, oversightDue } from '../../law/oversight/limits.ts'
import { type ResultColumn, resultRule } from '../../law/oversight/results.ts'
import type { DisputeActOf, Procedure, RecordedDisputeAct, SUIT_AFTER } from './acts.ts'

/** answering: ours to answer. pending: with the body. performing: ours to perform. */
export const DISPUTE_STAGES = ['answering', 'pending', 'performing', 'closed'] as const
export type DisputeStage = (typeof DISPUTE_STAGES)[number]
export const DISPUTE_STAGE_WORDS: Record<DisputeStage, string> = {
  answering: '待提交答复和证据',
  pending: '审理中',
  performing: '待履行',
  closed: '已结',
}

export type DisputeLimitKind = 'answer' | 'decision' | 'suit' | 'suitIfUndecided' | 'appeal' | 'performance' | 'opinionReport'
export const DISPUTE_LIMIT_WORDS: Record<DisputeLimitKind, string> = {
  answer: '提交书面答复、证据和依据',
  decision: '作出复议决定',
  suit: '对方起诉',
  suitIfUndecided: '逾期未作决定的，对方起诉',
  appeal: '上诉',
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
  /** Of each instance, in order. */
  decisions: DisputeActOf<'decided'>[]
  appeal: DisputeActOf<'appealed'> | null
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
      return { decisions: [...before.decisions, act] }
    case 'appealed':
      return { appeal: act }
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
    appealAnswered: null,
    opinion: null,
    reported: null,
    performed: null,
  }
  return live.reduce<DisputeCase>((before, recordedAct) => ({ ...before, ...apply(before, recordedAct) }), start)
}

/** Decisions wanted: one, and one more once somebody appealed. */
function decidedFor({ decisions, appeal }: DisputeCase): DisputeActOf<'decided'> | null {
  return decisions.length > (appeal ? 1 : 0) ? (decisions.at(-1) ?? null) : null
}

export function stageOf(folded: DisputeCase): DisputeStage {
  const decided = decidedFor(folded)
  if (!decided) {
    const answered = folded.appeal ? (folded.appeal.by === 'agency' ? folded.appeal : folded.appealAnswered) : folded.answered
    return answered ? 'pending' : 'answering'
  }
  const toPerform = decided.answerAgain || decided.performBy !== undefined
  if ((toPerform && !folded.performed) || (folded.opinion && !folded.reported)) return 'performing'
  return 'closed'
}

/** The day of the last decision; null while one is awaited. */
export function closedOn(folded: DisputeCase): LocalDate | null {
  return decidedFor(folded)?.on ?? null
}

/** Where table 四 counts it: null for what is not counted there (投诉). */
export function columnOf(folded: DisputeCase): ResultColumn | 'pending' | null {
  const { path } = folded.opened
  if (path === 'complaint') return null
  const decided = decidedFor(folded)
  if (!decided) return 'pending'
  const column = resultRule(path, decided.result)?.column ?? 'other'
  if (column !== 'as-first') return column
  const first = folded.decisions[0]
  const before = first && resultRule(path, first.result)?.column
  return before && before !== 'as-first' ? before : 'upheld'
}

const isCourt = ({ opened }: DisputeCase) => opened.path.startsWith('litigation')

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

/** Rulings (裁定) are appealed within ten days, judgments within fifteen (APL 85). */
const RULINGS = ['suitRejected', 'suitWithdrawn', 'suitTerminated'] as const

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
    const decision = theirs('decision', calendar, limit, opened.acceptedOn, first?.on ?? null)
    limits.push(decision)
    if (!first && decision.due) limits.push(theirs('suitIfUndecided', calendar, 'litigationIfUndecided', decision.due, null))
  }
  if (first && opened.path === 'reconsideration')
    limits.push(theirs('suit', calendar, 'litigationAfterReconsideration', first.on, null))
  if (opened.path === 'litigationAfterReconsideration' && opened.endedOn) {
    const suit = theirs('suit', calendar, LIMIT_AFTER[opened.after ?? 'decided'], opened.endedOn, null)
    limits.push(opened.after === 'notAccepted' ? { ...suit, unless: runsOn(opened.endedOn) } : suit)
  }
  if (first && isCourt(folded)) {
    const ruling = RULINGS.some((one) => one === first.result)
    const due = oversightDue(calendar, ruling ? 'appealRuling' : 'appeal', first.on)
    limits.push({ what: 'appeal', whose: 'ours', met: appeal?.on ?? null, ...due })
  }
  if (appeal?.by === 'claimant') {
    const due = oversightDue(calendar, 'appealAnswer', appeal.on)
    limits.push({ what: 'answer', whose: 'ours', met: folded.appealAnswered?.on ?? null, ...due })
  }
  const decided = decidedFor(folded)
  if (decided?.performBy || decided?.answerAgain)
    limits.push({
      what: 'performance',
      whose: 'ours',
      due: decided.performBy ?? null,
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
