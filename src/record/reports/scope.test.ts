import { expect, test } from 'vitest'
import { scopeOf } from './scope.ts'

const NOBODY = { notices: [], acts: 0, accepted: 0, included: [], missing: [], excused: [], notAsked: [], schools: [] }

test('汇总范围写明计入谁、没有计入谁和原因；学校不计入，有依据（条例第四十九条、第五十五条）', () => {
  const scope = scopeOf({
    ...NOBODY,
    notices: [
      { id: '1', number: '云政办〔2026〕7号', title: '补充通知' },
      { id: '2', number: '云政办〔2026〕3号', title: '通知' },
    ],
    accepted: 2,
    included: ['甲局', '乙局'],
    missing: ['丙局'],
    excused: [{ name: '丁局', because: '机构撤并' }],
    notAsked: ['戊镇'],
    schools: ['第一小学'],
  })
  expect(scope.lead).toBe('表中数字为本机关的数字加上所属单位审核通过的年度报告2份（云政办〔2026〕7号、云政办〔2026〕3号）。')
  expect(scope.parts.map(({ names }) => names)).toEqual([
    ['甲局', '乙局'],
    ['丙局'],
    ['丁局（机构撤并）'],
    ['戊镇'],
    ['第一小学'],
  ])
  expect(scope.parts.at(-1)?.title).toContain('第五十五条')
})

test('没有要求单位报送的，写明只是本机关的数字', () => {
  expect(scopeOf({ ...NOBODY, schools: ['第一小学'] }).lead).toContain('没有汇总所属单位')
})
