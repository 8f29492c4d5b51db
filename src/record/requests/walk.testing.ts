/** A walk through a case for tests: each step does one of the acts that `may` allows that day, with plausible data. */
import { nationalCalendar } from '../../law/calendar.ts'
import { addDays, type LocalDate, localDate } from '../../law/date.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import { clock } from '../../law/requests/clock.ts'
import type { ClockAnswer } from '../../law/requests/clock-types.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import { RETENTIONS } from '../../law/requests/retention.ts'
import { REVIEW_ASPECTS } from '../../law/requests/reviews.ts'
import { SEARCH_PLACES } from '../../law/requests/search.ts'
import { INTAKE_CHANNELS, OUTCOMES, SERVICE_METHODS } from '../../law/requests/vocabulary.ts'
import { RETURN_REASONS } from '../../law/requests/service.ts'
import type { LetterCode } from '../letters/model.ts'
import { ACT_WORDS, type Act, type ActKind, type ActOf, CONTACT_WAYS, isClockAct, type RecordedAct } from './acts.ts'
import type { RequestCase } from './case.ts'
import { fold } from './fold.ts'
import { lettersOnTheWay, type Situation } from './checks.ts'
import { refusalFor } from './may.ts'
import { actsWithLetters, awaitingProof, openDispatches } from './service.ts'

export const CALENDAR = nationalCalendar()
export const ACT_KINDS = Object.keys(ACT_WORDS) as ActKind[]

/** Numbers that decide one step: how many days go by, how far back the act is dated, which of the allowed acts, its details. */
export interface Choice {
  wait: number
  back: number
  kind: number
  detail: number
}

/** Acts as a case file holds them, in the order given. */
export function recorded(...acts: Act[]): RecordedAct[] {
  return acts.map((act, seq) => ({ seq, act, recordedAt: '2026-03-02T01:00:00.000Z', actorId: 'clerk' }))
}

export function clockOf(folded: RequestCase): ClockAnswer {
  return clock(folded.live.map(({ act }) => act).filter(isClockAct), CALENDAR, DEFAULT_READINGS)
}

/** What `may` is asked: these acts on file, an act of that day, written down today. */
export function situationOf(acts: readonly RecordedAct[], on: LocalDate, today = on): Situation {
  const folded = fold(acts)
  return { folded, clock: clockOf(folded), calendar: CALENDAR, on, today }
}

function among<T>(choices: readonly T[], n: number): T {
  return choices[n % choices.length] as T
}

/** The letter that an act of the walk sends. */
const SENT_BY: Partial<Record<ActKind, LetterCode>> = {
  'correction-asked': 'D02',
  'reasons-asked': 'D03',
  extended: 'D04',
  'third-party-asked': 'D05',
  'agency-asked': 'D08',
  'fee-noticed': 'D10',
  replied: 'D11',
  'correction-lapsed': 'D24',
  'fee-lapsed': 'D24',
}

function letterOf(folded: RequestCase, on: LocalDate, n: number): { of: number; code: LetterCode; letter: string } | null {
  const made = actsWithLetters(folded).filter(({ act }) => act.on <= on)
  if (made.length === 0) return null
  const { seq, act } = among(made, n)
  const code = SENT_BY[act.kind]
  return code ? { of: seq, code, letter: `号${seq}` } : null
}

