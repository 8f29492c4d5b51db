/** What each act's form says of itself. */
import { SEARCH_BY } from '../../../law/requests/search.ts'
import { cite, civilProcedure, reg, whole } from '../../../law/cite.ts'
import type { FormKind } from '../case/deeds.ts'

const fee = cite(whole('feeMeasures'))

export const EXPLAINED: Record<FormKind, string> = {
  contacted: `联系申请人的每一次都登记，联系不上的也登记：这是已经及时联系的证明（${cite(reg('31'))}；${cite(whole('receiptReply'))}）。`,
  received: `与申请人取得联系、双方确认的日期就是收到申请之日，答复期限自次日起算（${cite(reg('31'))}）。`,
  'correction-asked': `申请内容不明确的，收到申请之日起七个工作日内一次性告知需要补正的事项和合理的补正期限（${cite(reg('30'))}）。登记后生成补正告知书。`,
  'correction-received': `答复期限自收到补正之日起重新计算（${cite(reg('30'))}）；告知补正晚于七个工作日的，责令重新答复以后才补来的，期限照原来的计算。`,
  'correction-lapsed': `申请人无正当理由逾期不补正的，视为放弃申请，不再处理（${cite(reg('30'))}）。`,
  'reasons-asked': `申请的数量、频次明显超过合理范围的，可以要求申请人说明理由（${cite(reg('35'))}）。`,
  'reasons-given': `理由合理但不能按期答复的，可以确定延迟答复的合理期限（${cite(reg('35'))}）。`,
  deferred: `确定延迟答复的合理期限并告知申请人（${cite(reg('35'))}）。登记后生成告知书，寄出以后期限才延迟。`,
  searched: `每检索一处登记一次：在哪里、谁、用什么词、查哪段时间、结果如何；答复“信息不存在”要有充分、合理的检索（${cite(SEARCH_BY)}）。`,
  'third-party-asked': `书面征求第三方意见，第三方自收到征求意见书之日起十五个工作日内提出（${cite(reg('32'))}）；征求意见的时间不计入答复期限。`,
  'third-party-answered': `第三方不同意且有合理理由的不予公开；不公开可能对公共利益造成重大影响的，可以公开（${cite(reg('32'))}）。`,
  'agency-asked': `共同制作的信息征求共同制作机关意见（${cite(reg('34'))}）；确有需要时可以征求其他机关意见，时间不计入答复期限（${cite(reg('33.3'))}）。`,
  'agency-answered': `共同制作机关自收到征求意见书之日起十五个工作日内提出意见，逾期未提出的视为同意公开（${cite(reg('34'))}）；其他机关的意见供本机关决定时参考，没有答复不视为同意（${cite(reg('33.3'))}）。`,
  'fee-noticed': `申请的数量、频次明显超过合理范围的，可以收取信息处理费（${cite(reg('42'))}；${fee}）。收费通知须在答复期限届满以前发出。`,
  'fee-waived': `是否收取由本机关决定：规定的是“可以收取”（${cite(reg('42'))}）。决定不收的，写明理由存卷。`,
  'fee-paid': `答复期限自申请人缴清费用次日起重新计算（${fee}）。`,
  'fee-lapsed': `申请人自收到收费通知次日起二十个工作日内未缴纳的，视为放弃申请（${fee}）。`,
  'notice-received': '除答复以外的文书，对方收到的日期和凭证登记在这里；补正、意见、缴费的期限从这一天起算。',
  dispatched: `文书在哪一天、以什么方式离开本机关。邮寄只能通过邮政企业，以交邮之日判断是否按期（${cite(whole('serviceReply'))}）；对方收到另行登记。`,
  'mail-returned': '邮件退回、当面没有送到的登记在这里；之后可以再次交寄，或者换一种方式。',
  'notice-published': `其他方式都不能送达的，可以公告，期满视为送达（${cite(civilProcedure('95'))}）；案卷中记明原因和经过。`,
  extended: `需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，延长最长不得超过二十个工作日（${cite(reg('33.2'))}）。登记后生成告知书，寄出以后期限才延长。`,
  replied: '发出已批准的答复：生成正式告知书并编文号。答复是否按期，以发出之日为准。',
  served: `申请人收到之日起计算复议、诉讼期限；须留存送达凭证（${cite(whole('serviceReply'))}）。`,
  withdrawn: '申请人自愿撤回的登记在这里；不得劝说、代替申请人撤回。',
  annulled:
    '登记有误时用。有误的一步仍保留在案卷中，标明不计；期限按其余各步重新计算。已经寄出、收到的决定和只能告知一次的文书，不能这样撤销。',
  disputed: '申请人就本件申请行政复议、提起行政诉讼的受理和结果，计入年度报告第四部分。',
}

export const DAY_LABELS: Partial<Record<FormKind, string>> = {
  contacted: '联系之日',
  received: '双方确认之日',
  'correction-asked': '发出告知之日',
  'correction-received': '收到补正之日',
  searched: '检索之日',
  'third-party-asked': '发出征求意见书之日',
  'third-party-answered': '收到意见之日',
  'agency-asked': '发出征求意见函之日',
  'agency-answered': '收到意见之日',
  'fee-noticed': '发出通知之日',
  'fee-paid': '缴清之日',
  'notice-received': '对方收到之日',
  dispatched: '交寄或发出之日',
  'mail-returned': '退回之日',
  'notice-published': '公告之日',
  extended: '决定延长之日',
  deferred: '决定延迟之日',
  replied: '发出之日',
  served: '申请人收到之日',
  withdrawn: '收到撤回申请之日',
  disputed: '受理或作出结果之日',
}
