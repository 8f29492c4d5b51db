/** 目录导出再导入，什么也不变；各地的表格样式都读得出来，读不出的说明原因。 */
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CatalogueContent, catalogueContentSchema, grouped, pathOf } from '../../record/publication/catalogue.ts'
import type { ReadCatalogue } from '../../record/publication/catalogue-sheet.ts'
import { renderCatalogue } from '../paper/catalogue-xlsx.ts'
import { type OneFileReader, catalogueReader } from './one-file-reader.ts'

let reader: OneFileReader<ReadCatalogue>
beforeAll(() => {
  reader = catalogueReader({ milliseconds: 60_000, most: 4 })
})
afterAll(() => reader.close())

async function read(bytes: Uint8Array): Promise<ReadCatalogue> {
  const answer = await reader.read({ bytes, name: '目录.xlsx' })
  if (!answer?.ok) throw new Error(answer?.why ?? 'busy')
  return answer.read
}

/** What the sheet keeps: the fields together, each in the order of its items. */
function bySheet(contents: readonly CatalogueContent[]): CatalogueContent[] {
  return grouped(contents, ({ field }) => field).flatMap(([, own]) => own)
}

const PIECES = [
  '招生',
  '收费',
  '（要素）',
  '1.',
  '●',
  '\n',
  ' ',
  '，',
  '《条例》',
  'A',
  '=1+1',
  '■',
  '√',
  '_x000D_',
  '&<>"',
  "'",
  '１',
  '😀',
  '、',
  '；',
  'é',
]
const words = (most: number) => fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: most }).map((all) => all.join(''))
const NAMES = ['义务教育', '学前教育', '重点领域', '财政（教育）']
const name = fc.tuple(fc.constantFrom('招生', '收费', '资助', '督导'), words(4)).map(([start, more]) => `${start}${more}`)
const content: fc.Arbitrary<CatalogueContent> = fc
  .record({
    field: fc.constantFrom(...NAMES),
    first: name,
    second: name,
    elements: name,
    basis: words(12),
    limit: words(4),
    subject: words(4),
    outlets: fc.array(fc.record({ name: words(4), ticked: fc.boolean() }), { maxLength: 6 }),
    society: fc.boolean(),
    group: fc.option(words(3), { nil: null }),
    proactive: fc.boolean(),
    onRequest: fc.boolean(),
    county: fc.boolean(),
    township: fc.boolean(),
  })
  .map((given) => catalogueContentSchema.parse(given))
  .filter(({ proactive, onRequest }) => proactive || onRequest)
const catalogues = fc.uniqueArray(content, { maxLength: 12, selector: pathOf })