/** An act of each kind as the office would write it; null where the office would have nothing to write. */
const MAKE: { [K in ActKind]: (s: Situation, n: number) => Omit<ActOf<K>, 'kind' | 'on'> | null } = {
  submitted: () => null,
  contacted: (_, n) => ({ how: among(CONTACT_WAYS, n), reached: n % 2 === 0 }),
  received: () => ({}),
  split: (_, n) => ({ position: 1 + (n % 2), of: 2 }),
  'correction-asked': ({ on }, n) => ({ items: '请明确学段', replyBy: addDays(on, 7 + (n % 15)) }),
  'correction-received': () => ({}),
  'correction-lapsed': () => ({}),
  'reasons-asked': ({ on }) => ({ replyBy: addDays(on, 10), facts: '本月已提交申请四十件' }),
  'reasons-given': (_, n) => ({ reasonable: n % 2 === 0 }),
  deferred: ({ on, clock: { due } }, n) => ({ until: addDays(due && due > on ? due : on, 1 + (n % 30)), reason: '数量较大' }),
  'third-party-asked': ({ on, folded }, n) => ({
    party: `第三方${folded.consultations.length}`,
    ...(n % 3 ? { letterReceived: addDays(on, n % 4) } : {}),
  }),
  'third-party-answered': ({ folded }, n) => {
    const open = folded.consultations.filter(({ whom, answeredOn }) => whom === 'thirdParty' && !answeredOn)
    return open.length ? { party: among(open, n).party, consents: n % 2 === 0 } : null
  },
  'agency-asked': ({ on, folded }, n) => ({
    agency: `机关${folded.consultations.length}`,
    as: n % 2 ? 'co-maker' : 'consulted',
    ...(n % 3 ? { letterReceived: addDays(on, n % 4) } : {}),
  }),
  'agency-answered': ({ folded }, n) => {
    const open = folded.consultations.filter(({ whom, answeredOn }) => whom !== 'thirdParty' && !answeredOn)
    return open.length ? { agency: among(open, n).party, consents: n % 2 === 0 } : null
  },
  'fee-noticed': ({ on }, n) => ({
    yuan: 100,
    scale: 'item',
    quantity: 11,
    ...(n % 3 ? { noticeReceived: addDays(on, n % 4) } : {}),
  }),
  'fee-waived': () => ({ reason: '数量不大' }),
  'fee-paid': () => ({}),
  'fee-lapsed': () => ({}),
  'notice-received': ({ on, folded }, n) => {
    const known = awaitingProof(folded).filter(({ act }) => act.kind !== 'dispatched' && act.kind !== 'notice-published')
    const sent = [...lettersOnTheWay(folded), ...known].filter(({ act }) => act.on <= on)
    return sent.length ? { of: among(sent, n).seq, ...(n % 4 ? { proof: '送达回证' } : {}) } : null
  },
  dispatched: ({ on, folded }, n) => {
    const letter = letterOf(folded, on, n)
    return letter && { ...letter, by: 'signed-mail', carrier: 'ems', mailNumber: '1234567890123' }
  },
  'mail-returned': ({ on, folded }, n) => {
    const sent = openDispatches(folded).filter(({ act }) => act.on <= on)
    return sent.length ? { of: among(sent, n).seq, because: among(RETURN_REASONS, n) } : null
  },
  'notice-published': ({ on, folded }, n) => {
    const letter = letterOf(folded, on, n)
    return letter && { ...letter, outlet: '县政府网站', because: 'whereaboutsUnknown', account: '两次退回' }
  },
  extended: (_, n) => ({ workingDays: 1 + (n % 20), reason: '需要进一步查找', approvedBy: '工作机构负责人' }),
  searched: (_, n) => ({
    where: among(SEARCH_PLACES, n),
    place: '局档案室',
    by: '档案管理人员',
    keywords: ['学区'],
    period: '2023年至2025年',
    found: n % 5 === 0,
    result: n % 5 === 0 ? '检索到一份' : '没有检索到',
  }),
  'reply-reviewed': (_, n) => ({
    aspect: among(REVIEW_ASPECTS, n),
    conclusion: n % 4 === 0 ? 'return' : 'pass',
    digest: 'd',
  }),
  'reply-approved': (_, n) => ({
    outcome: among(
      OUTCOMES.filter((one) => outcomeRule(one).closedBy === 'reply'),
      n,
    ),
    digest: 'd',
    approvedBy: '局长',
  }),
  replied: ({ folded }) => (folded.approval ? { outcome: folded.approval.outcome, digest: folded.approval.digest } : null),
  served: (_, n) => ({ by: among(SERVICE_METHODS, n), proof: 'EMS 1' }),
  withdrawn: () => ({}),
  annulled: ({ folded }, n) => {
    const of = folded.acts.filter(({ seq }) => seq > 0 && !folded.annulled.has(seq))
    return of.length ? { of: among(of, n).seq, reason: '登记有误' } : null
  },
  reopened: ({ on }, n) => ({
    dispute: '争议0',
    by: 'reconsideration',
    ...(n % 2 ? { replyBy: addDays(on, 30) } : {}),
  }),
  disputed: (_, n) => ({
    dispute: `争议${n % 2}`,
    body: among(['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'] as const, n),
    result: among(['pending', 'upheld', 'corrected', 'other'] as const, n >> 2),
  }),
  archived: (_, n) => ({ volume: `档${n % 7}`, retention: among(RETENTIONS, n) }),
  'archive-transferred': () => ({ to: '云岭县档案馆' }),
}

/** Every act that `may` allows in this situation, with plausible data. */
export function possibleActs(situation: Situation, detail: number): Act[] {
  return ACT_KINDS.flatMap((kind): Act[] => {
    const more = refusalFor(kind, situation) ? null : MAKE[kind](situation, detail)
    return more ? [{ kind, on: situation.on, ...more } as Act] : []
  })
}

/** Where the walk has come: the acts on file, and today. */
export interface Walked {
  acts: RecordedAct[]
  today: LocalDate
}

export function walk(start: { day: number; via: number }, choices: readonly Choice[]): Walked {
  let today = addDays(localDate('2024-01-02'), start.day)
  const acts = recorded({ kind: 'submitted', on: today, via: among(INTAKE_CHANNELS, start.via) })
  for (const { wait, back, kind, detail } of choices) {
    today = addDays(today, wait)
    const possible = possibleActs(situationOf(acts, addDays(today, -back), today), detail)
    if (possible.length > 0) acts.push({ ...(acts[0] as RecordedAct), seq: acts.length, act: among(possible, kind) })
  }
  return { acts, today }
}
