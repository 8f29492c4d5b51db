/** 数据表的格子、粘贴、差异、查找。 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DATA_SET_KINDS, DATA_SETS, type DataColumn } from '../../law/publication/data-sets.ts'
import { localDate } from '../../law/date.ts'
import { readCell } from './data-cell.ts'
import { dataFaults, type DataRow, dataSetSchema, dataSetTitle, periodOrder, periodsOffered, tidied } from './data-set.ts'
import { dataSetBody } from './data-set-body.ts'
import { changeWords, countChanges, dataDifferences } from './data-set-differences.ts'
import { filterChoices, narrowed, schoolsOfPlace } from './data-set-find.ts'
import { clipboardGrid, readDataGrid } from './data-set-grid.ts'

const column = (kind: DataColumn['kind'], more: Partial<DataColumn> = {}): DataColumn => ({ key: 'x', zh: '某栏', kind, ...more })
const read = (kind: DataColumn['kind'], text: string, more: Partial<DataColumn> = {}) => readCell(column(kind, more), text)

describe('每一种栏目（law.md §8.1 的要素）', () => {
  test.each(DATA_SET_KINDS)('%s：每一行有名字，有一栏说明依据，引用的栏目都在', (kind) => {
    const { columns } = DATA_SETS[kind]
    const keys = columns.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(columns[0]).toMatchObject({ required: true, names: true })
    for (const { atMost, notBefore, kind: cell, options } of columns) {
      for (const other of [atMost, notBefore]) if (other) expect(keys).toContain(other)
      expect(options !== undefined).toBe(cell === 'choice')
    }
  })

  test('没有一栏请人填写个人的信息', () => {
    const words = Object.values(DATA_SETS).flatMap(({ columns }) => columns.map(({ zh }) => zh))
    expect(words.filter((zh) => /姓名|身份证|手机|住址|银行|监护人|家长|学籍号/.test(zh))).toEqual([])
  })
})

describe('格子', () => {
  test.each([
    ['count', '１２０人', '120', { unit: '人' }],
    ['count', '1,080', '1080', {}],
    ['count', '007', '7', {}],
    ['yuan', '￥1,200.00元', '1200', { unit: '元' }],
    ['yuan', '62.5', '62.5', {}],
    ['day', '2026年7月1日', '2026-07-01', {}],
    ['day', '2026/7/1', '2026-07-01', {}],
    ['phone', '（0970）5550301', '0970-5550301', {}],
    ['phone', '0970—5550301', '0970-5550301', {}],
    ['phone', '12345', '12345', {}],
    ['yesNo', '√', '是', {}],
    ['choice', '公 办', '公办', { options: ['公办', '民办'] }],
    ['places', '南街,文化路 新村、南街', '南街、文化路、新村', {}],
    ['text', '  一行\n两行 ', '一行 两行', {}],
    ['text', "'=1+1", '=1+1', {}],
  ] as const)('%s “%s” 存为“%s”', (kind, written, kept, more) => {
    expect(read(kind, written, more)).toEqual({ text: kept, fault: null })
    expect(read(kind, kept, more)).toEqual({ text: kept, fault: null })
  })

  test.each([
    ['count', '1.5', '不是整数'],
    ['count', '约100', '不是整数'],
    ['yuan', '1.255', '不是金额'],
    ['yuan', '-3', '不是金额'],
    ['day', '2026-02-30', '不是日期'],
    ['day', '七月一日', '不是日期'],
    ['phone', '13800138000', '手机号码'],
    ['phone', '0970-5550301、5550302', '不是单位电话'],
    ['yesNo', '也许', '不是“是”或者“否”'],
  ] as const)('%s “%s”：%s，原来的字留着', (kind, written, said) => {
    const { text, fault } = read(kind, written)
    expect(text).toBe(written)
    expect(fault?.say).toContain(said)
    expect(fault?.then).not.toBe('')
  })

  test('必填的不能空，不必填的可以空', () => {
    expect(read('text', ' ', { required: true }).fault?.say).toBe('没有填写。')
    expect(read('text', ' ').fault).toBeNull()
  })

  test('读过的再读，不会变（性质）', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('text', 'places', 'count', 'yuan', 'day', 'phone', 'yesNo', 'choice'),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        (kind, written) => {
          const once = read(kind as DataColumn['kind'], written, { options: ['公办'] })
          if (once.fault) return
          expect(read(kind as DataColumn['kind'], once.text, { options: ['公办'] })).toEqual(once)
        },
      ),
    )
  })
})

const ZONE: DataRow = {
  school: '第一小学',
  stage: '小学',
  town: '城关镇',
  areas: '南街、河东村',
  address: '东门',
  phone: '0970-5550301',
}

describe('一张表', () => {
  const faults = (rows: readonly DataRow[], kind: 'zones' | 'enrolment' | 'qualification' = 'zones') =>
    dataFaults({ kind, rows: [...rows] }).map(({ row, column: at, say }) => [row, at, say])

  test('没有错的没有话说；缺的、重复的、前后不合的，各标在自己的格子', () => {
    expect(faults([ZONE, { ...ZONE, school: '第二小学' }])).toEqual([])
    expect(faults([ZONE, { ...ZONE, phone: '' }])).toEqual([
      [1, 'phone', '没有填写。'],
      [1, 'school', '与第 1 行重复。'],
    ])
    const plan = {
      school: '一小',
      stage: '小学',
      town: '城关镇',
      classes: '4',
      places: '180',
      from: '2026-07-10',
      to: '2026-07-01',
      phone: '0970-5550301',
    }
    expect(faults([plan], 'enrolment')).toEqual([[0, 'to', '早于报名开始。']])
    const batch = {
      kind: '小学',
      batch: '第一批',
      from: '2026-04-01',
      to: '2026-04-20',
      applied: '9',
      granted: '10',
      place: '政务大厅',
      phone: '0970-5550301',
    }
    expect(faults([batch], 'qualification')).toEqual([[0, 'granted', '多于申请人数。']])
  })

  test('任何一格里的个人号码都指出来，不复述', () => {
    const found = dataFaults({ kind: 'zones', rows: [{ ...ZONE, remark: '王老师 13800138000' }] })
    expect(found.map(({ column: at }) => at)).toEqual(['remark'])
    expect(JSON.stringify(found)).not.toContain('13800138000')
  })

  test('空行、别的栏目不留；年度和学期', () => {
    const set = dataSetSchema.parse({ kind: 'zones', period: '2026', rows: [{}, { ...ZONE, id: 'x', town: ' 城关镇 ' }] })
    expect(tidied(set).rows).toEqual([ZONE])
    expect(dataSetSchema.safeParse({ kind: 'zones', period: '2026-spring' }).success).toBe(false)
    expect(dataSetTitle({ kind: 'fees', period: '2026-autumn' })).toBe('2026年秋季学期收费标准')
    expect(['2027', '2026-autumn', '2026-spring', '2026'].toSorted((a, b) => (periodOrder(a) < periodOrder(b) ? -1 : 1))).toEqual(
      ['2026', '2026-spring', '2026-autumn', '2027'],
    )
    expect(periodsOffered({ every: 'term' }, localDate('2026-03-20'))).toEqual(['2026-spring', '2026-autumn', '2025-autumn'])
    expect(periodsOffered({ every: 'term' }, localDate('2026-09-01'))).toEqual(['2026-autumn', '2027-spring', '2026-spring'])
    // In January the autumn term is not over yet.
    expect(periodsOffered({ every: 'term' }, localDate('2027-01-15'))).toEqual(['2026-autumn', '2027-spring', '2026-spring'])
  })

  test('正文是表格，字里的尖括号只是字', () => {
    const body = dataSetBody({ kind: 'zones', period: '2026', note: '一\n二', rows: [{ ...ZONE, school: '<b>&' }] })
    expect(body).toContain('<p>一</p><p>二</p><table><caption>2026年学区划分</caption>')
    expect(body).toContain('<th scope="row">&lt;b&gt;&amp;</th>')
  })
})

describe('从 Excel 粘贴', () => {
  test('有表头的按表头，多出来的栏目说明没有读；没有表头的按顺序', () => {
    const headed = readDataGrid('fees', [
      ['收费一览表'],
      ['收费项目', '收费学校*', '收费标准(元)', '学生姓名', '序号'],
      ['课后服务', '一小', '60', '张三', '1'],
      ['', '', '', '', ''],
    ])
    expect(headed).toEqual({ rows: [{ fee: '课后服务', school: '一小', amount: '60' }], ignored: ['学生姓名'], headed: true })
    expect(readDataGrid('zones', [['城关镇', '南街']], 2).rows).toEqual([{ town: '城关镇', areas: '南街' }])
  })

  test('剪贴板：换行的格子在引号里，最后一行的行尾不算一行', () => {
    expect(clipboardGrid('甲\t"乙\n丙"\t"说""是"""\r\n丁\t\t戊\r\n')).toEqual([
      ['甲', '乙\n丙', '说"是"'],
      ['丁', '', '戊'],
    ])
    expect(clipboardGrid('5" 管\t乙')).toEqual([['5" 管', '乙']])
    expect(clipboardGrid('')).toEqual([])
  })

  test('写出去读回来一格不差（性质）', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (grid) => {
        const quoted = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
        const text = grid.map((line) => line.map(quoted).join('\t')).join('\r\n')
        expect(clipboardGrid(`${text}\r\n`)).toEqual(grid)
      }),
    )
  })
})

describe('与上一版的不同', () => {
  test('新增、修改、删去，逐格说明', () => {
    const other = { ...ZONE, school: '第二小学' }
    const changes = dataDifferences(
      'zones',
      [ZONE, other],
      [
        { ...ZONE, areas: '南街' },
        { ...ZONE, school: '第三小学' },
      ],
    )
    expect(changes).toEqual([
      { name: '第一小学 小学', kind: 'changed', cells: [{ heading: '招生范围', before: '南街、河东村', after: '南街' }] },
      { name: '第三小学 小学', kind: 'added', cells: [] },
      { name: '第二小学 小学', kind: 'removed', cells: [] },
    ])
    expect(changeWords(countChanges(changes))).toBe('新增 1 行，修改 1 行，删去 1 行')
    expect(changeWords(countChanges(dataDifferences('zones', [ZONE], [ZONE])))).toBe('没有不同')
  })
})

describe('读者查找', () => {
  const rows = [ZONE, { ...ZONE, school: '第二小学', town: '柳坪镇', areas: '上河东、幸福小区' }]
  const schools = (place: string) => schoolsOfPlace(rows, place).map(({ row }) => row['school'])

  test('村、街道、小区：全称在前，写到门牌也找得到，一个字不算', () => {
    expect(schools('河东村')).toEqual(['第一小学'])
    expect(schools('河东')).toEqual(['第一小学', '第二小学'])
    expect(schools('幸福小区3号楼2单元')).toEqual(['第二小学'])
    expect(schools('柳坪镇幸福小区')).toEqual(['第二小学'])
    expect(schools('东')).toEqual([])
    expect(schools('')).toEqual([])
  })

  test('筛选的选项是表里有的；选了什么就只有什么', () => {
    expect(filterChoices('zones', rows)).toEqual([{ key: 'town', zh: '乡镇（街道）', options: ['城关镇', '柳坪镇'] }])
    const found = (chosen: Record<string, string>, words = '') => narrowed('zones', rows, { chosen, words }).length
    expect([found({ town: '城关镇' }), found({ town: '没有' }), found({}, '幸福 柳坪'), found({ nonsense: 'x' })]).toEqual([
      1, 0, 1, 2,
    ])
  })
})
