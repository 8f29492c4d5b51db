import { describe, expect, test } from 'vitest'
import type { CheckedReport, Finding } from '../../law/reports/model.ts'
import type { Style, TrueReport } from './layouts.testing.ts'
import { cellLines, running } from './layouts.testing.ts'
import { readPlain } from './read-plain.testing.ts'
import { FORMS } from '../../law/reports/formats/index.ts'

const ZERO = [0, 0, 0, 0, 0, 0, 0]
const plain: Style = { item: (n) => `${n}.`, full: true, wideLabels: false, pick: () => 0 }

function report(rows: Partial<Record<string, number[]>> = {}): TrueReport {
  return {
    format: '2021',
    requests: new Map(FORMS['2021'].requests.rows.map(({ row }) => [row, rows[row] ?? ZERO])),
    disputes: Array.from({ length: 15 }, () => 0),
  }
}
const spaced = (truth: TrueReport): string => running(truth, plain, () => ' ', ' ')
const glued = (truth: TrueReport): string => running(truth, plain, () => '', '')
const codes = (read: CheckedReport): string[] =>
  read.findings.filter(({ table }) => table !== 'disclosed').map(({ code }) => code)
const ofCode = (read: CheckedReport, code: string): Finding[] => read.findings.filter((one) => one.code === code)

