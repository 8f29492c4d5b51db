import { ok } from '../../law/refusal.ts'
import { issue } from './letters.ts'
import type { Deciding } from './deciding.ts'

/** 申请人撤回: possible until the reply is served. */
export const withdrawRequest: Deciding<'withdrawn'> = (_ctx, matter, act) =>
  ok({ acts: [act], letters: [issue(matter, 'D27', act.on, { withdrawnOn: act.on })] })
