/**
 * 口径: where the text is open, a named question with its options and default (source: the project's own legal notes; each
 * may be changed by a lawyer per agency). Keys are those of the machine interface.
 */
export interface Readings {
  /** 征求意见期间如何扣除: A `(sent, received]`, B `[sent, received)` */
  suspendMode: 'A' | 'B'
  /** 超过七个工作日才要求补正，答复期限是否仍重新计算 */
  lateCorrectionNotice: 'restarts' | 'does-not'
  /** 电子邮件申请的收到之日 */
  email: 'confirmation' | 'arrival'
  /** 网上申请的收到之日 */
  web: 'confirmation' | 'submission'
  /** 电子送达之日 */
  electronicService: 'sent' | 'arrived'
  /** 延长答复期限的上限（工作日） */
  extensionMax: number
  /** 征求意见逾期后答复，扣除到何日 */
  lateAnswer: 'earlier' | 'answer'
  /** 征求意见跨越重新计算之日 */
  straddle: 'part-after-restart' | 'whole'
  /** 重新计算后，此前的延长 */
  extensionAfterRestart: 'fresh' | 'carried-over'
  /** 建议补正期限（工作日） */
  correctionPeriodWorkingDays: number
  /** 哪些情形可以要求补正 */
  correctionTriggers: 'all' | 'contentOnly'
  /** 收费按件累计的月份以何日为准 */
  feeMonthBasis: 'receipt' | 'submission'
  /** 按量收费的申请是否计入当月件数 */
  feeVolumeCountsAsItem: boolean
  /** 联合申请，按件收费时此前哪些申请算同一申请人的 */
  feeJointCounting: 'firstNamed' | 'anyOfThem'
  /** 一事一申请拆分后的统计 */
  splitCounting: 'asFiled' | 'asSplit'
  /** 个体工商户计入 */
  soleTrader: 'naturalPerson' | 'business' | 'otherOrganisation'
  /** 不属于政府信息公开申请的咨询计入 */
  nonApplication: 'other.other' | 'notProcessed.petition' | 'notCounted'
  /** 行政许可处理决定数量 */
  permitDecisions: 'all' | 'granted'
  /** 2019年格式“规范性文件”的对外公开总数量 */
  publicDocuments: 'all' | 'inForce'
  /** 行政诉讼按争议还是按审级计数 */
  litigationCountBy: 'dispute' | 'instance'
  /** 行政复议逾期未作决定的，表四计入何栏 */
  undecidedReconsideration: 'other' | 'pending'
  /** 更正申请的内部办理目标（工作日） */
  amendmentTargetWorkingDays: number
  /** 复议、诉讼责令重新答复的，新答复是否再计一件 */
  rerunAfterReview: 'notCounted' | 'countAgain'
  /** 复议前置的范围 */
  reviewFirst: 'narrow' | 'wide'
  /** 部分公开中不予公开的部分是否复议前置 */
  partialIsReviewFirst: boolean
  /** 不予公开信息定期评估间隔（月） */
  withheldIntervalMonths: number
  /** 答复“信息不存在”，至少检索几类地方 */
  searchPlaces: number
  /** 答复审批前要经过哪些审查 */
  replyReviews: 'byOutcome' | 'all' | 'legality'
  /** 各项审查至少由几人分别承担（拟稿人不算） */
  reviewPersons: number
  /** 科室内部时限比法定期限提前几个工作日 */
  internalDueWorkingDays: number
  /** 公示期从哪一天起算 */
  publicityFrom: 'nextDay' | 'sameDay'
  /** 对公示的异议，内部多少个工作日内答复 */
  objectionWorkingDays: number
}

export const DEFAULT_READINGS: Readings = {
  suspendMode: 'A',
  lateCorrectionNotice: 'does-not',
  email: 'confirmation',
  web: 'confirmation',
  electronicService: 'arrived',
  extensionMax: 20,
  lateAnswer: 'earlier',
  straddle: 'part-after-restart',
  extensionAfterRestart: 'fresh',
  correctionPeriodWorkingDays: 15,
  correctionTriggers: 'all',
  feeMonthBasis: 'receipt',
  feeVolumeCountsAsItem: true,
  feeJointCounting: 'firstNamed',
  splitCounting: 'asFiled',
  soleTrader: 'business',
  nonApplication: 'other.other',
  permitDecisions: 'all',
  publicDocuments: 'all',
  litigationCountBy: 'dispute',
  undecidedReconsideration: 'other',
  amendmentTargetWorkingDays: 20,
  rerunAfterReview: 'notCounted',
  reviewFirst: 'narrow',
  partialIsReviewFirst: true,
  withheldIntervalMonths: 12,
  searchPlaces: 2,
  replyReviews: 'byOutcome',
  reviewPersons: 3,
  internalDueWorkingDays: 5,
  publicityFrom: 'nextDay',
  objectionWorkingDays: 10,
}

