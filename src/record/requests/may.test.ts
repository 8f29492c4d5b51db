import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDate, localDate } from '../../law/date.ts'
import { REFUSALS } from '../../law/refusals.ts'
import { type Actor, permitted, ROLES, type Role } from '../people/roles.ts'
import { VERBS } from '../people/verbs.ts'
import type { Act, ActKind } from './acts.ts'
import { fold } from './fold.ts'
import { may, refusalFor, VERB_OF_ACT } from './may.ts'
import { ACT_KINDS, clockOf, recorded, situationOf, walk } from './walk.testing.ts'

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

const AT: Act = { kind: 'submitted', on: on('2026-03-02'), via: 'in-person' }
const corrected: Act = { kind: 'correction-asked', on: on('2026-03-05'), items: '请明确学段', replyBy: on('2026-03-20') }
const noticed: Act = { ...corrected, noticeReceived: on('2026-03-09') }
const consulted: Act = { kind: 'third-party-asked', on: on('2026-03-05'), party: '甲', letterReceived: on('2026-03-06') }
const fee: Act = {
  kind: 'fee-noticed',
  on: on('2026-03-05'),
  noticeReceived: on('2026-03-06'),
  yuan: 100,
  scale: 'item',
  quantity: 11,
}
const approved: Act = { kind: 'reply-approved', on: on('2026-03-16'), outcome: 'granted', digest: 'd', approvedBy: '局长' }
const replied: Act = { kind: 'replied', on: on('2026-03-17'), outcome: 'granted', digest: 'd' }
const ordered: Act & { kind: 'reopened' } = {
  kind: 'reopened',
  on: on('2026-05-06'),
  dispute: '一',
  by: 'reconsideration',
  replyBy: on('2026-05-29'),
}
const extended: Act = { kind: 'extended', on: on('2026-03-20'), workingDays: 10, reason: '需要查找', approvedBy: '负责人' }
const reasonsAsked: Act = { kind: 'reasons-asked', on: on('2026-03-04'), replyBy: on('2026-03-20'), facts: '数量较大' }
const reasonsGiven: Act = { kind: 'reasons-given', on: on('2026-03-12'), reasonable: true }

/** 收到之日 with its proof, of the letter that the second act sent. */
const proven = (day: string): Act => ({ kind: 'notice-received', on: on(day), of: 1, proof: '邮件查询记录：本人签收' })
const D02_SENT: Act = { kind: 'dispatched', on: on('2026-03-06'), of: 1, code: 'D02', letter: '号', by: 'signed-mail' }

/** Why an act of this kind can not be recorded for that day after these acts; null if it can. */
function why(acts: Act[], kind: ActKind, day: string, today = day) {
  return refusalFor(kind, situationOf(recorded(...acts), on(day), on(today)))?.code ?? null
}

test('第三十三条第二款、第三十五条：期满之后补登期满之前的延长、延迟，不可以', () => {
  expect(why([AT], 'extended', '2026-03-30', '2026-04-10')).toBe('extension-too-late')
  expect(why([AT], 'extended', '2026-03-27', '2026-03-30')).toBeNull()
  expect(why([AT, reasonsAsked, reasonsGiven], 'deferred', '2026-03-20', '2026-04-10')).toBe('deferral-too-late')
})

describe('第三十条：告知补正晚于七个工作日（3月11日），答复期限照常计算到3月30日', () => {
  const late: Act = { ...corrected, on: on('2026-03-16'), replyBy: on('2026-03-25') }
  test.each<[ActKind, Act[]]>([
    ['reply-reviewed', []],
    ['reply-approved', []],
    ['replied', [{ ...approved, on: on('2026-03-17') }]],
    ['extended', []],
    ['third-party-asked', []],
    ['fee-noticed', []],
    ['reasons-asked', []],
  ])('等待补正时，仍可以登记 %s', (kind, more) => {
    expect(why([AT, late, ...more], kind, '2026-03-18')).toBeNull()
  })
  test('征求意见的期限还算不出来的，也一样', () => {
    expect(
      why([AT, late, { ...consulted, on: on('2026-03-17'), letterReceived: undefined }], 'extended', '2026-03-18'),
    ).toBeNull()
  })
  test('期满才登记逾期不补正的，记下答复晚于期限；期限之内登记的不记', () => {
    const breaches = (...acts: Act[]) =>
      clockOf(fold(recorded(AT, { ...late, noticeReceived: on('2026-03-17') }, ...acts))).breaches.flatMap((one) =>
        one.what === 'reply' ? [`${one.due} ${one.on}`] : [],
      )
    const lapsed = (day: string): Act => ({ kind: 'correction-lapsed', on: on(day) })
    expect(breaches(lapsed('2026-04-13'))).toEqual(['2026-03-30 2026-04-13'])
    expect(breaches(lapsed('2026-03-26'))).toEqual([])
    expect(breaches(lapsed('2026-04-13'), ordered)).toEqual(['2026-03-30 2026-04-13'])
  })
})

