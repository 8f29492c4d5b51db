import { describe, expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { DEFAULT_READINGS } from '../../law/readings.ts'
import { countRequests } from '../reports/compile.ts'
import { type CountedCase, countedFacts } from './fact.ts'
import { factOf, fold } from './fold.ts'
import type { Act, ActKind } from './acts.ts'
import { refusalFor } from './may.ts'
import { clockOf, recorded, situationOf } from './walk.testing.ts'

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

describe('第三十条：逾期不补正的结论被纠正，补正仍然只要求过一次', () => {
  const ORDERED: Act[] = [
    { kind: 'submitted', on: on('2026-03-02'), via: 'in-person' },
    { kind: 'correction-asked', on: on('2026-03-05'), items: '请明确学段', replyBy: on('2026-03-20') },
    { kind: 'notice-received', on: on('2026-03-06'), of: 1, proof: '签收页' },
    { kind: 'correction-lapsed', on: on('2026-03-23') },
    { kind: 'reopened', on: on('2026-05-06'), dispute: '争1号', by: 'reconsideration' },
  ]
  const RECEIVED: Act = { kind: 'correction-received', on: on('2026-05-11') }
  const why = (kind: ActKind, day: string, acts = ORDERED) =>
    refusalFor(kind, situationOf(recorded(...acts), on(day)))?.code ?? null

  test('不能再要求补正，也不能再以逾期不补正结案；补来了可以登记，没有补来的可以答复、延长', () => {
    expect(why('correction-asked', '2026-05-07')).toBe('correction-only-once')
    expect(why('correction-lapsed', '2026-06-30')).toBe('correction-not-asked')
    expect(why('correction-received', '2026-05-11')).toBeNull()
    expect(why('correction-received', '2026-05-05')).toBe('date-before-cause')
    expect(why('reply-approved', '2026-05-07')).toBeNull()
    expect(why('extended', '2026-05-07')).toBeNull()
    expect(why('correction-asked', '2026-05-12', [...ORDERED, RECEIVED])).toBe('correction-only-once')
  })

  test('期限自收到决定的次日起算，补来了也不再重新计算，不算谁逾期', () => {
    const open = clockOf(fold(recorded(...ORDERED)))
    expect(open).toMatchObject({ phase: 'running', due: '2026-06-02', breaches: [] })
    const received = fold(recorded(...ORDERED, RECEIVED))
    expect(received.correction).toMatchObject({ receivedOn: '2026-05-11', lapsedOn: null })
    expect(clockOf(received)).toMatchObject({ phase: 'running', due: '2026-06-02', breaches: [] })
  })
})

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
    const table = countRequests(countedFacts(one, { ...DEFAULT_READINGS, rerunAfterReview: 'countAgain' }), 2026, '2021')
    expect([table.received?.at(-1), table.granted?.at(-1), table.handled?.at(-1)]).toEqual([1, 1, 1])
  })
})
