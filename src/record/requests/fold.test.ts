import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { handledIsSum, intakeEqualsOutcome, lastIsSum } from '../../law/reports/algebra.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import { REQUEST_COLUMNS } from '../../law/reports/model.ts'
import { PHASES, REQUESTER_KINDS } from '../../law/requests/vocabulary.ts'
import { countDisputes, countRequests } from '../reports/compile.ts'
import { type Act, actSchema, type RecordedAct } from './acts.ts'
import type { RequestCase } from './case.ts'
import { factOf, fold } from './fold.ts'
import { ACT_KINDS, clockOf, recorded, walk } from './walk.testing.ts'

const on = localDate
const choice = fc.record({
  wait: fc.integer({ min: 0, max: 30 }),
  back: fc.constantFrom(0, 0, 0, 1, 3, 8),
  kind: fc.nat(),
  detail: fc.nat(),
})
const walked = fc
  .tuple(fc.record({ day: fc.integer({ min: 0, max: 700 }), via: fc.nat() }), fc.array(choice, { maxLength: 16 }))
  .map(([start, choices]) => walk(start, choices))

/** Everything concluded from the acts, without the file itself. */
function conclusions(folded: RequestCase): RequestCase {
  return { ...folded, acts: [], annulled: new Set() }
}
function annul(acts: readonly RecordedAct[], of: number, day: string): RecordedAct[] {
  const act: Act = { kind: 'annulled', on: on(day), of, reason: '登记有误' }
  return [...acts, { seq: acts.length, act, recordedAt: '', actorId: 'clerk' }]
}

const received: Act[] = [
  { kind: 'submitted', on: on('2026-03-07'), via: 'web' },
  { kind: 'received', on: on('2026-03-09') },
]
const replied: Act = { kind: 'replied', on: on('2026-03-20'), outcome: 'granted', digest: 'd' }

describe('《条例》第三十一条：收到之日', () => {
  test('当面提交，提交之日即收到之日', () => {
    const folded = fold(recorded({ kind: 'submitted', on: on('2026-03-02'), via: 'in-person' }))
    expect([folded.submittedOn, folded.receivedOn]).toEqual(['2026-03-02', '2026-03-02'])
  })

  test('网上提交，双方确认之日为收到之日；未确认前没有', () => {
    expect(fold(recorded(...received.slice(0, 1))).receivedOn).toBeNull()
    expect(fold(recorded(...received)).receivedOn).toBe('2026-03-09')
  })
})

describe('送达之前撤回（law §5.2）', () => {
  const inDecember: Act[] = [
    { kind: 'submitted', on: on('2026-12-01'), via: 'in-person' },
    { ...replied, on: on('2026-12-21') },
  ]
  const count = (year: number, ...acts: Act[]) =>
    countRequests([factOf(fold(recorded(...acts)), 'a', 'a', 'naturalPerson')], year, '2021')

  test('当年答复、当年撤回，答复不算数，计入其他处理', () => {
    const folded = fold(recorded(...inDecember, { kind: 'withdrawn', on: on('2026-12-28') }))
    expect([folded.outcome, folded.firstClosed]).toEqual(['other.withdrawn', null])
  })

  test('下一年才撤回的，上一年的年度报告已按答复计数，不因此改变（X4）', () => {
    const withdrawn: Act = { kind: 'withdrawn', on: on('2027-01-05') }
    const folded = fold(recorded(...inDecember, withdrawn))
    expect([folded.withdrawnOn, folded.outcome]).toEqual(['2027-01-05', 'other.withdrawn'])
    expect(factOf(folded, 'a', 'a', 'naturalPerson')).toMatchObject({ closedOn: '2026-12-21', outcome: 'granted' })
    expect(count(2026, ...inDecember, withdrawn)).toEqual(count(2026, ...inDecember))
  })
})

