import { expect, test } from 'vitest'
import type { ReportTables } from '../../law/reports/model.ts'
import { restatements } from './restatement.ts'

const TABLES: ReportTables = {
  disclosed: { rules: [0, 0, 0], normativeDocuments: [1, 0, 3], permits: 12, penalties: 0, compulsion: 0, feesWanYuan: 0 },
  requests: { received: [4, 0, 0, 0, 0, 0, 4] },
  disputes: null,
}
const PROSE = { preface: ['依据通知编制。'], overall: ['新收4件。'], problems: ['无'], other: [] }
const version = (number: number, change: Partial<Parameters<typeof restatements>[0][number]> = {}) => ({
  version: number,
  format: '2021' as const,
  tables: TABLES,
  prose: PROSE,
  because: '',
  ...change,
})

test('只公布过一次的，没有更正', () => {
  expect(restatements([version(1)])).toEqual([])
})

test('每一次更正写明哪些格子、哪些文字变了，为什么', () => {
  const second = version(3, {
    tables: { ...TABLES, requests: { received: [5, 0, 0, 0, 0, 0, 5] } },
    prose: { ...PROSE, preface: ['另行编制。'], overall: ['新收5件。'] },
    because: '补录一件信函申请。',
  })
  const third = version(4, { ...second, version: 4, prose: { ...second.prose, other: ['无'] }, because: '文字更正。' })
  const found = restatements([third, second, version(1)])
  expect(found.map(({ from, to, because }) => [from, to, because])).toEqual([
    [3, 4, '文字更正。'],
    [1, 3, '补录一件信函申请。'],
  ])
  expect(found[0]).toMatchObject({ cells: [], parts: ['六、其他需要报告的事项'] })
  expect(found[1]?.parts).toEqual(['引言', '一、总体情况'])
  expect(found[1]?.cells.map(({ row, column, before, now }) => [row, column, before, now])).toEqual([
    ['received', 'naturalPerson', 4, 5],
    ['received', 'total', 4, 5],
  ])
})
