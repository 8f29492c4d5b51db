import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  chineseDateWithWeekday,
  daysBetween,
  fromDayNumber,
  isLocalDate,
  localDate,
  weekday,
} from './date.ts'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map(fromDayNumber)

test('days that do not exist are refused', () => {
  for (const text of ['2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '2025-04-31', '', '2025-04-01T00:00'])
    expect(isLocalDate(text)).toBe(false)
  expect(isLocalDate('2024-02-29')).toBe(true)
})

test('six months after 31 August is the last day of February (C28)', () => {
  expect(addMonths(localDate('2025-08-31'), 6)).toBe('2026-02-28')
  expect(addMonths(localDate('2025-12-15'), 1)).toBe('2026-01-15')
})

test('weekdays as people know them', () => {
  expect(chineseDateWithWeekday(localDate('2026-03-30'))).toBe('2026年3月30日（周一）')
  expect(weekday(localDate('1970-01-01'))).toBe(4)
})

test('adding days and taking their difference are inverse', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
      expect(daysBetween(day, addDays(day, n))).toBe(n)
    }),
  )
})

test('days agree with the platform calendar', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const instant = new Date(`${day}T00:00:00Z`)
      expect(weekday(day)).toBe(instant.getUTCDay())
      expect(addDays(day, 1)).toBe(new Date(instant.getTime() + 86_400_000).toISOString().slice(0, 10))
    }),
  )
})
