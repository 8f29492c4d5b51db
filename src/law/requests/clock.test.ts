import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayKind, nationalCalendar, workingDaysBetween } from '../calendar.ts'
import { addDays, type LocalDate, localDate } from '../date.ts'
import { DEFAULT_READINGS, type Readings } from '../readings.ts'
import { printedClock, clock, clockRefusals } from './clock.ts'
import type { ClockAct } from './clock-types.ts'
import { INTAKE_CHANNELS, OUTCOMES, SERVICE_METHODS } from './vocabulary.ts'

const calendar = nationalCalendar()
const start = localDate('2024-01-01')
const day = fc.integer({ min: 0, max: 1090 }).map((n) => addDays(start, n))
const maybeDay = fc.option(day, { nil: undefined })
const party = fc.constantFrom('A', 'B', undefined)

const anyAct: fc.Arbitrary<ClockAct> = fc.oneof(
  fc.record({ kind: fc.constant('submitted' as const), on: day, via: fc.constantFrom(...INTAKE_CHANNELS, undefined) }),
  fc.record({ kind: fc.constant('received' as const), on: day }),
  fc.record({ kind: fc.constant('correction-asked' as const), on: day, replyBy: maybeDay, noticeReceived: maybeDay }),
  fc.record({
    kind: fc.constantFrom(
      'correction-received' as const,
      'correction-lapsed' as const,
      'reasons-asked' as const,
      'reasons-given' as const,
      'fee-paid' as const,
      'fee-lapsed' as const,
      'withdrawn' as const,
    ),
    on: day,
  }),
  fc.record({ kind: fc.constant('deferred' as const), on: day, until: day }),
  fc.record({ kind: fc.constant('third-party-asked' as const), on: day, party, letterReceived: maybeDay }),
  fc.record({ kind: fc.constant('third-party-answered' as const), on: day, party }),
  fc.record({
    kind: fc.constant('agency-asked' as const),
    on: day,
    agency: party,
    as: fc.constantFrom('co-maker' as const, 'consulted' as const),
    letterReceived: maybeDay,
  }),
  fc.record({ kind: fc.constant('agency-answered' as const), on: day, agency: party }),
  fc.record({ kind: fc.constant('fee-noticed' as const), on: day, noticeReceived: maybeDay }),
  fc.record({ kind: fc.constant('extended' as const), on: day, workingDays: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('replied' as const), on: day, outcome: fc.constantFrom(...OUTCOMES) }),
  fc.record({ kind: fc.constant('served' as const), on: day, by: fc.constantFrom(...SERVICE_METHODS) }),
  fc.record({ kind: fc.constant('annulled' as const), on: day, of: fc.integer({ min: 0, max: 9 }) }),
)
const history = fc.array(anyAct, { maxLength: 10 })
const anyReadings: fc.Arbitrary<Readings> = fc.record({
  ...Object.fromEntries(Object.entries(DEFAULT_READINGS).map(([key, value]) => [key, fc.constant(value)])),
  suspendMode: fc.constantFrom('A', 'B'),
  lateCorrectionNotice: fc.constantFrom('restarts', 'does-not'),
  email: fc.constantFrom('confirmation', 'arrival'),
  web: fc.constantFrom('confirmation', 'submission'),
  lateAnswer: fc.constantFrom('earlier', 'answer'),
  straddle: fc.constantFrom('part-after-restart', 'whole'),
  extensionAfterRestart: fc.constantFrom('fresh', 'carried-over'),
  reviewFirst: fc.constantFrom('narrow', 'wide'),
}) as fc.Arbitrary<Readings>
const AWAITING = ['awaitingConfirmation', 'awaitingCorrection', 'awaitingReasons', 'awaitingFee']

