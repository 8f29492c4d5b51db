import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../law/calendar.ts'
import { localDate } from '../../law/date.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import { clock } from '../../law/requests/clock.ts'
import type { ClockAct } from '../../law/requests/clock-types.ts'
import { openEnd } from './open-end.ts'

const answered = (acts: ClockAct[]) => openEnd(clock(acts, nationalCalendar(), DEFAULT_READINGS))
const received = (on: string): ClockAct => ({ kind: 'received', on: localDate(on), via: 'in-person' })

describe('为什么还说不出到期日', () => {
  test('a limit inside announced years has a last day', () => {
    expect(answered([received('2026-03-02')])).toBeNull()
  })

  test('C33: what falls into a year without holiday notice waits for the calendar', () => {
    expect(answered([received('2026-12-10')])).toEqual({ because: 'calendar', counted: 15, missing: 5 })
  })

  test('while another agency is consulted, whose answer has no limit (Reg. 33.3), it waits for the answer', () => {
    const asked: ClockAct = { kind: 'agency-asked', on: localDate('2026-03-10'), agency: '财政局', as: 'consulted' }
    expect(answered([received('2026-03-02'), asked])).toEqual({ because: 'consultation', counted: 6, missing: 14 })
  })

  test('once it has answered, the day is known', () => {
    const acts: ClockAct[] = [
      received('2026-03-02'),
      { kind: 'agency-asked', on: localDate('2026-03-10'), agency: '财政局', as: 'consulted' },
      { kind: 'agency-answered', on: localDate('2026-03-17'), agency: '财政局', consents: true },
    ]
    expect(answered(acts)).toBeNull()
  })
})
