import { expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { DATA_SET_KINDS } from '../../law/publication/data-sets.ts'
import { dataFaults } from '../../record/publication/data-set.ts'
import { dataItemsOf } from './data-items.ts'

test('演示县六种数据表都有，没有一格有错', () => {
  const sets = dataItemsOf(localDate('2026-03-20')).flatMap(({ content }) => (content.data ? [content.data] : []))
  expect(new Set(sets.map(({ kind }) => kind))).toEqual(new Set(DATA_SET_KINDS))
  expect(sets.flatMap(dataFaults)).toEqual([])
})
