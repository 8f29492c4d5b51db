/**
 * 发出之日 — what is told to somebody counts from the day it went out, not from the day the paper bears (235号): by post and
 * electronically the day it was sent, handed over or entrusted the day it was signed for. Where nothing of the way is recorded,
 * the act's own day stands; an extension or a deferral then is one that nobody has been told of, and counts for nothing (Art 33.2, 35).
 * A decision that was put up for opening online, as its requester had agreed, went out on that day: that it was not opened, and then
 * posted or handed over, changes when it arrives and not when it was sent.
 */
import { latest, type LocalDate } from '../../law/date.ts'
import type { ServiceMethod } from '../../law/requests/vocabulary.ts'
import type { LetterCode } from '../letters/model.ts'
import type { Act, ActKind, ActOf, RecordedAct } from './acts.ts'
import { isDecision, servedAfter } from './service.ts'

/** Acts whose day in law is the day on which their letter went out, and that letter. */
const SENDS: Partial<Record<ActKind, (code: LetterCode) => boolean>> = {
  replied: isDecision,
  extended: (code) => code === 'D04',
  deferred: (code) => code === 'D25',
  'correction-asked': (code) => code === 'D02',
  'reasons-asked': (code) => code === 'D03',
  'fee-noticed': (code) => code === 'D10',
  'third-party-asked': (code) => code === 'D05',
  'agency-asked': (code) => code === 'D08',
}

/** For these the day of signing counts: what is under way in somebody's hands has reached nobody yet. */
function isHandedOver(by: ServiceMethod | undefined): boolean {
  return by === 'in-person' || by === 'entrusted'
}

/** What lengthens the limit once the requester is told of it, and the letter that tells it. */
const LENGTHENS = { extended: 'D04', deferred: 'D25' } as const satisfies Partial<Record<ActKind, LetterCode>>

/** 延长、延迟答复: lengthens the limit, and only once it is told. */
export function lengthens(act: Act): act is ActOf<keyof typeof LENGTHENS> {
  return act.kind in LENGTHENS
}

interface Arrival {
  on: LocalDate
  by: ServiceMethod | undefined
  offeredOn?: LocalDate | undefined
}

/** Where the letter arrived: of a decision its service, of another the arrival that was written down. */
function arrivalOf({ seq, act }: RecordedAct, all: readonly RecordedAct[]): Arrival | undefined {
  const sends = SENDS[act.kind]
  if (act.kind === 'replied') {
    const served = servedAfter(all, seq)
    return served && { on: served.on, by: served.by, offeredOn: served.offeredOn }
  }
  const arrived = all.find(
    (one) => one.act.kind === 'notice-received' && one.act.of === seq && (!one.act.code || sends?.(one.act.code)),
  )?.act
  return arrived?.kind === 'notice-received' ? { on: arrived.on, by: arrived.by } : undefined
}

/** Whether `next` shows that whoever was told had the letter by then: nothing sent later can be what told them. */
function answers(act: Act, next: Act): boolean {
  switch (act.kind) {
    case 'third-party-asked':
      return next.kind === 'third-party-answered' && next.party === act.party
    case 'agency-asked':
      return next.kind === 'agency-answered' && next.agency === act.agency
    case 'correction-asked':
      return next.kind === 'correction-received' || next.kind === 'correction-lapsed'
    case 'reasons-asked':
      return next.kind === 'reasons-given'
    case 'fee-noticed':
      return next.kind === 'fee-paid' || next.kind === 'fee-lapsed'
    default:
      return false
  }
}

function sentOn(recorded: RecordedAct, later: readonly RecordedAct[], all: readonly RecordedAct[]): LocalDate | null {
  const sends = SENDS[recorded.act.kind]
  if (!sends) return null
  const arrival = arrivalOf(recorded, all)
  const answered = later.find(({ act }) => answers(recorded.act, act))?.act.on
  const until = [arrival?.on, answered].filter((day) => day !== undefined).toSorted()[0]
  const sent = all.flatMap(({ act }) =>
    act.kind === 'dispatched' && act.of === recorded.seq && sends(act.code) && (!until || act.on <= until) ? [act] : [],
  )
  const days = [
    ...[arrival?.offeredOn, ...sent.map(({ offeredOn }) => offeredOn)].filter((day) => day !== undefined),
    // Known to have been handed over: the day on which it set out says nothing any more.
    ...sent.filter(({ by }) => !(arrival && isHandedOver(by))).map(({ on }) => on),
    ...(arrival && isHandedOver(arrival.by) && arrival.on === until ? [arrival.on] : []),
  ]
  // Told by the day it was known to have arrived, however it went.
  if (lengthens(recorded.act) && days.length === 0) return arrival?.on ?? null
  return days.toSorted()[0] ?? null
}

function told(act: Act): Act {
  return lengthens(act) ? { ...act, told: undefined } : act
}

/** The acts of a case in the order of law, each from the day it counts; never earlier than the day it was made. */
export function asSent(inOrder: readonly RecordedAct[]): RecordedAct[] {
  const moved = inOrder.map((recorded, at): RecordedAct => {
    const on = sentOn(recorded, inOrder.slice(at + 1), inOrder)
    if (on) return { ...recorded, act: { ...told(recorded.act), on: latest(recorded.act.on, on) } }
    return lengthens(recorded.act) ? { ...recorded, act: { ...recorded.act, told: false } } : recorded
  })
  // Stable: what was moved to another act's day stays before it, as it stood before it.
  return moved.sort((a, b) => (a.act.on < b.act.on ? -1 : a.act.on > b.act.on ? 1 : 0))
}

/** An extension or a deferral that nobody has been told of yet. */
export function untold({ live }: { live: readonly RecordedAct[] }): RecordedAct | null {
  return live.findLast(({ act }) => lengthens(act) && act.told === false) ?? null
}

/**
 * The act with the posting of its letter on the same day: what it will come to once the requester is told of it. `next`: the number
 * of the act that would be written next.
 */
export function toldAtOnce(recorded: RecordedAct, next = recorded.seq + 1): RecordedAct[] {
  const { seq, act } = recorded
  if (!lengthens(act)) return [recorded]
  const posted = { kind: 'dispatched', on: act.on, of: seq, code: LENGTHENS[act.kind], letter: '', by: 'electronic' } as const
  return [recorded, { ...recorded, seq: next, act: posted }]
}
