import { ok, refused } from '../../law/refusal.ts'
import { whole } from '../../law/cite.ts'
import { issue } from './letters.ts'
import type { Deciding } from './record-act.ts'

/** 登记送达 (国办公开办函〔2016〕235号): with proof; "served" is never assumed. */
export const recordService: Deciding<'served'> = (_ctx, matter, act) => {
  if (act.by === 'signed-mail' && !act.proof)
    return refused({
      code: 'field-missing',
      say: '邮寄送达需要邮件号或签收凭证。',
      then: '请填写邮政企业的邮件号。快递企业不能用于送达公文。',
      cite: whole('serviceReply'),
      field: 'proof',
    })
  if (act.by === 'electronic' && matter.content.delivery !== 'electronic')
    return refused({
      code: 'service-method-refused',
      say: '申请人没有选择电子送达。',
      then: '请按申请人要求的方式送达，或先取得其同意。',
      cite: whole('serviceReply'),
      field: 'by',
    })
  const reply = matter.letterNumbers.filter((number) => number.includes('-答')).at(-1)
  return ok({
    acts: [act],
    letters: [
      issue(
        matter,
        'D28',
        act.on,
        {
          document: '政府信息公开告知书',
          documentNumber: reply ?? matter.row.number,
          method: act.by,
          proof: act.proof ?? '',
          servedOn: act.on,
        },
        { to: 'file' },
      ),
    ],
  })
}