describe('等待申请人的时候', () => {
  const received: ClockAct = { kind: 'received', on: localDate('2026-03-02'), via: 'in-person' }
  const due = (...acts: ClockAct[]) => clock([received, ...acts], calendar, DEFAULT_READINGS).due
  const late = (...acts: ClockAct[]) =>
    clock([received, ...acts], calendar, DEFAULT_READINGS, localDate('2026-03-31')).breaches.map(({ what }) => what)

  test('《条例》第三十五条：要求说明理由不停止计算，期限照旧，过了就是逾期', () => {
    const asked: ClockAct = { kind: 'reasons-asked', on: localDate('2026-03-05'), replyBy: localDate('2026-03-16') }
    expect(due(asked)).toBe('2026-03-30')
    expect(late(asked)).toEqual(['reasons', 'reply'])
    expect(late(asked, { kind: 'reasons-given', on: localDate('2026-03-12') })).toEqual(['reply'])
  })

  test('《条例》第三十条：告知补正晚了、不重新计算的，等待时期限照旧；及时告知的，停下', () => {
    const asked = (day: string): ClockAct => ({ kind: 'correction-asked', on: localDate(day) })
    expect(due(asked('2026-03-20'))).toBe('2026-03-30')
    expect(late(asked('2026-03-20'))).toEqual(['correctionNotice', 'reply'])
    expect(due(asked('2026-03-11'))).toBeNull()
  })

  test('收费办法第六条：等待缴费时没有答复期限，哪怕同时等待说明理由', () => {
    const asked: ClockAct = { kind: 'reasons-asked', on: localDate('2026-03-05') }
    const noticed: ClockAct = { kind: 'fee-noticed', on: localDate('2026-03-10') }
    expect(due(asked, noticed)).toBeNull()
    expect(due(noticed, { ...asked, on: localDate('2026-03-12') })).toBeNull()
  })
})

describe('救济期限（《行政复议法》第二十三条）', () => {
  const limits = (more: { mixed?: boolean; outcome?: 'partial'; restUnder14To16?: boolean }) =>
    clock(
      [
        { kind: 'received', on: localDate('2026-03-02') },
        { kind: 'replied', on: localDate('2026-03-16'), outcome: 'withheld.internalAffairs', ...more },
        { kind: 'served', on: localDate('2026-03-17'), by: 'in-person' },
      ],
      calendar,
      DEFAULT_READINGS,
    ).limits.flatMap(({ what }) => (what === 'reconsideration' || what === 'litigation' ? [what] : []))

  test('全部依第十四至十六条不予公开的，先复议；另有其他内容的，对其他内容也可以在六个月内起诉', () => {
    expect(limits({})).toEqual(['reconsideration'])
    expect(limits({ mixed: true })).toEqual(['reconsideration', 'litigation'])
  })

  test('部分公开：不予公开的部分先复议，其他内容可以在六个月内起诉，两个期限都写，同告知书（D13）', () => {
    expect(limits({ outcome: 'partial', restUnder14To16: true })).toEqual(['reconsideration', 'litigation'])
    expect(limits({ outcome: 'partial', restUnder14To16: false })).toEqual(['reconsideration', 'litigation'])
  })

  test('部分公开而没有写明其余部分依据哪一条的：按先复议算', () => {
    expect(limits({ outcome: 'partial' })).toEqual(['reconsideration'])
  })
})