describe('given 已登记的各步，when 登记下一步，then 可以或者说明为什么不可以', () => {
  test.each<[string, Act[], ActKind, string, string | null]>([
    ['新的申请另行登记', [AT], 'submitted', '2026-03-03', 'already-done'],
    [
      '第三十一条：网上申请确认前，期限未起算，不能答复',
      [{ ...AT, via: 'web' }],
      'reply-approved',
      '2026-03-03',
      'not-received-yet',
    ],
    ['第三十一条：确认不早于提交', [{ ...AT, via: 'web' }], 'received', '2026-03-01', 'date-before-cause'],
    ['第三十一条：收到之日只确认一次', [AT], 'received', '2026-03-03', 'already-done'],
    ['第三十条：可以要求补正', [AT], 'correction-asked', '2026-03-05', null],
    [
      '第三十条：补正只能要求一次',
      [AT, corrected, { kind: 'correction-received', on: on('2026-03-09') }],
      'correction-asked',
      '2026-03-11',
      'correction-only-once',
    ],
    ['第三十条：待补正时不能答复', [AT, corrected], 'reply-approved', '2026-03-16', 'awaiting-requester'],
    ['第三十条：没有要求补正，就没有补正可收', [AT], 'correction-received', '2026-03-16', 'correction-not-asked'],
    ['第三十条：补正不早于告知', [AT, corrected], 'correction-received', '2026-03-04', 'date-before-cause'],
    ['第三十条：期限最后一日尚未逾期', [AT, noticed], 'correction-lapsed', '2026-03-20', 'correction-period-running'],
    ['第三十条：期满次日视为放弃', [AT, noticed, proven('2026-03-09')], 'correction-lapsed', '2026-03-21', null],
    [
      '第三十条：申请人收到告知书没有凭证，不算逾期',
      [AT, noticed],
      'correction-lapsed',
      '2026-06-30',
      'correction-period-running',
    ],
    [
      '第三十条：不知申请人何时收到告知书，不算逾期',
      [AT, corrected],
      'correction-lapsed',
      '2026-06-30',
      'correction-period-running',
    ],
    [
      '第三十条：告知书退回了，申请人没有收到，不算逾期',
      [AT, noticed, D02_SENT, { kind: 'mail-returned', on: on('2026-03-12'), of: 2, because: 'moved' }],
      'correction-lapsed',
      '2026-06-30',
      'correction-period-running',
    ],
    [
      '第三十条：所定的日子到了才收到告知书，从收到次日另数十五个工作日（到4月17日）',
      [AT, { ...corrected, noticeReceived: on('2026-03-26') }],
      'correction-lapsed',
      '2026-04-17',
      'correction-period-running',
    ],
    ['第三十条：另数的期限届满次日视为放弃', [AT, corrected, proven('2026-03-26')], 'correction-lapsed', '2026-04-18', null],
    ['第三十二条：征求第三方期间不能答复', [AT, consulted], 'reply-approved', '2026-03-27', 'consultation-open'],
    ['第三十二条：十五个工作日（到3月27日）届满，次日可以答复', [AT, consulted], 'reply-approved', '2026-03-28', null],
    ['第三十二条：没有征求，就没有意见可收', [AT], 'third-party-answered', '2026-03-16', 'consultation-not-open'],
    ['第三十二条：意见不早于征求', [AT, consulted], 'third-party-answered', '2026-03-04', 'date-before-cause'],
    ['第三十四条：第三方的意见不是机关的意见', [AT, consulted], 'agency-answered', '2026-03-16', 'consultation-not-open'],
    ['第三十三条第二款：期限最后一日（3月30日）可以延长', [AT], 'extended', '2026-03-30', null],
    ['第三十三条第二款：期满后不能延长', [AT], 'extended', '2026-03-31', 'extension-too-late'],
    ['第三十三条第二款：延长只能一次', [AT, extended], 'extended', '2026-03-31', 'extension-only-once'],
    ['第三十五条：延迟答复须先要求说明理由', [AT], 'deferred', '2026-03-16', 'awaiting-requester'],
    ['第三十五条：收到理由之后可以延迟', [AT, reasonsAsked, reasonsGiven], 'deferred', '2026-03-12', null],
    ['第三十五条：延迟不早于收到理由', [AT, reasonsAsked, reasonsGiven], 'deferred', '2026-03-11', 'date-before-cause'],
    ['第三十五条：期限届满之后不能再延迟', [AT, reasonsAsked, reasonsGiven], 'deferred', '2026-03-31', 'deferral-too-late'],
    ['第三十五条：期限最后一日可以要求说明理由', [AT], 'reasons-asked', '2026-03-30', null],
    ['第三十五条：期限届满之后不能再要求说明理由', [AT], 'reasons-asked', '2026-03-31', 'reasons-too-late'],
    ['第三十五条：等待说明时不能收费', [AT, reasonsAsked], 'fee-noticed', '2026-03-20', 'awaiting-requester'],
    ['第四十二条：期满没有说明理由的，可以收费', [AT, reasonsAsked], 'fee-noticed', '2026-03-23', null],
    ['第三十三条第二款：期满没有说明理由的，可以延长', [AT, reasonsAsked], 'extended', '2026-03-23', null],
    ['第三十二条：期满没有说明理由的，可以征求第三方意见', [AT, reasonsAsked], 'third-party-asked', '2026-03-23', null],
    ['第三十三条第三款：期满没有说明理由的，可以征求其他机关意见', [AT, reasonsAsked], 'agency-asked', '2026-03-23', null],
    ['第三十五条：没有说明理由的，不能延迟答复', [AT, reasonsAsked], 'deferred', '2026-03-23', 'awaiting-requester'],
    ['第四十二条：待缴费时不能答复', [AT, fee], 'reply-approved', '2026-03-16', 'awaiting-requester'],
    ['收费办法第六条：二十个工作日（到4月3日）未满，不算逾期', [AT, fee], 'fee-lapsed', '2026-04-03', 'fee-period-running'],
    ['收费办法第六条：次日逾期', [AT, fee, proven('2026-03-06')], 'fee-lapsed', '2026-04-04', null],
    ['收到收费通知没有凭证，不算逾期', [AT, fee], 'fee-lapsed', '2026-06-30', 'fee-period-running'],
    [
      '不知对方何时收到收费通知，不算逾期',
      [AT, { ...fee, noticeReceived: undefined }],
      'fee-lapsed',
      '2026-06-30',
      'fee-period-running',
    ],
    ['收费办法第六条：答复期限最后一日（3月30日）可以发收费通知', [AT], 'fee-noticed', '2026-03-30', null],
    ['收费办法第六条：答复期限届满之后不能再发收费通知', [AT], 'fee-noticed', '2026-04-20', 'fee-too-late'],
    ['缴费不早于通知', [AT, fee], 'fee-paid', '2026-03-04', 'date-before-cause'],
    ['未经审批不能答复', [AT], 'replied', '2026-03-16', 'approval-needed'],
    ['答复不早于审批', [AT, approved], 'replied', '2026-03-15', 'date-before-cause'],
    ['审批不早于收到申请', [AT], 'reply-approved', '2026-03-01', 'date-before-cause'],
    ['没有答复，就没有送达', [AT, approved], 'served', '2026-03-17', 'not-replied-yet'],
    ['送达不早于答复', [AT, approved, replied], 'served', '2026-03-16', 'date-before-cause'],
    ['答复后送达前可以撤回', [AT, approved, replied], 'withdrawn', '2026-03-18', null],
    [
      '送达后不能撤回',
      [AT, approved, replied, { kind: 'served', on: on('2026-03-18'), by: 'in-person' }],
      'withdrawn',
      '2026-03-19',
      'case-closed',
    ],
    [
      '第五十条：期限未满就申请复议、起诉的，收到通知也要登记，是否过早由复议机关、法院决定',
      [AT],
      'disputed',
      '2026-03-30',
      null,
    ],
    ['第五十条：网上申请还没有确认就被起诉不作为的，收到通知也要登记', [{ ...AT, via: 'web' }], 'disputed', '2026-05-20', null],
    ['第五十条：等待补正期间收到通知的，也要登记', [AT, corrected], 'disputed', '2026-03-12', null],
    ['通知不会早于申请', [AT], 'disputed', '2026-03-01', 'date-before-cause'],
    ['法释〔2025〕8号第二条：逾期不答复，可以复议、诉讼', [AT], 'disputed', '2026-03-31', null],
    [
      '第五十一条：对“不再处理”不服，可以复议、诉讼',
      [AT, corrected, { kind: 'correction-lapsed', on: on('2026-03-21') }],
      'disputed',
      '2026-04-01',
      null,
    ],
    ['“不再处理”也要送达', [AT, corrected, { kind: 'correction-lapsed', on: on('2026-03-21') }], 'served', '2026-03-23', null],
    ['第三十五条：说明理由的期限未满，不能答复', [AT, reasonsAsked], 'reply-approved', '2026-03-20', 'awaiting-requester'],
    ['第三十五条：期满没有说明理由的，可以不予处理', [AT, reasonsAsked], 'reply-approved', '2026-03-21', null],
    [
      '第三十一条：答复后更正收到之日，可以重新确认',
      [
        { ...AT, via: 'signed-mail' },
        { kind: 'received', on: on('2026-03-03') },
        approved,
        replied,
        { kind: 'annulled', on: on('2026-03-18'), of: 1, reason: '签收日期看错' },
      ],
      'received',
      '2026-03-02',
      null,
    ],
    ['复议法第七十七条：决定限定的日期，不能延长', [AT, approved, replied, ordered], 'extended', '2026-05-20', 'day-ordered'],
    ['复议法第七十七条：也不能延迟答复', [AT, approved, replied, ordered], 'deferred', '2026-05-20', 'day-ordered'],
    ['复议法第七十七条：也不能以收费重新起算', [AT, approved, replied, ordered], 'fee-noticed', '2026-05-20', 'day-ordered'],
    [
      '第三十三条第二款：决定没有限定日期的，可以延长',
      [AT, approved, replied, { ...ordered, replyBy: undefined }],
      'extended',
      '2026-05-20',
      null,
    ],
    ['第五十条：答复之前收到的通知，答复以后也可以补登', [AT, approved, replied], 'disputed', '2026-03-16', null],
    ['只有申请这一步，不能更正', [AT], 'annulled', '2026-03-17', 'already-done'],
    ['没有发出文书，就没有收到可登记', [AT], 'notice-received', '2026-03-17', 'already-done'],
    [
      '没有登记收到的征求意见书，可以补登',
      [AT, { ...consulted, letterReceived: undefined }],
      'notice-received',
      '2026-03-17',
      null,
    ],
  ])('%s', (_, acts, kind, day, code) => {
    expect(why(acts, kind, day)).toBe(code)
  })

  test('收费办法第六条：缴费期限跨入没有载入放假安排的年度，说明缺的是放假安排，不说没有登记收到', () => {
    const acts = recorded({ ...AT, on: on('2026-12-14') }, {
      ...fee,
      on: on('2026-12-15'),
      noticeReceived: on('2026-12-16'),
    } as Act)
    const refusal = refusalFor('fee-lapsed', situationOf(acts, on('2027-03-01')))
    expect(refusal?.say).toContain('没有载入节假日安排')
    expect(refusal?.say).not.toContain('尚未登记')
  })

  test('今天以后的日期，一律不能登记', () => {
    expect(why([AT], 'correction-asked', '2026-03-06', '2026-03-05')).toBe('date-in-future')
  })

  test('每一种行为都有检查，每一个拒绝都在目录里，都说怎么办', () => {
    const acts = recorded(AT, corrected)
    for (const kind of ACT_KINDS) {
      const refusal = refusalFor(kind, situationOf(acts, on('2026-03-01'), on('2026-02-28')))
      expect({ kind, known: refusal !== null && refusal.code in REFUSALS }).toEqual({ kind, known: true })
      expect(refusal?.then).toMatch(/[一-鿿]/)
    }
  })
})

