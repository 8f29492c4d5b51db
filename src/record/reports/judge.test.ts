/** 文字的检查在各处是同一组：编制、文件、报送包、命令行；手边没有的不判断，文件里的一律是提示。 */
import { expect, test } from 'vitest'
import { checkTables } from '../../law/reports/checks.ts'
import { FORM_2019, FORM_2021 } from '../../law/reports/formats/index.ts'
import type { ReportTables } from '../../law/reports/model.ts'
import { checkWords, hintsAlone, hintsBeside } from './judge.ts'
import { checkText } from './prose-checks.ts'
import { checkCounts } from './prose-counts.ts'
import type { ReportProse } from './prose.ts'
import { readPlain } from './read-plain.testing.ts'

const prose = (over: Partial<ReportProse>): ReportProse => ({ preface: [], overall: [], problems: [], other: [], ...over })
const codes = (findings: readonly { code: string; level: string }[]) => findings.map(({ code, level }) => `${code} ${level}`)

const REPORT = (problems: string) => `云岭县教育局2024年政府信息公开工作年度报告

一、总体情况
2024年，我局主动公开政府信息，办理依申请公开，规范政府信息管理，建设公开平台，做好监督保障。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
${problems}
六、其他需要报告的事项
无
`

test('文件里没有内容的部分（L11）、缺少的内容（L08）是提示；没有读到标题、注明略去的不判断', () => {
  const found = (text: string) => codes(readPlain(text).findings.filter(({ code }) => code.startsWith('L')))
  expect(found(REPORT('无。'))).toEqual(['L11 warning'])
  expect(found(REPORT('政策解读形式单一。'))).toEqual([])
  expect(found(REPORT('[…]'))).toEqual([])
  expect(found(REPORT('政策解读形式单一。').replace('，建设公开平台，做好监督保障', ''))).toEqual(['L08 warning'])
  expect(found(REPORT('政策解读形式单一。').replace('一、总体情况', ''))).toEqual([])
  expect(codes(hintsAlone(prose({ overall: ['……'] }), ['problems', 'overall']))).toEqual([])
})

test('通知的文号（L04）、照搬上年和其他单位的（L05、L06）；编制时是错误，文件里是提示', () => {
  const words = '持续完善信息公开工作机制，明确专人负责信息采集审核和发布'
  const beside = {
    year: 2024,
    last: { source: '上年', prose: prose({ overall: [`${words}。`] }) },
    answers: [],
    others: [{ source: '民政局', prose: prose({ problems: [`${words}。`] }) }],
    notices: [{ number: '云政办〔2025〕1号', title: '通知' }],
  }
  const own = prose({ overall: [`${words}。`], problems: ['解读形式单一。'] })
  expect(codes(checkWords(own, beside)).filter((one) => !one.startsWith('L08'))).toEqual([
    'L05 error',
    'L06 error',
    'L04 warning',
  ])
  expect(codes(hintsBeside(own, beside))).toEqual(['L05 warning', 'L06 warning', 'L04 warning'])
})

test('写件数的句子：连数字一起照搬才算雷同；个位数、换了数字、太短的不算', () => {
  const last = (words: string) => ({ source: '上年', prose: prose({ overall: [words] }) })
  const told = (now: string, before: string) => codes(hintsBeside(prose({ overall: [now] }), { year: 2024, last: last(before) }))
  const sentence = (year: number, count: number) =>
    `${year}年，我局通过县政府门户网站主动公开各类政府信息${count}条，及时回应群众关切的教育热点问题。`
  expect(told(sentence(2024, 126), sentence(2023, 126))).toEqual(['L05 warning'])
  expect(told(sentence(2024, 126), sentence(2023, 127))).toEqual([])
  expect(told(sentence(2024, 3), sentence(2023, 3))).toEqual([])
  expect(told(sentence(2024, 17), sentence(2023, 17))).toEqual([])
  const copied = { year: 2024, last: last(sentence(2023, 126)), answers: [] }
  expect(codes(checkWords(prose({ overall: [sentence(2024, 126)], problems: ['有'] }), copied))).toContain('L05 warning')
  expect(told('主动公开政府信息126条。', '主动公开政府信息126条。')).toEqual([])
})

