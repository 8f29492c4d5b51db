import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../law/calendar.ts'
import { localDate, weekday } from '../../law/date.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import { clock } from '../../law/requests/clock.ts'
import type { ClockAct } from '../../law/requests/clock-types.ts'
import { monthsOf, type RibbonDay, ribbon } from './ribbon.ts'

const calendar = nationalCalendar()
const d = localDate

function daysOf(acts: ClockAct[], today = '2026-03-10', readings = DEFAULT_READINGS): RibbonDay[] {
  return ribbon(clock(acts, calendar, readings), acts, { calendar, readings }, d(today)).flatMap(({ days }) => days)
}
const on = (days: RibbonDay[], date: string) => days.find((one) => one.date === date)
const numbers = (days: RibbonDay[]) => days.flatMap(({ counted }) => counted ?? [])
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

describe('期限带', () => {
  test('给定一件申请：从周一到周日成行，数到20，最后一日即届满日', () => {
    const days = daysOf([{ kind: 'received', on: d('2026-02-10'), via: 'in-person' }])
    expect(days.length % 7).toBe(0)
    expect(days[0] && weekday(days[0].date)).toBe(1)
    expect(numbers(days)).toEqual(upTo(20))
    expect(on(days, '2026-03-16')).toMatchObject({ counted: 20, isDue: true, part: 'start' })
    expect(on(days, '2026-02-10')).toMatchObject({ counted: null, events: ['确认收到'] })
    expect(on(days, '2026-02-28')).toMatchObject({ mark: '班', holiday: '春节', kind: 'working' })
    expect(on(days, '2026-02-16')).toMatchObject({ mark: '休', counted: null })
    expect(days.filter(({ isToday }) => isToday).map(({ date }) => date)).toEqual(['2026-03-10'])
  })

  test('跨月的一周标两个月份，不把前一个月的日子算成后一个月的', () => {
    const acts: ClockAct[] = [{ kind: 'received', on: d('2026-03-16'), via: 'in-person' }]
    const setting = { calendar, readings: DEFAULT_READINGS }
    const weeks = ribbon(clock(acts, calendar, DEFAULT_READINGS), acts, setting, d('2026-03-20'))
    expect(weeks.map((week) => [week.days[0]?.date.slice(5), monthsOf(week)])).toEqual([
      ['03-16', '3月'],
      ['03-23', '3月'],
      ['03-30', '3–4月'],
      ['04-06', '4月'],
      ['04-13', '4月'],
    ])
  })

  test('征求意见期间不计数，注明原因，之后接着数', () => {
    const days = daysOf([
      { kind: 'received', on: d('2025-03-03') },
      { kind: 'third-party-asked', on: d('2025-03-10'), letterReceived: d('2025-03-12') },
      { kind: 'third-party-answered', on: d('2025-03-20') },
    ])
    expect(numbers(days)).toEqual(upTo(20))
    expect(on(days, '2025-03-11')).toMatchObject({ counted: null })
    expect(on(days, '2025-03-11')?.excluded).toContain('第三方')
    expect([on(days, '2025-03-10')?.counted, on(days, '2025-03-21')?.counted]).toEqual([5, 6])
    expect(on(days, '2025-04-11')?.isDue).toBe(true)
  })

  test('补正：告知后停数，收到后从1重新数', () => {
    const acts: ClockAct[] = [
      { kind: 'received', on: d('2024-04-28') },
      { kind: 'correction-asked', on: d('2024-05-09') },
    ]
    const waiting = daysOf(acts, '2024-05-31')
    expect(numbers(waiting)).toEqual(upTo(6))
    expect(on(waiting, '2024-05-20')?.excluded).toContain('待补正')
    expect(on(waiting, '2024-05-31')?.isToday).toBe(true)
    // Not on to the day on which the broken-off count would have ended.
    expect(daysOf(acts, '2024-05-13').at(-1)?.date).toBe('2024-05-19')

    const corrected = daysOf([...acts, { kind: 'correction-received', on: d('2024-05-20') }], '2024-05-31')
    expect(numbers(corrected)).toEqual([...upTo(6), ...upTo(20)])
    expect(on(corrected, '2024-05-21')).toMatchObject({ restarts: true, counted: 1, part: 'restart' })
    expect(on(corrected, '2024-06-18')).toMatchObject({ counted: 20, isDue: true })
  })

  test('超过七个工作日才告知补正、不重新计算的，收到补正后一直数下来', () => {
    const days = daysOf([
      { kind: 'received', on: d('2026-03-02') },
      { kind: 'correction-asked', on: d('2026-03-12') },
      { kind: 'correction-received', on: d('2026-03-20') },
    ])
    expect(numbers(days)).toEqual(upTo(20))
  })

  test('超过七个工作日才告知补正、不重新计算的，等待补正时也一直数下来', () => {
    const days = daysOf([
      { kind: 'received', on: d('2026-03-02') },
      { kind: 'correction-asked', on: d('2026-03-12') },
    ])
    expect(numbers(days)).toEqual(upTo(20))
    expect(days.some(({ excluded }) => excluded !== null)).toBe(false)
  })

  test('延长：21数到40；此前的延长在重新计算后不再画出', () => {
    const acts: ClockAct[] = [
      { kind: 'received', on: d('2026-03-02') },
      { kind: 'extended', on: d('2026-03-10'), workingDays: 20 },
    ]
    const days = daysOf(acts)
    expect(numbers(days)).toEqual(upTo(40))
    expect(on(days, '2026-03-31')).toMatchObject({ counted: 21, part: 'extend' })

    const paid = daysOf([
      ...acts,
      { kind: 'fee-noticed', on: d('2026-03-12'), noticeReceived: d('2026-03-13') },
      { kind: 'fee-paid', on: d('2026-03-20') },
    ])
    expect(numbers(paid)).toEqual([...upTo(8), ...upTo(20)])
    expect(on(paid, '2026-03-16')?.excluded).toContain('待缴费')
  })

  test('延迟答复的日子不编号，届满日照画', () => {
    const days = daysOf([
      { kind: 'received', on: d('2026-03-02') },
      { kind: 'deferred', on: d('2026-03-20'), until: d('2026-04-15') },
    ])
    expect(numbers(days)).toEqual(upTo(20))
    expect(on(days, '2026-04-15')).toMatchObject({ part: 'defer', counted: null, isDue: true })
  })

  test('待说明理由（第三十五条）：期限照常数到20，等待的日子注明', () => {
    const acts: ClockAct[] = [
      { kind: 'received', on: d('2026-03-02'), via: 'in-person' },
      { kind: 'reasons-asked', on: d('2026-03-05'), replyBy: d('2026-03-16') },
    ]
    const waiting = daysOf(acts)
    expect(numbers(waiting)).toEqual(upTo(20))
    expect(on(waiting, '2026-03-06')).toMatchObject({ counted: 4, excluded: null, pending: '待说明理由，期限照常计算' })
    expect(on(waiting, '2026-03-30')).toMatchObject({ counted: 20, isDue: true, pending: null })
    const marked = waiting.filter(({ pending }) => pending !== null).map(({ date }) => date)
    expect([marked.length, marked[0], marked.at(-1)]).toEqual([11, '2026-03-06', '2026-03-16'])
    const given = daysOf([...acts, { kind: 'reasons-given', on: d('2026-03-10') }])
    expect(numbers(given)).toEqual(upTo(20))
    expect(given.some(({ pending }) => pending !== null)).toBe(false)
  })

  test('下一年度放假安排未载入：只数到年底，没有届满日', () => {
    const days = daysOf([{ kind: 'received', on: d('2026-12-10') }], '2026-12-20')
    expect(numbers(days)).toEqual(upTo(15))
    expect(days.some(({ isDue }) => isDue)).toBe(false)
    expect(on(days, '2027-01-01')?.kind).toBe('unknown')
  })

  test('误写的年份不会画出没有尽头的带子', () => {
    const days = daysOf([
      { kind: 'received', on: d('2026-03-02') },
      { kind: 'deferred', on: d('2026-03-20'), until: d('9026-04-15') },
    ])
    expect(days).toHaveLength(260 * 7)
  })

  test('更正登记的事项不画；什么也没有时是空的', () => {
    const days = daysOf([
      { kind: 'received', on: d('2026-03-02') },
      { kind: 'extended', on: d('2026-03-10'), workingDays: 20 },
      { kind: 'annulled', on: d('2026-03-11'), of: 1 },
    ])
    expect(days.flatMap(({ events }) => events)).toEqual(['确认收到'])
    expect(daysOf([])).toEqual([])
  })
})
