/** 浏览器里的期限与服务器一致：同一部法、同一本日历、同一口径。 */
import { describe, expect, test } from 'vitest'
import { localDate } from '../law/date.ts'
import { DEFAULT_READINGS } from '../law/readings.ts'
import type { Act } from '../record/requests/acts.ts'
import { concludeWith, rulesOf } from './legal.ts'

const today = localDate('2026-03-09')
const plain = { years: [], overlay: {}, readings: DEFAULT_READINGS }
const received: Act = { kind: 'submitted', on: localDate('2026-03-06'), via: 'in-person' }
const acts = [{ seq: 0, act: received }]

function dueAfter(next: Act | null, legal: Parameters<typeof rulesOf>[0]['legal'] = plain) {
  const concluded = concludeWith(acts, next, rulesOf({ legal, today }))
  return 'folded' in concluded ? concluded.clock.due : concluded.refusals[0].code
}

describe('答复期限（《条例》第三十三条）', () => {
  test('3月6日（周五）收到：自次日起二十个工作日，到4月3日', () => {
    expect(dueAfter(null)).toBe('2026-04-03')
  })
  test('只是想一想延长二十个工作日：期限随之变化，案卷不变', () => {
    const extended: Act = { kind: 'extended', on: today, workingDays: 20, reason: '数量多', approvedBy: '沈' }
    expect(dueAfter(extended)).toBe('2026-05-07')
    expect(dueAfter(null)).toBe('2026-04-03')
  })
  test('地方规定多放一天假：期限顺延到清明假后的4月7日', () => {
    expect(dueAfter(null, { ...plain, overlay: { off: [localDate('2026-03-10')] } })).toBe('2026-04-07')
  })
})

test('施行日以前的日期：说明不能计算，而不是给出错误的期限', () => {
  const before: Act = { kind: 'received', on: localDate('2019-05-10') }
  const concluded = concludeWith([], before, rulesOf({ legal: plain, today }))
  expect(concluded.refusals[0]?.code).toBe('before-the-law')
})
