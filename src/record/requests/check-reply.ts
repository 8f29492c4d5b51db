/** 答复审查 — refuses a reply that is incomplete (每一类答复应当写明什么) or contradicts the case: all faults at once. */
import { archivesLaw, type Citation, feeMeasures, reg } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import type { Readings } from '../../law/readings.ts'
import type { Refusal } from '../../law/refusal.ts'
import { isAboutContent } from '../../law/requests/correction-triggers.ts'
import { onlyPointsToPublished } from '../../law/requests/fees.ts'
import type { Need } from '../../law/requests/outcomes.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import type { Attachable } from '../outgoing/attached.ts'
import type { RequestCase } from './case.ts'
import { attachmentFaults } from './check-attachments.ts'
import { groundFaults } from './check-grounds.ts'
import { itemFaults, SHORTEST_REASON } from './check-items.ts'
import { contradicts, lacks } from './reply-faults.ts'
import { objectionFaults } from './objections.ts'
import type { ReplyContent } from './reply.ts'
import { groundsOf, needsOf } from './reply-grounds.ts'
import { searchFaults } from './search-record.ts'

/** What the check must know of the case: its history, what was asked, how the agency reads the law, and the day. */
export interface ReplyHistory extends Pick<RequestCase, 'correction' | 'reasons' | 'consultations' | 'searches' | 'fee'> {
  readings: Readings
  /** 说明理由告知书: the day the requester received it, where that is proven. */
  reasonsNoticeOn: LocalDate | null
  /** How many clauses the request numbers; none or one where it numbers none. */
  clauses: number
  /** 答复附件 of the case. */
  files: readonly Attachable[]
  on: LocalDate
}

const asked = (history: ReplyHistory) => history.consultations.filter((one) => one.whom === 'thirdParty')

