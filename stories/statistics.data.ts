/** 统计 S01–S18: a case as its acts, and where the annual report counts it (国办公开办函〔2021〕30号). */
import type { DisputeColumn, DisputeGroup, RequestRow } from '../src/law/reports/model.ts'
import type { Outcome, RequesterKind } from '../src/law/requests/vocabulary.ts'
import { localDate } from '../src/law/date.ts'
import type { Act } from '../src/record/requests/acts.ts'

export interface StatisticsStory {
  id: string
  title: string
  requester: RequesterKind
  acts: Act[]
  /** Rows of table 三 in which it counts, by year. */
  then: Record<number, RequestRow[]>
  /** Cells of table 四 in which it counts, by year. */
  disputes?: Record<number, [DisputeGroup, DisputeColumn][]>
}

const on = localDate
const received = (day: string): Act => ({ kind: 'received', on: on(day), via: 'signed-mail' })
const replied = (day: string, outcome: Outcome): Act => ({ kind: 'replied', on: on(day), outcome, digest: 'd' })
/** Received on 3 March 2025 and answered on the 24th. */
const answered = (outcome: Outcome): Act[] => [received('2025-03-03'), replied('2025-03-24', outcome)]
const in2025 = (row: RequestRow): Record<number, RequestRow[]> => ({ 2025: ['received', row, 'handled'] })

