/** 争议卷的下一步：法律现在要本机关做的那一件，没有的就不突出哪一件。 */
import { expect, test } from 'vitest'
import { nationalCalendar } from '../../law/calendar.ts'
import { localDate as on } from '../../law/date.ts'
import type { DisputeAct } from './acts.ts'
import { disputeLimits, foldDispute, nextDue } from './fold.ts'
import { kindRefusal, RECORDED_KINDS } from './may.ts'
import type { DisputeView } from './view.ts'
import { wantedDeed } from './wanted.ts'

const SUIT = {
  kind: 'opened',
  on: on('2026-03-02'),
  path: 'litigationDirect',
  procedure: 'ordinary',
  claimant: 'requester',
} as const
const ANSWERED = { kind: 'answered', on: on('2026-03-10'), proof: '法院回执' } as const
const ORDERED = { kind: 'decided', on: on('2026-04-01'), result: 'revoked', answerAgain: true } as const

function wanted(today: string, ...acts: DisputeAct[]) {
  const folded = foldDispute(acts.map((act, seq) => ({ seq, act, recordedAt: '', actorId: '' })))
  const calendar = nationalCalendar()
  const next = nextDue(folded, calendar)
  const may = Object.fromEntries(RECORDED_KINDS.map((kind) => [kind, kindRefusal(folded, kind)])) as DisputeView['may']
  return wantedDeed({
    next: next && { what: next.what, dueOn: next.due },
    limits: disputeLimits(folded, calendar).map((limit) => ({ ...limit, cite: '' })),
    may,
    today: on(today),
  })
}

test('先提交答复；提交以后等裁判，不突出哪一件', () => {
  expect(wanted('2026-03-03', SUIT)).toBe('answered')
  expect(wanted('2026-03-11', SUIT, ANSWERED)).toBeNull()
})

test('判决责令重新答复：上诉期内不催登记生效，期满才是下一步；生效以后是履行', () => {
  const judged = [SUIT, ANSWERED, ORDERED]
  expect(wanted('2026-04-02', ...judged)).toBeNull()
  expect(wanted('2026-04-17', ...judged)).toBe('effective')
  expect(wanted('2026-04-18', ...judged, { kind: 'effective', on: on('2026-04-17') })).toBe('performed')
  expect(wanted('2026-04-11', ...judged, { kind: 'appealed', on: on('2026-04-10'), by: 'claimant' })).toBe('answered')
})

test('复议意见书：报告落实情况', () => {
  const reconsideration = { ...SUIT, path: 'reconsideration' } as const
  const upheld = { ...ORDERED, result: 'upheld', answerAgain: false } as const
  const opinion = { kind: 'opinion-received', on: on('2026-04-02') } as const
  expect(wanted('2026-04-03', reconsideration, ANSWERED, upheld, opinion)).toBe('opinion-reported')
})
