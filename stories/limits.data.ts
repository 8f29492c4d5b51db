import { lastDay, nationalCalendar } from '../src/law/calendar.ts'
import { type LocalDate, localDate } from '../src/law/date.ts'
import { oversightDue } from '../src/law/oversight/limits.ts'
import { publicityEnd } from '../src/law/publication/publicity.ts'
import { publicationDue } from '../src/law/publication/timeliness.ts'
import { DEFAULT_READINGS } from '../src/law/readings.ts'
import { reportDue } from '../src/law/reports/duty.ts'
import { correctionDue, correctionNoticeDue, deemedAbandonedOn } from '../src/law/requests/correction.ts'
import { feeLapsesOn } from '../src/law/requests/delivery.ts'
import { FEE_PAYMENT_LIMIT, lengthOn } from '../src/law/requests/limits.ts'
import type { Story } from './story.ts'

/** A single limit outside the reply clock: what is asked of the law, and the day it answers. */
export interface LimitStory extends Story {
  answer: () => LocalDate | null
  expect: string
}

const calendar = nationalCalendar()
const d = localDate
const oversight = (limit: Parameters<typeof oversightDue>[1], from: string) => () => oversightDue(calendar, limit, d(from)).due
const publication = (limit: Parameters<typeof publicationDue>[1], from: string) => () =>
  publicationDue(calendar, limit, d(from)).due

