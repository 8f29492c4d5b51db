/** 没有给出去的: originals and former copies of what was made ready to go out, and what is filed as withheld. */
import { WITHHELD_ORIGINAL } from '../requests/evidence.ts'
import { LEAVING, OUTGOING_PURPOSE, type OutgoingState } from './outgoing-file.ts'

/** A file on its way out: what would leave, and from what it was made. */
export interface OnItsWay {
  fileId: string
  sourceId: string
  state: OutgoingState
}

/** Whether the file holds what the reply withheld, as far as the case tells: it is no evidence that the other side may read. */
export function isHeldBack({ id, purpose }: { id: string; purpose: string }, outgoing: readonly OnItsWay[]): boolean {
  if (outgoing.some(({ fileId, state }) => fileId === id && LEAVING.includes(state))) return false
  return purpose === WITHHELD_ORIGINAL || purpose.startsWith(OUTGOING_PURPOSE) || outgoing.some(({ sourceId }) => sourceId === id)
}
