import type { DecisionCountKind, ReportState } from '../../record/reports/view.ts'

export const STATE_WORDS: Record<ReportState, string> = {
  draft: '草稿',
  submitted: '待审批',
  approved: '已批准',
  published: '已发布',
}

/** The numbers of section 二 that no case or document stands behind. */
export const COUNT_WORDS: Record<DecisionCountKind, string> = {
  'rules.made': '规章：本年制发件数',
  'rules.repealed': '规章：本年废止件数',
  'rules.inForce': '规章：现行有效件数',
  permits: '行政许可：本年处理决定数量',
  penalties: '行政处罚：本年处理决定数量',
  compulsion: '行政强制：本年处理决定数量',
  feesWanYuan: '行政事业性收费：本年收费金额（万元）',
}
