/**
 * 答复、不再处理告知书寄到哪一步 — a decision that has not left the house is another task than one that is on its way: the first is
 * to be posted, of the second the proof is outstanding.
 */
import type { DeliveryWay } from '../people/requester.ts'
import type { Act } from './acts.ts'
import type { RequestCase } from './case.ts'
import { isDecision } from './service.ts'

/** `online`: put up for opening, with time left; acts do not tell it, the requester's side does. */
export const SENDING_STAGES = ['toSend', 'online', 'sent', 'returned', 'noticed'] as const
export type SendingStage = (typeof SENDING_STAGES)[number]
export const SENDING_WORDS: Record<SendingStage, string> = {
  toSend: '待寄出',
  online: '网上待打开',
  sent: '已寄出，待签收',
  returned: '退回，待再寄',
  noticed: '公告送达中',
}

/** As the acts tell it; null where nothing was decided, or it has arrived. */
export type ToldStage = Exclude<SendingStage, 'online'>

export function sendingOf(folded: RequestCase): ToldStage | null {
  const decision = decisionOf(folded)
  if (!decision || folded.served || folded.withdrawnOn) return null
  const { live } = folded
  const ofIt = (act: Act) => 'code' in act && act.code !== undefined && isDecision(act.code) && act.of === decision.seq
  if (live.some(({ act }) => act.kind === 'notice-published' && ofIt(act))) return 'noticed'
  const last = live.findLast(({ act }) => act.kind === 'dispatched' && ofIt(act))
  if (!last) return 'toSend'
  return live.some(({ act }) => act.kind === 'mail-returned' && act.of === last.seq) ? 'returned' : 'sent'
}

/** The act that made the letter which decides: the reply, or the word that the request is processed no further. */
export function decisionOf({ live, reply, correction, fee, closedOn }: RequestCase) {
  if (closedOn === null) return undefined
  if (reply) return live.find(({ act }) => act === reply)
  if (correction?.lapsedOn) return live.findLast(({ act }) => act.kind === 'correction-lapsed')
  return fee?.lapsedOn ? live.findLast(({ act }) => act.kind === 'fee-lapsed') : undefined
}

/** What a screen says: nothing has to be posted while the requester may still open it online. */
export function shownSending(told: ToldStage | null, waitsOnline: boolean): SendingStage | null {
  return told === 'toSend' && waitsOnline ? 'online' : told
}

type Step = 'dispatched' | 'served' | 'mail-returned'
const STEPS: Record<SendingStage, readonly Step[]> = {
  toSend: ['dispatched', 'served'],
  online: [],
  sent: ['served', 'mail-returned'],
  returned: ['dispatched'],
  noticed: ['served'],
}

/** 下一步, the likeliest first: what is here has to leave, what left has to be proven. What waits to be opened online waits. */
export function stepsAt(stage: SendingStage, delivery: DeliveryWay): readonly Step[] {
  // Whoever comes for the letter is handed it, and signs: nothing is posted.
  return stage === 'toSend' && delivery === 'pickup' ? ['served', 'dispatched'] : STEPS[stage]
}
