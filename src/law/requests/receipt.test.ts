import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar.ts'
import { localDate } from '../date.ts'
import { DEFAULT_READINGS } from '../readings.ts'
import { confirmation, receivedOnSubmission } from './receipt.ts'
import { INTAKE_CHANNELS, type IntakeChannel } from './vocabulary.ts'

const friday = localDate('2026-03-06')

describe('收到申请之日：《条例》第三十一条', () => {
  test('only what is handed over in person is received by being submitted', () => {
    expect(INTAKE_CHANNELS.filter((via) => receivedOnSubmission(via, DEFAULT_READINGS))).toEqual(['in-person'])
    const readings = { ...DEFAULT_READINGS, web: 'submission', email: 'arrival' } as const
    expect(INTAKE_CHANNELS.filter((via) => receivedOnSubmission(via, readings))).toEqual(['in-person', 'web', 'email'])
  })

  test.each<[IntakeChannel, string | undefined]>([
    ['in-person', undefined],
    ['signed-mail', undefined],
    ['oral', undefined],
    ['ordinary-mail', '2026-03-06'],
    ['other-desk', '2026-03-06'],
    ['web', '2026-03-09'],
    ['fax', '2026-03-09'],
    ['email', '2026-03-09'],
    ['announced-channel', '2026-03-09'],
  ])('周五经 %s 提交：确认截至 %s', (via, due) => {
    expect(confirmation(via, friday, nationalCalendar(), DEFAULT_READINGS)?.due).toBe(due)
  })

  test('what needs no confirmation on the agency’s reading has no limit for it', () => {
    expect(confirmation('web', friday, nationalCalendar(), { ...DEFAULT_READINGS, web: 'submission' })).toBeNull()
    expect(confirmation('web', localDate('2026-12-31'), nationalCalendar(), DEFAULT_READINGS)).toEqual({ due: null })
  })
})