describe('《条例》第三十条：补正', () => {
  const asked: Act = { kind: 'correction-asked', on: on('2026-03-11'), items: '请明确学段', replyBy: on('2026-03-31') }

  test('逾期不补正，视为放弃：以当日结案，计入其他处理', () => {
    const folded = fold(recorded(...received, asked, { kind: 'correction-lapsed', on: on('2026-04-01') }))
    expect([folded.closedOn, folded.outcome]).toEqual(['2026-04-01', 'other.correctionLapsed'])
  })

  test('告知补正被更正登记后，逾期不补正失去依据，不再结案', () => {
    const acts = recorded(...received, asked, { kind: 'correction-lapsed', on: on('2026-04-01') })
    const folded = fold(annul(acts, 2, '2026-04-02'))
    expect([folded.closedOn, folded.outcome, clockOf(folded).phase]).toEqual([null, null, 'running'])
  })
})

describe('答复、送达、撤回', () => {
  test('答复以发出之日结案；送达不改变结案之日', () => {
    const folded = fold(recorded(...received, replied, { kind: 'served', on: on('2026-03-24'), by: 'signed-mail' }))
    expect([folded.closedOn, folded.outcome, folded.served?.on]).toEqual(['2026-03-20', 'granted', '2026-03-24'])
  })

  test('答复后送达前撤回的，按撤回结案', () => {
    const folded = fold(recorded(...received, replied, { kind: 'withdrawn', on: on('2026-03-23') }))
    expect([folded.closedOn, folded.outcome, clockOf(folded).phase]).toEqual(['2026-03-23', 'other.withdrawn', 'withdrawn'])
  })

  test('答复被更正登记后，原登记的送达失去依据', () => {
    const acts = recorded(...received, replied, { kind: 'served', on: on('2026-03-24'), by: 'signed-mail' })
    const folded = fold(annul(acts, 2, '2026-03-25'))
    expect([folded.closedOn, folded.served, clockOf(folded).phase]).toEqual([null, null, 'running'])
  })

  test('撤销了“更正登记”，被它撤销的一步恢复', () => {
    const acts = annul(annul(recorded(...received, replied), 2, '2026-03-21'), 3, '2026-03-22')
    expect(fold(acts).outcome).toBe('granted')
    expect([...fold(acts).annulled]).toEqual([3])
  })
})

describe('征求意见', () => {
  test('《条例》第三十二条：答复意见记在所征求的那一方名下', () => {
    const folded = fold(
      recorded(
        ...received,
        { kind: 'third-party-asked', on: on('2026-03-10'), party: '甲' },
        { kind: 'agency-asked', on: on('2026-03-10'), agency: '甲', as: 'co-maker' },
        { kind: 'third-party-answered', on: on('2026-03-13'), party: '甲', consents: false },
      ),
    )
    expect(folded.consultations.map(({ whom, answeredOn, consents }) => [whom, answeredOn, consents])).toEqual([
      ['thirdParty', '2026-03-13', false],
      ['coMaker', null, null],
    ])
  })
})

test('补记较早的一步，案件从该日起就是那样：周五签收、周一登记', () => {
  const late = recorded(
    { kind: 'submitted', on: on('2026-03-05'), via: 'signed-mail' },
    { kind: 'extended', on: on('2026-03-20'), workingDays: 10, reason: '需要查找', approvedBy: '负责人' },
    { kind: 'received', on: on('2026-03-06'), via: 'signed-mail' },
  )
  const inTime = recorded(...[0, 2, 1].map((seq) => (late[seq] as RecordedAct).act))
  expect(fold(late).live.map(({ act }) => act.kind)).toEqual(['submitted', 'received', 'extended'])
  expect({ ...conclusions(fold(late)), live: [] }).toEqual({ ...conclusions(fold(inTime)), live: [] })
})