describe('任意走过“可以办理”的各步', () => {
  const AFTER_CLOSING: readonly ActKind[] = [
    'served',
    'dispatched',
    'mail-returned',
    'notice-published',
    'notice-received',
    'withdrawn',
    'annulled',
    'disputed',
    'reopened',
    'archived',
    'archive-transferred',
  ]

  test('办结之后，除送达、送达前撤回、更正、复议诉讼和归档外，什么也不能再办', () => {
    fc.assert(
      fc.property(walked, ({ acts, today }) => {
        const situation = situationOf(acts, today)
        fc.pre(situation.folded.closedOn !== null)
        const open = ACT_KINDS.filter((kind) => refusalFor(kind, situation) === null)
        // A day of receipt that was annulled after the reply has to be put right.
        const allowed = situation.folded.receivedOn ? AFTER_CLOSING : [...AFTER_CLOSING, 'received']
        expect(open.filter((kind) => !allowed.includes(kind))).toEqual([])
        if (situation.folded.served || situation.folded.withdrawnOn) expect(open).not.toContain('withdrawn')
        if (situation.folded.outcome === 'other.withdrawn' && !situation.folded.reply) expect(open).not.toContain('served')
      }),
      { numRuns: 400 },
    )
  })

  test('没有答复的案件总有下一步：不会走进死胡同', () => {
    fc.assert(
      fc.property(walked, ({ acts, today }) => {
        fc.pre(fold(acts).closedOn === null)
        const later = addDays(today, 200)
        const further = ACT_KINDS.filter((kind) => kind !== 'annulled' && kind !== 'disputed')
        expect(further.some((kind) => refusalFor(kind, situationOf(acts, later)) === null)).toBe(true)
      }),
      { numRuns: 250 },
    )
  })

  test('第三十三条第三款：多征求一方意见，答复期限不会提前', () => {
    fc.assert(
      fc.property(walked, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), ({ acts, today }, post, days) => {
        const before = situationOf(acts, today)
        fc.pre(refusalFor('third-party-asked', before) === null)
        const asked: Act = { kind: 'third-party-asked', on: today, party: '另一第三方', letterReceived: addDays(today, post) }
        const answered: Act = {
          kind: 'third-party-answered',
          on: addDays(today, post + days),
          party: '另一第三方',
          consents: true,
        }
        const due = (...more: Act[]) =>
          clockOf(fold([...acts, ...recorded(...more).map((one, n) => ({ ...one, seq: acts.length + n }))])).due
        const dues = [before.clock.due, due(asked), due(asked, answered)]
        for (const after of dues.slice(1)) if (dues[0] && after) expect(after >= dues[0]).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

function officer(role: Role, agencyId = '局', sectionId: string | null = null): Actor {
  return { id: '一', agencyId, name: '某', roles: [role], sectionId, under: [] }
}

describe('谁能办', () => {
  const approvable = situationOf(recorded(AT), on('2026-03-16'))
  const allowedTo = (kind: ActKind, target: { agencyId: string; sectionId?: string }) =>
    ROLES.filter((role) => may(approvable, officer(role, '局', '科'), target)[kind].allowed)

  test('第三十三条第二款：延长只由公开工作机构负责人', () => {
    expect(allowedTo('extended', { agencyId: '局' })).toEqual(['officeHead'])
  })

  test('答复只由单位负责人、分管负责人审批', () => {
    expect(allowedTo('reply-approved', { agencyId: '局' })).toEqual(['head', 'deputyHead'])
  })

  test('别的机关的案件，谁也不能办；话里也不说案件办到哪里', () => {
    for (const role of ROLES)
      for (const [kind, answer] of Object.entries(may(approvable, officer(role), { agencyId: '另一局' })))
        expect({ kind, answer }).toMatchObject({ answer: { allowed: false, refusal: { code: 'not-permitted' } } })
  })

  test('能不能办，只由权限表和案卷决定：有权限而案卷允许，才允许', () => {
    const target = { agencyId: '局', sectionId: '科' }
    for (const role of ROLES) {
      const actor = officer(role, '局', '科')
      const answers = may(approvable, actor, target)
      for (const kind of ACT_KINDS)
        expect({ role, kind, allowed: answers[kind].allowed }).toEqual({
          role,
          kind,
          allowed: permitted(actor, VERB_OF_ACT[kind], target) && refusalFor(kind, approvable) === null,
        })
    }
  })

  test('每一种行为背后的权限都在权限表里', () => {
    expect(ACT_KINDS.filter((kind) => !VERBS.includes(VERB_OF_ACT[kind]))).toEqual([])
  })
})

/** The lapse days above, from the calendar itself, so that no case rests on a miscount. */
test('上文用到的届满之日与期限计算一致', () => {
  const limit = (acts: Act[], what: string): LocalDate | null | undefined =>
    clockOf(fold(recorded(...acts))).limits.find((one) => one.what === what)?.due
  expect(limit([AT], 'reply')).toBe('2026-03-30')
  expect(limit([AT, consulted], 'thirdParty')).toBe('2026-03-27')
  expect(limit([AT, fee], 'feePayment')).toBe('2026-04-03')
})
