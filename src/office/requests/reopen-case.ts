import { arl, reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { type Refusal, ok, refused } from '../../law/refusal.ts'
import type { ActOf } from '../../record/requests/acts.ts'
import type { OfficeContext } from '../context.ts'
import type { Deciding } from './deciding.ts'
import { hasAFile, OPEN_A_FILE, outsideDisputes, registeredOn } from './outside-dispute.ts'
import type { Matter } from './perform.ts'

/** 责令重新答复: the same case is answered anew; the draft that was approved for the answer set aside is a draft again. */
export const reopenCase: Deciding<'reopened'> = async (ctx, matter, act) => {
  if (act.replyBy && act.replyBy <= act.on)
    return refused({
      code: 'field-invalid',
      say: `限定的答复日期早于收到决定的次日（${chineseDate(act.on)}收到）。`,
      then: '请核对决定书写明的履行期限；没有写明的，不填。',
      cite: act.by === 'reconsideration' ? arl('77') : reg('51'),
      field: 'replyBy',
    })
  const refusal = (await hasAFile(matter, act.dispute)) ?? unknownOrder(ctx, matter, act)
  if (refusal) return refused(refusal)
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

/** An order comes from a decision that is registered; one over a complaint leaves no trace in the case, so it must be old. */
function unknownOrder(ctx: OfficeContext, matter: Matter, { by, dispute, on }: ActOf<'reopened'>): Refusal | null {
  if (by === 'complaint') return on < registeredOn(ctx, matter) ? null : OPEN_A_FILE
  const last = outsideDisputes(matter).findLast((act) => act.dispute === dispute)
  if (last?.result === 'corrected') return null
  return {
    code: 'not-ordered',
    say: '没有登记纠正原答复的复议决定或者裁判。',
    then: '请先在争议卷中登记结果，再据以重新答复。',
    cite: reg('51'),
  }
}