test('上年的问题：第五部分一点没有提到的提示（L09）', () => {
  const last = { source: '上年', prose: prose({ problems: ['一是政策解读形式单一；二是公开目录更新不够及时。'] }) }
  const told = (problems: string) => codes(hintsBeside(prose({ problems: [problems] }), { year: 2024, last }))
  expect(told('业务培训偏少，下一步加强培训。')).toEqual(['L09 warning'])
  expect(told('上年指出的解读形式单一的问题，今年增加了图解。业务培训偏少。')).toEqual([])
  expect(told('目录更新的及时性有所提高。业务培训偏少。')).toEqual([])
})

test('2019年格式表二（X6）：本年增/减可以为负，件数不可以；金额可有小数；写了文字的不判', () => {
  const found = (label: string, cells: string[]) => {
    const tables: ReportTables = { disclosed: { rows: [{ label, cells }] }, requests: null, disputes: null }
    return checkTables(tables, '2019').map(({ code, column }) => `${code} ${column}`)
  }
  expect(found('行政许可', ['17', '-3', '20'])).toEqual([])
  expect(found('行政许可', ['17', '减3', '无'])).toEqual([])
  expect(found('行政许可', ['-17', '1.5', '-20'])).toEqual(['X6 0', 'X6 1', 'X6 2'])
  expect(found('政府集中采购', ['4', '73.8'])).toEqual([])
  expect(found('政府集中采购', ['4.5', '73802895.90元'])).toEqual(['X6 0'])
})

const TABLES: ReportTables = {
  disclosed: { rules: [0, 0, 0], normativeDocuments: [7, 2, 40], permits: 691, penalties: 3, compulsion: 0, feesWanYuan: 0 },
  requests: null,
  disputes: null,
}

test('文字里的规范性文件、许可、处罚件数与表二不同（X8）；公开的、申请的、部分的件数不是一回事', () => {
  const found = (overall: string) =>
    checkCounts({ overall, requests: '' }, TABLES, FORM_2021).map(({ rows, column, expected }) => [rows[0], column, expected])
  expect(found('全年制发行政规范性文件8件，废止规范性文件2件。')).toEqual([['normativeDocuments', '0', 7]])
  expect(found('现行有效行政规范性文件共41件。')).toEqual([['normativeDocuments', '2', 40]])
  expect(found('作出行政许可决定690件。作出行政处罚决定5件。')).toEqual([
    ['permits', '0', 691],
    ['penalties', '0', 3],
  ])
  for (const words of [
    '制发行政规范性文件7件，作出行政许可决定691件，行政处罚处理决定3件。',
    '公开行政许可决定120件，公开行政处罚信息9条，受理行政许可申请700件。',
    '其中作出行政许可决定12件。',
  ])
    expect(found(words)).toEqual([])
  const old = { disclosed: { rows: [{ label: '行政处罚', cells: ['12', '0', '5'] }] }, requests: null, disputes: null }
  expect(checkCounts({ overall: '作出行政处罚决定6件。', requests: '' }, old, FORM_2019)).toMatchObject([
    { code: 'X8', table: 'disclosed', rows: ['行政处罚'], column: '2', expected: 5, found: 6 },
  ])
})

test('第一部分中间留着上年的年份（X12）；与上年比较、说明延续的不算', () => {
  const found = (words: string) =>
    checkText({ overall: `2024年，我局依法公开。${words}`, requestsIntro: '', problems: '', other: '' }, TABLES, {
      agency: '云岭县民政局',
      year: 2024,
      format: '2021',
    }).filter(({ code }) => code === 'X12')
  expect(found('2023年，我局召开专题会议研究公开工作。')).toMatchObject([{ section: 'overall', expected: 2024, found: 2023 }])
  for (const words of [
    '2023年，我局公开信息100条，2024年公开120条。',
    '2023年，我局印发的办法已经施行。',
    '与2023年相比，公开数量增加。',
    '2022年，我局开通公众号。',
    '自2023年以来，我局坚持公开。',
  ])
    expect(found(words)).toEqual([])
})
