import { describe, expect, test } from 'vitest'
import type { Cell, Finding, ReportTables } from '../../law/reports/model.ts'
import { checkText } from './prose-checks.ts'
import { checkFeesPaid } from './prose-fees.ts'

const total = (n: number): Cell[] => [n, 0, 0, 0, 0, 0, n]
/** 新收30、上年结转2、办结28（予以公开10 部分公开5 不予公开3 无法提供6 不予处理2 其他2）、结转4；复议2、诉讼2。 */
const tables: ReportTables = {
  disclosed: null,
  requests: {
    received: total(30),
    carriedOver: total(2),
    granted: total(10),
    partial: total(5),
    'withheld.thirdParty': total(3),
    'unable.notHeld': total(6),
    'notProcessed.petition': total(2),
    'other.other': total(2),
    handled: total(28),
    carriedForward: total(4),
  },
  disputes: {
    reconsideration: [1, 0, 1, 0, 2],
    litigationDirect: [0, 0, 0, 0, 0],
    litigationAfterReconsideration: [1, 0, 0, 1, 2],
  },
}
const check = (part: { preface?: string; overall?: string; problems?: string; other?: string }): Finding[] =>
  checkText({ overall: '2023年，正常。', requestsIntro: '', problems: '公开内容有待丰富。', other: '无', ...part }, tables, {
    agency: '某县财政局',
    year: 2023,
    format: '2021',
  })
const codes = (part: Parameters<typeof check>[0]): string[] => check(part).map(({ code }) => code)

describe('X8 文字与表格不符', () => {
  test.each([
    ['2023年，共收到政府信息公开申请31件。', 31],
    ['2023年，收到公民、法人和其他组织提出的政府信息公开申请共计35件。', 35],
    ['2023年，我局未收到政府信息公开申请。', 0],
    ['2023年，没有收到依申请公开事项。', 0],
    ['2023年，新收依申请公开33件。', 33],
    ['2023年，全年受理依申请公开政府信息29件。', 29],
    ['2023年，共办理政府信息公开申请50件。', 50],
    ['2023年，收到政府信息公开申请30件，上年结转7件。', 7],
    ['2023年，收到政府信息公开申请30件，结转下年度继续办理8件。', 8],
    ['2023年，因政府信息公开被申请行政复议5件、被提起行政诉讼2件。', 5],
  ])('%s', (overall, found) => {
    expect(check({ overall }).map((one) => [one.code, one.found])).toEqual([['X8', found]])
  })

  test('没有发生复议、诉讼，表四却有：两处', () => {
    expect(codes({ overall: '2023年，未发生因政府信息公开引起的行政复议和行政诉讼。' })).toEqual(['X8', 'X8'])
  })

  test.each([
    '2023年，答复政府信息公开申请28件（含上年结转2件），其中予以公开10件，部分公开5件，不予公开3件。',
    '2023年，收到政府信息公开申请30件，较2022年的45件下降33.3%。',
    '2023年，我局本级收到政府信息公开申请12件，下属单位收到政府信息公开申请18件。',
    '2023年，收到政府信息公开申请1件当面申请、29件网络申请。',
    '2023年，通过网络收到政府信息公开申请20件，信函8件，当面2件。',
    '2023年，办理行政复议案件15件，行政诉讼案件8件，政府信息公开工作有序开展。',
    '2023年，收到网民留言300件，均已答复。主动公开政府信息5000条。',
    '2023年，收到政府信息公开申请30余件。',
    '2023年，第一季度收到政府信息公开申请6件，第二季度收到政府信息公开申请7件。',
    '2023年，未收到对政府信息公开工作的投诉。',
    '2023年，近三年共收到政府信息公开申请36件。',
    '2023年，各学校收到政府信息公开申请12件。',
    '2023年，公开行政许可结果265条，予以公开的规范性文件3件。',
  ])('不报：%s', (overall) => {
    expect(codes({ overall })).toEqual([])
  })
})

describe('X12 年份', () => {
  test.each([
    ['2023年，我局将按照要求丰富公开内容。', ['X12']],
    ['下一步，2023年我局将继续推进。', ['X12']],
    ['2024年，我局将丰富公开内容。', []],
    ['根据《2023年政务公开工作要点》，我局将继续推进。', []],
    ['2023年，我局主要做了三项工作。', []],
    ['2023年，我局将政务公开纳入考核，但公开仍不及时。', []],
    ['针对2023年存在的问题，2024年将继续改进。', []],
    ['2026年，我局将丰富公开内容。', ['X12']],
    ['对上一年度报告所列问题的改进情况：1.“2023年，我局将丰富公开内容”：已经做到。', []],
    ['到2025年，我局将全面实现目录化管理。', []],
  ])('改进措施：%s', (problems, expected) => {
    expect(codes({ problems })).toEqual(expected)
  })

  test.each([
    ['2022年，我局认真工作。', ['X12']],
    ['2022年我局认真工作。', ['X12']],
    ['自2019年，新《条例》施行以来，我局认真落实。', []],
  ])('开头：%s', (overall, expected) => {
    expect(codes({ overall })).toEqual(expected)
  })
})

describe('X12 引言', () => {
  test.each([
    ['所列数据的统计期限自2022年1月1日至2022年12月31日。', ['X12']],
    ['数据截至2022年12月31日。', ['X12']],
    ['数据截至2023年12月31日。', []],
  ])('%s', (preface, expected) => {
    expect(codes({ preface })).toEqual(expected)
  })
})

describe('X10 信息处理费与登记簿', () => {
  test.each([
    ['2025年没有收取信息处理费。', 1100, ['X10']],
    ['2025年收取信息处理费5元。', 1100, ['X10']],
    ['2025年收取信息处理费1件，共1100元。', 1100, []],
    ['2025年收取信息处理费0.11万元。', 1100, []],
    ['无', 1100, ['X10']],
    ['2025年没有收取信息处理费。', 0, []],
    ['无', 0, []],
    ['2025年收取信息处理费200元。', 0, ['X10']],
  ])('第六部分“%s”，登记簿收到%d元', (words, yuan, expected) => {
    expect(checkFeesPaid([words], yuan, { others: false }).map(({ code }) => code)).toEqual(expected)
  })

  test('汇总的报告还有所属单位的收费，本机关的不必单写', () => {
    expect(checkFeesPaid(['全县收取信息处理费共5000元。'], 1100, { others: true })).toEqual([])
    expect(checkFeesPaid(['没有收取信息处理费。'], 1100, { others: true })).toHaveLength(1)
  })
})

describe('X10 信息处理费', () => {
  test.each([
    ['2023年，依法收取信息处理费200元。', '无', ['X10']],
    ['2023年，依法收取信息处理费200元。', '本年度收取信息处理费200元。', []],
    ['2023年，正常。', '按照《政府信息公开信息处理费管理办法》收取信息处理费情况：0。', []],
    ['2023年，正常。', '本年度发出收费通知0件，收取信息处理费总金额为0。', []],
    ['2023年，严格执行信息处理费收取标准。', '无', []],
  ])('%s 第六部分：%s', (overall, other, expected) => {
    expect(codes({ overall, other })).toEqual(expected)
  })
})