export const STATISTICS_STORIES: StatisticsStory[] = [
  {
    id: 'S01',
    title: '家长申请学区划分图，以电子邮件提供',
    requester: 'naturalPerson',
    acts: answered('granted'),
    then: in2025('granted'),
  },
  {
    id: 'S02',
    title: '公司申请招标文件，隐去商业秘密后提供：只计部分公开，不另计第三方权益',
    requester: 'business',
    acts: answered('partial'),
    then: in2025('partial'),
  },
  {
    id: 'S03',
    title: '人事调查材料，以内部事务信息不予公开',
    requester: 'naturalPerson',
    acts: answered('withheld.internalAffairs'),
    then: in2025('withheld.internalAffairs'),
  },
  {
    id: 'S04',
    title: '申请局务会讨论记录，不予公开',
    requester: 'naturalPerson',
    acts: answered('withheld.processInformation'),
    then: in2025('withheld.processInformation'),
  },
  {
    id: 'S05',
    title: '“我的孩子为什么没有录取”，以信息公开申请形式提出',
    requester: 'naturalPerson',
    acts: answered('notProcessed.petition'),
    then: in2025('notProcessed.petition'),
  },
  {
    id: 'S06',
    title: '申请去年各村受资助学生名单，没有这样的统计表',
    requester: 'naturalPerson',
    acts: answered('unable.needsMaking'),
    then: in2025('unable.needsMaking'),
  },
  {
    id: 'S07',
    title: '向教育局申请用地审批，告知由自然资源局负责：计入本机关不掌握',
    requester: 'naturalPerson',
    acts: answered('unable.notOurs'),
    then: in2025('unable.notHeld'),
  },
  {
    id: 'S08',
    title: '再次申请五月已经答复的内容',
    requester: 'naturalPerson',
    acts: answered('notProcessed.repeated'),
    then: in2025('notProcessed.repeated'),
  },
  {
    id: 'S09',
    title: '律师事务所以自己名义申请网站上已有的考试统计：计入予以公开、法律服务机构',
    requester: 'legalService',
    acts: answered('granted.alreadyPublished'),
    then: in2025('granted'),
  },
  {
    id: 'S10',
    title: '告知补正后没有补正，期限十一月届满',
    requester: 'naturalPerson',
    acts: [
      received('2025-10-13'),
      { kind: 'correction-asked', on: on('2025-10-16'), items: '名称', replyBy: on('2025-11-07') },
      { kind: 'correction-lapsed', on: on('2025-11-10') },
    ],
    then: in2025('other.correctionLapsed'),
  },
  {
    id: 'S11',
    title: '收费通知逾期未缴',
    requester: 'naturalPerson',
    acts: [
      received('2025-03-03'),
      { kind: 'fee-noticed', on: on('2025-03-10'), noticeReceived: on('2025-03-11'), yuan: 500, scale: 'item', quantity: 5 },
      { kind: 'fee-lapsed', on: on('2025-04-10') },
    ],
    then: in2025('other.feeUnpaid'),
  },
  {
    id: 'S12',
    title: '申请人第五日撤回',
    requester: 'naturalPerson',
    acts: [received('2025-03-03'), { kind: 'withdrawn', on: on('2025-03-07') }],
    then: in2025('other.other'),
  },
  {
    id: 'S13',
    title: '12月20日收到，12月31日仍在征求第三方意见：本年新收并结转，次年上年结转并计结果',
    requester: 'business',
    acts: [
      received('2024-12-20'),
      { kind: 'third-party-asked', on: on('2024-12-25'), party: 'A' },
      { kind: 'third-party-answered', on: on('2025-01-10'), party: 'A', consents: true },
      replied('2025-01-20', 'granted'),
    ],
    then: { 2024: ['received', 'carriedForward'], 2025: ['carriedOver', 'granted', 'handled'] },
  },
  {
    id: 'S14',
    title: '要求在已有的复印件上盖章证明属实',
    requester: 'naturalPerson',
    acts: answered('notProcessed.reconfirmation'),
    then: in2025('notProcessed.reconfirmation'),
  },
  {
    id: 'S15甲',
    title: '向登记机构本身申请不动产登记资料：属于行政查询事项',
    requester: 'naturalPerson',
    acts: answered('withheld.adminQuery'),
    then: in2025('withheld.adminQuery'),
  },
  {
    id: 'S15乙',
    title: '向教育局申请不动产登记资料：不属于本机关负责，同 S07',
    requester: 'naturalPerson',
    acts: answered('unable.notOurs'),
    then: in2025('unable.notHeld'),
  },
  {
    id: 'S16',
    title: '过程性信息不予公开，年内县政府复议维持，12月31日诉讼未结：复议维持1，复议后起诉尚未审结1',
    requester: 'naturalPerson',
    acts: [
      ...answered('withheld.processInformation'),
      { kind: 'disputed', on: on('2025-05-06'), dispute: '复1', body: 'reconsideration', result: 'pending' },
      { kind: 'disputed', on: on('2025-07-01'), dispute: '复1', body: 'reconsideration', result: 'upheld' },
      { kind: 'disputed', on: on('2025-07-14'), dispute: '诉1', body: 'litigationAfterReconsideration', result: 'pending' },
    ],
    then: in2025('withheld.processInformation'),
    disputes: {
      2025: [
        ['reconsideration', 'upheld'],
        ['litigationAfterReconsideration', 'pending'],
      ],
    },
  },
  {
    id: 'S16续',
    title: '该诉讼次年驳回诉讼请求：次年计入结果维持，复议不再计',
    requester: 'naturalPerson',
    acts: [
      ...answered('withheld.processInformation'),
      { kind: 'disputed', on: on('2025-07-01'), dispute: '复1', body: 'reconsideration', result: 'upheld' },
      { kind: 'disputed', on: on('2025-07-14'), dispute: '诉1', body: 'litigationAfterReconsideration', result: 'pending' },
      { kind: 'disputed', on: on('2026-01-20'), dispute: '诉1', body: 'litigationAfterReconsideration', result: 'upheld' },
    ],
    then: { ...in2025('withheld.processInformation'), 2026: [] },
    disputes: { 2026: [['litigationAfterReconsideration', 'upheld']] },
  },
]

/** The small year of the notes: received and carried over equal handled and carried forward. */
export const SMALL_YEAR: { outcome: Outcome | null; received: string; closed: string | null }[] = [
  { outcome: 'granted', received: '2024-12-20', closed: '2025-01-10' },
  ...(
    [
      'granted',
      'granted',
      'granted.alreadyPublished',
      'partial',
      'withheld.internalAffairs',
      'unable.notHeld',
      'unable.notOurs',
    ] as const
  ).map((outcome) => ({ outcome, received: '2025-04-01', closed: '2025-04-20' })),
  ...(['notProcessed.petition', 'other.correctionLapsed', 'other.withdrawn'] as const).map((outcome) => ({
    outcome,
    received: '2025-06-03',
    closed: '2025-06-24',
  })),
  { outcome: null, received: '2025-12-25', closed: null },
]
