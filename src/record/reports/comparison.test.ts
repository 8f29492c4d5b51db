import { expect, test } from 'vitest'
import { comparisonLimits } from './comparison.ts'

const side = (agencyId: string, included: string[], missing: string[] = []) => ({
  agencyId,
  kind: 'government' as const,
  units: { included, missing },
})

test('两年汇总的单位不同：各自只有的单位逐个列名，没有计入的也列名', () => {
  const limits = comparisonLimits([side('a', ['教育局', '民政局']), side('a', ['教育局', '水利局'], ['林草局'])])
  expect(limits).toContain('甲汇总了 2 个单位的报告，乙汇总了 2 个。')
  expect(limits).toContain('只在甲中计入的：民政局。')
  expect(limits).toContain('只在乙中计入的：水利局。')
  expect(limits.join('')).toContain('乙中有 1 个单位没有报送或者没有审核通过，没有计入：林草局。')
  expect(limits.join('')).toContain('不直接说明工作的好坏')
})

test('汇总单位相同的，说明相同；很多单位只列二十个，写明总数', () => {
  expect(comparisonLimits([side('a', ['教育局']), side('a', ['教育局'])])).toContain('两边汇总的单位名称相同。')
  const many = Array.from({ length: 30 }, (_, at) => `第${at}局`)
  expect(comparisonLimits([side('a', many), side('b', [])]).join('')).toContain('第19局等 30 个')
})

test('两边都没有汇总单位的，不谈汇总范围', () => {
  expect(comparisonLimits([side('a', []), side('a', [])]).join('')).not.toContain('汇总')
})

test('两个机关不排名；一边是政府而没有汇总范围的，说明可能不在一个范围', () => {
  const limits = comparisonLimits([side('a', []), { agencyId: 'b', kind: 'bureau', units: null }]).join('')
  expect(limits).toContain('不据此排名')
  expect(limits).toContain('不在一个范围')
})