/** An address that anyone outside can open, down to the page itself and not to the front page: shape only. */
export function isWebAddress(url: string): boolean {
  const [, host = '', rest = ''] = /^https?:\/\/([^/?#\s]+)([/?#]\S*)?$/u.exec(url) ?? []
  const outside = /\.[a-z]{2,}(?::\d+)?$/iu.test(host) || /^(?!127\.|10\.|192\.168\.)\d+\.\d+\.\d+\.\d+(?::\d+)?$/u.test(host)
  return outside && rest.length > 1
}

type Check = (content: ReplyContent, history: ReplyHistory) => Refusal[]

const search: Check = (_, { searches, readings }) => searchFaults(searches, readings)

const remainder: Check = (content) => {
  const faults: Refusal[] = []
  if (content.grounds.length === 0)
    faults.push(lacks('grounds', '没有选择不予公开部分的理由。', '至少选择一项，并与所去掉的内容对应。', reg('37')))
  if (!content.withheldPart)
    faults.push(lacks('withheldPart', '没有写明哪些内容不予公开。', '写明去掉的是什么内容（不必写出内容本身）。', reg('37')))
  return faults
}

const rightAgency: Check = ({ rightAgency: agency }) => {
  if (agency?.undeterminable) return []
  if (!agency?.name)
    return [
      lacks('rightAgency.name', '没有写明由哪个机关负责公开。', '填写机关名称；确实无法确定的，勾选“无法确定”。', reg('36(5)')),
    ]
  return agency.contact
    ? []
    : [lacks('rightAgency.contact', '没有写明该机关的联系方式。', '填写该机关的电话或地址。', reg('36(5)'))]
}

/** 依照什么规定、到哪里: of files in the archives, and of registers that a law opens to inquiry (Art 36(7)). */
const ELSEWHERE: Record<'archives' | 'inquiry', { by: Citation } & Record<'name' | 'place', { say: string; then: string }>> = {
  archives: {
    by: archivesLaw('15'),
    name: { say: '没有写明依照什么规定利用档案。', then: '填写《档案法》等法律、法规的名称和条文。' },
    place: { say: '没有写明到哪个档案馆。', then: '填写国家档案馆的名称、地址。' },
  },
  inquiry: {
    by: reg('36(7)'),
    name: { say: '没有写明依照哪部法律、行政法规办理。', then: '填写法律、行政法规的名称和条文。' },
    place: { say: '没有写明到哪里办理。', then: '填写办理查询的地点或窗口。' },
  },
}

const accessLaw: Check = ({ accessLaw: law, outcome }) => {
  const { by, name, place } = ELSEWHERE[outcome === 'other.archives' ? 'archives' : 'inquiry']
  const faults: Refusal[] = []
  if (!law?.name) faults.push(lacks('accessLaw.name', name.say, name.then, by))
  if (!law?.place) faults.push(lacks('accessLaw.place', place.say, place.then, by))
  return faults
}

const consultation: Check = (content, history) => {
  if (!groundsOf(content).includes('thirdParty')) return []
  const consultations = asked(history)
  if (consultations.length === 0 && !content.knownObjection)
    return [
      lacks(
        'knownObjection',
        '以第三方权益为由不予公开，但没有书面征求过第三方意见。',
        '先征求第三方意见；此前已书面表示不同意的，写明其意见。',
        reg('32'),
      ),
    ]
  if (consultations.length > 0 && consultations.every((one) => one.consents === true))
    return [
      contradicts(
        'outcome',
        '第三方已同意公开，不能再以保护其权益为由不予公开。',
        '改为予以公开，或者选择其他确有依据的理由。',
        reg('15'),
      ),
    ]
  return []
}

const CHECKS: Record<Need, Check> = {
  given: ({ given }) => {
    if (!given?.what) return [lacks('given.what', '没有写明提供的是什么信息。', '填写所提供信息的名称、文号。', reg('36(2)'))]
    // What is attached: check-attachments.ts.
    if (given.way === 'attached' || given.way === 'electronic') return []
    const faults = given.place ? [] : [lacks('given.place', '没有告知获取的途径。', '写明到哪里、找谁获取。', reg('36(2)'))]
    return given.from
      ? faults
      : [...faults, lacks('given.from', '没有告知获取的时间。', '填写从哪一天起可以获取。', reg('36(2)'))]
  },
  publishedAt: ({ publishedAt }) => {
    if (!publishedAt || !(publishedAt.url || publishedAt.place))
      return [lacks('publishedAt.url', '没有告知在哪里可以看到。', '填写准确的网址，或者查阅的地点。', reg('36(1)'))]
    return publishedAt.url && !isWebAddress(publishedAt.url)
      ? [
          lacks(
            'publishedAt.url',
            '所填的网址不完整，或者只到网站首页，申请人找不到这件信息。',
            '打开公开这件信息的网页，从浏览器地址栏完整复制（以 http 开头）。',
            reg('36(1)'),
          ),
        ]
      : []
  },
  remainder,
  reasons: ({ reasons, outcome }) =>
    [...reasons].length >= SHORTEST_REASON
      ? []
      : [
          lacks(
            'reasons',
            '没有说明理由，或者理由过于简单。',
            '写明事实，以及为什么适用所引条款。',
            outcomeRule(outcome).articles[0],
          ),
        ],
  severance: ({ severable }) => {
    if (severable === null) return [lacks('severable', '没有判断能否作区分处理。', '逐页看过后选择“能”或“不能”。', reg('37'))]
    return severable
      ? [contradicts('outcome', '能够作区分处理的，不能整份不予公开。', '改选“部分公开”，提供其余内容。', reg('37'))]
      : []
  },
  // With the rest of the internal opinion: check-grounds.ts.
  groundBasis: () => [],
  consultation,
  search,
  rightAgency,
  earlierCase: ({ earlierCase }) => {
    const faults = earlierCase?.number
      ? []
      : [lacks('earlierCase.number', '没有写明此前答复的文号。', '填写此前答复的文号。', reg('36(6)'))]
    return earlierCase?.on
      ? faults
      : [...faults, lacks('earlierCase.on', '没有写明此前答复的日期。', '填写此前答复的日期。', reg('36(6)'))]
  },
  accessLaw,
  properOutlet: ({ properOutlet }) =>
    properOutlet
      ? []
      : [lacks('properOutlet', '没有告知应通过什么渠道提出。', '填写信访、投诉、举报的受理部门和电话。', reg('39.1'))],
  publicationSource: ({ publicationSource }) =>
    publicationSource
      ? []
      : [lacks('publicationSource', '没有告知公开出版物的获取途径。', '填写到哪里购买、查阅或者下载。', reg('39.2'))],
  correctionHistory: (_, { correction }) => {
    if (!correction?.receivedOn)
      return [
        contradicts(
          'outcome',
          '申请人还没有补正过，不能答复“补正后仍不明确”。',
          '先告知补正；逾期不补正的，登记“逾期不补正”。',
          reg('30'),
        ),
      ]
    return isAboutContent(correction.asked.triggers)
      ? []
      : [
          contradicts(
            'outcome',
            '告知补正时只要求补身份证明等材料，没有问过要的是什么，不能答复“补正后仍不明确”。',
            '补正只能要求一次：联系申请人弄清要的是什么，查找以后按查找的结果答复。',
            reg('30'),
          ),
        ]
  },
  reasonsHistory: (_, { reasons, reasonsNoticeOn }) => {
    if (!reasons)
      return [contradicts('outcome', '没有要求过申请人说明理由，不能直接不予处理。', '先登记“要求说明理由”。', reg('35'))]
    // Silence says nothing of whoever may not have been asked in time to answer.
    if (!reasons.givenOn && !(reasonsNoticeOn && reasonsNoticeOn <= reasons.asked.replyBy))
      return [
        contradicts(
          'outcome',
          reasonsNoticeOn
            ? '申请人收到说明理由告知书时，说明理由的期限已过，不能据此认定没有说明理由。'
            : '申请人收到说明理由告知书还没有登记或者没有凭证，不能认定没有说明理由。',
          reasonsNoticeOn
            ? '请按期答复；申请人补来理由的，登记“收到理由说明”后再判断。'
            : '先送达并用“登记对方收到文书”登记收到之日和凭证；收到理由的，登记“收到理由说明”。',
          reg('35'),
        ),
      ]
    return reasons.reasonable === true
      ? [
          contradicts(
            'outcome',
            '申请人的理由已认定为合理，不能以此不予处理。',
            '按期答复；一时办不完的，确定延迟答复的合理期限。',
            reg('35'),
          ),
        ]
      : []
  },
}

/** What was charged by volume is the price of copies, and here none is given (fee measures Art 5). */
const chargedByVolume: Check = ({ outcome }, { fee }) =>
  onlyPointsToPublished(outcome) && fee?.noticed.scale === 'volume'
    ? [
        contradicts(
          'outcome',
          '已通知申请人按量缴纳信息处理费，答复却只告知到哪里看，没有提供复制件。',
          '先用“更正登记”撤销收费通知，已缴的退还；确要提供复制件的，改为予以公开。',
          feeMeasures('5'),
        ),
      ]
    : []

/** Fields that belong to another outcome and would make the letter contradict itself. */
const strayParts: Check = (content) => {
  const { family } = outcomeRule(content.outcome)
  const faults: Refusal[] = []
  if (content.given?.what && family !== 'granted' && family !== 'partial')
    faults.push(contradicts('given', '既不提供信息，又写明了提供的内容。', '删去提供的内容，或者改选“予以公开”“部分公开”。'))
  if (content.grounds.length > 0 && (content.outcome !== 'partial' || content.items.length > 0))
    faults.push(
      contradicts(
        'grounds',
        '只有整体答复的部分公开才另选不予公开部分的理由。',
        '删去所选理由；逐项答复的，理由写在各项。',
        reg('37'),
      ),
    )
  if (content.withheldPart && family === 'granted')
    faults.push(contradicts('withheldPart', '予以公开的答复中写有不予公开的内容。', '改选“部分公开”。', reg('37')))
  return faults
}

/**
 * Every fault of the reply, each at its field; none means that it may go to approval.
 * @param history the folded case, for what must have happened before (补正、说明理由、征求意见)
 */
export function checkReply(content: ReplyContent, history: ReplyHistory): Refusal[] {
  const { closedBy, zh } = outcomeRule(content.outcome)
  if (closedBy === 'lapse')
    return [
      contradicts(
        'outcome',
        `“${zh}”不是答复，而是期限届满的结果。`,
        '期限届满后登记“逾期不补正”或“逾期未缴费”，系统据此生成告知书。',
      ),
    ]
  if (closedBy === 'withdrawal')
    return [contradicts('outcome', '撤回由申请人提出，不是答复。', '收到撤回申请后登记“申请人撤回”。')]
  const faults = [
    ...itemFaults(content, history.clauses),
    ...[...[...needsOf(content)].map((need) => CHECKS[need]), chargedByVolume, strayParts].flatMap((check) =>
      check(content, history),
    ),
    ...objectionFaults(content, history.consultations),
    ...attachmentFaults(content, history.files),
    ...groundFaults(content, history.on),
  ]
  return faults.filter(
    (fault, index) => faults.findIndex((other) => other.field === fault.field && other.say === fault.say) === index,
  )
}
