import type { Breach } from '../../../law/requests/clock-types.ts'
import type { Limit } from '../../../law/requests/vocabulary.ts'

/** Each limit as the case page names it. */
export const LIMIT_WORDS: Record<Limit, string> = {
  confirmation: '与申请人确认',
  correctionNotice: '告知补正的期限',
  correction: '申请人补正',
  reasons: '申请人说明理由',
  thirdParty: '第三方提出意见',
  coMaker: '共同制作机关提出意见',
  feePayment: '申请人缴费',
  reply: '答复期限',
  reconsideration: '申请行政复议',
  litigation: '提起行政诉讼',
}

export const BREACH_WORDS: Record<Breach['what'], string> = {
  ...LIMIT_WORDS,
  reply: '逾期答复',
  correctionNotice: '逾期告知补正',
  confirmation: '未及时与申请人确认',
  extensionNotice: '延长答复期限未在期限届满前告知',
  correctionTwice: '要求补正不止一次',
  extensionTooLong: '延长超过法定上限',
}
