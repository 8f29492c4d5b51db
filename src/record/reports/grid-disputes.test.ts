import { describe, expect, test } from 'vitest'
import { gridOfRows } from './grid.ts'
import { readDisputesGrids } from './grid-disputes.ts'

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const GROUPS = ['行政复议', '未经复议直接起诉', '复议后起诉']
/** The second group's total is wrong in the report itself: it must be read as printed. */
const VALUES = ['72', '64', '178', '37', '351', '13', '4', '8', '1', '27', '12', '1', '1', '6', '20']
const of = (group: number): string[] => VALUES.slice(group * 5, group * 5 + 5)

const SHAPES: [string, string[][][]][] = [
  ['一行十五格', [[['行政复议', '行政诉讼'], ['未经复议直接起诉', '复议后起诉'], [...RESULTS, ...RESULTS, ...RESULTS], VALUES]]],
  ['每类一行', [[['', ...RESULTS], ...GROUPS.map((group, index) => [group, ...of(index)])]]],
  ['行列对调', [[['', ...GROUPS], ...RESULTS.map((result, at) => [result, ...GROUPS.map((_, group) => of(group)[at] ?? '')])]]],
  [
    '每项一行',
    [GROUPS.flatMap((group, index) => RESULTS.map((result, at) => [at === 0 ? group : '', result, of(index)[at] ?? '']))],
  ],
  ['三张表', GROUPS.map((group, index) => [[group], RESULTS, of(index)])],
  [
    '复议、诉讼两张表',
    [
      [['行政复议'], RESULTS, of(0)],
      [['行政诉讼'], ['未经复议直接起诉', '复议后起诉'], [...RESULTS, ...RESULTS], [...of(1), ...of(2)]],
    ],
  ],
]

describe('表四的各种排法', () => {
  test.each(SHAPES)('%s：十五格如所印', (_, tables) => {
    expect(readDisputesGrids(tables.map((rows) => gridOfRows(rows)))).toMatchObject({
      state: 'settled',
      cells: VALUES.map(Number),
    })
  })

  test('少了一类的不猜', () => {
    const rows = [
      ['', ...RESULTS],
      ['行政复议', ...of(0)],
      ['复议后起诉', ...of(2)],
    ]
    expect(readDisputesGrids([gridOfRows(rows)])).toEqual({ state: 'unsure' })
  })

  test('分开的表次序不同：不照位置读', () => {
    const tables = [2, 0, 1].map((group) => gridOfRows([[GROUPS[group] ?? ''], RESULTS, of(group)]))
    expect(readDisputesGrids(tables)?.state).not.toBe('settled')
  })
})
