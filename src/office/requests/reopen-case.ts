import { arl, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { ok, refused } from '../../law/refusal.ts'
import type { Deciding } from './deciding.ts'

/** 责令重新答复: the same case is answered anew; the draft that was approved for the answer set aside is a draft again. */
export const reopenCase: Deciding<'reopened'> = (_ctx, matter, act) => {
  if (act.replyBy && act.replyBy <= act.on)
    return refused({
      code: 'field-invalid',
      say: `限定的答复日期早于收到决定的次日（${chineseDate(act.on)}收到）。`,
      then: '请核对决定书写明的履行期限；没有写明的，不填。',
      cite: act.by === 'reconsideration' ? arl('77') : reg('51'),
      field: 'replyBy',
    })
  if (act.by !== 'complaint' && matter.folded.disputes.every(({ result }) => result !== 'corrected'))
    return refused({
      code: 'not-ordered',
      say: '没有登记纠正原答复的复议决定或者裁判。',
      then: '请先在争议卷中登记结果，再据以重新答复。',
      cite: reg('51'),
    })
  return ok({
    acts: [act],
    also: async (tx) => {
      await tx
        .updateTable('reply_draft')
        .set({ state: 'draft' })
        .where('agency_id', '=', matter.row.agency_id)
        .where('case_id', '=', matter.row.id)
        .execute()
    },
  })
}