describe('导出再导入', () => {
  test('任何目录，导出的表读回来一字不差', async () => {
    await fc.assert(
      fc.asyncProperty(catalogues, async (contents) => {
        const { items, faults } = await read(await renderCatalogue('云岭县教育局', contents))
        expect(items.map((one) => one.content)).toEqual(bySheet(contents))
        expect(faults).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  test('三百项的长目录也一样', async () => {
    const contents = Array.from({ length: 300 }, (_, n) =>
      catalogueContentSchema.parse({
        field: NAMES[n % 2],
        first: `一级事项${Math.floor(n / 12)}`,
        second: `二级事项${n}`,
        elements: '学校名称；办学地址\n●联系电话',
        basis: '《中华人民共和国政府信息公开条例》',
        limit: '信息形成或者变更之日起20个工作日内',
        subject: '县教育局',
        outlets: [
          { name: '政府网站', ticked: true },
          { name: '社区/企事业单位/村公示栏（电子屏）', ticked: false },
          { name: '其他', ticked: false },
        ],
        society: true,
        group: n % 3 ? null : '学生家长',
        proactive: true,
        onRequest: false,
        county: true,
        township: n % 2 === 0,
      }),
    )
    expect((await read(await renderCatalogue('云岭县教育局', contents))).items.map((one) => one.content)).toEqual(
      bySheet(contents),
    )
  })
})

type Rows = (string | number | null)[][]

async function workbook(sheets: Record<string, { rows: Rows; merges?: string[] }>): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const [title, { rows, merges = [] }] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(title)
    sheet.addRows(rows)
    for (const range of merges) sheet.mergeCells(range)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const TITLE = ['（十二）义务教育领域基层政务公开标准目录']
const HEAD: Rows = [
  [
    '序号',
    '公开事项',
    null,
    '公开内容(要素)',
    '公开依据',
    '公开时限',
    '公开主体',
    '公开渠道和载体',
    '公开对象',
    null,
    '公开方式',
    null,
    '公开层级',
    null,
  ],
  [
    null,
    '一级事项',
    '二级事项',
    null,
    null,
    null,
    null,
    null,
    '全社会',
    '特定群体（请写明）',
    '主动',
    '依申请公开',
    '县级',
    '乡、村级',
  ],
]
const MERGES = ['A1:N1', 'A2:A3', 'B2:C2', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:G3', 'H2:H3', 'I2:J2', 'K2:L2', 'M2:N2']
const OUTLETS = '■政府网站    □政府公报\n□两微一端    ■公开查阅点\n□其他        '
const row = (
  serial: number,
  first: string | null,
  second: string | null,
  elements = '要素甲；要素乙',
  marks: (string | null)[] = [],
) => [
  serial,
  first,
  second,
  elements,
  '《条例》',
  '20个工作日',
  '教育局',
  OUTLETS,
  ...(marks.length > 0 ? marks : ['√', null, '√', null, '√', null]),
]

describe('各地的表', () => {
  test('两行表头、合并单元格、勾选、几张表；没有名字的表以标题为领域', async () => {
    const first = {
      rows: [TITLE, ...HEAD, row(1, '招生管理', '招生政策'), row(2, null, '招生计划'), row(3, null, '招生范围')],
      merges: [...MERGES, 'B4:B6', 'E4:E6'],
    }
    const second = {
      rows: [TITLE, ...HEAD, row(1, '收费', '收费标准', '项目', ['', '√（学生家长）', '', '√', '', '√'])],
      merges: MERGES,
    }
    const { items, faults } = await read(await workbook({ Sheet1: first, 收费领域: second, Sheet3: { rows: [] } }))
    expect(faults).toEqual([])
    expect(items.map((one) => one.content)).toMatchObject([
      {
        field: '义务教育',
        first: '招生管理',
        second: '招生政策',
        basis: '《条例》',
        society: true,
        group: null,
        proactive: true,
        county: true,
        township: false,
      },
      { field: '义务教育', first: '招生管理', second: '招生计划', basis: '《条例》' },
      { field: '义务教育', first: '招生管理', second: '招生范围', basis: '《条例》' },
      { field: '收费领域', society: false, group: '学生家长', proactive: false, onRequest: true, county: false, township: true },
    ])
    expect(items[0]?.content.outlets.filter(({ ticked }) => ticked).map((one) => one.name)).toEqual(['政府网站', '公开查阅点'])
    expect(items[0]?.content.outlets).toHaveLength(5)
  })

  test('一格里的■□也是勾选；一行表头也读', async () => {
    const head = [
      '序号',
      '一级事项',
      '二级事项',
      '公开内容',
      '公开依据',
      '公开时限',
      '公开主体',
      '公开渠道',
      '公开对象',
      '公开方式',
      '公开层级',
    ]
    const line = [
      1,
      '招生',
      '政策',
      '方案',
      '《条例》',
      '',
      '教育局',
      '政府网站、公示栏',
      '□全社会 ■特定群体（考生）',
      '■主动 □依申请',
      '■县级 ■乡级',
    ]
    const { items } = await read(await workbook({ 教育: { rows: [head, line] } }))
    expect(items[0]?.content).toMatchObject({
      society: false,
      group: '考生',
      proactive: true,
      onRequest: false,
      county: true,
      township: true,
    })
    expect(items[0]?.content.outlets).toEqual([
      { name: '政府网站', ticked: true },
      { name: '公示栏', ticked: true },
    ])
  })

  test('读不出的行说明在哪里、为什么；其余照读', async () => {
    const rows = [
      TITLE,
      ...HEAD,
      row(1, '招生', '政策'),
      row(2, '招生', null),
      row(3, '招生', '计划', ''),
      row(4, '招生', '范围', '学区', ['√', null, null, null, null, null]),
      row(5, '招生', '条件', '条件', ['长期', null, '√', null, null, null]),
      row(6, '招生', '政策', '别的要素', ['√', null, null, '√', null, null]),
      ['说明：本目录由办公室维护，如有变化请及时告知。'],
    ]
    const book = await workbook({ 教育: { rows, merges: [...MERGES, 'A10:N10'] }, 说明: { rows: [['填表说明']] } })
    const { items, faults } = await read(book)
    expect(items.map((one) => one.content.second)).toEqual(['政策'])
    expect(faults.map(({ sheet, row: at, say }) => `${sheet} ${at} ${say}`)).toEqual([
      '教育 5 “二级事项”是空的',
      '教育 6 “公开内容（要素）”是空的',
      '教育 7 “公开方式”没有勾选',
      '教育 8 “长期”不是勾选（√）',
      '教育 10 只有一段文字“说明：本目录由办公室维护，如有变化请及时…”，不是事项，没有读取',
      '说明 0 没有找到表头中的“一级事项”、“二级事项”、“公开内容（要素）”，整张表没有读取',
      '教育 9 与“教育”第 4 行是同一个事项，但写的不一样；请改名或者合并',
    ])
  })

  test('一个二级事项分几行写要素的，合为一项', async () => {
    const rows = [TITLE, ...HEAD, row(1, '财务', '财务信息', '预算'), row(1, '财务', '财务信息', '决算')]
    const { items } = await read(await workbook({ 教育: { rows, merges: MERGES } }))
    expect(items.map((one) => one.content.elements)).toEqual(['预算\n决算'])
  })

  test('不是电子表格的，说明原因', async () => {
    expect(await reader.read({ bytes: new TextEncoder().encode('一级事项'), name: 'a.xlsx' })).toEqual({
      ok: false,
      why: '不是电子表格；请提供 .xlsx 文件',
    })
  })
})
