import { describe, expect, test } from 'vitest'
import { FORMS } from '../../law/reports/formats/index.ts'
import type { CheckedReport } from '../../law/reports/model.ts'
import type { GridCell } from './grid.ts'
import { gridOfRows } from './grid.ts'
import { readReport } from './read-report.ts'

const ZERO = ['0', '0', '0', '0', '0', '0', '0']
const UNREAD = [null, null, null, null, null, null, null]
const HEAD = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const labels = FORMS['2021'].requests.rows.map(({ row, number, label }) => ({ row, label: `${number}${label}` }))

/** Table 三 in lines, `repeated` in place of the numbers of 重复申请. */
const lines = (gap: string, repeated: string): string =>
  labels.map(({ row, label }) => `${label}${gap}${row === 'notProcessed.repeated' ? repeated : ZERO.join(gap)}`).join('\n')
const readText = (text: string): CheckedReport => readReport({ blocks: [{ kind: 'text', text: `申请人情况\n${text}` }] })
const repeatedOf = ({ tables }: CheckedReport) => tables.requests?.['notProcessed.repeated']
const codesOf = ({ findings }: CheckedReport) =>
  findings.flatMap(({ code, rows }) => (rows.length > 0 && code !== 'X2' ? [code] : []))

describe('七个数不一定就是七格', () => {
  test.each([
    ['合计折成两行，不把后一行当页码丢掉', '   ', '999   100   0   0   0   0   109\n   9'],
    ['少了一格、又来一个页码', '   ', '0   0   0      0   0   0\n    4'],
    ['每格一行，少了一格、又来一个页码', '\n', '0\n0\n0\n0\n0\n0\n\n4'],
    ['千位空格，又有空白格', '   ', '1 200            0   0   0   1 200'],
  ])('%s：留空，R01', (_, gap, repeated) => {
    const report = readText(lines(gap, repeated))
    expect(repeatedOf(report)).toEqual(UNREAD)
    expect(codesOf(report)).toEqual(['R01'])
  })

  test.each([
    ['列距整齐', '   ', '3   0   0   0   0   0   4'],
    ['每格一行', '\n', '3\n0\n0\n0\n0\n0\n4'],
    ['隔行一格', '\n\n', '3\n\n0\n\n0\n\n0\n\n0\n\n0\n\n4'],
  ])('%s的一行合计错了：照录，报 X3', (_, gap, repeated) => {
    const report = readText(lines(gap, repeated))
    expect(repeatedOf(report)).toEqual([3, 0, 0, 0, 0, 0, 4])
    expect(codesOf(report)).toEqual(['X3'])
  })

  test('一行中间夹着页码，其余的数合计相符：照读', () => {
    expect(repeatedOf(readText(lines('   ', '3   0   0   0   0   0   3\n   12')))).toEqual([3, 0, 0, 0, 0, 0, 3])
  })

  test('标签在“无”字后断开、又少了一格：“无”不补那一格', () => {
    const text = lines('   ', ZERO.join('   ')).replace(
      /1\.申请人无正当理由.*/,
      '1.申请人 无   0   0   4   0      0   4\n正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    )
    expect(readText(text).tables.requests?.['other.correctionLapsed']).toEqual(UNREAD)
  })

  test('下一行的序号丢了、只剩下点：合计的末位不是序号', () => {
    const text = lines(' ', '2075 0 0 0 0 0 2075').replaceAll('\n', ' ').replace('2075 3.要求', '2075 .要求')
    expect(repeatedOf(readText(text))).toEqual([2075, 0, 0, 0, 0, 0, 2075])
  })

  test('别处有数字粘连、这一行少了一格：不拆别的数来凑', () => {
    const text = lines('   ', '4   39   9   15   0   168').replace('（一）予以公开   0   0   0', '（一）予以公开   000')
    expect(repeatedOf(readText(text))).toEqual(UNREAD)
  })

  test('这张表的空白格没有留下痕迹：合计不符的一行留空', () => {
    const text = lines('   ', '3   0   0   0   0   0   4').replace(
      '3.要求提供公开出版物   0   0   0   0   0   0   0',
      '3.要求提供公开出版物   1   1',
    )
    expect(repeatedOf(readText(text))).toEqual(UNREAD)
  })
})

describe('表格里对不上栏目的数', () => {
  const rows = (repeated: readonly string[]): string[][] => [
    ['', ...HEAD],
    ...labels.map(({ row, label }) => [label, ...(row === 'notProcessed.repeated' ? repeated : ZERO)]),
  ]
  const readGrid = (table: string[][], change: (cells: GridCell[]) => GridCell[] = (cells) => cells): CheckedReport => {
    const grid = gridOfRows(table)
    return readReport({ blocks: [{ kind: 'grid', grid: { ...grid, cells: change(grid.cells) } }] })
  }

  test.each([
    ['千位逗号把一格分成两格', ['1', '200', '1', '0', '0', '0', '0', '1', '201']],
    ['多出一格', ['0', '0', '0', '5', '0', '0', '0', '5']],
  ])('%s：留空，R01', (_, cells) => {
    const report = readGrid(rows(cells))
    expect(repeatedOf(report)).toEqual(UNREAD)
    expect(codesOf(report)).toEqual(['R01'])
  })

  test('总计一格被上一行占去、右边另有一格：不移位', () => {
    const table = rows(ZERO)
    const at = table.findIndex(([label]) => label?.includes('重复申请'))
    const report = readGrid(table, (cells) =>
      cells.map((cell) =>
        cell.row === at - 1 && cell.col === 7
          ? { ...cell, rowSpan: 2 }
          : cell.row === at && cell.col === 7
            ? { ...cell, col: 8, text: '9' }
            : cell,
      ),
    )
    expect(repeatedOf(report)).toEqual(UNREAD)
    expect(report.tables.requests?.['notProcessed.petition']).toEqual(UNREAD)
  })

  test('表外的备注不是数：照读', () => {
    expect(repeatedOf(readGrid(rows([...ZERO, '无'])))).toEqual([0, 0, 0, 0, 0, 0, 0])
  })
})
