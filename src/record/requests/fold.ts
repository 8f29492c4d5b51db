import { type LocalDate, yearOf } from '../../law/date.ts'
import { bears } from '../../law/requests/clock-history.ts'
import { type Act, isClockAct, type RecordedAct } from './acts.ts'
import type { RequestCase, ReplyReview } from './case.ts'
import { asSent } from './as-sent.ts'
import { startsALimit } from './service.ts'
import { type DisputeFact, movedOn, type RequestFact } from './fact.ts'
import type { RequesterKind } from '../../law/requests/vocabulary.ts'

/** Rises whenever the fold's conclusions may differ from before: stored projections are then recomputed. */
export const FOLD_VERSION = 12

const EMPTY: RequestCase = {
  acts: [],
  live: [],
  annulled: new Set(),
  submittedOn: null,
  via: 'in-person',
  contacts: [],
  receivedOn: null,
  split: null,
  correction: null,
  reasons: null,
  consultations: [],
  extension: null,
  fee: null,
  searches: [],
  reviews: [],
  feeWaived: null,
  approval: null,
  reply: null,
  served: null,
  withdrawnOn: null,
  closedOn: null,
  outcome: null,
  order: null,
  firstClosed: null,
  disputes: [],
  archive: null,
}

/** 更正登记: which acts were annulled. An annulment may itself be annulled, so the later word counts. */
function annulledSeqs(acts: readonly RecordedAct[]): Set<number> {
  const gone = new Set<number>()
  for (const { seq, act } of acts.toReversed()) if (act.kind === 'annulled' && !gone.has(seq)) gone.add(act.of)
  return gone
}

/** A letter's arrival is written down when it is known; in law it belongs to the act that sent the letter. */
function withArrivals(live: readonly RecordedAct[]): RecordedAct[] {
  const arrivals = new Map(
    live.flatMap(({ act }) =>
      act.kind === 'notice-received' && (act.code === undefined || startsALimit(act.code)) ? [[act.of, act.on] as const] : [],
    ),
  )
  return live.map((recorded) => {
    const arrived = arrivals.get(recorded.seq)
    return arrived === undefined ? recorded : { ...recorded, act: arrivedOn(recorded.act, arrived) }
  })
}

function arrivedOn(act: Act, on: LocalDate): Act {
  switch (act.kind) {
    case 'third-party-asked':
    case 'agency-asked':
      return { ...act, letterReceived: on }
    case 'correction-asked':
    case 'reasons-asked':
    case 'fee-noticed':
      return { ...act, noticeReceived: on }
    default:
      return act
  }
}

function closing(before: RequestCase, on: LocalDate, outcome: RequestCase['outcome']): Partial<RequestCase> {
  return { closedOn: before.closedOn ?? on, outcome: before.outcome ?? outcome }
}

/**
 * What one act does to the case. An act that lost what it rests on (its cause was annulled) does nothing, as in the clock; acts
 * that only bear on time leave it to the clock.
 */
