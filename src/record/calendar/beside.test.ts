import { describe, expect, test } from 'vitest'
import { nationalCalendar, withOverlay } from '../../law/calendar.ts'
import { localDate } from '../../law/date.ts'
import type { DisputeAct } from '../disputes/acts.ts'
import { disputeLimits, foldDispute } from '../disputes/fold.ts'
import { disputeMoves, targetMoves } from './beside.ts'

const d = localDate
const before = nationalCalendar()
/** 答辩、上诉的期限按自然日算，末日遇放假顺延。 */
const after = withOverlay(before, { off: [d('2026-05-21'), d('2026-06-26')] })

function movesOf(acts: DisputeAct[], today: string) {
  const folded = foldDispute(acts.map((act, seq) => ({ seq, act, recordedAt: '', actorId: '' })))
  return disputeMoves(disputeLimits(folded, before), disputeLimits(folded, after), d(today))
}
const OPENED: DisputeAct = {
  kind: 'opened',
  on: d('2026-05-06'),
  path: 'litigationDirect',
  procedure: 'ordinary',
  claimant: 'requester',
}

describe('争议的日子随日历移动', () => {
  test('答辩期限的末日成了放假的日子，顺延到下一个工作日', () => {
    expect(movesOf([OPENED], '2026-05-06')).toEqual([{ what: 'answer', nth: 1, from: '2026-05-21', to: '2026-05-22' }])
  })

  test('已经提交答辩的、两个日子都已过去的，不算移动', () => {
    expect(movesOf([OPENED, { kind: 'answered', on: d('2026-05-12'), proof: '当面提交' }], '2026-05-12')).toEqual([])
    expect(movesOf([OPENED], '2026-05-25')).toEqual([])
  })

  test('对方上诉之后的第二次答辩单独记，不与第一次混在一起', () => {
    const acts: DisputeAct[] = [
      OPENED,
      { kind: 'answered', on: d('2026-05-12'), proof: '当面提交' },
      { kind: 'decided', on: d('2026-06-01'), result: 'claimRejected', answerAgain: false },
      { kind: 'appealed', on: d('2026-06-11'), by: 'claimant' },
    ]
    expect(movesOf(acts, '2026-06-11')).toEqual([{ what: 'answer', nth: 2, from: '2026-06-26', to: '2026-06-29' }])
  })

  test('办理目标：待定的有了日子，也是移动；过去的不算', () => {
    expect(targetMoves(null, d('2026-06-02'), d('2026-05-06'))).toHaveLength(1)
    expect(targetMoves(d('2026-05-04'), d('2026-05-05'), d('2026-05-06'))).toEqual([])
    expect(targetMoves(d('2026-06-02'), d('2026-06-02'), d('2026-05-06'))).toEqual([])
  })
})