describe('读不准时留空并说明', () => {
  test('连在一起、关系又不成立的行留空，R01；不报 X13', () => {
    const read = readPlain(glued(report({ granted: [10, 2, 0, 0, 0, 0, 5] })))
    expect(read.tables.requests?.granted).toEqual([null, null, null, null, null, null, null])
    expect(ofCode(read, 'R01').map(({ rows }) => rows)).toEqual([['granted']])
    expect(codes(read)).not.toContain('X13')
  })

  test('七位数字正好七格：照样读出，错就是错', () => {
    const read = readPlain(glued(report({ granted: [1, 0, 0, 0, 0, 0, 2] })))
    expect(read.tables.requests?.granted).toEqual([1, 0, 0, 0, 0, 0, 2])
    expect(codes(read)).toContain('X3')
  })

  test('空白单元格没有留下痕迹的文字，少于七个数的行不拆', () => {
    const text = spaced(report())
      .replace('（一）予以公开 0 0 0 0 0 0 0', '（一）予以公开 258 12 1 1')
      .replace('2.重复申请 0 0 0 0 0 0 0', '2.重复申请 5 4')
    const read = readPlain(text)
    expect(read.tables.requests?.granted).toEqual([null, null, null, null, null, null, null])
    expect(read.tables.requests?.partial).toEqual(ZERO)
    expect(ofCode(read, 'R01').flatMap(({ rows }) => rows)).toEqual(['granted', 'notProcessed.repeated'])
  })

  test('分开印的一行少了一个数：不拆别的数来凑', () => {
    const read = readPlain(
      spaced(report())
        .replace('（一）予以公开 0 0 0 0 0 0 0', '（一）予以公开 2 2 0 10 0 2')
        .replace('2.重复申请 0 0 0 0 0 0 0', '2.重复申请 10 0 0 0 0 1'),
    )
    expect(read.tables.requests?.granted).toEqual([null, null, null, null, null, null, null])
    expect(read.tables.requests?.['notProcessed.repeated']).toEqual([null, null, null, null, null, null, null])
  })

  test('页末的数可能是最后一格：不当页码删去；逐页递增的才是页码', () => {
    const cells = cellLines(report(), plain)
    const last = cells.replace(
      '2.重复申请\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0',
      '2.重复申请\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\f',
    )
    expect(readPlain(last).tables.requests?.['notProcessed.repeated']).toEqual(ZERO)
    const paged = cells.replace('2.重复申请', '1\n\f\n2.重复申请').replace('3.其他', '2\n\f\n3.其他')
    expect(readPlain(paged).findings.filter(({ code }) => code === 'R01')).toEqual([])
  })

  test('“—”“/”“无”不是数：留空并报 X13；〇 是零', () => {
    const read = readPlain(spaced(report()).replace('（一）予以公开 0 0 0 0 0 0 0', '（一）予以公开 〇 — / 无 0 0 0'))
    expect(read.tables.requests?.granted).toEqual([0, null, null, null, 0, 0, 0])
    expect(ofCode(read, 'X13').map(({ rows }) => rows)).toEqual([['granted']])
  })

  test('负数是读得出的错误（X6），千分位照数读', () => {
    const read = readPlain(
      spaced(report())
        .replace('（一）予以公开 0 0 0 0 0 0 0', '（一）予以公开 -1 0 0 0 0 0 -1')
        .replace('2.重复申请 0 0 0 0 0 0 0', '2.重复申请 1,288 0 0 0 0 0 1,288'),
    )
    expect(read.tables.requests?.granted).toEqual([-1, 0, 0, 0, 0, 0, -1])
    expect(read.tables.requests?.['notProcessed.repeated']).toEqual([1288, 0, 0, 0, 0, 0, 1288])
    expect(codes(read)).toContain('X6')
  })

  test('数字印在标签上一行的文字整表不读', () => {
    const text = cellLines(report({ received: [3, 0, 0, 0, 0, 0, 3] }), plain).replace(
      '一、本年新收政府信息公开申请数量\n\n3\n\n0\n\n0\n\n0\n\n0\n\n0\n\n3',
      '3 0 0 0 0 0 3\n一、本年新收政府信息公开申请数量',
    )
    expect(readPlain(text).tables.requests?.received).toEqual([null, null, null, null, null, null, null])
  })

  test('只有栏目没有数字：R03，不给数', () => {
    const read = readPlain(spaced(report()).replace(/ 0(?= )/g, ''))
    expect(read.tables.requests).toBeNull()
    expect(codes(read)).toContain('R03')
  })

  test('表三之外另有一张摘要表：不当作第二份报告', () => {
    const firstRow = '| 一、本年新收政府信息公开申请数量 | 1 | 1 | 1 | 1 | 1 | 1 | 6 |'
    const summary = '| 本年新收申请数量 | 3 |'
    const read = readPlain(`某局2023年政府信息公开工作年度报告\n${firstRow}\n${summary}\n无`)
    expect(read.tables.requests?.received).toEqual([1, 1, 1, 1, 1, 1, 6])
    expect(read.findings.map(({ code }) => code)).not.toContain('R04')
  })

  test('一个文件两份报告：R04，不给数', () => {
    const read = readPlain(`${spaced(report())}\n${spaced(report({ received: [1, 0, 0, 0, 0, 0, 1] }))}`)
    expect(read.tables).toEqual({ disclosed: null, requests: null, disputes: null })
    expect(read.findings.map(({ code }) => code)).toEqual(['R04'])
  })

  test('不是年度报告的文字', () => {
    const read = readPlain('今天天气很好。')
    expect([read.year, read.format, read.tables.requests]).toEqual([null, null, null])
  })
})

