/** What dated acts mean for time, before any day is counted: when the limit began, began afresh, and what is still awaited. */
import type { Calendar } from '../calendar.ts'
import type { LocalDate } from '../date.ts'
import type { Readings } from '../readings.ts'
import type { ClockAct } from './clock-types.ts'
import type { Consultation, Consulted } from './consultation.ts'
import { correctionNoticeDue } from './correction.ts'
import { receivedOnSubmission } from './receipt.ts'
import type { IntakeChannel, Outcome, Phase, ReviewBody } from './vocabulary.ts'

type ActOf<K extends ClockAct['kind']> = Extract<ClockAct, { kind: K }>

/** One run of the reply limit: from receipt, or afresh from a correction, a payment, or an order to answer again. */
export interface Run {
  readonly because: 'receipt' | 'correction' | 'payment' | 'order'
  /** The day after which it counts. */
  readonly after: LocalDate
  /** Extensions and deferrals told while it ran. */
  readonly moves: (ActOf<'extended'> | ActOf<'deferred'>)[]
  readonly feeNotices: LocalDate[]
  /** Ordered by whom, and by when, where the decision set a day. */
  readonly order?: { by: ReviewBody; until: LocalDate | undefined }
  /** It ended with a reply that an order to answer again set aside, or with a correction's period that ran out under it: maybe late. */
  endedOn?: LocalDate
}

export interface History {
  submitted: { on: LocalDate; via: IntakeChannel | undefined } | null
  receivedOn: LocalDate | null
  readonly runs: Run[]
  /** `late`: asked after the seven working days. `overruled`: by an order to answer again; nobody waits for it any more. */
  correction: {
    asked: ActOf<'correction-asked'>
    late: boolean
    overruled: boolean
    receivedOn: LocalDate | null
    lapsedOn: LocalDate | null
  } | null
  /** Corrections asked again, which Art 30 (一次性) forbids. */
  readonly askedAgainOn: LocalDate[]
  readonly reasons: { asked: ActOf<'reasons-asked'>; givenOn: LocalDate | null; open: boolean }[]
  readonly consultations: Consultation[]
  readonly fees: { noticed: ActOf<'fee-noticed'>; paidOn: LocalDate | null; lapsedOn: LocalDate | null }[]
  reply: ActOf<'replied'> | null
  served: ActOf<'served'> | null
  withdrawn: boolean
}

