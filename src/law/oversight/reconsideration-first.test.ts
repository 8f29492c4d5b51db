import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar.ts'
import { localDate } from '../date.ts'
import { DEFAULT_READINGS, type Readings } from '../readings.ts'
import type { Outcome } from '../requests/vocabulary.ts'
import { oversightDue } from './limits.ts'
import { isReconsiderationFirst } from './reconsideration-first.ts'

const [BEFORE, DISPUTED, NARROW] = ['2023-12-31', '2024-01-01', '2025-06-01'] as const

describe('复议前置：《行政复议法》第二十三条第一款第（四）项、法释〔2025〕8号第一条', () => {
  test.each<[Outcome, string, Partial<Readings>, boolean]>([
    ['withheld.internalAffairs', BEFORE, {}, false],
    ['withheld.internalAffairs', DISPUTED, {}, true],
    ['withheld.stateSecret', NARROW, {}, true],
    ['withheld.thirdParty', NARROW, {}, true],
    ['withheld.adminQuery', NARROW, {}, false],
    ['withheld.adminQuery', DISPUTED, { reviewFirst: 'wide' }, true],
    ['partial', BEFORE, {}, false],
    ['partial', DISPUTED, {}, true],
    ['partial', NARROW, { partialIsReviewFirst: false }, false],
    ['unable.notHeld', DISPUTED, {}, false],
    ['unable.notOurs', DISPUTED, { reviewFirst: 'wide' }, true],
    ['notProcessed.repeated', '2025-05-31', { reviewFirst: 'wide' }, true],
    ['notProcessed.repeated', NARROW, { reviewFirst: 'wide' }, false],
    ['granted', NARROW, {}, false],
    ['other.correctionLapsed', DISPUTED, { reviewFirst: 'wide' }, false],
  ])('%s，%s 作出，口径 %o → %s', (outcome, on, readings, first) => {
    expect(isReconsiderationFirst(outcome, localDate(on), { ...DEFAULT_READINGS, ...readings })).toBe(first)
  })

  test('the sixty days are cited by the law of the day', () => {
    const at = (day: string) => oversightDue(nationalCalendar(), 'reconsideration', localDate(day)).by
    expect(at('2023-06-05')).toEqual({ of: 'arl2017', at: '9' })
    expect(at('2024-06-05')).toEqual({ of: 'arl', at: '20' })
  })

  test('the ten days for our answer are natural days before the revision, working days since', () => {
    const answer = (day: string) => oversightDue(nationalCalendar(), 'respondentAnswer', localDate(day))
    expect(answer('2023-06-05')).toEqual({ due: '2023-06-15', by: { of: 'arl2017', at: '23' } })
    expect(answer('2024-03-04')).toEqual({ due: '2024-03-18', by: { of: 'arl', at: '48' } })
    expect(() => oversightDue(nationalCalendar(), 'respondentAnswerSimplified', localDate('2023-06-05'))).toThrow(RangeError)
  })
})
