/**
 * 例外清单 — what goes wrong in a case, or waits for somebody, if nobody looks. Each watch holds from a day on: which of them hold
 * today is then a comparison of days, so that lists and counts need no clock.
 */
import { addDays, type LocalDate } from '../../law/date.ts'
import type { ClockAnswer, ClockLimit } from '../../law/requests/clock-types.ts'
import { deemedServedOn } from '../../law/requests/service.ts'
import type { Act } from '../requests/acts.ts'
import type { RequestCase } from '../requests/case.ts'
import { lettersOnTheWay } from '../requests/checks.ts'
import { openEnd } from '../requests/open-end.ts'
import { decisionOf, sendingOf } from '../requests/sending.ts'
import { hasLeft, isDecision, isWayOut, lastWayOut, lettersThatLeft, returnedLetters } from '../requests/service.ts'

/** Those that follow from the acts of a case. */
export const WATCH_KINDS = [
  'replyOverdue',
  'confirmationOutstanding',
  'correctionLapsed',
  'reasonsLapsed',
  'feeUnpaid',
  'thirdPartySilent',
  'coMakerSilent',
  'agencySilent',
  'arrivalUnknown',
  'letterUnsent',
  'reasonsUnsent',
  'extensionUnsent',
  'deferralUnsent',
  'consultationUntold',
  'disclosureUntold',
  'mailReturned',
  'calendarMissing',
  'unsent',
  'unserved',
  'unproven',
  'disputePending',
] as const
export type WatchKind = (typeof WATCH_KINDS)[number]
export const isWatch = (kind: string): kind is WatchKind => WATCH_KINDS.some((one) => one === kind)

export interface Watch {
  kind: WatchKind
  /** The first day on which it holds. */
  since: LocalDate
  /** Whose answer, letter or dispute it is about, by the name that acts give it. */
  party?: string
}

/** Nothing in the law says when to ask after a letter: so long the post needs, then somebody should look. */
const POST_DAYS = 10
const PROOF_DAYS = 15
/** Nor when a decision has to be posted: the reply is in time by the day it goes out, so a week without a posting is looked into. */
const UNSENT_DAYS = 7
/** Nor when a letter that asks somebody for something goes out, or tells that others are asked: so many days are left for it. */
const WORD_DAYS = 3
/** Nor by when another agency has to answer: where the letter names no day, it is looked after so many days later. */
const AGENCY_DAYS = 15

export function watchesOf(folded: RequestCase, clock: ClockAnswer): Watch[] {
  if (folded.withdrawnOn) return disputes(folded)
  return [...(folded.closedOn ? afterTheReply(folded) : beforeTheReply(folded, clock)), ...disputes(folded)]
}

/** Which of them hold on a day. */
export function heldOn(watches: readonly Watch[], today: LocalDate): Watch[] {
  return watches.filter(({ since }) => since <= today)
}

const OF_LIMIT: Partial<Record<ClockLimit['what'], WatchKind>> = {
  reply: 'replyOverdue',
  confirmation: 'confirmationOutstanding',
  correction: 'correctionLapsed',
  reasons: 'reasonsLapsed',
  feePayment: 'feeUnpaid',
  thirdParty: 'thirdPartySilent',
  coMaker: 'coMakerSilent',
}

/** Listed while they run, whatever is awaited besides: asking the requester for reasons stops no limit (Art 35). */
const ALWAYS: ReadonlySet<ClockLimit['what']> = new Set(['thirdParty', 'coMaker', 'reply'])

/** What each phase waits for: a limit of another phase that ran out long ago asks nothing any more. */
const AWAITED: Partial<Record<ClockAnswer['phase'], ClockLimit['what']>> = {
  awaitingConfirmation: 'confirmation',
  awaitingCorrection: 'correction',
  awaitingReasons: 'reasons',
  awaitingFee: 'feePayment',
}

