/** 口径怎样进入年度报告：行政诉讼按争议还是按审级，咨询计入哪一行（law.md 十一之一；《条例》第五十条）。 */
import { describe, expect, test } from 'vitest'
import { localDate as on } from '../../law/date.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import { factsOfFile } from '../disputes/facts.ts'
import { foldDispute } from '../disputes/fold.ts'
import { countDisputes, countRequests } from '../reports/compile.ts'
import type { Act } from './acts.ts'
import { countedFacts } from './fact.ts'
import { factOf, fold } from './fold.ts'
import { recorded } from './walk.testing.ts'

const RECEIVED: Act = { kind: 'submitted', on: on('2026-01-05'), via: 'in-person' }
const SUED = { kind: 'disputed', dispute: '争1号', body: 'litigationDirect' } as const
const counted = (acts: Act[], readings: Partial<typeof DEFAULT_READINGS>) => {
  const { firstClosed, closedOn, outcome, ...folded } = fold(recorded(RECEIVED, ...acts))
  const fact = factOf({ ...folded, firstClosed, closedOn, outcome }, 'c', 'c', 'naturalPerson')
  return countedFacts({ ...fact, closedOn, outcome, firstClosed, reopenedOn: null }, { ...DEFAULT_READINGS, ...readings })
}

describe('行政诉讼如何计数', () => {
  const bothInstances: Act[] = [
    { ...SUED, on: on('2026-03-02'), result: 'pending' },
    { ...SUED, on: on('2026-06-01'), result: 'upheld' },
    { ...SUED, on: on('2026-06-10'), result: 'pending' },
    { ...SUED, on: on('2026-10-12'), result: 'corrected' },
  ]
  const table = (acts: Act[], litigationCountBy: 'dispute' | 'instance', year = 2026) =>
    countDisputes(counted(acts, { litigationCountBy }), year).litigationDirect

  test('按争议：一审、二审是一件，计最后的结果', () => {
    expect(table(bothInstances, 'dispute')).toEqual([0, 1, 0, 0, 1])
  })

  test('按审级：同一年的一审、二审各计一件，各计各的结果；二审没有审结的，一件尚未审结', () => {
    expect(table(bothInstances, 'instance')).toEqual([1, 1, 0, 0, 2])
    expect(table(bothInstances.slice(0, 3), 'instance')).toEqual([1, 0, 0, 1, 2])
    expect(table(bothInstances.slice(0, 3), 'dispute')).toEqual([0, 0, 0, 1, 1])
  })

  test('第二年才上诉的，两种口径都是一年一件', () => {
    const later: Act[] = [...bothInstances.slice(0, 2), { ...SUED, on: on('2027-01-04'), result: 'pending' }]
    for (const by of ['dispute', 'instance'] as const)
      expect([table(later, by), table(later, by, 2027)]).toEqual([
        [1, 0, 0, 0, 1],
        [0, 0, 0, 1, 1],
      ])
  })

  test('对更正申请的处理提起的行政诉讼，同样', () => {
    const file = [
      { kind: 'opened', path: 'litigationDirect', procedure: 'ordinary', claimant: 'requester', on: on('2026-03-02') },
      { kind: 'decided', on: on('2026-06-01'), result: 'claimRejected', answerAgain: false },
      { kind: 'appealed', on: on('2026-06-10'), by: 'claimant' },
    ] as const
    const folded = foldDispute(file.map((act, seq) => ({ seq, act, recordedAt: '', actorId: '' })))
    const results = (litigationCountBy: 'dispute' | 'instance') =>
      factsOfFile(folded, { ...DEFAULT_READINGS, litigationCountBy }).map(({ result }) => result)
    expect([results('dispute'), results('instance')]).toEqual([['pending'], ['upheld', 'pending']])
  })
})

describe('不属于政府信息公开申请的咨询计入哪一行', () => {
  const answered = (day: string): Act => ({ kind: 'replied', on: on(day), outcome: 'other.other', digest: 'd' })
  const rows = (nonApplication: typeof DEFAULT_READINGS.nonApplication, day = '2026-01-20', year = 2026) =>
    Object.entries(countRequests(counted([answered(day)], { nonApplication }), year, '2021')).flatMap(([row, cells]) =>
      cells.at(-1) === 0 ? [] : [row],
    )

  test('（六）3、（五）1，或者不计入', () => {
    expect(rows('other.other')).toEqual(['received', 'other.other', 'handled'])
    expect(rows('notProcessed.petition')).toEqual(['received', 'notProcessed.petition', 'handled'])
    expect(rows('notCounted')).toEqual([])
  })

  test('上年已经结转的，不因不计入而对不上（勾稽关系 X4）', () => {
    expect(rows('notCounted', '2027-01-04', 2027)).toEqual(['carriedOver', 'other.other', 'handled'])
  })
})
