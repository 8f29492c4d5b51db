import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMS } from '../../law/reports/formats/index.ts'
import type { RequestRow } from '../../law/reports/model.ts'
import { readRow } from './row-reading.ts'
import { readFree, readSummed, settleByColumns } from './run-together.ts'

describe('一行恰有七个数字', () => {
  const tokens = ['0', '0', '94', '8', '1', '0', '100203'].map((text) => ({
    at: 1,
    text,
    unit: '',
    line: 0,
    from: 0,
    to: text.length,
    kind: 'number' as const,
    maybeItem: false,
    glued: false,
  }))
  const shape = { cells: 7, groups: [7], blanksLost: false }

  test('表里有数字相连：合计不对就不作数，100203 可能是 100 和 203', () => {
    expect(readRow(tokens, { ...shape, mayRunTogether: true })).toEqual({ state: 'unsure' })
  })

  test('表里没有数字相连：照录，合计错了由勾稽指出', () => {
    expect(readRow(tokens, { ...shape, mayRunTogether: false })).toMatchObject({ state: 'settled' })
  })
})

describe('连在一起的数字', () => {
  test('801000081 只能是 80 1 0 0 0 0 81', () => {
    expect(readSummed(['801000081'], [7])).toEqual([[80, 1, 0, 0, 0, 0, 81]])
  })

  test('保留下来的空格是单元格的边界', () => {
    expect(readSummed(['20', '0', '00', '0', '121'], [7])).toEqual([[20, 0, 0, 0, 0, 1, 21]])
  })

  test('表四三组各自相加', () => {
    expect(readSummed(['110024001510102'], [5, 5, 5])).toEqual([[1, 1, 0, 0, 2, 4, 0, 0, 1, 5, 1, 0, 1, 0, 2]])
  })

  test('没有关系可依的三格：007 只有一种读法，1129 有几种', () => {
    expect(readFree(['007'], 3)).toEqual([[0, 0, 7]])
    expect(readFree(['1129'], 3).length).toBeGreaterThan(1)
  })

  test('真值总在读法之中', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 6, maxLength: 6 }), (cells) => {
        const row = [...cells, cells.reduce((a, b) => a + b, 0)]
        expect(readSummed([row.join('')], [7])).toContainEqual(row)
      }),
      { numRuns: 50 },
    )
  })
})

describe('几种读法由各列的关系取定', () => {
  const zero = [0, 0, 0, 0, 0, 0, 0]
  const form = FORMS['2021']
  const settled = (rows: Partial<Record<RequestRow, number[]>>): Map<RequestRow, number[]> =>
    new Map(form.requests.rows.filter(({ row }) => !(row in rows)).map(({ row }) => [row, zero]))

  test('唯一满足 X1、X2 的组合', () => {
    const right = [1, 10, 0, 0, 0, 0, 11]
    const wrong = [11, 0, 0, 0, 0, 0, 11]
    const open = new Map<RequestRow, number[][]>([['granted', [right, wrong]]])
    const rest = settled({ granted: zero })
    rest.set('handled', right)
    rest.set('received', right)
    expect(settleByColumns(form, rest, open)).toEqual(new Map([['granted', right]]))
  })

  test('没有组合满足时不取：报告自己有错，不能由读者改对', () => {
    const open = new Map<RequestRow, number[][]>([
      [
        'granted',
        [
          [1, 0, 0, 0, 0, 0, 1],
          [0, 1, 0, 0, 0, 0, 1],
        ],
      ],
    ])
    expect(settleByColumns(form, settled({ granted: zero }), open)).toBeNull()
  })

  test('有两种组合满足时不取', () => {
    const [a, b] = [
      [1, 0, 0, 0, 0, 0, 1],
      [0, 1, 0, 0, 0, 0, 1],
    ]
    const open = new Map<RequestRow, number[][]>([
      ['granted', [a, b]],
      ['partial', [a, b]],
    ])
    const rest = settled({ granted: zero, partial: zero })
    const both = [1, 1, 0, 0, 0, 0, 2]
    rest.set('handled', both)
    rest.set('received', both)
    expect(settleByColumns(form, rest, open)).toBeNull()
  })

  test('有一行没有读出时不取', () => {
    const rest = settled({ granted: zero })
    rest.delete('partial')
    const open = new Map<RequestRow, number[][]>([['granted', [[0, 0, 0, 0, 0, 0, 0]]]])
    expect(settleByColumns(form, rest, open)).toBeNull()
  })
})
