import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar.ts'
import { localDate } from '../date.ts'
import { DEFAULT_READINGS } from '../readings.ts'
import { clock } from './clock.ts'
import type { ClockAct } from './clock-types.ts'

const on = localDate
const refusedAndServed: ClockAct[] = [
  { kind: 'received', on: on('2026-01-05') },
  { kind: 'replied', on: on('2026-02-05'), outcome: 'withheld.processInformation' },
  { kind: 'served', on: on('2026-02-09'), by: 'signed-mail' },
]
const told = (...more: ClockAct[]) => clock([...refusedAndServed, ...more], nationalCalendar(), DEFAULT_READINGS)

describe('责令重新答复：同一案件，新的答复期限', () => {
  test('没有限定日期的：自收到决定次日起二十个工作日（《条例》第三十三条第二款）', () => {
    const answer = told({ kind: 'reopened', on: on('2026-03-31'), by: 'reconsideration' })
    expect(answer).toMatchObject({ phase: 'running', due: '2026-04-29', provisional: false })
    expect(answer.steps.at(-1)).toMatchObject({ step: 'restart', from: '2026-04-01', workingDays: 20 })
  })

  test('决定书限定日期的：以该日为准（《行政复议法》第七十七条）', () => {
    const answer = told({ kind: 'reopened', on: on('2026-03-31'), by: 'reconsideration', replyBy: on('2026-04-14') })
    expect(answer.due).toBe('2026-04-14')
    expect(answer.steps.at(-1)?.cite).toBe('《行政复议法》第七十七条')
  })

  test('被纠正的原答复逾期的，逾期仍记着', () => {
    const answer = told({ kind: 'reopened', on: on('2026-03-31'), by: 'litigation' })
    expect(answer.breaches).toMatchObject([{ what: 'reply', due: '2026-02-02', on: '2026-02-05' }])
  })

  test('重新答复、送达之后，救济期限从新的答复起算', () => {
    const answer = told(
      { kind: 'reopened', on: on('2026-03-31') },
      { kind: 'replied', on: on('2026-04-10'), outcome: 'granted' },
      { kind: 'served', on: on('2026-04-13'), by: 'in-person' },
    )
    expect(answer.phase).toBe('served')
    expect(answer.limits.find(({ what }) => what === 'reconsideration')?.due).toBe('2026-06-12')
  })

  test('没有办结的、已撤回的，不因此重新开始', () => {
    const open = clock(
      [
        { kind: 'received', on: on('2026-01-05') },
        { kind: 'reopened', on: on('2026-01-12') },
      ],
      nationalCalendar(),
      DEFAULT_READINGS,
    )
    expect(open.due).toBe('2026-02-02')
    const withdrawn = clock(
      [
        { kind: 'received', on: on('2026-01-05') },
        { kind: 'withdrawn', on: on('2026-01-06') },
        { kind: 'reopened', on: on('2026-01-12') },
      ],
      nationalCalendar(),
      DEFAULT_READINGS,
    )
    expect(withdrawn.phase).toBe('withdrawn')
  })
})
