/** Every code a report's findings can carry, with its level and where it comes from. Reference pages are generated from this. */
import type { Citation } from '../cite.ts'
import { arl, feeMeasures, reg, whole } from '../cite.ts'
import type { Finding } from './model.ts'

interface FindingCodeForm {
  level: Finding['level']
  title: string
  /** What to do, where the finding itself says nothing nearer. */
  repair: string
  cite: Citation
}

const format = whole('reportFormat2021')

export const FINDING_CODES = {
  X1: {
    level: 'error',
    title: '第一项加第二项之和，应等于第三项加第四项之和（每列）',
    repair: '核对这一列的四格：本年新收、上年结转、（七）总计、结转下年度，改正其中填错的。',
    cite: format,
  },
  X2: {
    level: 'error',
    title: '（七）总计应等于各项办理结果之和（每列）',
    repair: '核对这一列的各项办理结果和（七）总计，改正其中填错的。',
    cite: format,
  },
  X3: {
    level: 'error',
    title: '总计应等于自然人与各类法人或其他组织之和（每行）',
    repair: '核对这一行的各格，改正其中填错的。',
    cite: format,
  },
  X4: {
    level: 'error',
    title: '上年结转应等于上一年度报告的结转下年度（每列）',
    repair: '改为上一年度报告的数；上年报告已经更正或者机构合并的，写明原因。',
    cite: format,
  },
  X5: {
    level: 'error',
    title: '复议、诉讼总计应等于四类结果之和（每组）',
    repair: '核对四类结果和总计，改正其中填错的。',
    cite: format,
  },
  X6: {
    level: 'error',
    title: '数量应为非负整数，仅金额可有小数，2019年格式的“本年增/减”可以为负',
    repair: '改为非负整数；金额可以有小数。',
    cite: format,
  },
  X7: {
    level: 'warning',
    title: '现行有效件数应等于上年现行有效加本年制发减本年废止',
    repair: '核对三项件数；因清理、失效或者重新认定接不上的，可以在第六部分说明。',
    cite: format,
  },
  X8: {
    level: 'warning',
    title: '文字中的数字应与表格一致',
    repair: '核对登记后改正文字或者表格，使两处一致。',
    cite: reg('50'),
  },
  X9: {
    level: 'warning',
    title: '有逾期未缴费不再处理的，第六部分应说明收取信息处理费情况',
    repair: '在第六部分写明收取信息处理费的情况。',
    cite: feeMeasures(),
  },
  X10: {
    level: 'warning',
    title: '收取信息处理费的，第六部分应写明金额',
    repair: '在第六部分写明收取的总金额；没有收取的，写明没有收取。',
    cite: feeMeasures(),
  },
  X11: {
    level: 'error',
    title: '汇总数应等于所属各单位之和（每格）',
    repair: '核对所属单位的报告是否齐全、汇总是否漏加，再改正汇总数。',
    cite: reg('49'),
  },
  X12: {
    level: 'warning',
    title: '文字中的年份应与报告年度一致',
    repair: '改为正确的年份。',
    cite: reg('50'),
  },
  X13: {
    level: 'error',
    title: '空白不等于零，每格都应填写数字',
    repair: '没有的填0；有的填实际数。',
    cite: format,
  },
  L01: {
    level: 'warning',
    title: '表头栏目缺失或残缺',
    repair: '按报告格式补上表头。',
    cite: format,
  },
  L02: {
    level: 'warning',
    title: '教育部门行政许可为零（教师资格认定、民办学校设立属于行政许可）',
    repair: '核对教师资格认定、民办学校设立等许可是否漏计；确实没有的，可以保留。',
    cite: reg('20(5)'),
  },
  L03: {
    level: 'warning',
    title: '对依第十四条至第十六条不予公开的决定，应先复议再起诉，不会是未经复议直接起诉',
    repair: '核对是否应当归入“复议后起诉”。',
    cite: arl('23.1(4)'),
  },
  L04: {
    level: 'warning',
    title: '引言没有引用主管部门报送通知的文号',
    repair: '在引言中写明通知的名称和文号。',
    cite: reg('49'),
  },
  L05: {
    level: 'error',
    title: '与本机关上一年度报告的文字雷同',
    repair: '请按本年度的实际情况改写；确属固定表述的，写明理由后保留。',
    cite: reg('50'),
  },
  L06: {
    level: 'error',
    title: '与其他单位同年报告的文字雷同',
    repair: '请按本年度的实际情况改写；确属固定表述的，写明理由后保留。',
    cite: reg('50'),
  },
  L07: {
    level: 'warning',
    title: '使用了已经失效或者更名的说法',
    repair: '改用现行的说法。',
    cite: reg('50'),
  },
  L08: {
    level: 'warning',
    title: '总体情况缺少应当报告的内容',
    repair: '逐项写明本年度做了什么；没有开展的也如实说明。',
    cite: format,
  },
  L09: {
    level: 'error',
    title: '没有逐项说明上一年度报告所列问题的改进情况',
    repair: '在“上年问题的改进情况”中逐项填写；没有完成的，写明原因和打算。',
    cite: format,
  },
  L10: {
    level: 'error',
    title: '全年没有申请、教育部门全年没有行政许可或者没有一件行政规范性文件，还没有逐项核对',
    repair: '逐项核对后确认；发现漏登的，先登记再重新汇编。',
    cite: format,
  },
  L11: {
    level: 'error',
    title: '总体情况、存在的主要问题及改进情况没有内容',
    repair: '写明本年度的情况；只有第六部分没有需要报告的，可以写“无”。',
    cite: reg('50'),
  },
  L12: {
    level: 'warning',
    title: '文字中有别的县区或者别的机关的名称',
    repair: '改为本机关的名称；确实是写别的单位的，可以保留。',
    cite: reg('50'),
  },
  R01: {
    level: 'error',
    title: '一行数字连在一起、缺格，或者栏目次序与格式不同，无法确定各格数值',
    repair: '对照原件逐格填写，或者换用表格没有走样的文件重新检查。',
    cite: format,
  },
  R02: {
    level: 'error',
    title: '单元格内容无法确定为一个数',
    repair: '对照原件填写这一格。',
    cite: format,
  },
  R03: {
    level: 'error',
    title: '表格只有栏目，没有数字',
    repair: '核对是否提供了填好的报告；没有的填0。',
    cite: format,
  },
  R04: {
    level: 'error',
    title: '文件中有不止一份年度报告',
    repair: '把两份报告分开，每次检查一份。',
    cite: reg('50'),
  },
  R05: {
    level: 'warning',
    title: '报告混用两种格式的表头',
    repair: '按报告年度的格式改正表二的栏目。',
    cite: format,
  },
  R06: {
    level: 'error',
    title: '没有找到表格',
    repair: '核对文件是否完整；表格是图片的，请提供文字版。',
    cite: format,
  },
  R07: {
    level: 'error',
    title: '表格缺少应有的行',
    repair: '按报告格式补上缺少的行；没有的填0。',
    cite: format,
  },
  R08: {
    level: 'warning',
    title: '未能确定报告年度或机关名称',
    repair: '在标题中写明机关名称和年度。',
    cite: reg('50'),
  },
  R09: {
    level: 'warning',
    title: '原件读不清，由工作人员对照原件填写',
    repair: '对照原件再核对一次。',
    cite: reg('50'),
  },
  R11: {
    level: 'error',
    title: '没有使用报告年度的格式',
    repair: '按报告年度的格式重新填写；两种格式不能换算。',
    cite: format,
  },
  R10: {
    level: 'warning',
    title: '用来对照的不是本机关上一年度的报告',
    repair: '换用本机关上一年度的报告；机关更名、合并的，人工核对结转。',
    cite: format,
  },
  R12: {
    level: 'warning',
    title: '没有上年报告可核对',
    repair: '把上一年度公布的报告导入存档，再核对上年结转。',
    cite: format,
  },
} as const satisfies Record<string, FindingCodeForm>

export type FindingCode = keyof typeof FINDING_CODES

/**
 * What may stand for a stated reason: last year was corrected or organs merged (X4); a fixed expression is fixed (L05, L06). It then
 * needs an explanation, not a repair; without one the report goes no further.
 */
export const EXPLAINABLE: ReadonlySet<string> = new Set<FindingCode>(['X4', 'L05', 'L06'])
