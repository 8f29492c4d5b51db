import { describe, expect, test } from 'vitest'
import { COLUMNS, dutyColumns } from '../columns.ts'
import { isMonthDay, workingDaysIn } from '../duties.ts'
import { PACKS } from './index.ts'

const SEVEN = ['招生考试', '教育收费', '教师资格认定', '年度考核评优', '重大工程建设', '大额经费支出', '干部考察任免']

describe.each(PACKS)('$what', ({ items, regime, key }) => {
  test('每项有要素、依据、栏目；同一级下不重名', () => {
    for (const item of items) {
      expect([item.second, item.elements.length > 0, item.basis.length > 0]).toEqual([item.second, true, true])
      expect(COLUMNS[item.column].what).not.toBe('')
    }
    const names = items.map(({ first, second }) => `${first}/${second}`)
    expect(new Set(names).size).toBe(names.length)
    if (regime === 'art55') expect(items.every(({ column }) => dutyColumns('art55').includes(column))).toBe(true)
  })

  test('日期是日历上的日子；一项之内键不重；时限写了天数的能读出', () => {
    for (const { fires = [], limit } of items) {
      expect(new Set(fires.map((trigger) => trigger.key)).size).toBe(fires.length)
      for (const trigger of fires)
        if (trigger.on === 'calendar') expect([trigger.opens, trigger.due].every(isMonthDay)).toBe(true)
        else expect(trigger.days === null || trigger.days > 0).toBe(true)
      if (limit?.includes('个工作日内')) expect(workingDaysIn(limit)).toBeGreaterThan(0)
    }
  })

  test('每个包都有按日期的和按事件的', () => {
    const kinds = new Set(items.flatMap(({ fires = [] }) => fires.map(({ on }) => on)))
    expect([key, [...kinds].toSorted()]).toEqual([key, ['calendar', 'event']])
  })
})

test('七个重点领域都在，每个都有要公开的时间', () => {
  const domains = PACKS.find(({ key }) => key === 'key-domains')
  for (const domain of SEVEN) {
    const own = domains?.items.filter(({ first }) => first === domain) ?? []
    expect([domain, own.length >= 2, own.every(({ fires = [] }) => fires.length > 0)]).toEqual([domain, true, true])
  }
})

test('机关的两个包没有同名的事项：一件事不催两次', () => {
  const seconds = PACKS.filter(({ regime }) => regime === 'art54').flatMap(({ items }) => items.map(({ second }) => second))
  expect(new Set(seconds).size).toBe(seconds.length)
})
