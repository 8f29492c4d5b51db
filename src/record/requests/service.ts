/**
 * 送达的经过 — for each letter: when and how it left, what came back, the notice, the proof. "Served" is never assumed: what was
 * sent and not proven stays open until somebody shows how it arrived.
 */
import type { LocalDate } from '../../law/date.ts'
import { deemedServedOn, type ReturnReason } from '../../law/requests/service.ts'
import type { ServiceMethod } from '../../law/requests/vocabulary.ts'
import type { LetterCode } from '../letters/model.ts'
import type { Act, ActKind, ActOf, RecordedAct } from './acts.ts'
import type { RequestCase } from './case.ts'

/** Letters that decide: their arrival is 送达 in the law's sense, remedies run from it. */
const DECISIONS: readonly LetterCode[] = [
  'D11',
  'D12',
  'D13',
  'D14',
  'D15',
  'D16',
  'D17',
  'D18',
  'D19',
  'D20',
  'D21',
  'D22',
  'D23',
  'D24',
]
/** Letters whose arrival starts a limit of the addressee's. */
const STARTS_A_LIMIT: readonly LetterCode[] = ['D02', 'D03', 'D05', 'D08', 'D10']
/** Forms that go with another paper or are handed over on the spot. */
const WITHOUT_SERVICE: readonly LetterCode[] = ['D01', 'D06', 'D27', 'D28', 'D30']

/** 答复、不再处理: the letter whose service the act `served` records. */
export function isDecision(code: LetterCode): boolean {
  return DECISIONS.includes(code)
}
export function startsALimit(code: LetterCode): boolean {
  return STARTS_A_LIMIT.includes(code)
}
export function needsService(code: LetterCode): boolean {
  return !WITHOUT_SERVICE.includes(code)
}

/** Acts that make a letter which has to reach somebody. */
const MAKES_A_LETTER: readonly ActKind[] = [
  'correction-asked',
  'correction-lapsed',
  'reasons-asked',
  'deferred',
  'third-party-asked',
  'agency-asked',
  'fee-noticed',
  'fee-lapsed',
  'extended',
  'replied',
]

/** Acts of the case that sent, or may send, a letter. */
export function actsWithLetters({ live }: RequestCase): RecordedAct[] {
  return live.filter(({ act }) => MAKES_A_LETTER.includes(act.kind))
}

export interface Attempt {
  seq: number
  on: LocalDate
  by: ServiceMethod
  mailNumber: string | null
  returned: { on: LocalDate; because: ReturnReason } | null
}

/**
 * 送达情况: unsent 待寄出; unproven 已寄出，送达未证实; arrived 收到之日已登记、没有凭证; returned 已退回; noticed 公告中; noticeOver 公告期满;
 * proven 已送达; overturned 没有送达就被责令重新答复，不再送达; void 文书作废.
 */
export type ServiceState =
  | 'unsent'
  | 'unproven'
  | 'arrived'
  | 'returned'
  | 'noticed'
  | 'noticeOver'
  | 'proven'
  | 'overturned'
  | 'void'
export const SERVICE_STATE_WORDS: Record<ServiceState, string> = {
  unsent: '待寄出',
  unproven: '已寄出，待签收',
  arrived: '对方已收到，待补凭证',
  returned: '已退回，须再次送达',
  noticed: '公告期未满',
  noticeOver: '公告期已满，待登记送达',
  proven: '已送达',
  overturned: '已被纠正，不再送达',
  void: '已作废',
}

/** Nothing has to be done any more for it to arrive. */
export function isSettled(state: ServiceState): boolean {
  return state === 'proven' || state === 'overturned' || state === 'void'
}

export interface LetterService {
  state: ServiceState
  attempts: Attempt[]
  notice: { seq: number; on: LocalDate; outlet: string; deemedOn: LocalDate } | null
  /** The day it arrived as somebody wrote it down, with or without proof; a decision's arrival is its service. */
  arrivedOn: LocalDate | null
  proven: { on: LocalDate; by: ServiceMethod | null } | null
}

/** Which letter: its 文号, its code, and the act that made it. */
export interface LetterRef {
  number: string
  code: LetterCode
  actSeq: number | null
}

