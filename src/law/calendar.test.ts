import { isWorkday } from 'chinese-days'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  dayKind,
  dayNote,
  lastDay,
  lastWorkingDayBy,
  nationalCalendar,
  nextNonRestDay,
  withOverlay,
  withYear,
  workingDaysBetween,
  type YearFile,
  yearFileFaults,
} from './calendar.ts'
import { BUILT_IN_YEARS } from './calendars/index.ts'
import { addDays, dayNumber, fromDayNumber, localDate } from './date.ts'

const calendar = nationalCalendar()
const FIRST = dayNumber(localDate('2019-01-01'))
const LAST = dayNumber(localDate('2026-12-31'))
const knownDay = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber)

/** Invented for the test: the real notice of 2027 was not out when this was written. */
const invented2027: YearFile = {
  year: 2027,
  notices: [{ title: '测试用', number: '测试〔2026〕1号', on: '2026-11-01', url: 'https://www.gov.cn/' }],
  off: [{ name: '元旦', from: '2026-12-31', to: '2027-01-02' }],
  on: [{ name: '元旦', date: '2027-01-03' }],
}

describe('the national calendar', () => {
  test('given every day of 2019–2026, when compared with an independent list, then they agree', () => {
    for (let number = FIRST; number <= LAST; number += 1) {
      const date = fromDayNumber(number)
      expect([date, dayKind(calendar, date)]).toEqual([date, isWorkday(date) ? 'working' : 'rest'])
    }
  })

  test.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, days) => {
    const [before, last] = [localDate(`${year}-01-01`), localDate(`${year}-12-31`)]
    const first = dayKind(calendar, before) === 'working' ? 1 : 0
    expect((workingDaysBetween(calendar, before, last) ?? 0) + first).toBe(days)
  })

  test('every built-in year names its notice on gov.cn and has no fault', () => {
    for (const file of BUILT_IN_YEARS) {
      expect(yearFileFaults(file)).toEqual([])
      for (const { url, title } of file.notices) {
        expect(url).toMatch(/^https:\/\/www\.gov\.cn\//)
        expect(title).toContain(String(file.year))
      }
    }
  })

  test('a day of a year without its notice is unknown, its weekends too', () => {
    expect(dayKind(calendar, localDate('2027-02-08'))).toBe('unknown')
    expect(dayKind(calendar, localDate('2027-01-09'))).toBe('unknown')
    expect(dayKind(calendar, localDate('2018-06-01'))).toBe('unknown')
  })

  test('a holiday may begin in the year before: 2022-12-31 belongs to the notice of 2023', () => {
    expect(dayNote(calendar, localDate('2022-12-31'))).toEqual({ mark: '休', name: '元旦' })
    const loaded = withYear(calendar, invented2027)
    expect(dayKind(calendar, localDate('2026-12-31'))).toBe('working')
    expect(dayKind(loaded, localDate('2026-12-31'))).toBe('rest')
  })

  test('notes name the holiday; a day that follows the week has none', () => {
    expect(dayNote(calendar, localDate('2026-02-28'))).toEqual({ mark: '班', name: '春节' })
    expect(dayNote(calendar, localDate('2026-03-02'))).toBeNull()
  })
})

