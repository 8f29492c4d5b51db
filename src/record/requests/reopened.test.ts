import { describe, expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { countRequests } from '../reports/compile.ts'
import { type CountedCase, countedFacts } from './fact.ts'
import { factOf, fold } from './fold.ts'
import { recorded } from './walk.testing.ts'

const on = localDate
const acts = recorded(
  { kind: 'submitted', on: on('2025-11-03'), via: 'in-person' },
  { kind: 'reply-approved', on: on('2025-11-20'), outcome: 'withheld.processInformation', digest: 'a', approvedBy: '局长' },
  { kind: 'replied', on: on('2025-11-20'), outcome: 'withheld.processInformation', digest: 'a' },
  { kind: 'served', on: on('2025-11-24'), by: 'signed-mail' },
  { kind: 'disputed', on: on('2025-12-10'), dispute: '争1号', body: 'reconsideration', result: 'pending' },
  { kind: 'disputed', on: on('2026-01-20'), dispute: '争1号', body: 'reconsideration', result: 'corrected' },
  { kind: 'reopened', on: on('2026-01-20'), dispute: '争1号', by: 'reconsideration' },
  { kind: 'reply-approved', on: on('2026-02-10'), outcome: 'granted', digest: 'b', approvedBy: '局长' },
  { kind: 'replied', on: on('2026-02-10'), outcome: 'granted', digest: 'b' },
)

describe('复议纠正后重新答复', () => {
  test('案件重新打开：审批、答复、送达都从头来', () => {
    const open = fold(acts.slice(0, 7))
    expect(open).toMatchObject({ closedOn: null, outcome: null, approval: null, reply: null, served: null })
    expect(open.firstClosed).toEqual({ on: '2025-11-20', outcome: 'withheld.processInformation' })
    expect(fold(acts)).toMatchObject({ closedOn: '2026-02-10', outcome: 'granted' })
  })

  test('只计一件：2025年计不予公开，2026年不再计新收和结果（口径：不再计）', () => {
    const fact = factOf(fold(acts), 'c', 'c', 'naturalPerson')
    expect(countRequests([fact], 2025, '2021')['withheld.processInformation']?.at(-1)).toBe(1)
    const next = Object.entries(countRequests([fact], 2026, '2021')).filter(([, cells]) => cells.some((n) => n !== 0))
    expect(next).toEqual([])
  })

  test('口径“再计一件”：新答复计入作出的那一年', () => {
    const folded = fold(acts)
    const one: CountedCase = {
      ...factOf(folded, 'c', 'c', 'naturalPerson'),
      closedOn: folded.closedOn,
      outcome: folded.outcome,
      firstClosed: folded.firstClosed,
      reopenedOn: folded.order?.on ?? null,
    }
    const table = countRequests(countedFacts(one, { rerunAfterReview: 'countAgain' }), 2026, '2021')
    expect([table.received?.at(-1), table.granted?.at(-1), table.handled?.at(-1)]).toEqual([1, 1, 1])
  })
})