/** What the case file tells of one letter's way to its addressee, as of a day. */
export function serviceOf(folded: RequestCase, letter: LetterRef, today: LocalDate): LetterService {
  const { live } = folded
  const attempts = live.flatMap(({ seq, act }): Attempt[] =>
    act.kind === 'dispatched' && act.letter === letter.number
      ? [{ seq, on: act.on, by: act.by, mailNumber: act.mailNumber ?? null, returned: returnOf(live, seq) }]
      : [],
  )
  const published = live.findLast(({ act }) => act.kind === 'notice-published' && act.letter === letter.number)
  const notice =
    published?.act.kind === 'notice-published'
      ? {
          seq: published.seq,
          on: published.act.on,
          outlet: published.act.outlet,
          deemedOn: deemedServedOn(published.act.on).on,
        }
      : null
  const proven = provenOf(folded, letter)
  const way = { attempts, notice, proven, arrivedOn: proven?.on ?? arrivalOf(folded, letter) }
  return { state: stateOf(folded, letter, way, today), ...way }
}

function returnOf(live: readonly RecordedAct[], dispatch: number): Attempt['returned'] {
  const back = live.find(({ act }) => act.kind === 'mail-returned' && act.of === dispatch)?.act
  return back?.kind === 'mail-returned' ? { on: back.on, because: back.because } : null
}

/**
 * 一份决定自己的经过: the acts after the one that made it, up to the order to answer again that set it aside, if there was one. A
 * later reply's service says nothing about the reply before it.
 */
export function courseOf(inOrder: readonly RecordedAct[], decision: number | null): { acts: RecordedAct[]; overturned: boolean } {
  const at = inOrder.findIndex(({ seq }) => seq === decision)
  const later = at < 0 ? [] : inOrder.slice(at + 1)
  const again = later.findIndex(({ act }) => act.kind === 'reopened')
  return { acts: again < 0 ? later : later.slice(0, again), overturned: again >= 0 }
}

/** 送达之日 of one decision, by the act that recorded it. */
export function servedAfter(inOrder: readonly RecordedAct[], decision: number | null): ActOf<'served'> | undefined {
  const served = courseOf(inOrder, decision).acts.find(({ act }) => act.kind === 'served')?.act
  return served?.kind === 'served' ? served : undefined
}

/** 文书作废: the act that made it was registered by mistake and annulled. */
export function isVoid({ annulled }: Pick<RequestCase, 'annulled'>, actSeq: number | null): boolean {
  return actSeq !== null && annulled.has(actSeq)
}

function provenOf(folded: RequestCase, { number, code, actSeq }: LetterRef): LetterService['proven'] {
  if (isDecision(code)) {
    const served = servedAfter(folded.live, actSeq)
    return served ? { on: served.on, by: served.by } : null
  }
  const arrival = folded.live.find(
    ({ act }) =>
      act.kind === 'notice-received' &&
      (act.letter === undefined ? Boolean(act.proof) && act.of === actSeq && startsALimit(code) : act.letter === number),
  )?.act
  return arrival?.kind === 'notice-received' ? { on: arrival.on, by: arrival.by ?? null } : null
}

/** The fold has put a letter's arrival into the act that sent it: known, though nothing may prove it. */
function arrivalOf({ live }: RequestCase, { code, actSeq }: Pick<LetterRef, 'code' | 'actSeq'>): LocalDate | null {
  const act = startsALimit(code) ? live.find(({ seq }) => seq === actSeq)?.act : undefined
  switch (act?.kind) {
    case 'third-party-asked':
    case 'agency-asked':
      return act.letterReceived ?? null
    case 'correction-asked':
    case 'reasons-asked':
    case 'fee-noticed':
      return act.noticeReceived ?? null
    default:
      return null
  }
}

function stateOf(
  folded: RequestCase,
  { actSeq, code }: LetterRef,
  { attempts, notice, arrivedOn, proven }: Omit<LetterService, 'state'>,
  today: LocalDate,
): ServiceState {
  if (isVoid(folded, actSeq)) return 'void'
  if (proven) return 'proven'
  if (isDecision(code) && courseOf(folded.live, actSeq).overturned) return 'overturned'
  if (notice) return today < notice.deemedOn ? 'noticed' : 'noticeOver'
  const last = attempts.at(-1)
  if (last?.returned && !(arrivedOn && arrivedOn >= last.returned.on)) return 'returned'
  if (arrivedOn) return 'arrived'
  return last ? 'unproven' : 'unsent'
}