describe('格式', () => {
  test.each([
    ['2019', '国办公开办函〔2019〕60号'],
    ['2021', '国办公开办函〔2021〕30号'],
  ] as const)('读不准的一行，依据写本格式的文件：%s', (format, document) => {
    const requests = new Map(
      FORMS[format].requests.rows.map(({ row }) => [row, row === 'granted' ? [10, 2, 0, 0, 0, 0, 5] : ZERO]),
    )
    const read = readPlain(glued({ ...report(), format, requests }))
    expect(read.format).toBe(format)
    expect(ofCode(read, 'R01').map((one) => one.cite)).toEqual([document])
  })

  test('2023年的报告用了2019年的格式：R11；年度与格式相符的没有', () => {
    const requests = new Map(FORMS['2019'].requests.rows.map(({ row }) => [row, ZERO]))
    const read = readPlain(spaced({ ...report(), format: '2019', requests }))
    expect(read).toMatchObject({ year: 2023, format: '2019' })
    expect(ofCode(read, 'R11')).toMatchObject([{ level: 'error', message: expect.stringContaining('应当用2021年格式') }])
    expect(ofCode(readPlain(spaced(report())), 'R11')).toEqual([])
  })

  test('表二兼用两种格式的栏目：R05', () => {
    const mixed = '二、主动公开政府信息情况 信息内容 本年新制作数量 本年新公开数量 对外公开总数量 规章 0 0 0 规范性文件 1 2 3'
    const read = readPlain(spaced(report()).replace('三、收到和处理', `${mixed} 行政许可 5 本年收费金额 三、收到和处理`))
    expect(read.findings.map(({ code }) => code)).toContain('R05')
    expect(read.tables.disclosed).toMatchObject({ normativeDocuments: [1, 2, 3], permits: 5 })
  })

  test('表二用2019年栏目、表三有（六）三行：按表三，R05', () => {
    const read = readPlain(
      spaced(report()).replace(
        '三、收到和处理',
        '二、主动公开政府信息情况 信息内容 本年新制作数量 本年新公开数量 对外公开总数量 规章 0 0 0 三、收到和处理',
      ),
    )
    expect(read.format).toBe('2021')
    expect(read.findings.map(({ code }) => code)).toContain('R05')
  })
})

