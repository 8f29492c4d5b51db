import { expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { wallTime } from './time.ts'

const now = new Date('2026-11-26T20:10:00Z')

test('按北京时间显示', () => {
  expect(wallTime('2026-11-26T19:52:00Z')).toBe('2026-11-27 03:52')
})

test('法定日期另设的：刚才写下的显示为那一天，昨天写下的显示为前一天', () => {
  const setDay = localDate('2026-03-20')
  expect(wallTime('2026-11-26T19:52:00Z', setDay, now)).toBe('2026-03-20 03:52')
  expect(wallTime('2026-11-25T19:52:00Z', setDay, now)).toBe('2026-03-19 03:52')
})
