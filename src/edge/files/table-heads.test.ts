/** 导入的表格：第一行明显是表头的，标为表头；拿不准的不动，字一个不变。 */
import fc from 'fast-check'
import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { headed } from './table-heads.ts'

const rowOf = (cells: readonly string[]) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`
const tableOf = (...rows: string[][]) => `<table><tbody>${rows.map(rowOf).join('')}</tbody></table>`
const headsIn = (table: string) =>
  load(
    headed(table),
    null,
    false,
  )('th')
    .toArray()
    .map((one) => load(one).text())

test.each([
  [
    '名单',
    [
      ['序号', '姓名', '毕业学校'],
      ['1', '张三', '第一小学'],
    ],
    ['序号', '姓名', '毕业学校'],
  ],
  [
    '收费',
    [
      ['项目', '标准（元）', '依据'],
      ['住宿费', '300', '云价〔2025〕3号'],
    ],
    ['项目', '标准（元）', '依据'],
  ],
  [
    '加粗的',
    [
      ['<strong>片区</strong>', '<strong>街道</strong>'],
      ['城东', '东门街'],
    ],
    ['片区', '街道'],
  ],
])('%s：第一行是表头', (_, rows, heads) => {
  expect(headsIn(tableOf(...rows))).toEqual(heads)
})

test.each([
  [
    '左边是项目名的登记表',
    [
      ['姓名', '张三'],
      ['学校', '第一小学'],
    ],
  ],
  [
    '第一行是数',
    [
      ['2026年', '240'],
      ['2025年', '230'],
    ],
  ],
  [
    '第一行是数据',
    [
      ['城东', '东门街'],
      ['城西', '西门街'],
    ],
  ],
  [
    '有空格',
    [
      ['序号', ''],
      ['1', '张三'],
    ],
  ],
  ['只有一行', [['序号', '姓名']]],
  [
    '成句的话',
    [
      ['对象为本县户籍的适龄儿童。', '时间'],
      ['甲', '乙'],
    ],
  ],
])('%s：不动', (_, rows) => {
  expect(headsIn(tableOf(...rows))).toEqual([])
})

test('跨两行的表头，两行都是；已经有表头的不动', () => {
  const spanned = `<table><tr><td rowspan="2">学校</td><td colspan="2">计划（人）</td></tr>${rowOf(['城区', '乡镇'])}${rowOf(['一小', '240', '0'])}</table>`
  expect(headsIn(spanned)).toEqual(['学校', '计划（人）', '城区', '乡镇'])
  expect(headed(spanned)).toContain('scope="colgroup"')
  const told = '<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>'
  expect(headed(told)).toBe(told)
})

test('随便什么表格：字和格子都不变', () => {
  const cell = fc.constantFrom('序号', '姓名', '张三', '240', '', '备注', '<strong>学校</strong>')
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const table = tableOf(...rows)
      const [before, after] = [load(table, null, false), load(headed(table), null, false)]
      expect(after.text()).toBe(before.text())
      expect(after('td, th')).toHaveLength(before('td').length)
    }),
    { numRuns: 300 },
  )
})