describe('任何经过', () => {
  test('the clock answers every history, and its answer holds together', () => {
    fc.assert(
      fc.property(history, anyReadings, fc.option(day, { nil: undefined }), (acts, readings, asOf) => {
        const answer = clock(acts, calendar, readings, asOf)
        const reply = answer.limits.filter(({ what }) => what === 'reply')
        expect(reply.length).toBeLessThanOrEqual(1)
        const printed = printedClock(acts, calendar, readings, asOf)
        // The interface is fixed: while something is awaited no reply limit is told.
        if (AWAITING.includes(answer.phase)) expect([printed.due, printed.provisional]).toEqual([null, false])
        else expect(printed).toEqual(answer)
        if (answer.phase === 'awaitingConfirmation' || answer.phase === 'awaitingFee') expect(reply).toEqual([])
        if (reply[0]) expect([reply[0].due, answer.provisional]).toEqual([answer.due, answer.due === null])
        else expect([answer.due, answer.provisional]).toEqual([null, false])
        for (const { from, to, workingDays } of answer.steps) {
          expect(workingDays).toBeGreaterThanOrEqual(0)
          if (to !== null) expect(from <= to).toBe(true)
        }
        for (const { what, due, on } of answer.breaches) {
          if (what !== 'correctionTwice' && what !== 'extensionTooLong') expect((on ?? '') > (due ?? '9')).toBe(true)
        }
        const froms = answer.steps.map(({ from }) => from)
        expect(froms).toEqual(froms.toSorted())
      }),
      { numRuns: 2000 },
    )
  })

  test('《条例》第四十五条：annulling an act is never having had it', () => {
    fc.assert(
      fc.property(
        fc.array(
          anyAct.filter(({ kind }) => kind !== 'annulled'),
          { minLength: 1, maxLength: 9 },
        ),
        fc.nat(),
        (acts, n) => {
          const of = n % acts.length
          const annulled: ClockAct[] = [...acts, { kind: 'annulled', on: addDays(start, 1100), of }]
          expect(clock(annulled, calendar, DEFAULT_READINGS)).toEqual(clock(acts.toSpliced(of, 1), calendar, DEFAULT_READINGS))
        },
      ),
    )
  })

  test('Art 33.2: an extension that nobody was told of extends nothing, and is a breach once the former limit is over', () => {
    const acts: ClockAct[] = [
      { kind: 'submitted', on: localDate('2026-03-02'), via: 'in-person' },
      { kind: 'extended', on: localDate('2026-03-27'), workingDays: 20, told: false },
    ]
    const read = (more: ClockAct[], asOf?: string) => {
      const { due, breaches } = clock([...acts, ...more], calendar, DEFAULT_READINGS, asOf ? localDate(asOf) : undefined)
      return [due, ...breaches.map(({ what, on }) => `${what} ${on}`)]
    }
    expect(read([])).toEqual(['2026-03-30'])
    expect(read([], '2026-03-30')).toEqual(['2026-03-30'])
    expect(read([], '2026-03-31')).toEqual(['2026-03-30', 'extensionNotice 2026-03-31', 'reply 2026-03-31'])
    const replied = (on: string): ClockAct[] => [{ kind: 'replied', on: localDate(on) }]
    expect(read(replied('2026-03-30'))).toEqual(['2026-03-30'])
    expect(read(replied('2026-04-10'))).toEqual(['2026-03-30', 'extensionNotice 2026-04-10', 'reply 2026-04-10'])
  })

  test('an annulment that was annulled takes nothing away', () => {
    const acts: ClockAct[] = [
      { kind: 'received', on: localDate('2026-03-02') },
      { kind: 'extended', on: localDate('2026-03-10'), workingDays: 20 },
      { kind: 'annulled', on: localDate('2026-03-11'), of: 1 },
      { kind: 'annulled', on: localDate('2026-03-12'), of: 2 },
    ]
    expect(clock(acts, calendar, DEFAULT_READINGS).due).toBe('2026-04-28')
  })

  test('《条例》第三十三条第三款：one more consultation never makes the reply due earlier', () => {
    fc.assert(
      fc.property(history, day, fc.integer({ min: 0, max: 9 }), (acts, on, post) => {
        const asked: ClockAct = { kind: 'third-party-asked', on, party: 'one more', letterReceived: addDays(on, post) }
        const [before, after] = [
          clock(acts, calendar, DEFAULT_READINGS).due,
          clock([...acts, asked], calendar, DEFAULT_READINGS).due,
        ]
        if (before !== null && after !== null) expect(after >= before).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('without asOf the order of the list does not matter where the days differ', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyAct, { selector: ({ on }) => on, maxLength: 8 }), (acts) => {
        const sorted = acts.filter(({ kind }) => kind !== 'annulled').toSorted((a, b) => (a.on < b.on ? -1 : 1))
        expect(clock(sorted.toReversed(), calendar, DEFAULT_READINGS)).toEqual(clock(sorted, calendar, DEFAULT_READINGS))
      }),
    )
  })
})

describe('一件未重新计算、未延迟的申请', () => {
  const consultation = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 40 }))
  const plain = fc
    .record({
      received: fc.integer({ min: 0, max: 1060 }).map((n) => addDays(start, n)),
      consultations: fc.array(consultation, { maxLength: 3 }),
      extension: fc.option(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })), { nil: undefined }),
    })
    .map(({ received, consultations, extension }) => {
      const acts: ClockAct[] = [{ kind: 'received', on: received }]
      consultations.forEach(([asked, post, answered], index) => {
        const on = addDays(received, asked)
        acts.push({ kind: 'third-party-asked', on, party: String(index), letterReceived: addDays(on, post) })
        if (answered > 5) acts.push({ kind: 'third-party-answered', on: addDays(on, answered), party: String(index) })
      })
      if (extension) acts.push({ kind: 'extended', on: addDays(received, extension[0]), workingDays: extension[1] })
      return { received, acts }
    })

  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

  test('the reply is due on a working day, and the working days of its steps add up to it', () => {
    fc.assert(
      fc.property(plain, ({ received, acts }) => {
        const { due, steps, provisional } = clock(acts, calendar, DEFAULT_READINGS)
        const counted = sum(steps.filter(({ step }) => step !== 'exclude').map((one) => one.workingDays + (one.uncounted ?? 0)))
        const extended = sum(steps.filter(({ step }) => step === 'extend').map((one) => one.workingDays + (one.uncounted ?? 0)))
        expect(counted).toBe(20 + extended)
        const excluded = sum(steps.filter(({ step }) => step === 'exclude').map(({ workingDays }) => workingDays))
        expect(provisional).toBe(due === null)
        if (due === null) {
          // Only a year that is not loaded leaves it open: the days needed reach beyond 2026.
          const left = workingDaysBetween(calendar, received, localDate('2026-12-31')) ?? 0
          expect(left).toBeLessThan(counted + excluded + sum(steps.map((one) => one.uncounted ?? 0)))
        } else {
          expect(dayKind(calendar, due)).toBe('working')
          expect(workingDaysBetween(calendar, received, due)).toBe(counted + excluded)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('both ways of excluding a consultation agree where it begins and ends on working days', () => {
    const working = day.filter((date) => dayKind(calendar, date) === 'working' && date < '2026-08-01')
    fc.assert(
      fc.property(working, working, fc.integer({ min: 0, max: 14 }), (received, asked, length) => {
        fc.pre(asked > received)
        const answered = addDays(asked, length)
        fc.pre(dayKind(calendar, answered) === 'working')
        const acts: ClockAct[] = [
          { kind: 'received', on: received },
          { kind: 'third-party-asked', on: asked, letterReceived: asked },
          { kind: 'third-party-answered', on: answered },
        ]
        const due = (suspendMode: 'A' | 'B'): LocalDate | null => clock(acts, calendar, { ...DEFAULT_READINGS, suspendMode }).due
        const before = workingDaysBetween(calendar, received, asked) ?? 0
        // On the very last day the two readings differ by whether that day still counts.
        fc.pre(before < 20)
        expect(due('A')).toBe(due('B'))
      }),
    )
  })
})

describe('施行日以前', () => {
  const old: ClockAct[] = [{ kind: 'received', on: localDate('2019-05-14') }]

  test('a request under the old Regulation is refused in words, and counting it is a bug', () => {
    const [refusal] = clockRefusals(old, DEFAULT_READINGS)
    expect(refusal).toMatchObject({ code: 'before-the-law', cite: { of: 'reg', at: '33.2' } })
    expect(() => clock(old, calendar, DEFAULT_READINGS)).toThrow(RangeError)
  })

  test('a form sent before that day and confirmed after it is counted', () => {
    const acts: ClockAct[] = [
      { kind: 'submitted', on: localDate('2019-05-14'), via: 'web' },
      { kind: 'received', on: localDate('2019-05-15') },
    ]
    expect(clockRefusals(acts, DEFAULT_READINGS)).toEqual([])
    expect(clock(acts, calendar, DEFAULT_READINGS).due).toBe('2019-06-13')
    expect(clockRefusals(acts, { ...DEFAULT_READINGS, web: 'submission' })).toHaveLength(1)
  })

  test('信息处理费：no fee notice before 2021-01-01', () => {
    const acts: ClockAct[] = [
      { kind: 'received', on: localDate('2020-12-01') },
      { kind: 'fee-noticed', on: localDate('2020-12-10') },
    ]
    expect(clockRefusals(acts, DEFAULT_READINGS)[0]?.say).toContain('2021年1月1日')
    expect(clockRefusals(acts, DEFAULT_READINGS, localDate('2020-12-05'))).toEqual([])
  })
})
