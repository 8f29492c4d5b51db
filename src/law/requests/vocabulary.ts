/**
 * The words of 依申请公开 that other rooms share. Ids are those of the machine interfaces (report rows, limits, acts), so one
 * word means one thing from the command line to the database.
 */

/** 申请人类型 — the six columns of table 三, in the order of the form. */
export const REQUESTER_KINDS = [
  'naturalPerson',
  'business',
  'research',
  'publicBenefit',
  'legalService',
  'otherOrganisation',
] as const
export type RequesterKind = (typeof REQUESTER_KINDS)[number]

export const REQUESTER_KIND_WORDS: Record<RequesterKind, string> = {
  naturalPerson: '自然人',
  business: '商业企业',
  research: '科研机构',
  publicBenefit: '社会公益组织',
  legalService: '法律服务机构',
  otherOrganisation: '其他',
}

/** 申请渠道 (Art 28, 31; 国办公开办函〔2015〕207号). */
export const INTAKE_CHANNELS = [
  'in-person',
  'signed-mail',
  'ordinary-mail',
  'other-desk',
  'web',
  'fax',
  'email',
  'oral',
  'announced-channel',
] as const
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number]

export const INTAKE_CHANNEL_WORDS: Record<IntakeChannel, string> = {
  'in-person': '当面提交',
  'signed-mail': '挂号信或特快专递',
  'ordinary-mail': '平常信函',
  'other-desk': '无需签收的信函寄到其他科室或个人',
  web: '互联网渠道',
  fax: '传真',
  email: '电子邮件',
  oral: '口头申请（代为填写）',
  'announced-channel': '其他公布的渠道',
}

/** 办理结果 — the result rows of table 三 (format 2021), leaf rows only. */
export const RESULT_ROWS = [
  'granted',
  'partial',
  'withheld.stateSecret',
  'withheld.forbiddenByLaw',
  'withheld.securityAndStability',
  'withheld.thirdParty',
  'withheld.internalAffairs',
  'withheld.processInformation',
  'withheld.enforcementFile',
  'withheld.adminQuery',
  'unable.notHeld',
  'unable.needsMaking',
  'unable.stillUnclear',
  'notProcessed.petition',
  'notProcessed.repeated',
  'notProcessed.publishedWork',
  'notProcessed.excessive',
  'notProcessed.reconfirmation',
  'other.correctionLapsed',
  'other.feeUnpaid',
  'other.other',
] as const
export type ResultRow = (typeof RESULT_ROWS)[number]

/**
 * 答复类型 — at least as fine as the finest report: a result row, or a situation that law words differently but the report
 * counts in the same row (36(1) beside 36(2); 36(5) beside 36(4); withdrawal and what lies in the archives in (六)3).
 */
export const OUTCOMES = [
  ...RESULT_ROWS,
  'granted.alreadyPublished',
  'unable.notOurs',
  'other.archives',
  'other.withdrawn',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** 送达方式 (国办公开办函〔2016〕235号; 民事诉讼法 92 for public notice). Couriers are not among them: only the postal enterprise is. */
export const SERVICE_METHODS = ['in-person', 'signed-mail', 'electronic', 'entrusted', 'public-notice'] as const
export type ServiceMethod = (typeof SERVICE_METHODS)[number]

export const SERVICE_METHOD_WORDS: Record<ServiceMethod, string> = {
  'in-person': '直接送达',
  'signed-mail': '邮政企业邮寄送达',
  electronic: '电子送达',
  entrusted: '委托其他行政机关代为送达',
  'public-notice': '公告送达',
}

/** Whose decision may order a new answer. */
export const REVIEW_BODIES = ['reconsideration', 'litigation', 'complaint'] as const
export type ReviewBody = (typeof REVIEW_BODIES)[number]

export const REVIEW_BODY_WORDS: Record<ReviewBody, string> = {
  reconsideration: '行政复议机关',
  litigation: '人民法院',
  complaint: '主管部门或上一级行政机关',
}

/** 期限 — every limit that the clock may set running. */
export const LIMITS = [
  'confirmation',
  'correctionNotice',
  'correction',
  'reasons',
  'thirdParty',
  'coMaker',
  'feePayment',
  'reply',
  'reconsideration',
  'litigation',
] as const
export type Limit = (typeof LIMITS)[number]

export const LIMIT_WORDS: Record<Limit, string> = {
  confirmation: '确认收到申请',
  correctionNotice: '告知补正',
  correction: '提交补正',
  reasons: '说明理由',
  thirdParty: '第三方提出意见',
  coMaker: '共同制作机关提出意见',
  feePayment: '缴纳信息处理费',
  reply: '作出答复',
  reconsideration: '申请行政复议',
  litigation: '提起行政诉讼',
}

/** 办理阶段 */
export const PHASES = [
  'awaitingConfirmation',
  'running',
  'awaitingCorrection',
  'awaitingReasons',
  'awaitingFee',
  'replied',
  'served',
  'withdrawn',
  'lapsed',
] as const
export type Phase = (typeof PHASES)[number]

export const PHASE_WORDS: Record<Phase, string> = {
  awaitingConfirmation: '待确认收到',
  running: '办理中',
  awaitingCorrection: '待补正',
  awaitingReasons: '待说明理由',
  awaitingFee: '待缴费',
  replied: '已答复待送达',
  served: '已送达',
  withdrawn: '已撤回',
  lapsed: '不再处理',
}
