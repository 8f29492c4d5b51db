import { ok, refused } from '../../law/refusal.ts'
import { reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { issue } from './letters.ts'
import type { Deciding } from './deciding.ts'

/** 要求说明理由 (Art 35): number or frequency clearly beyond what is reasonable. */
export const askForReasons: Deciding<'reasons-asked'> = (_ctx, matter, act) => {
  if (act.replyBy <= act.on)
    return refused({
      code: 'field-invalid',
      say: '说明理由的期限应晚于告知日期。',
      then: '请给申请人合理的期限。',
      cite: reg('35'),
      field: 'replyBy',
    })
  const { due } = matter.clock
  if (due && act.replyBy >= due)
    return refused({
      code: 'field-invalid',
      say: `要求说明理由不停止计算答复期限，答复期限到${chineseDate(due)}届满；说明理由的期限应早于这一天。`,
      then: '请改填早一些的日期，收到说明后还要留出答复的时间；时间不够的，可以先延长答复期限。',
      cite: reg('35'),
      field: 'replyBy',
    })
  return ok({ acts: [act], letters: [issue(matter, 'D03', act.on, { facts: act.facts, replyBy: act.replyBy })] })
}

/** 延迟答复 (Art 35): reasons accepted, but the work can't be done in time; a reasonable day is told. */
export const deferReply: Deciding<'deferred'> = (_ctx, matter, act) => {
  if (act.until <= act.on || (matter.clock.due && act.until <= matter.clock.due))
    return refused({
      code: 'field-invalid',
      say: '延迟答复的日期应晚于现在的答复期限。',
      then: '请确定合理的延迟期限；能按期答复的无需延迟。',
      cite: reg('35'),
      field: 'until',
    })
  return ok({ acts: [act], letters: [issue(matter, 'D25', act.on, { until: act.until, reason: act.reason })] })
}
