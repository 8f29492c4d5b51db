/**
 * One published document at one outlet: to be brought there, on its way, there, to be taken back, taken back. What an edition
 * released later, a withdrawal or the end of a 公示期 makes of it follows here; sending is the edge's.
 */
import { type OutletKind, OUTLET_RULES } from '../../law/publication/outlets.ts'

export const OUTLET_STATES = [
  'planned',
  'sent',
  'confirmed',
  'failed',
  'byHand',
  'leaving',
  'leaveFailed',
  'leaveByHand',
  'withdrawn',
] as const
export type OutletState = (typeof OUTLET_STATES)[number]

/** Somebody has to do something in these. */
export const HAND_STATES = ['failed', 'byHand', 'leaveFailed', 'leaveByHand'] as const satisfies readonly OutletState[]

const OUTLET_STATE_WORDS: Record<OutletState, string> = {
  planned: '等待发布',
  sent: '已提交，等待对方确认',
  confirmed: '已发布',
  failed: '没有发布成功',
  byHand: '待人工发布',
  leaving: '正在撤下',
  leaveFailed: '没有撤下成功',
  leaveByHand: '待人工撤下',
  withdrawn: '已撤下',
}

/**
 * A state as people read it: by hand it is 已张贴 and 已取下, by machine 已发布 and 已撤下; what never got there was not taken away
 * either. `wasThere`: it was confirmed once.
 */
export function stateWords(kind: OutletKind, state: OutletState, wasThere: boolean): string {
  const { put, taken } = OUTLET_RULES[kind]
  if (state === 'confirmed') return put
  if (state === 'withdrawn') return wasThere ? taken : '没有发布过，不再发布'
  return OUTLET_STATE_WORDS[state]
}

/** What stands at the outlet or is on its way there, as the outlet itself names it: article, address, file, receipt. */
export type OutletProof = Readonly<Record<string, string>>

export interface OutletItem {
  state: OutletState
  proof: OutletProof
  /** The machine began to bring it there. */
  touched: boolean
}

/** Put there by somebody where the machine could not: the machine can't take it back either. */
const byHand = ({ proof }: Pick<OutletItem, 'proof'>): boolean => proof.byHand === 'yes'

/** An edition was released: the first, a later one, or one after a withdrawal. */
export function afterRelease(kind: OutletKind, item: Pick<OutletItem, 'proof'> | null): OutletState {
  return OUTLET_RULES[kind].done === 'hand' || (item && byHand(item)) ? 'byHand' : 'planned'
}

/**
 * The document is no longer public: withdrawn, its 公示期 over. Null where it has been taken back, or is being, already. What was
 * never tried need not be fetched: but what was, may be there, whatever was heard of it.
 */
export function afterRemoval(kind: OutletKind, item: OutletItem): OutletState | null {
  if (['leaving', 'leaveFailed', 'leaveByHand', 'withdrawn'].includes(item.state)) return null
  if (OUTLET_RULES[kind].done === 'hand' || byHand(item))
    return item.state === 'confirmed' || Object.keys(item.proof).length > 0 ? 'leaveByHand' : 'withdrawn'
  return item.touched ? 'leaving' : 'withdrawn'
}

/** Somebody says that it was done by hand: which state it has then; null where nothing waits for a hand. */
export function afterHand(state: OutletState): OutletState | null {
  if (state === 'byHand' || state === 'failed') return 'confirmed'
  return state === 'leaveByHand' || state === 'leaveFailed' ? 'withdrawn' : null
}

/** Somebody wants the machine to try again: which state it has then; null where it did not give up. */
export function afterRetry(state: OutletState): OutletState | null {
  if (state === 'failed') return 'planned'
  return state === 'leaveFailed' ? 'leaving' : null
}

/** Seconds until the next try after so many: quick at first, since most faults pass; the last about seven hours after the first. */
export const RETRY_SECONDS = [0.2, 0.5, 5, 30, 120, 600, 3600, 7200, 14_400] as const

/** Null when it is given up. */
export function retryAfter(attempts: number): number | null {
  return RETRY_SECONDS[attempts - 1] ?? null
}
