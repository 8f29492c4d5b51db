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

/** Compiling again after publication: what it does, before it is done. */
export const newVersion = (year: number) => ({
  title: `${year} 年的报告已经发布`,
  content: '重新汇编会形成一个新版本的草稿；已发布的版本保留不变，新版本须重新送审、批准、发布，并显示为更正。',
  okText: '形成新版本',
  cancelText: '取消',
})
