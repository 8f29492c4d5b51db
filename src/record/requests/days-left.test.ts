import { expect, test } from 'vitest'
import { nationalCalendar } from '../../law/calendar.ts'
import { localDate, type LocalDate } from '../../law/date.ts'
import { daysLeft } from './days-left.ts'
import type { SendingStage } from './sending.ts'

const calendar = nationalCalendar()
type Case = Parameters<typeof daysLeft>[0]
const at = (due: string | null, today: string, phase: Case['phase'] = 'running', openEnd: Case['openEnd'] = null) =>
  daysLeft({ due: due as LocalDate | null, openEnd, phase, today: localDate(today), calendar }).words

test('还剩、今天、超期：都按工作日说', () => {
  expect(at('2026-03-30', '2026-03-25')).toBe('还剩 3 个工作日')
  expect(at('2026-03-30', '2026-03-30')).toBe('今天到期')
  // 14 February 2026 is a make-up Saturday, 15–23 February are off
  expect(at('2026-02-13', '2026-02-24')).toBe('已超期 2 个工作日')
})

test('没有届满日时说明为什么：等申请人、征求意见、等日历', () => {
  expect(at(null, '2026-03-02', 'awaitingCorrection')).toBe('等待申请人')
  expect(at(null, '2026-03-02', 'running', 'consultation')).toBe('征求意见中')
  expect(at(null, '2026-12-10', 'running', 'calendar')).toBe('待日历公布')
  expect(at(null, '2026-03-02', 'served')).toBe('已办结')
})

test('等待申请人，答复期限却照常计算的（第三十五条说明理由、晚了的补正告知）：说答复还剩几天', () => {
  const awaiting = (today: string) =>
    daysLeft({
      due: localDate('2026-03-16'),
      replyDue: localDate('2026-03-30'),
      openEnd: null,
      phase: 'awaitingReasons',
      today: localDate(today),
      calendar,
    })
  expect(awaiting('2026-03-10').words).toBe('还剩 14 个工作日')
  expect(awaiting('2026-03-31')).toMatchObject({ words: '已超期 1 个工作日', tone: 'late' })
})

test('答复、不再处理告知书送达之前不说已办结：没有寄出的和已寄出待签收的分开说', () => {
  const left = (phase: 'replied' | 'lapsed', sending: SendingStage | null) =>
    daysLeft({ due: null, openEnd: null, phase, sending, today: localDate('2026-04-02'), calendar })
  for (const phase of ['replied', 'lapsed'] as const) {
    expect(left(phase, 'toSend')).toMatchObject({ words: '待寄出', tone: 'soon' })
    expect(left(phase, 'sent')).toMatchObject({ words: '已寄出，待签收', tone: 'calm' })
    expect(left(phase, 'returned')).toMatchObject({ words: '退回，待再寄', tone: 'soon' })
    expect(left(phase, null).words).toBe('已办结')
  }
})

test('给申请人的期限过了，不再说“等待”', () => {
  expect(at('2026-03-02', '2026-03-02', 'awaitingCorrection')).toBe('等待申请人')
  expect(at('2026-03-02', '2026-03-03', 'awaitingCorrection')).toBe('申请人已逾期')
})
