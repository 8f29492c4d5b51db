/** What a deed's decision gets and gives: the shape that every file of this room with an act's name fills. */
import type { Result } from '../../law/refusal.ts'
import type { Act, ActKind, ActOf } from '../../record/requests/acts.ts'
import type { Party } from '../../record/requests/plain-act.ts'
import type { OfficeContext } from '../context.ts'
import type { Command, Decision, Matter } from './perform.ts'

export interface Recording extends Command {
  act: Act
  /** Who is asked (征求第三方意见): sealed beside the act. */
  party?: Party
  /** Who signed for a letter (登记送达): stands in the sealed 送达回证 only. */
  signer?: string
  /** What is asked for now, taken down from a correction on paper (收到补正): sealed beside the act. */
  wording?: string
}

export type Deciding<K extends ActKind> = (
  ctx: OfficeContext,
  matter: Matter,
  act: ActOf<K>,
  recording: Recording,
) => Result<Decision> | Promise<Result<Decision>>
