/** 争议的是哪一份答复：先答复、跨年撤回、责令重新答复之后，各卷写的都是收到通知那天的答复。 */
import { expect, test } from 'vitest'
import { localDate as on } from '../../law/date.ts'
import { fold } from '../requests/fold.ts'
import { recorded } from '../requests/walk.testing.ts'
import { disputedDecision } from './decision.ts'

const RECEIVED = { kind: 'submitted', on: on('2025-11-03'), via: 'in-person' } as const
const FIRST = { kind: 'replied', on: on('2025-11-20'), outcome: 'withheld.processInformation', digest: 'a' } as const
const order = { kind: 'reopened', on: on('2026-01-20'), dispute: '争1号', by: 'reconsideration' } as const
const SECOND = { kind: 'replied', on: on('2026-02-10'), outcome: 'granted', digest: 'b' } as const

test('重新答复之后的争议，争的是新的答复；先前的卷仍写原来的答复', () => {
  const folded = fold(recorded(RECEIVED, FIRST, order, SECOND))
  expect(disputedDecision(folded, on('2025-12-10'))).toEqual({
    on: '2025-11-20',
    outcome: 'withheld.processInformation',
    digest: 'a',
  })
  expect(disputedDecision(folded, on('2026-03-02'))).toEqual({ on: '2026-02-10', outcome: 'granted', digest: 'b' })
})

test('次年撤回的：撤回以后没有答复可争，撤回以前的争议仍写当时的答复', () => {
  const folded = fold(recorded(RECEIVED, FIRST, { kind: 'withdrawn', on: on('2026-01-08') }))
  expect(folded.firstClosed?.outcome).toBe('withheld.processInformation')
  expect(disputedDecision(folded, on('2026-01-12'))).toEqual({ on: '2026-01-08', outcome: 'other.withdrawn', digest: null })
  expect(disputedDecision(folded, on('2025-12-31'))?.outcome).toBe('withheld.processInformation')
})

test('因没有答复提起的：还没有答复的没有，后来答复了的写后来的答复', () => {
  expect(disputedDecision(fold(recorded(RECEIVED)), on('2025-12-10'))).toBeNull()
  expect(disputedDecision(fold(recorded(RECEIVED, FIRST)), on('2025-11-10'))?.outcome).toBe('withheld.processInformation')
})