function apply(before: RequestCase, act: Act): Partial<RequestCase> {
  const at = { received: before.receivedOn !== null, closed: before.closedOn !== null }
  if (isClockAct(act) && !bears(act.kind, at)) return {}
  switch (act.kind) {
    case 'submitted':
      return {
        submittedOn: before.submittedOn ?? act.on,
        via: act.via,
        receivedOn: act.via === 'in-person' ? (before.receivedOn ?? act.on) : before.receivedOn,
      }
    case 'received':
      return {
        submittedOn: before.submittedOn ?? act.on,
        receivedOn: before.receivedOn ?? act.on,
        via: act.via ?? (before.submittedOn ? before.via : 'signed-mail'),
      }
    case 'contacted':
      return { contacts: [...before.contacts, { on: act.on, reached: act.reached }] }
    case 'split':
      return { split: { position: act.position, of: act.of } }
    case 'correction-asked':
      return before.correction ? {} : { correction: { asked: act, overruled: false, receivedOn: null, lapsedOn: null } }
    case 'correction-received':
      return before.correction && before.correction.receivedOn === null
        ? { correction: { ...before.correction, receivedOn: act.on } }
        : {}
    case 'correction-lapsed':
      if (!awaited(before.correction)) return {}
      return {
        correction: { ...before.correction, lapsedOn: act.on },
        ...closing(before, act.on, 'other.correctionLapsed'),
      }
    case 'reasons-asked':
      return { reasons: { asked: act, givenOn: null, reasonable: null } }
    case 'reasons-given':
      return before.reasons ? { reasons: { ...before.reasons, givenOn: act.on, reasonable: act.reasonable ?? null } } : {}
    case 'third-party-asked':
      return { consultations: [...before.consultations, consultation('thirdParty', act.party, act.on, act.letterReceived)] }
    case 'agency-asked':
      return {
        consultations: [
          ...before.consultations,
          {
            ...consultation(act.as === 'co-maker' ? 'coMaker' : 'consulted', act.agency, act.on, act.letterReceived),
            answerBy: act.answerBy ?? null,
          },
        ],
      }
    case 'third-party-answered':
      return { consultations: answered(before, 'thirdParty', act.party, act.on, act.consents) }
    case 'agency-answered':
      return { consultations: answered(before, 'agency', act.agency, act.on, act.silent ? null : act.consents) }
    case 'fee-noticed':
      return { fee: { noticed: act, paidOn: null, lapsedOn: null } }
    case 'fee-waived':
      return { feeWaived: act }
    case 'fee-paid':
      return unpaid(before.fee) ? { fee: { ...before.fee, paidOn: act.on } } : {}
    case 'fee-lapsed':
      if (!unpaid(before.fee)) return {}
      return { fee: { ...before.fee, lapsedOn: act.on }, ...closing(before, act.on, 'other.feeUnpaid') }
    case 'extended':
      return { extension: act }
    case 'searched':
      return { searches: [...before.searches, act] }
    case 'reply-approved':
      return { approval: act }
    case 'replied':
      return before.reply || before.withdrawnOn ? {} : { reply: act, ...closing(before, act.on, act.outcome) }
    case 'served':
      return decided(before) && !before.served ? { served: { on: act.on, by: act.by } } : {}
    case 'withdrawn':
      return before.served
        ? {}
        : { withdrawnOn: act.on, closedOn: act.on, outcome: 'other.withdrawn', ...closedEarlier(before, act.on) }
    case 'reopened':
      return reopened(before, act)
    case 'disputed':
      return { disputes: disputed(before.disputes, act.dispute, act) }
    case 'archived':
      // A volume of a case that is open again counts for nothing.
      return before.closedOn ? { archive: { act, transferred: null } } : {}
    case 'archive-transferred':
      return before.archive ? { archive: { ...before.archive, transferred: act } } : {}
    // Who reviewed is not in the act: see `reviewsOf`.
    case 'reply-reviewed':
    case 'notice-received':
    case 'dispatched':
    case 'mail-returned':
    case 'notice-published':
    case 'annulled':
    case 'deferred':
      return {}
  }
}

/**
 * Withdrawal is possible until service: a reply made but not yet served then counts for nothing. In the year in which it was made
 * it was counted all the same, and its report stands (X4): a withdrawal of the next year does not change it.
 */
function closedEarlier(before: RequestCase, on: LocalDate): Pick<RequestCase, 'firstClosed'> | undefined {
  const { closedOn, outcome, firstClosed } = before
  if (closedOn === null || firstClosed !== null || yearOf(closedOn) === yearOf(on)) return undefined
  return { firstClosed: { on: closedOn, outcome } }
}

/** The decision counts for nothing, and what it rested on falls with it; a request that was withdrawn stays so. */
function reopened(before: RequestCase, act: Extract<Act, { kind: 'reopened' }>): Partial<RequestCase> {
  if (before.closedOn === null || before.withdrawnOn) return {}
  return {
    order: act,
    firstClosed: before.firstClosed ?? { on: before.closedOn, outcome: before.outcome },
    closedOn: null,
    outcome: null,
    approval: null,
    reply: null,
    served: null,
    // Asked for once all the same (Art 30): it may still come, and may not be asked for again.
    correction: awaited(before.correction) ? { ...before.correction, lapsedOn: null, overruled: true } : before.correction,
    fee: before.fee?.lapsedOn ? null : before.fee,
    // The volume stays as it was made; the new answer goes into one of its own.
    archive: null,
  }
}