describe('《条例》第五十条第四项：争议计入哪一年', () => {
  const dispute = (day: string, result: 'pending' | 'upheld' | 'corrected'): Act => ({
    kind: 'disputed',
    on: on(day),
    dispute: '一',
    body: 'litigationDirect',
    result,
  })
  const disputes = (...acts: Act[]) => fold(recorded(...received, replied, ...acts)).disputes

  test('同一争议后来的结果取代“尚未审结”，不另计一件', () => {
    expect(disputes(dispute('2026-04-01', 'pending'), dispute('2026-05-20', 'corrected'))).toMatchObject([
      { openedOn: '2026-04-01', closedOn: '2026-05-20', result: 'corrected' },
    ])
  })

  test('当年上诉改判的，只计最后的结果', () => {
    const year = [dispute('2026-04-01', 'pending'), dispute('2026-05-20', 'upheld')]
    expect(disputes(...year, dispute('2026-06-01', 'pending'), dispute('2026-09-01', 'corrected'))).toMatchObject([
      { openedOn: '2026-04-01', closedOn: '2026-09-01', result: 'corrected' },
    ])
  })

  test('次年上诉的，上年已报告的结果不变，上诉计入次年', () => {
    const first = [dispute('2026-04-01', 'pending'), dispute('2026-11-20', 'upheld')]
    expect(disputes(...first, dispute('2027-01-05', 'pending'), dispute('2027-06-01', 'corrected'))).toMatchObject([
      { openedOn: '2026-04-01', closedOn: '2026-11-20', result: 'upheld' },
      { openedOn: '2027-01-05', closedOn: '2027-06-01', result: 'corrected' },
    ])
  })
})

describe('任意走过“可以办理”的各步', () => {
  test('走法够广：每一种行为、每一个阶段都走到', () => {
    const cases = fc.sample(walked, { numRuns: 7000, seed: 1987 }).map(({ acts }) => acts)
    expect(new Set(cases.flatMap((acts) => acts.map(({ act }) => act.kind)))).toEqual(new Set(ACT_KINDS))
    expect(new Set(cases.map((acts) => clockOf(fold(acts)).phase))).toEqual(new Set(PHASES))
  })

  test('每一步都是案卷认得的行为；归并从不出错，并与期限计算同一结论', () => {
    fc.assert(
      fc.property(walked, ({ acts }) => {
        for (const { act } of acts) expect(actSchema.safeParse(act).success).toBe(true)
        const folded = fold(acts)
        const { phase } = clockOf(folded)
        const closed = ['replied', 'served', 'withdrawn', 'lapsed'].includes(phase)
        expect({ phase, closed: folded.closedOn !== null, outcome: folded.outcome !== null }).toEqual({
          phase,
          closed,
          outcome: closed,
        })
        if (phase === 'withdrawn') expect(folded.outcome).toBe('other.withdrawn')
        if (phase === 'served') expect(folded.served).not.toBeNull()
        if (!closed) expect(phase === 'awaitingConfirmation').toBe(folded.receivedOn === null)
      }),
      { numRuns: 600 },
    )
  })

  test('更正登记等于从未登记过', () => {
    fc.assert(
      fc.property(walked, fc.nat(), ({ acts, today }, n) => {
        fc.pre(acts.length > 1)
        const of = 1 + (n % (acts.length - 1))
        expect(conclusions(fold(annul(acts, of, today)))).toEqual(conclusions(fold(acts.toSpliced(of, 1))))
      }),
      { numRuns: 500 },
    )
  })

  test('归并只看日期和次序，不看给出的先后', () => {
    fc.assert(
      fc.property(walked, ({ acts }) => {
        expect(fold(acts.toReversed())).toEqual(fold(acts))
      }),
    )
  })

  test('X1、X2、X3、X5 对任何一年都成立', () => {
    const many = fc.array(fc.tuple(walked, fc.constantFrom(...REQUESTER_KINDS)), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(many, fc.constantFrom(2024, 2025, 2026), (cases, year) => {
        const facts = cases.map(([{ acts }, kind], n) => factOf(fold(acts), String(n), String(n), kind))
        const format = '2021'
        const table = countRequests(facts, year, format)
        const holds = (check: { expected: number; found: number } | null) =>
          expect(check?.found).toBe(check?.expected ?? 'unknown')
        for (const column of REQUEST_COLUMNS.keys()) {
          holds(intakeEqualsOutcome(table, column))
          holds(handledIsSum(table, formOf(format), column))
        }
        for (const row of Object.values(table)) holds(lastIsSum(row))
        for (const group of Object.values(countDisputes(facts, year))) holds(lastIsSum(group))
        const next = countRequests(facts, year + 1, format)
        expect(next.carriedOver).toEqual(table.carriedForward)
      }),
      { numRuns: 60 },
    )
  })
})
