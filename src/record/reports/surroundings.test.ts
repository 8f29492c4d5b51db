import { describe, expect, test } from 'vitest'
import { FORMS } from '../../law/reports/formats/index.ts'
import type { CheckedReport } from '../../law/reports/model.ts'
import type { SourceBlock } from './grid.ts'
import { gridOfRows } from './grid.ts'
import { readReport } from './read-report.ts'

const OPENING = '某县教育局2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我局认真做好政府信息公开工作。\n'

/** Table 二 as rows; `permits` and `fees` as they are written, under this unit. */
const disclosed = ({ permits = '12', fees = '9.5', unit = '万元' } = {}): string[][] => [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '0', '0'],
  ['行政规范性文件', '8', '2', '66'],
  ['第二十条第（五）项'],
  ['信息内容', '本年处理决定数量'],
  ['行政许可', permits],
  ['第二十条第（六）项'],
  ['信息内容', '本年处理决定数量'],
  ['行政处罚', '3'],
  ['行政强制', '1'],
  ['第二十条第（八）项'],
  ['信息内容', `本年收费金额（单位：${unit}）`],
  ['行政事业性收费', fees],
]

const ZERO = ['0', '0', '0', '0', '0', '0', '0']
const HEAD = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
/** Table 三; row 重复申请 as it is written. */
const requests = (repeated: readonly string[] = ZERO, head = HEAD): string[][] => [
  ['', ...head],
  ...FORMS['2021'].requests.rows.map(({ row, number, label }) => [
    `${number}${label}`,
    ...(row === 'notProcessed.repeated' ? repeated : ZERO),
  ]),
]

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const FIFTEEN = ['1', '2', '3', '4', '10', '0', '1', '0', '0', '1', '2', '0', '0', '0', '2']
const disputes = (...head: string[][]): string[][] => [
  ...(head.length > 0
    ? head
    : [
        ['行政复议', '行政诉讼'],
        ['未经复议直接起诉', '复议后起诉'],
        [...RESULTS, ...RESULTS, ...RESULTS],
      ]),
  FIFTEEN,
]

/** The same three tables as running text and as real tables. */
const WAYS: Record<string, (rows: string[][]) => SourceBlock> = {
  文字: (rows) => ({ kind: 'text', text: rows.map((row) => row.join('   ')).join('\n') }),
  表格: (rows) => ({ kind: 'grid', grid: gridOfRows(rows, true) }),
}

function read(way: string, tables: { disclosed?: string[][]; requests?: string[][]; disputes?: string[][] }): CheckedReport {
  const block = WAYS[way]
  if (!block) throw new Error(way)
  const text = (words: string): SourceBlock => ({ kind: 'text', text: words })
  return readReport({
    blocks: [
      text(`${OPENING}二、主动公开政府信息情况`),
      block(tables.disclosed ?? disclosed()),
      text('三、收到和处理政府信息公开申请情况\n申请人情况'),
      block(tables.requests ?? requests()),
      text('四、政府信息公开行政复议、行政诉讼情况'),
      block(tables.disputes ?? disputes()),
      text('五、存在的主要问题及改进情况\n公开内容有待丰富。\n六、其他需要报告的事项\n无'),
    ],
  })
}
const numbers = ({ tables }: CheckedReport) => (tables.disclosed && 'permits' in tables.disclosed ? tables.disclosed : null)
const repeatedOf = ({ tables }: CheckedReport) => tables.requests?.['notProcessed.repeated']
const unread = ({ findings }: CheckedReport) =>
  findings.flatMap(({ code, rows }) => (/^R0[12]|X13/.test(code) ? [`${code} ${rows.join()}`] : []))

describe.each(Object.keys(WAYS))('数字连同它前后的字符一起读（%s）', (way) => {
  test('照格式填写的，逐格读出', () => {
    const report = read(way, { requests: requests(['3', '0', '0', '0', '0', '0', '3']) })
    expect(numbers(report)).toEqual({
      rules: [0, 0, 0],
      normativeDocuments: [8, 2, 66],
      permits: 12,
      penalties: 3,
      compulsion: 1,
      feesWanYuan: 9.5,
    })
    expect(repeatedOf(report)).toEqual([3, 0, 0, 0, 0, 0, 3])
    expect(report.tables.disputes).toEqual({
      reconsideration: [1, 2, 3, 4, 10],
      litigationDirect: [0, 1, 0, 0, 1],
      litigationAfterReconsideration: [2, 0, 0, 0, 2],
    })
    expect(unread(report)).toEqual([])
  })

  test.each(['\u22125', '△3', '50%', '300余', '约300', '3万件', '1.2万', '12¹', '12⑩', '12(注)', '12*', '12元', '三十'])(
    '行政许可“%s”：不是明确的数字，留空，R02，不说没有填写',
    (permits) => {
      const report = read(way, { disclosed: disclosed({ permits }) })
      expect(numbers(report)?.permits).toBeNull()
      if (permits !== '三十' || way === '表格') expect(unread(report)).toEqual(['R02 permits'])
      expect(numbers(report)?.penalties).toBe(3)
    },
  )

  test.each(['3%', '3万', '3²', '\u22123', '约3', '3余', '3元', 'O'])('重复申请“%s”：留空，R02', (cell) => {
    const report = read(way, { requests: requests([cell, '0', '0', '0', '0', '0', '3']) })
    expect(repeatedOf(report)?.[0]).toBeNull()
    expect(unread(report)).toEqual(['R02 notProcessed.repeated'])
  })

  test.each([
    ['95000', '元', 9.5],
    ['95000元', '万元', 9.5],
    ['1.2亿元', '万元', 12_000],
    ['9.5万元', '元', 9.5],
    ['95', '千元', 9.5],
    ['9.5', '万元', 9.5],
  ])('收费金额“%s”，表头单位：%s：折成万元', (fees, unit, wanYuan) => {
    const report = read(way, { disclosed: disclosed({ fees, unit }) })
    expect(numbers(report)?.feesWanYuan).toBe(wanYuan)
    expect(unread(report)).toEqual([])
  })

  test('表头单位不是人民币：留空，R02', () => {
    const report = read(way, { disclosed: disclosed({ unit: '美元' }) })
    expect(numbers(report)?.feesWanYuan).toBeNull()
    expect(unread(report)).toEqual(['R02 feesWanYuan'])
  })
})