describe('loading', () => {
  test('C33: given 2026-12-10 plus 20, when the notice of 2027 is loaded, then the day is known', () => {
    expect(addWorkingDays(calendar, localDate('2026-12-10'), 20)).toEqual({ date: null, counted: 15, missing: 5 })
    const { date, missing } = addWorkingDays(withYear(calendar, invented2027), localDate('2026-12-10'), 20)
    expect([date, missing]).toEqual(['2027-01-08', 0])
  })

  test('an overlay goes before the notice, and replaces the overlay before', () => {
    const first = withOverlay(calendar, { off: [localDate('2026-07-15')], on: [localDate('2026-10-01')] })
    expect(dayKind(first, localDate('2026-07-15'))).toBe('rest')
    expect(dayKind(first, localDate('2026-10-01'))).toBe('working')
    expect(dayKind(withOverlay(first, {}), localDate('2026-07-15'))).toBe('working')
    expect(dayKind(withYear(first, invented2027), localDate('2026-07-15'))).toBe('rest')
  })

  test.each<[string, Partial<YearFile>]>([
    ['年份不对', { year: 27 }],
    ['缺少国务院办公厅通知', { notices: [] }],
    ['没有一个放假日', { off: [], on: [] }],
    ['日期不存在', { off: [{ name: '春节', from: '2027-02-29', to: '2027-03-01' }] }],
    ['起止颠倒', { off: [{ name: '春节', from: '2027-02-06', to: '2027-02-05' }] }],
    ['假期过长', { off: [{ name: '春节', from: '2027-02-06', to: '2027-03-06' }] }],
    ['不在2027年', { off: [{ name: '春节', from: '2028-02-06', to: '2028-02-07' }] }],
    ['不是周末', { on: [{ name: '春节', date: '2027-02-01' }] }],
    ['同时列为放假', { on: [{ name: '元旦', date: '2027-01-02' }] }],
    ['调休：日期不存在', { on: [{ name: '元旦', date: '2027-13-02' }] }],
    ['调休：不在2027年', { on: [{ name: '元旦', date: '2026-11-01' }] }],
  ])('a faulty file is refused: %s', (fault, change) => {
    const file = { ...invented2027, ...change }
    expect(yearFileFaults(file).join()).toContain(fault)
    expect(() => withYear(calendar, file)).toThrow(RangeError)
  })

  test('an overlay day that does not exist is a bug', () => {
    expect(() => withOverlay(calendar, { off: ['2026-02-30' as never] })).toThrow(RangeError)
  })
})

describe('counting', () => {
  test('the n-th working day is a working day with n working days after the start', () => {
    fc.assert(
      fc.property(knownDay, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const { date: end, counted, missing } = addWorkingDays(calendar, date, n)
        expect(counted + missing).toBe(n)
        if (end === null) return
        expect(dayKind(calendar, end)).toBe('working')
        expect(workingDaysBetween(calendar, date, end)).toBe(n)
      }),
    )
  })

  test('however far apart two days are, between them stand the working days that a walk from one to the other meets', () => {
    const local = withOverlay(withYear(calendar, invented2027), {
      off: [localDate('2026-07-15'), localDate('2026-07-18'), localDate('2028-01-03')],
      on: [localDate('2026-07-25'), localDate('2028-01-01'), localDate('2028-01-02')],
    })
    const anyDay = fc.integer({ min: FIRST, max: LAST + 400 }).map(fromDayNumber)
    fc.assert(
      fc.property(fc.constantFrom(calendar, local), anyDay, anyDay, (given, from, to) => {
        const kinds = Array.from({ length: Math.max(0, dayNumber(to) - dayNumber(from)) }, (_, n) =>
          dayKind(given, addDays(from, n + 1)),
        )
        const met = kinds.includes('unknown') ? null : kinds.filter((kind) => kind === 'working').length
        expect(workingDaysBetween(given, from, to)).toBe(met)
      }),
    )
    expect(workingDaysBetween(local, localDate('2027-12-31'), localDate('2028-01-03'))).toBe(2)
    expect(workingDaysBetween(local, localDate('2027-12-31'), localDate('2028-01-04'))).toBeNull()
  })

  test('nothing to count gives the day itself', () => {
    expect(addWorkingDays(calendar, localDate('2026-03-07'), 0).date).toBe('2026-03-07')
    expect(workingDaysBetween(calendar, localDate('2026-03-07'), localDate('2026-03-01'))).toBe(0)
    expect(workingDaysBetween(calendar, localDate('2026-12-30'), localDate('2027-01-04'))).toBeNull()
  })

  test('民事诉讼法 Art 85: a rest day moves to the first day after, a working weekend stays', () => {
    expect(nextNonRestDay(calendar, localDate('2025-10-03'))).toBe('2025-10-09')
    expect(nextNonRestDay(calendar, localDate('2026-02-28'))).toBe('2026-02-28')
    expect(nextNonRestDay(calendar, localDate('2027-01-09'))).toBeNull()
    expect(lastWorkingDayBy(calendar, localDate('2026-01-31'))).toBe('2026-01-30')
    expect(lastWorkingDayBy(calendar, localDate('2027-01-31'))).toBeNull()
  })

  test('a limit in natural days or months never ends on a rest day', () => {
    fc.assert(
      fc.property(knownDay, fc.constantFrom('days', 'months'), fc.integer({ min: 1, max: 6 }), (from, unit, n) => {
        const end = lastDay(calendar, from, { n, unit })
        if (end !== null) expect([dayKind(calendar, end), end > addDays(from, 0)]).toEqual(['working', true])
      }),
    )
  })
})
