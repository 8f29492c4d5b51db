import { expect, test } from 'vitest'
import { nationalCalendar } from '../../law/calendar.ts'
import { localDate } from '../../law/date.ts'
import { internalDue } from './internal-due.ts'

const calendar = nationalCalendar()

test('比法定期限提前几个工作日，跨过周末和节假日', () => {
  // 2026-04-07 is the Tuesday after 清明 (4–6 April)
  expect(internalDue(calendar, localDate('2026-04-07'), 5)).toBe('2026-03-30')
  expect(internalDue(calendar, localDate('2026-04-07'), 0)).toBe('2026-04-07')
})

test('没有法定期限之日，或者日历未公布，就没有内部时限', () => {
  expect(internalDue(calendar, null, 5)).toBeNull()
  expect(internalDue(calendar, localDate('2031-04-07'), 5)).toBeNull()
})