describe.each(Object.keys(WAYS))('栏目次序与格式不同的，不照位置读（%s）', (way) => {
  test('表二的现行有效件数在前', () => {
    const [, ...rows] = disclosed()
    const report = read(way, { disclosed: [['信息内容', '现行有效件数', '本年制发件数', '本年废止件数'], ...rows] })
    expect(numbers(report)).toMatchObject({ rules: [null, null, null], normativeDocuments: [null, null, null], permits: 12 })
    expect(unread(report)).toEqual(['R01 rules', 'R01 normativeDocuments'])
  })

  test.each(['总计', '合计'])('表三的%s在前', (total) => {
    const report = read(way, { requests: requests(['3', '3', '0', '0', '0', '0', '0'], [total, ...HEAD.slice(0, -1)]) })
    expect(
      Object.values(report.tables.requests ?? {})
        .flat()
        .every((cell) => cell === null),
    ).toBe(true)
    expect(unread(report)).toHaveLength(FORMS['2021'].requests.rows.length)
    expect(report.findings.find(({ code }) => code === 'R01')?.message).toContain('栏目')
  })

  test.each([
    [
      '行政诉讼在前',
      [
        ['行政诉讼', '行政复议'],
        ['未经复议直接起诉', '复议后起诉'],
        [...RESULTS, ...RESULTS, ...RESULTS],
      ],
    ],
    [
      '复议后起诉在前',
      [
        ['行政复议', '行政诉讼'],
        ['复议后起诉', '未经复议直接起诉'],
        [...RESULTS, ...RESULTS, ...RESULTS],
      ],
    ],
    [
      '结果纠正在前',
      [
        ['行政复议', '行政诉讼'],
        ['未经复议直接起诉', '复议后起诉'],
        ['结果纠正', '结果维持', '其他结果', '尚未审结', '总计', ...RESULTS, ...RESULTS],
      ],
    ],
    [
      '总计在前',
      [
        ['行政复议', '行政诉讼'],
        ['未经复议直接起诉', '复议后起诉'],
        [0, 1, 2].flatMap(() => ['总计', '结果维持', '结果纠正', '其他结果', '尚未审结']),
      ],
    ],
  ])('表四的%s', (_, head) => {
    const report = read(way, { disputes: disputes(...head) })
    expect(report.tables.disputes?.reconsideration).toEqual([null, null, null, null, null])
    expect(unread(report)).toEqual(['R01 reconsideration', 'R01 litigationDirect', 'R01 litigationAfterReconsideration'])
  })
})

test('表三的栏目换了次序、每栏都有表头：照表头读', () => {
  const head = ['总计', ...HEAD.slice(0, -1)]
  const rows = requests(['3', '2', '1', '0', '0', '0', '0'], head)
  const report = readReport({ blocks: [{ kind: 'grid', grid: gridOfRows(rows) }] })
  expect(repeatedOf(report)).toEqual([2, 1, 0, 0, 0, 0, 3])
})

test('行末是逗号：最后一格不当作下一行的序号', () => {
  const text = requests(['1', '12', '0', '0', '0', '0', '13'])
    .map((row) => `${row.join(',')},`)
    .join('\n')
  expect(repeatedOf(readReport({ blocks: [{ kind: 'text', text }] }))).toEqual([1, 12, 0, 0, 0, 0, 13])
})

test('2019年格式的表二照原文：减4、--253、↓3', () => {
  const text = `某县教育局2020年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容   上一年项目数量   本年增/减   处理决定数量
行政许可   12   减4   30
其他对外管理服务事项   5   --253   2
行政处罚   7   ↓3   8
信息内容   采购项目数量   采购总金额
政府集中采购   2   12.5万元
三、收到和处理政府信息公开申请情况`
  const { disclosed: table } = readReport({ blocks: [{ kind: 'text', text }] }).tables
  expect(table && 'rows' in table ? table.rows.map(({ cells }) => cells) : null).toEqual([
    ['12', '减4', '30'],
    ['5', '--253', '2'],
    ['7', '↓3', '8'],
    ['2', '12.5万元'],
  ])
})

test('表头里有几万个数字也立即读完', () => {
  const long = `申请人情况${'1'.repeat(60_000)}\n一、`
  const begun = process.cpuUsage()
  read('文字', { requests: [[long], ...requests()] })
  expect(process.cpuUsage(begun).user).toBeLessThan(2e6)
})
