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

  describe('限定的日期不由本机关推迟（《行政复议法》第七十七条）：第三十三条第二款只延长本机关自己的二十个工作日', () => {
    const ordered: ClockAct = { kind: 'reopened', on: on('2026-05-06'), by: 'reconsideration', replyBy: on('2026-05-29') }
    const extended: ClockAct = { kind: 'extended', on: on('2026-05-20'), workingDays: 20 }
    const late: ClockAct = { kind: 'replied', on: on('2026-06-29'), outcome: 'granted' }

    test('决定延长、延迟，或者收取信息处理费的，仍以限定的日期为准，期满之后答复的逾期', () => {
      expect(told(ordered, extended).due).toBe('2026-05-29')
      expect(told(ordered, extended, late).breaches.at(-1)).toMatchObject({ what: 'reply', due: '2026-05-29', on: '2026-06-29' })
      expect(told(ordered, { kind: 'deferred', on: on('2026-05-20'), until: on('2026-06-29') }).due).toBe('2026-05-29')
      const noticed: ClockAct = { kind: 'fee-noticed', on: on('2026-05-20') }
      expect([told(ordered, noticed).due, told(ordered, noticed, { kind: 'fee-paid', on: on('2026-05-29') }).due]).toEqual([
        '2026-05-29',
        '2026-05-29',
      ])
    })

    test('征求意见的时间不从限定的日期中扣除，期限说明也不写“不计入”；补正同样', () => {
      const asked: ClockAct = { kind: 'third-party-asked', on: on('2026-05-11'), letterReceived: on('2026-05-12') }
      const answer = told(ordered, asked, { kind: 'third-party-answered', on: on('2026-05-20') })
      expect([answer.due, answer.steps.some(({ step }) => step === 'exclude')]).toEqual(['2026-05-29', false])
      const restarts = { ...DEFAULT_READINGS, lateCorrectionNotice: 'restarts' } as const
      const corrected: ClockAct[] = [
        { kind: 'correction-asked', on: on('2026-05-11') },
        { kind: 'correction-received', on: on('2026-05-18') },
      ]
      expect(clock([...refusedAndServed, ordered, ...corrected], nationalCalendar(), restarts).due).toBe('2026-05-29')
    })

    test('此前的延长继续有效的口径，也不加到限定的日期上', () => {
      const carried = { ...DEFAULT_READINGS, extensionAfterRestart: 'carried-over' } as const
      const before: ClockAct = { kind: 'extended', on: on('2026-01-20'), workingDays: 20 }
      expect(clock([...refusedAndServed, before, ordered], nationalCalendar(), carried).due).toBe('2026-05-29')
    })

    test('没有限定日期的，是本机关自己的二十个工作日，可以延长', () => {
      expect(told({ kind: 'reopened', on: on('2026-05-06') }, extended).due).toBe('2026-07-01')
    })
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
