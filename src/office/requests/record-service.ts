import { ok, refused } from '../../law/refusal.ts'
import { whole } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { replyTitle } from '../../record/letters/replies.ts'
import { lettersOnTheWay } from '../../record/requests/checks.ts'
import { issue } from './letters.ts'
import type { Deciding } from './deciding.ts'

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
  const { reply } = matter.folded
  const [document, kind] = reply
    ? [replyTitle(reply.outcome) ?? '政府信息公开告知书', '-答']
    : ['关于不再处理政府信息公开申请的告知书', '-结']
  const number = matter.letterNumbers.filter((one) => one.includes(kind)).at(-1)
  return ok({
    acts: [act],
    letters: [
      issue(
        matter,
        'D28',
        act.on,
        {
          document,
          documentNumber: number ?? matter.row.number,
          method: act.by,
          proof: act.proof ?? '',
          servedOn: act.on,
        },
        { to: 'file' },
      ),
    ],
  })
}

/** 登记对方收到文书: their limits (15 or 20 working days) run from that day. */
export const noteArrival: Deciding<'notice-received'> = (_ctx, matter, act) => {
  const sent = lettersOnTheWay(matter.folded).find((one) => one.seq === act.of)
  if (!sent) return refused({ code: 'field-invalid', say: '所选的文书不在等待登记之列。', then: '请重新选择文书。', field: 'of' })
  if (act.on < sent.act.on)
    return refused({
      code: 'date-before-cause',
      say: '收到日期早于发出日期。',
      then: `请填写${chineseDate(sent.act.on)}或之后的日期。`,
      field: 'on',
    })
  return ok({ acts: [act] })
}