/** The worked examples of C01…C40 that are not requests, and of the fixed days of the annual report. */
export const limitStories: LimitStory[] = [
  {
    id: 'C08b',
    title: '补正告知期限',
    articles: '《条例》第三十条',
    given: '2024年4月28日（周日，上班）收到申请',
    when: '计算补正告知期限',
    then: '5月10日届满',
    answer: () => correctionNoticeDue(calendar, d('2024-04-28')),
    expect: '2024-05-10',
  },
  {
    id: 'C10',
    title: '补正期限',
    articles: '《条例》第三十条；口径 correctionPeriodWorkingDays',
    given: '2025年1月20日收到补正告知，期限十五个工作日',
    when: '计算补正期限',
    then: '2月14日届满：1月26日、2月8日计入',
    answer: () => correctionDue(calendar, DEFAULT_READINGS, { noticeReceived: d('2025-01-20') }),
    expect: '2025-02-14',
  },
  {
    id: 'C10b',
    title: '逾期不补正',
    articles: '《条例》第三十条',
    given: '补正期限2025年2月14日届满',
    when: '未补正',
    then: '自2月15日视为放弃申请',
    answer: () => deemedAbandonedOn(correctionDue(calendar, DEFAULT_READINGS, { noticeReceived: d('2025-01-20') }) as LocalDate),
    expect: '2025-02-15',
  },
  {
    id: 'C20',
    title: '逾期未缴费',
    articles: '《信息处理费管理办法》第六条',
    given: '同 C18：2024年1月25日收到收费通知，缴费期限2月27日届满',
    when: '未缴费',
    then: '2月28日起不再处理',
    answer: () => feeLapsesOn(lastDay(calendar, d('2024-01-25'), lengthOn(FEE_PAYMENT_LIMIT, d('2024-01-24'))) as LocalDate),
    expect: '2024-02-28',
  },
  {
    id: 'C21',
    title: '主动公开的时限',
    articles: '《条例》第二十六条',
    given: '2026年9月24日（周四）形成信息',
    when: '计算公开期限',
    then: '10月29日前公开：10月10日（周六）计入',
    answer: publication('publication', '2026-09-24'),
    expect: '2026-10-29',
  },
  {
    id: 'C25',
    title: '复议答复，简易程序',
    articles: '《行政复议法》第五十四条、第八十八条',
    given: '2026年2月12日（周四）收到复议材料',
    when: '计算答复期限',
    then: '五个工作日，2月26日届满',
    answer: oversight('respondentAnswerSimplified', '2026-02-12'),
    expect: '2026-02-26',
  },
  {
    id: 'C26',
    title: '复议答复，普通程序',
    articles: '《行政复议法》第四十八条、第八十八条',
    given: '同上',
    when: '计算答复期限',
    then: '十个工作日，3月4日届满；2月28日（周六）计入',
    answer: oversight('respondentAnswer', '2026-02-12'),
    expect: '2026-03-04',
  },
  {
    id: 'C27',
    title: '不服复议决定起诉',
    articles: '《行政诉讼法》第四十五条；《民事诉讼法》第八十五条',
    given: '2026年2月5日（周四）收到复议决定',
    when: '计算起诉期限',
    then: '十五日至2月20日，遇春节假期顺延至2月24日',
    answer: oversight('litigationAfterReconsideration', '2026-02-05'),
    expect: '2026-02-24',
  },
  {
    id: 'C29',
    title: '处罚决定被撤销，撤回公开',
    articles: '《行政处罚法》第四十八条第二款、第八十五条',
    given: '2024年9月30日已公开的处罚决定被撤销',
    when: '计算撤回期限',
    then: '三个工作日，10月10日前撤回',
    answer: publication('penaltyWithdrawal', '2024-09-30'),
    expect: '2024-10-10',
  },
  {
    id: 'C30',
    title: '部门年度报告',
    articles: '《条例》第四十九条',
    given: '2025年度报告',
    when: '计算公布期限',
    then: '2026年1月31日（周六）前公布，不因休息日顺延',
    answer: () => reportDue(calendar, 2025, 'department').due,
    expect: '2026-01-31',
  },
  {
    id: 'C30b',
    title: '部门年度报告的内部目标',
    articles: '《条例》第四十九条',
    given: '2025年度报告，1月31日是周六',
    when: '确定内部目标',
    then: '此前最后一个工作日，1月30日（周五）',
    answer: () => reportDue(calendar, 2025, 'department').internal,
    expect: '2026-01-30',
  },
  {
    id: 'C30c',
    title: '本级政府年度报告',
    articles: '《条例》第四十九条',
    given: '2025年度报告',
    when: '计算公布期限',
    then: '主管部门2026年3月31日前公布',
    answer: () => reportDue(calendar, 2025, 'government').due,
    expect: '2026-03-31',
  },
  {
    id: 'C39',
    title: '复议决定，简易程序',
    articles: '《行政复议法》第六十二条',
    given: '2025年12月5日受理',
    when: '计算决定期限',
    then: '三十日至2026年1月4日；该日为调休上班的周日，不顺延',
    answer: oversight('reconsiderationDecisionSimplified', '2025-12-05'),
    expect: '2026-01-04',
  },
  {
    id: 'C39b',
    title: '复议决定，普通程序',
    articles: '《行政复议法》第六十二条',
    given: '同上',
    when: '计算决定期限',
    then: '六十日，2月3日届满',
    answer: oversight('reconsiderationDecision', '2025-12-05'),
    expect: '2026-02-03',
  },
  {
    id: 'C39c',
    title: '复议决定，延长三十日',
    articles: '《行政复议法》第六十二条',
    given: '同上',
    when: '计算决定期限',
    then: '九十日，3月5日届满',
    answer: oversight('reconsiderationDecisionExtended', '2025-12-05'),
    expect: '2026-03-05',
  },
  {
    id: 'C40',
    title: '政策解读',
    articles: '国办发〔2016〕80号',
    given: '2026年4月29日公布政策文件',
    when: '计算解读期限',
    then: '最迟三个工作日，5月7日；5月1日至5日放假',
    answer: publication('policyReading', '2026-04-29'),
    expect: '2026-05-07',
  },
  {
    id: 'G01',
    title: '公示期，公示之日不算',
    articles: '《学生资助资金管理办法》；口径 publicityFrom（《民法典》第二百零一条，参照）',
    given: '2026年3月2日（周一）起公示拟资助学生，公示期五个工作日',
    when: '计算公示的最后一日',
    then: '3月9日（周一）',
    answer: () => publicityEnd(calendar, DEFAULT_READINGS, d('2026-03-02'), { n: 5, unit: 'workingDays' }),
    expect: '2026-03-09',
  },
  {
    id: 'G02',
    title: '公示期，当天算一天的口径',
    articles: '口径 publicityFrom = sameDay',
    given: '同上，本机关按公示当天算一天',
    when: '计算公示的最后一日',
    then: '3月6日（周五）',
    answer: () => publicityEnd(calendar, { publicityFrom: 'sameDay' }, d('2026-03-02'), { n: 5, unit: 'workingDays' }),
    expect: '2026-03-06',
  },
  {
    id: 'G03',
    title: '公示期跨国庆、中秋',
    articles: '国务院办公厅2026年放假安排',
    given: '2026年9月30日公示，公示期五个工作日',
    when: '计算公示的最后一日',
    then: '10月13日：放假的七天不算，10月10日（周六，上班）算',
    answer: () => publicityEnd(calendar, DEFAULT_READINGS, d('2026-09-30'), { n: 5, unit: 'workingDays' }),
    expect: '2026-10-13',
  },
  {
    id: 'G04',
    title: '中标候选人公示，最后一日是休息日',
    articles: '《招标投标法实施条例》第五十四条；《民法典》第二百零三条（参照）',
    given: '2026年3月12日（周四）公示，公示期三日',
    when: '计算公示的最后一日',
    then: '3月15日是周日，顺延到3月16日',
    answer: () => publicityEnd(calendar, DEFAULT_READINGS, d('2026-03-12'), { n: 3, unit: 'days' }),
    expect: '2026-03-16',
  },
]