/** The acts that count, in the order of law: those of the day asked about or before, not annulled, by day and then as given. */
export function liveActs(acts: readonly ClockAct[], asOf?: LocalDate): ClockAct[] {
  const known = acts.map((act, index) => ({ act, index })).filter(({ act }) => asOf === undefined || act.on <= asOf)
  const gone = new Set<number>()
  // From the last to the first, so that an annulment that was itself annulled takes nothing away.
  for (const { act, index } of known.toReversed()) if (act.kind === 'annulled' && !gone.has(index)) gone.add(act.of)
  return known
    .filter(({ act, index }) => act.kind !== 'annulled' && !gone.has(index))
    .map(({ act }) => act)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

export function closed(history: History): boolean {
  return history.withdrawn || history.reply !== null || history.served !== null || decision(history) !== null
}

/** What was decided, and when: by the reply, or where none was given by a limit of the requester's that ran out (不再处理). */
export function decision({ reply, correction, fees }: History): { on: LocalDate; outcome: Outcome | undefined } | null {
  if (reply) return { on: reply.on, outcome: reply.outcome }
  if (correction?.lapsedOn) return { on: correction.lapsedOn, outcome: 'other.correctionLapsed' }
  const unpaid = fees.at(-1)?.lapsedOn
  return unpaid ? { on: unpaid, outcome: 'other.feeUnpaid' } : null
}

/** 限期重新答复: the last day was set by whoever ordered it, and the agency has no power over it (ARL 77; Art 33.2 lengthens its own twenty). */
export function isOrdered(run: Run | undefined): boolean {
  return run?.order?.until !== undefined
}

/** Waiting for a correction or a payment: the limit starts afresh with it, so meanwhile none can be broken. */
export function awaitsRestart({ correction, fees, runs }: History, readings: Readings): boolean {
  if (isOrdered(runs.at(-1))) return false
  return fees.at(-1)?.paidOn === null || (isAwaited(correction) && restartsOn(correction, readings))
}

function isAwaited(correction: History['correction']): correction is NonNullable<History['correction']> {
  return correction !== null && correction.receivedOn === null && !correction.overruled
}

function restartsOn(correction: { late: boolean }, readings: Readings): boolean {
  return !correction.late || readings.lateCorrectionNotice === 'restarts'
}

export function phaseOf(history: History): Phase {
  if (history.withdrawn) return 'withdrawn'
  if (history.reply) return history.served ? 'served' : 'replied'
  if (decision(history)) return 'lapsed'
  if (history.receivedOn === null) return 'awaitingConfirmation'
  const [correction, reasons, fee] = [history.correction, history.reasons.at(-1), history.fees.at(-1)]
  const awaited: { since: LocalDate; phase: Phase }[] = []
  if (isAwaited(correction)) awaited.push({ since: correction.asked.on, phase: 'awaitingCorrection' })
  if (reasons?.open) awaited.push({ since: reasons.asked.on, phase: 'awaitingReasons' })
  if (fee && fee.paidOn === null) awaited.push({ since: fee.noticed.on, phase: 'awaitingFee' })
  return awaited.reduce((last, next) => (next.since >= last.since ? next : last), {
    since: history.receivedOn,
    phase: 'running' as Phase,
  }).phase
}

function begin(because: Run['because'], after: LocalDate): Run {
  return { because, after, moves: [], feeNotices: [] }
}

function beginAfresh(runs: Run[], because: 'correction' | 'payment', after: LocalDate) {
  if (!isOrdered(runs.at(-1))) runs.push(begin(because, after))
}

/** Acts that mean something before the request is received, and after the case is closed. */
const BEFORE_RECEIPT = new Set<ClockAct['kind']>(['submitted', 'received', 'replied', 'served', 'withdrawn'])
const AFTER_CLOSING = new Set<ClockAct['kind']>([
  'submitted',
  'received',
  'third-party-answered',
  'agency-answered',
  'replied',
  'served',
  'withdrawn',
  'reopened',
])

/** Whether an act can mean anything where it stands: most need a request that was received and is still open. */
export function bears(kind: ClockAct['kind'], at: { received: boolean; closed: boolean }): boolean {
  return (at.received || BEFORE_RECEIPT.has(kind)) && (!at.closed || AFTER_CLOSING.has(kind))
}

/** An answer closes what was asked of that party; where it names none, the oldest question still open. */
function answer(consultations: Consultation[], whom: (one: Consulted) => boolean, party: string | undefined, on: LocalDate) {
  const open = consultations.filter((one) => whom(one.whom) && one.answeredOn === null)
  const named = party === undefined ? open.slice(0, 1) : open.filter((one) => one.party === party)
  for (const one of named) one.answeredOn = on
}

function receive(history: History, on: LocalDate) {
  if (history.receivedOn !== null) return
  history.receivedOn = on
  history.runs.push(begin('receipt', on))
}

/** Folds live acts in order. Acts that cannot mean anything where they stand (a payment nobody asked for) change nothing. */
export function historyOf(acts: readonly ClockAct[], calendar: Calendar, readings: Readings): History {
  const history: History = {
    submitted: null,
    receivedOn: null,
    runs: [],
    correction: null,
    askedAgainOn: [],
    reasons: [],
    consultations: [],
    fees: [],
    reply: null,
    served: null,
    withdrawn: false,
  }
  for (const act of acts) {
    const at = { received: history.receivedOn !== null, closed: closed(history) }
    if (bears(act.kind, at)) apply(history, act, calendar, readings)
  }
  return history
}

function apply(history: History, act: ClockAct, calendar: Calendar, readings: Readings) {
  const { correction, consultations, runs } = history
  switch (act.kind) {
    case 'submitted':
      history.submitted ??= { on: act.on, via: act.via }
      if (act.via && receivedOnSubmission(act.via, readings)) receive(history, act.on)
      return
    case 'received':
      return receive(history, act.on)
    case 'correction-asked': {
      if (correction) return void history.askedAgainOn.push(act.on)
      const due = history.receivedOn && correctionNoticeDue(calendar, history.receivedOn)
      history.correction = { asked: act, late: due !== null && act.on > due, overruled: false, receivedOn: null, lapsedOn: null }
      return
    }
    case 'correction-received':
      if (!correction || correction.receivedOn !== null) return
      // After an order to answer again the limit is the one that it set running.
      if (isAwaited(correction) && restartsOn(correction, readings)) beginAfresh(runs, 'correction', act.on)
      correction.receivedOn = act.on
      return
    case 'correction-lapsed':
      return lapse(history, act.on, readings)
    case 'reasons-asked':
      return void history.reasons.push({ asked: act, givenOn: null, open: true })
    case 'reasons-given': {
      const asked = history.reasons.at(-1)
      if (asked?.open) Object.assign(asked, { givenOn: act.on, open: false })
      return
    }
    case 'deferred': {
      // To set a later day is to have accepted the reasons, recorded or not.
      const asked = history.reasons.at(-1)
      if (asked) asked.open = false
      return void runs.at(-1)?.moves.push(act)
    }
    case 'extended':
      return void runs.at(-1)?.moves.push(act)
    case 'third-party-asked':
      return void consultations.push({
        whom: 'thirdParty',
        party: act.party,
        askedOn: act.on,
        letterReceived: act.letterReceived,
        answeredOn: null,
      })
    case 'agency-asked':
      return void consultations.push({
        whom: act.as === 'co-maker' ? 'coMaker' : 'consulted',
        party: act.agency,
        askedOn: act.on,
        letterReceived: act.letterReceived,
        answeredOn: null,
      })
    case 'third-party-answered':
      return answer(consultations, (whom) => whom === 'thirdParty', act.party, act.on)
    case 'agency-answered':
      return answer(consultations, (whom) => whom !== 'thirdParty', act.agency, act.on)
    case 'fee-noticed': {
      // A notice issued anew takes the place of one still unpaid.
      if (history.fees.at(-1)?.paidOn === null) history.fees.pop()
      history.fees.push({ noticed: act, paidOn: null, lapsedOn: null })
      return void runs.at(-1)?.feeNotices.push(act.on)
    }
    case 'fee-paid': {
      const fee = history.fees.at(-1)
      if (!fee || fee.paidOn !== null) return
      fee.paidOn = act.on
      return beginAfresh(runs, 'payment', act.on)
    }
    case 'fee-lapsed': {
      const fee = history.fees.at(-1)
      if (fee && fee.paidOn === null) fee.lapsedOn ??= act.on
      return
    }
    case 'replied':
      // Whoever withdrew is owed no reply: one sent all the same is neither in time nor late.
      if (!history.withdrawn) history.reply ??= act
      return
    case 'served':
      // Only a decision can be served: with the reply annulled its service falls away.
      if (decision(history)) history.served ??= act
      return
    case 'withdrawn':
      if (!history.served) history.withdrawn = true
      return
    case 'reopened':
      return reopen(history, act)
    case 'annulled':
      return
  }
}

/** 逾期不补正. Where the reply limit ran on under it (a notice given too late), whoever let that pass has broken it. */
function lapse(history: History, on: LocalDate, readings: Readings) {
  if (!isAwaited(history.correction)) return
  const run = history.runs.at(-1)
  if (run && !awaitsRestart(history, readings)) run.endedOn = on
  history.correction.lapsedOn = on
}

/** An order to answer again: the decision counts for nothing, and a new limit runs from the day the order was received. */
function reopen(history: History, act: ActOf<'reopened'>) {
  if (!closed(history) || history.withdrawn) return
  const last = history.runs.at(-1)
  if (last && history.reply) last.endedOn = history.reply.on
  history.reply = null
  history.served = null
  // Asked for once all the same (Art 30): it may still come, and may not be asked for again.
  if (isAwaited(history.correction)) Object.assign(history.correction, { lapsedOn: null, overruled: true })
  if (history.fees.at(-1)?.lapsedOn) history.fees.pop()
  for (const asked of history.reasons) asked.open = false
  history.runs.push({ ...begin('order', act.on), order: { by: act.by ?? 'reconsideration', until: act.replyBy } })
}