/** A whole number within bounds, where a reading is a quantity. */
export interface Span {
  readonly min: number
  readonly max: number
  readonly unit: string
}

/** One open question: what is asked, what may be answered (value → words), where the question comes from. */
export interface ReadingQuestion {
  readonly question: string
  readonly options: Readonly<Record<string, string>> | Span
  readonly source: string
}

const YES_NO = { true: '是', false: '否' }

/** The questions in the order of {@link Readings}; the settings page and the reference are made from this table. */
export const READING_QUESTIONS: Readonly<Record<keyof Readings, ReadingQuestion>> = {
  suspendMode: {
    question: '征求意见期间如何扣除',
    options: { A: '自发函次日起，至收到意见当日止', B: '自发函当日起，至收到意见前一日止' },
    source: '《条例》第三十三条第三款；未规定起止日',
  },
  lateCorrectionNotice: {
    question: '超过七个工作日才告知补正，答复期限是否仍重新计算',
    options: { restarts: '仍重新计算', 'does-not': '不重新计算' },
    source: '《条例》第三十条；未规定逾期告知的后果',
  },
  email: {
    question: '电子邮件申请的收到之日',
    options: { confirmation: '双方确认之日', arrival: '邮件到达之日' },
    source: '《条例》第三十一条第（三）项；国办公开办函〔2015〕207号',
  },
  web: {
    question: '网上申请的收到之日',
    options: { confirmation: '双方确认之日', submission: '提交之日' },
    source: '《条例》第三十一条第（三）项',
  },
  electronicService: {
    question: '电子送达之日',
    options: { sent: '发出之日', arrived: '到达申请人系统之日' },
    source: '国办公开办函〔2016〕235号；《民事诉讼法》第九十条（参照）',
  },
  extensionMax: {
    question: '延长答复期限的上限',
    options: { min: 1, max: 20, unit: '个工作日' },
    source: '《条例》第三十三条第二款：最长不得超过二十个工作日',
  },
  lateAnswer: {
    question: '第三方或共同制作机关逾期才答复，扣除到何日',
    options: { earlier: '答复之日与期限届满日中较早的一日', answer: '答复之日' },
    source: '《条例》第三十二条、第三十三条第三款、第三十四条',
  },
  straddle: {
    question: '征求意见期间跨越重新计算之日，如何扣除',
    options: { 'part-after-restart': '只扣除重新计算之后的部分', whole: '全部扣除' },
    source: '《条例》第三十条、第三十三条第三款；未规定',
  },
  extensionAfterRestart: {
    question: '答复期限重新计算后，此前的延长',
    options: { fresh: '不再沿用', 'carried-over': '继续有效' },
    source: '《条例》第三十条、第三十三条第二款；未规定',
  },
  correctionPeriodWorkingDays: {
    question: '建议的补正期限',
    options: { min: 1, max: 120, unit: '个工作日' },
    source: '《条例》第三十条：合理的补正期限',
  },
  correctionTriggers: {
    question: '哪些情形可以要求补正',
    options: { all: '内容不明确，身份或联系方式不清楚无法送达，代理人没有委托书', contentOnly: '只限申请内容不明确' },
    source: '《条例》第三十条只写明内容不明确；第二十九条第二款列明申请应当包括的内容',
  },
  feeMonthBasis: {
    question: '按件收费的月份以何日为准',
    options: { receipt: '收到申请之日', submission: '提交申请之日' },
    source: '《信息处理费管理办法》第四条；未规定',
  },
  feeVolumeCountsAsItem: {
    question: '按量收费的申请是否计入当月件数',
    options: YES_NO,
    source: '《信息处理费管理办法》第三条至第五条；未规定',
  },
  feeJointCounting: {
    question: '几人联合申请，按件收费时当月此前的哪些申请一并累计',
    options: { firstNamed: '只累计列名第一的申请人的', anyOfThem: '任何一名联合申请人提出的都累计' },
    source: '《政府信息公开信息处理费管理办法》第四条：同一申请人；联合申请未规定，默认少收',
  },
  splitCounting: {
    question: '一份申请拆分为多项的，年度报告如何计数',
    options: { asFiled: '按申请件数', asSplit: '按拆分后件数' },
    source: '年度报告格式填报说明；未规定',
  },
  soleTrader: {
    question: '个体工商户计入哪一类申请人',
    options: { naturalPerson: '自然人', business: '商业企业', otherOrganisation: '其他' },
    source: '年度报告格式填报说明；未规定',
  },
  nonApplication: {
    question: '不属于政府信息公开申请的咨询计入哪一行',
    options: { 'other.other': '（六）3.其他', 'notProcessed.petition': '（五）1.信访举报投诉类申请', notCounted: '不计入' },
    source: '年度报告格式填报说明；未规定',
  },
  permitDecisions: {
    question: '行政许可处理决定数量如何计数',
    options: { all: '准予与不予都计', granted: '只计准予' },
    source: '年度报告格式填报说明；未规定',
  },
  publicDocuments: {
    question: '2019、2020年度报告中规范性文件的“对外公开总数量”计哪些',
    options: { all: '年末已经公开的全部', inForce: '只计其中现行有效的' },
    source: '国办公开办函〔2019〕60号（试行格式）；未规定',
  },
  litigationCountBy: {
    question: '行政诉讼如何计数',
    options: { dispute: '按争议', instance: '按审级' },
    source: '年度报告格式填报说明；未规定',
  },
  undecidedReconsideration: {
    question: '行政复议逾期未作决定（登记了这一结果）的，年度报告第四部分计入哪一栏',
    options: { other: '其他结果', pending: '尚未审结' },
    source: '《行政诉讼法》第四十五条；年度报告格式填报说明，未规定',
  },
  amendmentTargetWorkingDays: {
    question: '更正与自身相关的政府信息记录，内部多少个工作日内办结',
    options: { min: 1, max: 120, unit: '个工作日' },
    source: '《条例》第四十一条；未规定期限',
  },
  rerunAfterReview: {
    question: '复议、诉讼责令重新答复的，新的答复是否再计一件',
    options: { notCounted: '不再计，以原答复计', countAgain: '再计一件新收和办理结果' },
    source: '年度报告格式填报说明；未规定',
  },
  reviewFirst: {
    question: '2024年1月1日至2025年5月31日间，复议前置的范围',
    options: { narrow: '仅依第十四条至第十六条不予公开', wide: '还包括无法提供、不予处理' },
    source: '《行政复议法》第二十三条第一款第（四）项；法释〔2025〕8号第一条',
  },
  partialIsReviewFirst: {
    question: '部分公开中不予公开的部分是否复议前置',
    options: YES_NO,
    source: '《行政复议法》第二十三条第一款第（四）项',
  },
  withheldIntervalMonths: {
    question: '不予公开的信息多久评估一次',
    options: { min: 1, max: 120, unit: '个月' },
    source: '《条例》第十八条：定期评估审查',
  },
  searchPlaces: {
    question: '答复“信息不存在”，至少检索几类地方',
    options: { min: 1, max: 4, unit: '类' },
    source: '《条例》第三十六条第（四）项：经检索；最高人民法院指导案例101号：充分合理的检索义务',
  },
  replyReviews: {
    question: '答复审批前要经过哪些审查',
    options: {
      byOutcome: '公开、部分公开、不予公开要三项审查，其他答复要合法性审查',
      all: '各类答复都要三项审查',
      legality: '各类答复只要合法性审查',
    },
    source: '《条例》第十七条：审查机制由行政机关建立健全；未规定分工',
  },
  reviewPersons: {
    question: '三项审查至少由几人分别承担（拟稿人不得审查自己的稿子）',
    options: { min: 1, max: 3, unit: '人' },
    source: '《条例》第十七条：明确审查的程序和责任；未规定人数',
  },
  internalDueWorkingDays: {
    question: '科室内部时限比法定期限提前多少',
    options: { min: 0, max: 15, unit: '个工作日' },
    source: '本机关内部管理；《条例》第三十三条只规定答复期限',
  },
  publicityFrom: {
    question: '公示期从哪一天起算',
    options: { nextDay: '公示之日不算，从次日起算', sameDay: '公示当天算一天' },
    source: '《民法典》第二百零一条（参照）：开始的当日不计入；有关公示的规定没有写明',
  },
  objectionWorkingDays: {
    question: '对公示的异议，内部多少个工作日内答复',
    options: { min: 1, max: 60, unit: '个工作日' },
    source: '有关公示的规定没有统一的期限，由本机关定',
  },
}

function isSpan(options: ReadingQuestion['options']): options is Span {
  return typeof options.min === 'number'
}

/** Whether a value from outside is one that the reading of this name may take. */
export function isReadingValue(key: keyof Readings, value: unknown): boolean {
  const { options } = READING_QUESTIONS[key]
  if (isSpan(options)) return Number.isInteger(value) && (value as number) >= options.min && (value as number) <= options.max
  if (typeof DEFAULT_READINGS[key] === 'boolean') return typeof value === 'boolean'
  return typeof value === 'string' && Object.hasOwn(options, value)
}