describe('标签的别样写法', () => {
  test('去掉括号内的说明、缩短的标签照样认出', () => {
    const rows = { granted: [3, 0, 0, 0, 0, 0, 3], 'other.correctionLapsed': [0, 1, 0, 0, 0, 0, 1] }
    const text = spaced(report(rows))
      .replace('（区分处理的，只计这一情形，不计其他情形）', '')
      .replace('申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '申请人无正当理由逾期不补正')
      .replace('申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '申请人逾期未按收费通知要求缴费')
    const read = readPlain(text)
    expect(read.format).toBe('2021')
    expect(read.tables.requests).toEqual(Object.fromEntries(report(rows).requests))
  })

  test('每格写“件”', () => {
    const read = readPlain(spaced(report()).replace(/ 0(?= )/g, ' 0件'))
    expect(read.tables.requests).toEqual(Object.fromEntries(report().requests))
    expect(read.tables.disputes?.reconsideration).toEqual([0, 0, 0, 0, 0])
  })
})

describe('题名', () => {
  test.each([
    ['同仁市教育局\n\n2021 年政府信息公开工作年度报告', '同仁市教育局', 2021],
    ['2019年上海市人民政府办公厅政府信息公开工作年度报告', '上海市人民政府办公厅', 2019],
    ['标题: 某县财政局2022年度政府信息公开工作年度报告', '某县财政局', 2022],
    ['某 县 财 政 局\n2 0 2 2 年 政 府 信 息 公 开 工 作 年 度 报 告', '某县财政局', 2022],
    ['某县财政局二〇二三年政府信息公开工作年度报告', '某县财政局', 2023],
    ['某县卫生健康委2023年政府信息公开工作\n\n年度报告', '某县卫生健康委', 2023],
    ['⼈⺠政府办公室2024年政府信息公开⼯作年度报告', '人民政府办公室', 2024],
    ['根据《条例》规定,现公布区统计局2023年政府信息公开工作年度报告。', '区统计局', 2023],
    ['本报告由某市某区教育局根据通知要求编制。数据统计期限从2023年1月1日起,至12月31日止。', '某市某区教育局', 2023],
    ['某县财政局政府信息公开工作年度报告(2022年度)\n', '某县财政局', 2022],
    ['首页 > 2022年 > 正文\n铁边城镇2022年度政府信息公开年报\n', '铁边城镇', 2022],
    ['一、总体情况\n2020年某镇严格按照条例要求开展工作。', null, 2020],
    ['某县财政局2021年政府信息公开工作年度报告\n上一篇:某县财政局2020年政府信息公开工作年度报告', '某县财政局', 2021],
    [
      '某县财政局2023年政府信息公开工作年度报告\n一、总体情况\n2023年平稳。\n六、其他需要报告的事项\n无\n' +
        '上一篇:某县财政局2022年政府信息公开工作年度报告\n某县财政局2022年政府信息公开工作年度报告',
      '某县财政局',
      2023,
    ],
    [
      '某县财政局2022年政府信息公开工作年度报告\n某县财政局2023年政府信息公开工作年度报告\n一、总体情况\n2023年平稳。',
      '某县财政局',
      2023,
    ],
    [
      '某县财政局2022年政府信息公开工作年度报告\n某县财政局2023年政府信息公开工作年度报告\n一、总体情况\n平稳。',
      '某县财政局',
      null,
    ],
  ])('%s', (text, agency, year) => {
    const read = readPlain(text)
    expect([read.agency, read.year]).toEqual([agency, year])
  })
})

describe('文字与表格', () => {
  const withProse = (prose: string, rows: Partial<Record<string, number[]>> = {}): CheckedReport =>
    readPlain(spaced(report(rows)).replace('2023年，我局认真做好政府信息公开工作。', prose))
  const three = [3, 0, 0, 0, 0, 0, 3]
  const table = { received: three, granted: three, handled: three }

  test.each([
    '2023年共收到政府信息公开申请5件。',
    '2023年共受理公开申请2件，均按时答复。',
    '收到政府信息公开申请3件；予以公开2件。',
    '收到政府信息公开申请3件。因政府信息公开引起的行政复议案件1件。',
  ])('X8：%s', (prose) => {
    expect(ofCode(withProse(prose, table), 'X8')).toHaveLength(1)
  })

  test.each([
    '2023年共收到政府信息公开申请3件，其中网上收到政府信息公开申请1件。',
    '收到政府信息公开申请3件，较上年收到政府信息公开申请9件有所减少。',
    '制定的文件予以公开12件。办理行政复议案件8件。',
    '全年主动公开政府信息465条。',
    '2023年网站收到留言15条，受理群众咨询20件。',
  ])('没有矛盾：%s', (prose) => {
    expect(ofCode(withProse(prose, table), 'X8')).toEqual([])
  })

  test('X9：有逾期未缴费的，第六部分要说明收费', () => {
    const one = [1, 0, 0, 0, 0, 0, 1]
    const rows = { received: one, 'other.feeUnpaid': one, handled: one }
    expect(ofCode(withProse('2023年，正常开展。', rows), 'X9')).toHaveLength(1)
  })

  test('X10：说收了信息处理费，第六部分没有金额', () => {
    expect(ofCode(withProse('2023年，依法收取信息处理费。'), 'X10')).toHaveLength(1)
    expect(ofCode(withProse('2023年，未收取信息处理费。'), 'X10')).toEqual([])
  })

  test('X12：统计期限、开头和改进措施的年份', () => {
    expect(ofCode(withProse('2022年，我局认真工作。'), 'X12').map(({ expected, found }) => [expected, found])).toEqual([
      [2023, 2022],
    ])
    expect(ofCode(withProse('2023年，我局认真落实2019年修订的条例。'), 'X12')).toEqual([])
    const plan = readPlain(spaced(report()).replace('公开内容有待丰富。', '2023年，我局将丰富公开内容。'))
    expect(ofCode(plan, 'X12').map(({ expected, found }) => [expected, found])).toEqual([[2024, 2023]])
  })

  test('L01：表头少了“其他”；L02：教育局行政许可为零', () => {
    const lost = readPlain(spaced(report()).replace('法律服务机构 其他', '法律服务机构'))
    expect(ofCode(lost, 'L01').map(({ column }) => column)).toEqual(['otherOrganisation'])
    const none = '二、主动公开政府信息情况 信息内容 本年处理决定数量 行政许可 0 三、收到和处理'
    expect(ofCode(readPlain(spaced(report()).replace('三、收到和处理', none)), 'L02')).toHaveLength(1)
  })
})
