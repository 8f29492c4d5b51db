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
  /** 收费按件累计的月份以何日为准 */
  feeMonthBasis: 'receipt' | 'submission'
  /** 按量收费的申请是否计入当月件数 */
  feeVolumeCountsAsItem: boolean
  /** 一事一申请拆分后的统计 */
  splitCounting: 'asFiled' | 'asSplit'
  /** 个体工商户计入 */
  soleTrader: 'naturalPerson' | 'business' | 'otherOrganisation'
  /** 不属于政府信息公开申请的咨询计入 */
  nonApplication: 'other.other' | 'notProcessed.petition' | 'notCounted'
  /** 行政许可处理决定数量 */
  permitDecisions: 'all' | 'granted'
  /** 行政诉讼按争议还是按审级计数 */
  litigationCountBy: 'dispute' | 'instance'
  /** 复议前置的范围 */
  reviewFirst: 'narrow' | 'wide'
  /** 部分公开中不予公开的部分是否复议前置 */
  partialIsReviewFirst: boolean
  /** 不予公开信息定期评估间隔（月） */
  withheldIntervalMonths: number
}