/** A reply, or a limit of the requester's that ran out: something that can be served. */
function decided({ reply, correction, fee }: RequestCase): boolean {
  return Boolean(reply ?? correction?.lapsedOn ?? fee?.lapsedOn)
}

function awaited(correction: RequestCase['correction']): correction is NonNullable<RequestCase['correction']> {
  return correction !== null && correction.receivedOn === null && !correction.overruled
}

function unpaid(fee: RequestCase['fee']): fee is NonNullable<RequestCase['fee']> {
  return fee !== null && fee.paidOn === null
}

function consultation(
  whom: RequestCase['consultations'][number]['whom'],
  party: string,
  askedOn: LocalDate,
  letterReceived: LocalDate | undefined,
): RequestCase['consultations'][number] {
  return { whom, party, askedOn, letterReceived: letterReceived ?? null, answeredOn: null, consents: null, answerBy: null }
}

function answered(before: RequestCase, whom: 'thirdParty' | 'agency', party: string, on: LocalDate, consents: boolean | null) {
  return before.consultations.map((open) =>
    (open.whom === 'thirdParty') === (whom === 'thirdParty') && open.party === party && open.answeredOn === null
      ? { ...open, answeredOn: on, consents }
      : open,
  )
}

function reviewsOf(live: readonly RecordedAct[]): ReplyReview[] {
  return live.flatMap(({ act, actorId }) =>
    act.kind === 'reply-reviewed'
      ? [
          {
            aspect: act.aspect,
            conclusion: act.conclusion,
            digest: act.digest,
            by: actorId,
            on: act.on,
            note: act.note ?? '',
          },
        ]
      : [],
  )
}

type Dispute = DisputeFact & { dispute: string }

function disputed(before: DisputeFact[], dispute: string, act: Extract<Act, { kind: 'disputed' }>): Dispute[] {
  const known = before as Dispute[]
  const last = known.findLast((one) => one.dispute === dispute && one.body === act.body)
  // An appeal in a later year leaves the result that the earlier year counted, and counts for itself.
  if (!last || (last.closedOn !== null && yearOf(last.closedOn) < yearOf(act.on)))
    return [
      ...known,
      { dispute, body: act.body, openedOn: act.on, result: act.result, closedOn: act.result === 'pending' ? null : act.on },
    ]
  return known.map((one) => (one === last ? { ...movedOn(one, act.on, act.result), dispute } : one))
}

/**
 * Acts → case, purely. Order is the law's: by the day an act has effect, then by its place in the file, so that an act
 * recorded late (mail signed for on Friday, registered on Monday) stands where it belongs. Never throws.
 */
export function fold(acts: readonly RecordedAct[]): RequestCase {
  const recorded = acts.toSorted((a, b) => a.seq - b.seq)
  const annulled = annulledSeqs(recorded)
  const counting = recorded
    .filter(({ seq, act }) => !annulled.has(seq) && act.kind !== 'annulled')
    .sort((a, b) => (a.act.on < b.act.on ? -1 : a.act.on > b.act.on ? 1 : a.seq - b.seq))
  const live = withArrivals(asSent(counting))
  const start: RequestCase = { ...EMPTY, acts: recorded, live, annulled, reviews: reviewsOf(live) }
  return live.reduce<RequestCase>((before, { act }) => ({ ...before, ...apply(before, act) }), start)
}

/** The row that the annual report counts. */
export function factOf(folded: RequestCase, caseId: string, number: string, requesterKind: RequesterKind): RequestFact {
  return {
    caseId,
    number,
    requesterKind,
    receivedOn: folded.receivedOn,
    closedOn: folded.firstClosed?.on ?? folded.closedOn,
    outcome: folded.firstClosed ? folded.firstClosed.outcome : folded.outcome,
    disputes: folded.disputes,
  }
}