/** 退回: letters whose last posting came back and that were neither sent again, published nor proven. One act each, the return. */
export function returnedLetters(folded: RequestCase) {
  const { live } = folded
  return live.flatMap(({ act: back }) => {
    if (back.kind !== 'mail-returned') return []
    const sent = live.find(({ seq }) => seq === back.of)?.act
    if (sent?.kind !== 'dispatched') return []
    const { of, code, letter } = sent
    const last = live.findLast(({ act }) => act.kind === 'dispatched' && act.letter === letter)
    const { state } = serviceOf(folded, { number: letter, code, actSeq: of }, back.on)
    return state === 'returned' && last?.seq === back.of ? [{ on: back.on, of, code }] : []
  })
}

/** Dispatches of the case that neither came back nor were followed by a proof: what may still be returned. */
export function openDispatches(folded: RequestCase): RecordedAct[] {
  return folded.live.filter(({ seq, act }) => {
    if (act.kind !== 'dispatched' || returnOf(folded.live, seq)) return false
    return provenOf(folded, { number: act.letter, code: act.code, actSeq: act.of }) === null
  })
}

/** Acts whose letter starts a limit of the addressee's, and that letter. */
const STARTING_LETTER = {
  'third-party-asked': 'D05',
  'agency-asked': 'D08',
  'correction-asked': 'D02',
  'reasons-asked': 'D03',
  'fee-noticed': 'D10',
} as const

/** The last posting or publication of the letter by which an act starts a limit of its addressee's; undefined while it has not left. */
export function lastWayOut({ live }: RequestCase, of: number): Act | undefined {
  const asked = live.find(({ seq }) => seq === of)?.act.kind
  const code = asked && asked in STARTING_LETTER ? STARTING_LETTER[asked as keyof typeof STARTING_LETTER] : undefined
  return live.findLast(({ act }) => isWayOut(act) && act.of === of && act.code === code)?.act
}

/** 交寄、公告. */
export function isWayOut(act: Act): act is ActOf<'dispatched' | 'notice-published'> {
  return act.kind === 'dispatched' || act.kind === 'notice-published'
}

/** Letters sent, published or known to have arrived whose proof is recorded by `notice-received`, and is not yet. */
export function awaitingProof(folded: RequestCase): RecordedAct[] {
  return folded.live.filter(({ seq, act }) => {
    if (act.kind in STARTING_LETTER) {
      const code = STARTING_LETTER[act.kind as keyof typeof STARTING_LETTER]
      return arrivalOf(folded, { code, actSeq: seq }) !== null && provenArrival(folded, seq, code) === null
    }
    if (!isWayOut(act) || isDecision(act.code)) return false
    return provenOf(folded, { number: act.letter, code: act.code, actSeq: act.of }) === null
  })
}

/** The day on which the letter of an act arrived, where there is proof of it: silence is held against nobody on less. */
export function provenArrival({ live }: RequestCase, of: number | undefined, code: LetterCode): LocalDate | null {
  const arrival = live.find(
    ({ act }) =>
      act.kind === 'notice-received' && act.of === of && (act.letter === undefined ? Boolean(act.proof) : act.code === code),
  )
  return arrival?.act.on ?? null
}

/** Whether anything is on file of how a letter of this act left: posted, published, or handed over. */
export function hasLeft({ live }: RequestCase, of: number, code: LetterCode): boolean {
  return waysOut(live, of, code).length > 0
}

/** Whether a letter of this act may be in its addressee's hands: sent and not back, published, or known to have arrived. */
export function mayHaveArrived({ live }: RequestCase, of: number): boolean {
  return live.some(
    ({ seq, act }) =>
      (isWayOut(act) || act.kind === 'notice-received') &&
      act.of === of &&
      !(act.kind === 'dispatched' && returnOf(live, seq) !== null),
  )
}

/** How many letters of one code have left, of an act that makes one for each of several addressees. */
export function lettersThatLeft({ live }: RequestCase, of: number, code: LetterCode): number {
  return new Set(waysOut(live, of, code).map(({ letter }) => letter)).size
}

function waysOut(live: readonly RecordedAct[], of: number, code: LetterCode) {
  return live.flatMap(({ act }) =>
    (act.kind === 'dispatched' || act.kind === 'notice-published' || act.kind === 'notice-received') &&
    act.of === of &&
    (act.code ?? code) === code
      ? [act]
      : [],
  )
}