function beforeTheReply(folded: RequestCase, clock: ClockAnswer): Watch[] {
  const limits = clock.limits.flatMap((limit): Watch[] => {
    const kind = OF_LIMIT[limit.what]
    const asked = ALWAYS.has(limit.what) || AWAITED[clock.phase] === limit.what
    if (!kind || !asked || !limit.due || limit.met) return []
    // Whoever may not have got the notice has let nothing pass (Art 30): the letter itself is looked after.
    if (limit.what === 'correction' && !folded.correction?.asked.noticeReceived) return []
    if (limit.what === 'reasons' && !folded.reasons?.asked.noticeReceived) return []
    return [{ kind, since: addDays(limit.due, 1), ...(limit.party ? { party: limit.party } : {}) }]
  })
  const back = returnedLetters(folded)
  const letters = lettersOnTheWay(folded)
    .filter(({ seq }) => !back.some(({ of }) => of === seq))
    .flatMap(({ seq, act }): Watch[] => {
      const left = lastWayOut(folded, seq)
      if (left) return [{ kind: 'arrivalUnknown', since: expectedBy(left, POST_DAYS), ...partyOf(act) }]
      // 说明理由告知书 has a line of its own.
      return act.kind === 'reasons-asked' ? [] : [{ kind: 'letterUnsent', since: addDays(act.on, WORD_DAYS), ...partyOf(act) }]
    })
  const returned = back.map(({ on, of }): Watch => {
    const cause = folded.live.find(({ seq }) => seq === of)
    return { kind: 'mailReturned', since: on, ...(cause ? partyOf(cause.act) : {}) }
  })
  const since = folded.receivedOn ?? folded.submittedOn
  const noCalendar: Watch[] = since && openEnd(clock)?.because === 'calendar' ? [{ kind: 'calendarMissing', since }] : []
  const silent = folded.consultations
    .filter(({ whom, answeredOn }) => whom === 'consulted' && answeredOn === null)
    .map(({ party, askedOn, answerBy }): Watch => {
      return { kind: 'agencySilent', since: addDays(answerBy ?? addDays(askedOn, AGENCY_DAYS), 1), party }
    })
  return [...limits, ...silent, ...letters, ...returned, ...unsentWords(folded, clock), ...noCalendar]
}

/** Letters by which the requester has to be told something while the case is open, and which have not left yet. */
function unsentWords(folded: RequestCase, clock: ClockAnswer): Watch[] {
  return folded.live.flatMap(({ seq, act }): Watch[] => {
    switch (act.kind) {
      case 'reasons-asked':
        return folded.reasons?.givenOn || act.noticeReceived || hasLeft(folded, seq, 'D03')
          ? []
          : [{ kind: 'reasonsUnsent', since: addDays(act.on, WORD_DAYS) }]
      case 'extended':
      case 'deferred': {
        if (act.told !== false) return []
        const next = addDays(act.on, 1)
        // On the last day there is no next one.
        const since = clock.due && clock.due < next ? clock.due : next
        return [{ kind: act.kind === 'extended' ? 'extensionUnsent' : 'deferralUnsent', since }]
      }
      case 'third-party-asked':
      case 'agency-asked':
        return hasLeft(folded, seq, 'D07')
          ? []
          : [{ kind: 'consultationUntold', since: addDays(act.on, WORD_DAYS), ...partyOf(act) }]
      default:
        return []
    }
  })
}

/** 决定公开告知书: whoever objected is told before the information is out of the agency's hands (Art 32). */
function untoldThirdParties(folded: RequestCase): Watch[] {
  const decision = decisionOf(folded)
  if (decision?.act.kind !== 'replied') return []
  const { overridden = 0, on } = decision.act
  return lettersThatLeft(folded, decision.seq, 'D09') < overridden ? [{ kind: 'disclosureUntold', since: on }] : []
}

function partyOf(act: Act): Pick<Watch, 'party'> {
  return 'party' in act ? { party: act.party } : act.kind === 'agency-asked' ? { party: act.agency } : {}
}

function afterTheReply(folded: RequestCase): Watch[] {
  const { served, live } = folded
  // A reply, or the word that the request is processed no further (不再处理): that too has to reach the requester.
  const decidedOn = folded.reply?.on ?? folded.closedOn
  if (!decidedOn) return []
  const untold = untoldThirdParties(folded)
  const back = returnedLetters(folded).find(({ code }) => isDecision(code))
  if (back) return [{ kind: 'mailReturned', since: back.on }, ...untold]
  if (!served) return [onTheWay(folded, decidedOn), ...untold]
  const service = live.findLast(({ act }) => act.kind === 'served')?.act
  return [...(service?.kind === 'served' && !service.proof ? [{ kind: 'unproven' as const, since: served.on }] : []), ...untold]
}

/** Of what has not arrived: that it never left, or that nothing proves its arrival so long after it did. */
function onTheWay(folded: RequestCase, decidedOn: LocalDate): Watch {
  if (sendingOf(folded) === 'toSend') return { kind: 'unsent', since: addDays(decidedOn, UNSENT_DAYS) }
  const decision = decisionOf(folded)?.seq
  const left = folded.live.findLast(({ act }) => isWayOut(act) && act.of === decision)?.act
  return { kind: 'unserved', since: left ? expectedBy(left, PROOF_DAYS) : addDays(decidedOn, PROOF_DAYS) }
}

/** When somebody should look after what left: once a public notice is over, or so many days after a posting. */
function expectedBy(left: Act, days: number): LocalDate {
  return left.kind === 'notice-published' ? deemedServedOn(left.on).on : addDays(left.on, days)
}

function disputes(folded: RequestCase): Watch[] {
  return folded.disputes.flatMap((one) =>
    one.result === 'pending' ? [{ kind: 'disputePending' as const, since: one.openedOn }] : [],
  )
}
