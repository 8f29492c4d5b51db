import { chineseDate } from '../../law/date.ts'
import { RETENTION_WORDS } from '../../law/requests/retention.ts'
import { OUTCOME_TABLE } from '../../law/requests/outcomes.ts'
import { REVIEW_ASPECT_WORDS } from '../../law/requests/reviews.ts'
import { SEARCH_PLACE_WORDS } from '../../law/requests/search.ts'
import {
  LEFT_WITNESS_WORDS,
  MAIL_CARRIER_WORDS,
  NOTICE_GROUND_WORDS,
  RETURN_REASON_WORDS,
  SIGNER_WORDS,
} from '../../law/requests/service.ts'
import { type Act, type ActOf, CONTACT_WAY_WORDS } from './acts.ts'
import { INTAKE_CHANNEL_WORDS, REVIEW_BODY_WORDS, SERVICE_METHOD_WORDS } from '../../law/requests/vocabulary.ts'

const DISPUTE_WORDS = {
  reconsideration: '行政复议',
  litigationDirect: '行政诉讼（未经复议直接起诉）',
  litigationAfterReconsideration: '行政诉讼（复议后起诉）',
} as const
const RESULT_WORDS = { pending: '尚未审结', upheld: '结果维持', corrected: '结果纠正', other: '其他结果' } as const

function proofWords(act: ActOf<'served'> | ActOf<'notice-received'>): string[] {
  const words = [
    act.mailNumber && `邮件号码：${act.mailNumber}`,
    act.agency && `受委托机关：${act.agency}`,
    act.signedBy && `${SIGNER_WORDS[act.signedBy]}签收`,
    act.leftBecause && `留置：${act.leftBecause}`,
    act.leftWitness && LEFT_WITNESS_WORDS[act.leftWitness],
    act.proof && `凭证：${act.proof}`,
    act.file && '附有凭证文件',
  ]
  return words.filter((one): one is string => Boolean(one))
}

/** One line of detail for the timeline: what the act's date alone does not say. */
export function actDetail(act: Act): string {
  switch (act.kind) {
    case 'submitted':
      return INTAKE_CHANNEL_WORDS[act.via] + (act.signedAt ? `（${act.signedAt}签收）` : '')
    case 'contacted':
      return `${CONTACT_WAY_WORDS[act.how]}联系，${act.reached ? '已联系上' : '未联系上'}${act.note ? `：${act.note}` : ''}`
    case 'split':
      return `一份申请拆分为 ${act.of} 件，本件为第 ${act.position} 件`
    case 'received':
      return act.via ? INTAKE_CHANNEL_WORDS[act.via] : ''
    case 'correction-asked':
      return `${act.items}（补正期限至${chineseDate(act.replyBy)}）`
    case 'reasons-asked':
      return `${act.facts}（请于${chineseDate(act.replyBy)}前说明）`
    case 'reasons-given':
      return act.reasonable === undefined ? '' : act.reasonable ? '理由合理' : '理由不合理'
    case 'deferred':
      return `延迟至${chineseDate(act.until)}答复：${act.reason}`
    case 'third-party-asked':
      return act.party + (act.letterReceived ? `（${chineseDate(act.letterReceived)}收到征求意见书）` : '')
    case 'third-party-answered':
      return `${act.party}：${act.consents ? '同意公开' : `不同意公开${act.reasons ? `，理由：${act.reasons}` : ''}`}`
    case 'agency-asked':
      return `${act.agency}（${act.as === 'co-maker' ? '共同制作机关' : '其他机关'}${act.answerBy ? `，请于${chineseDate(act.answerBy)}前答复` : ''}）`
    case 'agency-answered':
      return `${act.agency}：${act.silent ? '没有答复，不再等待' : act.consents ? '同意公开' : '不同意公开'}`
    case 'fee-noticed':
      return `${act.yuan} 元（${act.scale === 'item' ? '按件' : '按量'}计收）`
    case 'fee-waived':
      return act.yuan ? `按标准 ${act.yuan} 元，不收取：${act.reason}` : act.reason
    case 'notice-received':
      return [act.letter, act.by && SERVICE_METHOD_WORDS[act.by], ...proofWords(act)].filter(Boolean).join('，')
    case 'dispatched':
      return [
        act.letter,
        act.carrier ? MAIL_CARRIER_WORDS[act.carrier] : SERVICE_METHOD_WORDS[act.by],
        act.mailNumber,
        act.agency && `委托${act.agency}`,
        act.offeredOn && `此前已于${chineseDate(act.offeredOn)}在网上提供`,
        act.note,
      ]
        .filter(Boolean)
        .join('，')
    case 'mail-returned':
      return RETURN_REASON_WORDS[act.because] + (act.note ? `：${act.note}` : '')
    case 'notice-published':
      return `${act.letter}，公告于${act.outlet}（${NOTICE_GROUND_WORDS[act.because]}：${act.account}）`
    case 'extended':
      return `延长 ${act.workingDays} 个工作日：${act.reason}`
    case 'searched':
      return `${SEARCH_PLACE_WORDS[act.where]}：${act.place}；关键词：${act.keywords.join('、')}；${act.result}`
    case 'reply-reviewed':
      return `${REVIEW_ASPECT_WORDS[act.aspect]}：${act.conclusion === 'pass' ? '通过' : '退回'}${act.note ? `。${act.note}` : ''}`
    case 'reply-approved':
      return OUTCOME_TABLE[act.outcome].zh
    case 'replied':
      return OUTCOME_TABLE[act.outcome].zh
    case 'served': {
      const proofs = proofWords(act)
      return SERVICE_METHOD_WORDS[act.by] + (proofs.length > 0 ? `（${proofs.join('，')}）` : '')
    }
    case 'annulled':
      return `撤销第 ${act.of + 1} 步：${act.reason}`
    case 'reopened':
      return `${REVIEW_BODY_WORDS[act.by]}的决定（${act.dispute}）${act.replyBy ? `，限于${chineseDate(act.replyBy)}前答复` : ''}`
    case 'disputed':
      return `${DISPUTE_WORDS[act.body]}：${RESULT_WORDS[act.result]}`
    case 'archived':
      return `案卷号${act.volume}，保管期限${RETENTION_WORDS[act.retention]}`
    case 'archive-transferred':
      return `移交${act.to}`
    case 'correction-received':
    case 'correction-lapsed':
    case 'fee-paid':
    case 'fee-lapsed':
    case 'withdrawn':
      return act.note ?? ''
  }
}
