import { localDate } from '../src/law/date.ts'
import type { RefusalCode } from '../src/law/refusals.ts'
import { decisionFaults } from '../src/record/amendments/check.ts'
import { type AmendmentAct, amendmentRefusal, foldAmendment } from '../src/record/amendments/fold.ts'
import { type AmendmentDecisionInput, amendmentDecisionSchema } from '../src/record/amendments/model.ts'
import type { Story } from './story.ts'

/** 更正与自身相关的政府信息记录 (Art 41): which decisions can stand, and in which order they come. */
export interface AmendmentStory extends Story {
  answer: () => (RefusalCode | undefined)[]
  expect: RefusalCode[]
}

const decided =
  (decision: AmendmentDecisionInput, proven = true) =>
  () =>
    decisionFaults(amendmentDecisionSchema.parse(decision), proven).map(({ code }) => code)

const act = (kind: AmendmentAct['kind'], on: string, actorId = '承办人'): AmendmentAct => ({ kind, on: localDate(on), actorId })
const RECEIVED = act('received', '2026-03-02')

const next =
  (kind: AmendmentAct['kind'], ...acts: AmendmentAct[]) =>
  () => {
    const refusal = amendmentRefusal(kind, foldAmendment([RECEIVED, ...acts], null))
    return refusal ? [refusal.code] : []
  }

export const amendmentStories: AmendmentStory[] = [
  {
    id: 'A01',
    title: '有证据的予以更正',
    articles: '《条例》第四十一条',
    given: '申请人提交户口簿，学籍登记表上的出生日期有误；本机关有权更正',
    when: '拟写予以更正的决定，写明出生日期登记为3月5日',
    then: '可以作出；告知书写明更正后的记录',
    answer: decided({ result: 'amended', correctedTo: '出生日期登记为3月5日' }),
    expect: [],
  },
  {
    id: 'A02',
    title: '没有证据的不能更正',
    articles: '《条例》第四十一条',
    given: '申请人称记录有误，没有提交证据，本机关也没有查明的依据',
    when: '拟写予以更正的决定',
    then: '不能作出；先补充证据',
    answer: decided({ result: 'amended', correctedTo: '出生日期登记为3月5日' }, false),
    expect: ['field-missing'],
  },
  {
    id: 'A03',
    title: '更正须告知更正后的记录',
    articles: '《条例》第四十一条',
    given: '证据充分',
    when: '只写“予以更正”，没有写更正为什么',
    then: '不能作出：申请人无从知道记录改成了什么',
    answer: decided({ result: 'amended' }),
    expect: ['field-missing'],
  },
  {
    id: 'A04',
    title: '不予更正须说明理由',
    articles: '《条例》第四十一条',
    given: '经核对，证据不能证明记录不准确',
    when: '拟写不予更正的决定，没有写理由',
    then: '不能作出；写明核查经过和理由后可以',
    answer: decided({ result: 'refused' }),
    expect: ['field-missing'],
  },
  {
    id: 'A05',
    title: '不属于本机关职能范围的，转送或者指引',
    articles: '《条例》第四十一条',
    given: '户籍登记有误，更正权在公安机关；写明机关名称和联系方式',
    when: '拟写转送有权更正的机关的决定',
    then: '可以作出，并告知申请人',
    answer: decided({ result: 'transferred', to: { name: '云岭县公安局', contact: '0970-1234567' } }, false),
    expect: [],
  },
  {
    id: 'A06',
    title: '没有写明向哪个机关提出的，不能只说“不归我管”',
    articles: '《条例》第四十一条',
    given: '更正权在其他机关，没有写明机关和联系方式',
    when: '拟写告知向有权更正的机关提出的决定',
    then: '不能作出',
    answer: decided({ result: 'pointed' }),
    expect: ['field-missing'],
  },
  {
    id: 'A07',
    title: '没有送审的不能批准',
    articles: '《条例》第四十一条；答复审批的规则',
    given: '3月2日收到更正申请，还没有拟稿',
    when: '负责人批准',
    then: '不能批准：没有等待审批的决定稿',
    answer: next('decided'),
    expect: ['approval-needed'],
  },
  {
    id: 'A08',
    title: '退回的须重新送审',
    articles: '《条例》第四十一条；答复审批的规则',
    given: '3月3日送审，3月4日退回修改',
    when: '负责人改变主意，直接批准',
    then: '不能批准；承办人重新送审后可以',
    answer: next('decided', act('proposed', '2026-03-03'), act('returned', '2026-03-04', '负责人')),
    expect: ['approval-needed'],
  },
  {
    id: 'A09',
    title: '作出决定之后才送达',
    articles: '《条例》第四十一条',
    given: '3月3日送审，尚未批准',
    when: '登记送达告知书',
    then: '不能登记：还没有作出决定',
    answer: next('served', act('proposed', '2026-03-03')),
    expect: ['not-replied-yet'],
  },
  {
    id: 'A10',
    title: '决定作出以后不能再改',
    articles: '《条例》第四十一条',
    given: '3月3日送审，3月5日批准',
    when: '重新拟稿送审',
    then: '不能：已经作出决定',
    answer: next('proposed', act('proposed', '2026-03-03'), act('decided', '2026-03-05', '负责人')),
    expect: ['already-done'],
  },
]
