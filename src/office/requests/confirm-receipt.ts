import { ok } from '../../law/refusal.ts'
import { conclude } from './projection.ts'
import { issue } from './letters.ts'
import type { Deciding } from './deciding.ts'

/** 确认收到 (Art 31): from now on the clock runs; the requester gets the receipt with its last day. */
export const confirmReceipt: Deciding<'received'> = (_ctx, matter, act) => {
  const seq = matter.acts.length
  const after = conclude([...matter.acts, { seq, act, recordedAt: '', actorId: matter.actor.id }], matter.setting)
  return ok({ acts: [act], letters: [issue(matter, 'D01', act.on, { dueOn: after.clock.due }, { folded: after.folded })] })
}
