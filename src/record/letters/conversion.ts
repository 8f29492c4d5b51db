/** D29 转为主动公开审核单 (Art 44): what was proposed, by how many asked for, and what became of it. For the file. */
import { cite } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { CONVERSION_BY, SEVERAL_ASKERS } from '../../law/publication/conversion.ts'
import type { LetterFacts } from './facts.ts'
import type { Letter } from './model.ts'
import { bare, letter, paragraph, sentence } from './phrases.ts'

export function conversionSheet(facts: LetterFacts<'D29'>): Letter {
  const { request, act } = facts
  const several = act.askers >= SEVERAL_ASKERS ? `${act.askers} 个申请人申请过相同的信息` : '本件一个申请人'
  const result = act.result === 'converted' ? '属于主动公开范围，转为主动公开' : '不转为主动公开'
  return letter('D29', facts, {
    title: '政府信息转为主动公开审核单',
    addressee: null,
    blocks: [
      {
        kind: 'form',
        rows: [
          { label: '登记编号', value: request.number },
          { label: '建议公开的信息', value: bare(act.information) },
          { label: '建议的理由', value: sentence(act.reason) },
          { label: '申请情况', value: several },
          { label: '建议日期', value: chineseDate(act.proposedOn) },
          { label: '审核依据', value: cite(CONVERSION_BY) },
          { label: '审核意见', value: result },
          ...(act.because ? [{ label: '理由', value: sentence(act.because) }] : []),
          ...(act.result === 'converted' ? [{ label: '公开的位置', value: act.place }] : []),
          { label: '审核人', value: act.decidedBy },
          { label: '审核日期', value: chineseDate(facts.date) },
        ],
      },
      paragraph('本单存卷，不发给申请人；公开的内容不得含有申请人、第三方的个人信息。'),
    ],
  })
}
