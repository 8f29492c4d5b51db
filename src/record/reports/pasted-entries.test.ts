import { expect, test } from 'vitest'
import { MOST_LINES, PASTED_COLUMNS, readPasted } from './pasted-entries.ts'

const table = (...rows: string[][]) => rows.map((row) => row.join('\t')).join('\n')

test('带表头粘贴的表格逐行读成登记：日期的几种写法，许可分准予和不予，收费按元', () => {
  const read = readPasted(
    table(
      [...PASTED_COLUMNS],
      ['行政许可', '教师资格认定', '2026-04-01', '2026/6/30', '1,200', '3', '', '平台统计'],
      ['行政事业性收费', '普通话水平测试费', '2026年4月1日', '2026.6.30', '', '', '12345.60', '票据第1号至第30号'],
      ['行政强制', '查封', '2026-04-01', '2026-04-30', '0', '', '', '台账核对'],
    ),
  )
  expect(read?.map(({ entry }) => entry)).toEqual([
    {
      kind: 'permits',
      matter: '教师资格认定',
      from: '2026-04-01',
      to: '2026-06-30',
      made: 1200,
      refused: 3,
      fen: 0,
      basis: '平台统计',
    },
    {
      kind: 'feesWanYuan',
      matter: '普通话水平测试费',
      from: '2026-04-01',
      to: '2026-06-30',
      made: 0,
      refused: 0,
      fen: 1_234_560,
      basis: '票据第1号至第30号',
    },
    { kind: 'compulsion', matter: '查封', from: '2026-04-01', to: '2026-04-30', made: 0, refused: 0, fen: 0, basis: '台账核对' },
  ])
})

test('列的次序、表头的括号和空格不拘；缺了必要的列，整表不读', () => {
  const read = readPasted(
    table(['依据', '止', ' 起 ', '事项', '种类', '数量'], ['平台统计', '2026-06-30', '2026-04-01', '处罚甲', '行政处罚', '2']),
  )
  expect(read?.[0]?.entry).toMatchObject({ kind: 'penalties', matter: '处罚甲', made: 2 })
  expect(readPasted(table(['种类', '事项', '数量'], ['行政许可', '某', '1']))).toBeNull()
  expect(readPasted('')).toBeNull()
})

test.each([
  ['种类不认识', ['许可', '某事项', '2026-04-01', '2026-04-30', '1', '', '', '统计'], '种类'],
  ['日期不存在', ['行政许可', '某事项', '2026-02-30', '2026-04-30', '1', '', '', '统计'], '日期'],
  ['数量不是数', ['行政许可', '某事项', '2026-04-01', '2026-04-30', '约10', '', '', '统计'], '数字'],
  ['数量带小数', ['行政许可', '某事项', '2026-04-01', '2026-04-30', '1.5', '', '', '统计'], '整数'],
  ['数量是负数', ['行政许可', '某事项', '2026-04-01', '2026-04-30', '-1', '', '', '统计'], '不小于零'],
  ['金额以万元计', ['行政事业性收费', '某费', '2026-04-01', '2026-04-30', '', '', '1.5万元', '票据'], '以元计'],
  ['金额不到一分', ['行政事业性收费', '某费', '2026-04-01', '2026-04-30', '', '', '1.234', '票据'], '到分'],
  ['没有依据', ['行政许可', '某事项', '2026-04-01', '2026-04-30', '1', '', '', ''], '依据'],
])('%s的一行不猜，说明哪里不对', (_, row, said) => {
  const [line] = readPasted(table([...PASTED_COLUMNS], row)) ?? []
  expect(line).toMatchObject({ entry: null, line: 1, wrong: expect.stringContaining(said) })
})

test('多于一次能登记的行，不悄悄丢掉：最后写明多出几行', () => {
  const row = ['行政许可', '某事项', '2026-04-01', '2026-04-30', '1', '', '', '统计']
  const rows = (count: number) => readPasted(table([...PASTED_COLUMNS], ...Array.from({ length: count }, () => row))) ?? []
  expect(rows(MOST_LINES).every(({ entry }) => entry)).toBe(true)
  expect(rows(MOST_LINES + 3).at(-1)).toMatchObject({ entry: null, wrong: expect.stringContaining('多出3行') })
})
