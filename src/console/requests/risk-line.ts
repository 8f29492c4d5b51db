/** 风险提示 for who approves: the one thing to know before saying yes, the gravest first. */
import { outcomeRule } from '../../law/requests/outcomes.ts'
import { objectionsDecided } from '../../record/requests/objections.ts'
import type { CaseView, ReplyPreview } from '../../record/requests/view.ts'

export function riskLine(
  { left, consultations, draft }: Pick<CaseView, 'left' | 'consultations' | 'draft'>,
  preview: Pick<ReplyPreview, 'refusals'> | undefined,
): string {
  if (!draft) return ''
  const { zh, remedy } = outcomeRule(draft.content.outcome)
  if (left.tone === 'late') return `${left.words}：逾期答复，申请人可以复议、诉讼，请尽快处理。`
  if (preview && preview.refusals.length > 0) return `答复稿还有 ${preview.refusals.length} 处不完整，建议退回修改。`
  const waiting = consultations.filter(({ answeredOn }) => answeredOn === null)
  if (waiting.length > 0) return `征求意见尚未结束（${waiting.map(({ party }) => party).join('、')}），请确认不再等待。`
  const against = objectionsDecided(draft.content, consultations).filter(({ decision }) => decision === 'overridden')
  if (against.length > 0)
    return `${against.map(({ party }) => party).join('、')}不同意公开，本答复仍予公开：须另行书面告知该第三方。`
  if (remedy === 'reconsiderationFirst') return `“${zh}”属于不予公开，申请人须先申请复议；请核对理由和区分处理。`
  if (remedy === 'partial') return '部分公开：请核对去掉的内容与所引理由是否逐项对应。'
  return left.tone === 'soon' ? `${left.words}。` : '未发现需要特别注意的事项。'
}
