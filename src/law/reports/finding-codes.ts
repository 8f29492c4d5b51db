/** Every code a report's findings can carry, with its level and where it comes from. Reference pages are generated from this. */
import type { Citation } from '../cite.ts'
import { arl, feeMeasures, reg, whole } from '../cite.ts'
import type { Finding } from './model.ts'

interface FindingCodeForm {
  level: Finding['level']
  title: string
  cite: Citation
}

const format = whole('reportFormat2021')

export const FINDING_CODES = {
  X1: { level: 'error', title: '第一项加第二项之和，应等于第三项加第四项之和（每列）', cite: format },
  X2: { level: 'error', title: '（七）总计应等于各项办理结果之和（每列）', cite: format },
  X3: { level: 'error', title: '总计应等于自然人与各类法人或其他组织之和（每行）', cite: format },
  X4: { level: 'error', title: '上年结转应等于上一年度报告的结转下年度（每列）', cite: format },
  X5: { level: 'error', title: '复议、诉讼总计应等于四类结果之和（每组）', cite: format },
  X6: { level: 'error', title: '数量应为非负整数，仅收费金额可有小数', cite: format },
  X7: { level: 'warning', title: '现行有效件数应等于上年现行有效加本年制发减本年废止', cite: format },
  X8: { level: 'warning', title: '文字中的数字应与表格一致', cite: reg('50') },
  X9: { level: 'warning', title: '有逾期未缴费不再处理的，第六部分应说明收取信息处理费情况', cite: feeMeasures() },
  X10: { level: 'warning', title: '收取信息处理费的，第六部分应写明金额', cite: feeMeasures() },
  X11: { level: 'error', title: '汇总数应等于所属各单位之和（每格）', cite: reg('49') },
  X12: { level: 'warning', title: '文字中的年份应与报告年度一致', cite: reg('50') },
  X13: { level: 'error', title: '空白不等于零，每格都应填写数字', cite: format },
  L01: { level: 'warning', title: '表头栏目缺失或残缺', cite: format },
  L02: { level: 'warning', title: '教育部门行政许可为零（教师资格认定、民办学校设立属于行政许可）', cite: reg('20(5)') },
  L03: {
    level: 'warning',
    title: '对依第十四条至第十六条不予公开的决定，应先复议再起诉，不会是未经复议直接起诉',
    cite: arl('23.1(4)'),
  },
  L04: { level: 'warning', title: '引言没有引用主管部门报送通知的文号', cite: reg('49') },
  L05: { level: 'error', title: '与本机关上一年度报告的文字雷同', cite: reg('50') },
  L06: { level: 'error', title: '与其他单位同年报告的文字雷同', cite: reg('50') },
  L07: { level: 'warning', title: '使用了已经失效或者更名的说法', cite: reg('50') },
  L08: { level: 'warning', title: '总体情况缺少应当报告的内容', cite: format },
  L09: { level: 'error', title: '没有逐项说明上一年度报告所列问题的改进情况', cite: format },
  L10: { level: 'error', title: '全年没有申请，还没有逐项核对各个渠道', cite: format },
  R01: { level: 'error', title: '一行数字连在一起或缺格，无法确定各格数值', cite: format },
  R02: { level: 'error', title: '单元格内容无法确定为一个数', cite: format },
  R03: { level: 'error', title: '表格只有栏目，没有数字', cite: format },
  R04: { level: 'error', title: '文件中有不止一份年度报告', cite: reg('50') },
  R05: { level: 'warning', title: '报告混用两种格式的表头', cite: format },
  R06: { level: 'error', title: '没有找到表格', cite: format },
  R07: { level: 'error', title: '表格缺少应有的行', cite: format },
  R08: { level: 'warning', title: '未能确定报告年度或机关名称', cite: reg('50') },
  R09: { level: 'warning', title: '原件读不清，由工作人员对照原件填写', cite: reg('50') },
} as const satisfies Record<string, FindingCodeForm>

export type FindingCode = keyof typeof FINDING_CODES

/**
 * What may stand for a stated reason: last year was corrected or organs merged (X4); a fixed expression is fixed (L05, L06);
 * nothing came in although every way was looked at (L10). It then
 * needs an explanation, not a repair; without one the report goes no further.
 */
export const EXPLAINABLE: ReadonlySet<string> = new Set<FindingCode>(['X4', 'L05', 'L06', 'L10'])
