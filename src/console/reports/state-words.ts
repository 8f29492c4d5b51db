import type { ReportState } from '../../record/reports/view.ts'

export const STATE_WORDS: Record<ReportState, string> = {
  draft: '草稿',
  submitted: '待审批',
  approved: '已批准',
  published: '已发布',
}

/** Compiling again after publication: what it does, before it is done. */
export const newVersion = (year: number) => ({
  title: `${year} 年的报告已经发布`,
  content: '重新汇编会形成一个新版本的草稿；已发布的版本保留不变，新版本须重新送审、批准、发布，并显示为更正。',
  okText: '形成新版本',
  cancelText: '取消',
})
