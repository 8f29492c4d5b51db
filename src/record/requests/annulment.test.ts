import { describe, expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import type { Act, RecordedAct } from './acts.ts'
import { annulmentRefusal } from './annulment.ts'
import { fold } from './fold.ts'
import { recorded } from './walk.testing.ts'

const on = localDate
const ASKED: Act = { kind: 'submitted', on: on('2026-01-05'), via: 'in-person' }
const APPROVED: Act = {
  kind: 'reply-approved',
  on: on('2026-01-20'),
  outcome: 'unable.needsMaking',
  digest: 'a',
  approvedBy: '局长',
}
const REPLIED: Act = { kind: 'replied', on: on('2026-01-20'), outcome: 'unable.needsMaking', digest: 'a' }
const SERVED: Act = { kind: 'served', on: on('2026-01-22'), by: 'in-person', signedBy: 'self' }
const disputed = (day: string, result: 'pending' | 'corrected'): Act => ({
  kind: 'disputed',
  on: on(day),
  dispute: '争1号',
  body: 'reconsideration',
  result,
})
const REOPENED: Act = { kind: 'reopened', on: on('2026-03-16'), dispute: '争1号', by: 'reconsideration' }
const AGAIN: Act = { ...REPLIED, on: on('2026-03-30'), outcome: 'granted', digest: 'b' }
const annulled = (of: number): Act => ({ kind: 'annulled', on: on('2026-04-01'), of, reason: '登记有误' })

function undoing(acts: Act[], of: number, actorId = 'other') {
  const file = recorded(...acts)
  const wrong = file[of] as RecordedAct
  const without = [...file, { ...wrong, seq: file.length, act: annulled(of), actorId }]
  return annulmentRefusal({ wrong, before: fold(file), after: fold(without), actorId })?.code ?? null
}

describe('只能告知一次的，告知书发出以后不能当作登记错误撤销', () => {
  const CORRECTION: Act = { kind: 'correction-asked', on: on('2026-01-08'), items: '请明确学段', replyBy: on('2026-01-30') }
  const REASONS: Act = { kind: 'reasons-asked', on: on('2026-01-08'), replyBy: on('2026-01-20'), facts: '本月已提交四十件' }
  const EXTENDED: Act = { kind: 'extended', on: on('2026-01-20'), workingDays: 10, reason: '需要查找', approvedBy: '负责人' }
  const DEFERRED: Act = { kind: 'deferred', on: on('2026-01-20'), until: on('2026-03-20'), reason: '数量较大' }
  const arrived: Act = { kind: 'notice-received', on: on('2026-01-22'), of: 1, proof: '签收页' }
  const posted = (code: 'D02' | 'D03' | 'D04' | 'D25'): Act => ({
    kind: 'dispatched',
    on: on('2026-01-21'),
    of: 1,
    code,
    letter: '号1',
    by: 'signed-mail',
  })
  const back: Act = { kind: 'mail-returned', on: on('2026-01-27'), of: 2, because: 'moved' }

  test.each<[string, Act, 'D02' | 'D03' | 'D04' | 'D25']>([
    ['第三十条：补正', CORRECTION, 'D02'],
    ['第三十三条第二款：延长', EXTENDED, 'D04'],
    ['第三十五条：要求说明理由', REASONS, 'D03'],
    ['第三十五条：延迟答复', DEFERRED, 'D25'],
  ])('%s：没有发出的、退回的可以撤销；寄出的、收到的不能；撤销了寄出的人不能自己再撤', (_, act, code) => {
    expect(undoing([ASKED, act], 1)).toBeNull()
    expect(undoing([ASKED, act, posted(code)], 1)).toBe('already-done')
    expect(undoing([ASKED, act, arrived], 1)).toBe('already-done')
    expect(undoing([ASKED, act, posted(code), back], 1)).toBeNull()
    expect(undoing([ASKED, act, posted(code), annulled(2)], 1, 'clerk')).toBe('second-person-needed')
    expect(undoing([ASKED, act, posted(code), annulled(2)], 1, 'other')).toBeNull()
  })

  test('补来了、说明了理由，就是已经告知过', () => {
    expect(undoing([ASKED, CORRECTION, { kind: 'correction-received', on: on('2026-01-12') }], 1)).toBe('already-done')
    expect(undoing([ASKED, REASONS, { kind: 'reasons-given', on: on('2026-01-12') }], 1)).toBe('already-done')
    expect(undoing([ASKED, { ...CORRECTION, noticeReceived: on('2026-01-08') }], 1)).toBe('already-done')
  })
})

describe('更正登记不能撤掉已经生效的决定（《条例》第五十一条：对决定不服的，复议或者诉讼）', () => {
  test.each<[string, Act[], number, string | null]>([
    ['没有送达的答复可以撤销', [ASKED, APPROVED, REPLIED], 2, null],
    ['已经送达的答复不能撤销', [ASKED, APPROVED, REPLIED, SERVED], 2, 'case-closed'],
    ['答复作出以后，不能只撤销审批', [ASKED, APPROVED, REPLIED], 1, 'already-done'],
    ['送达登记有误，可以撤销送达', [ASKED, APPROVED, REPLIED, SERVED], 3, null],
    ['对答复已有复议的，没有登记送达也不能撤销', [ASKED, APPROVED, REPLIED, disputed('2026-02-12', 'pending')], 2, 'case-closed'],
    [
      '复议已有结果的，同样不能撤销',
      [ASKED, APPROVED, REPLIED, disputed('2026-02-12', 'pending'), disputed('2026-03-16', 'corrected')],
      2,
      'case-closed',
    ],
    [
      '责令重新答复、新答复已作出的，不能撤销责令',
      [ASKED, APPROVED, REPLIED, disputed('2026-03-16', 'corrected'), REOPENED, AGAIN],
      4,
      'case-closed',
    ],
    [
      '也不能撤销被纠正的原答复',
      [ASKED, APPROVED, REPLIED, disputed('2026-03-16', 'corrected'), REOPENED, AGAIN],
      2,
      'case-closed',
    ],
    ['还没有据此重新答复的，责令可以撤销', [ASKED, APPROVED, REPLIED, disputed('2026-03-16', 'corrected'), REOPENED], 4, null],
  ])('%s', (_, acts, of, code) => {
    expect(undoing(acts, of)).toBe(code)
  })

  test('收到之日登记有误，送达以后也能更正', () => {
    const posted: Act = { ...ASKED, via: 'ordinary-mail' }
    expect(undoing([posted, { kind: 'received', on: on('2026-01-06') }, APPROVED, REPLIED, SERVED], 1)).toBeNull()
  })

  test('已送达的不再处理告知书，不能靠撤销补正告知作废', () => {
    const asked: Act = { kind: 'correction-asked', on: on('2026-01-08'), items: '请明确学段', replyBy: on('2026-01-30') }
    const lapsed: Act = { kind: 'correction-lapsed', on: on('2026-02-02') }
    const served: Act = { ...SERVED, on: on('2026-02-04') }
    expect(undoing([ASKED, asked, lapsed], 1)).toBeNull()
    expect(undoing([ASKED, asked, lapsed, served], 1)).toBe('case-closed')
    expect(undoing([ASKED, asked, lapsed, served], 2)).toBe('case-closed')
  })

  const D11 = { of: 2, code: 'D11', letter: '答1号' } as const
  const POSTED: Act = {
    kind: 'dispatched',
    on: on('2026-01-21'),
    by: 'signed-mail',
    carrier: 'ems',
    mailNumber: '1234567890123',
    ...D11,
  }
  const RETURNED: Act = { kind: 'mail-returned', on: on('2026-01-27'), of: 3, because: 'moved' }
  test('已经寄出的答复不能撤销，以免申请人收到两份决定；退回的可以', () => {
    expect(undoing([ASKED, APPROVED, REPLIED, POSTED], 2)).toBe('case-closed')
    expect(undoing([ASKED, APPROVED, REPLIED, POSTED, RETURNED], 2)).toBeNull()
    expect(undoing([ASKED, APPROVED, REPLIED, POSTED, RETURNED, { ...POSTED, on: on('2026-01-28') }], 2)).toBe('case-closed')
  })

  test('寄出登记有误的，撤销寄出以后由另一人撤销答复', () => {
    const acts = [ASKED, APPROVED, REPLIED, POSTED, annulled(3)]
    expect(undoing(acts, 2, 'clerk')).toBe('second-person-needed')
    expect(undoing(acts, 2, 'other')).toBeNull()
  })

  test('寄出的不再处理告知书，不能靠撤销补正告知作废', () => {
    const asked: Act = { kind: 'correction-asked', on: on('2026-01-08'), items: '请明确学段', replyBy: on('2026-01-30') }
    const lapsed: Act = { kind: 'correction-lapsed', on: on('2026-02-02') }
    const posted: Act = { ...POSTED, on: on('2026-02-03'), of: 2, code: 'D24' }
    expect(undoing([ASKED, asked, lapsed, posted], 1)).toBe('case-closed')
    expect(undoing([ASKED, asked, lapsed, posted], 2)).toBe('case-closed')
  })

  test('撤销了送达的人，不能自己再撤销答复', () => {
    const acts = [ASKED, APPROVED, REPLIED, SERVED, annulled(3)]
    expect(undoing(acts, 2, 'clerk')).toBe('second-person-needed')
    expect(undoing(acts, 2, 'other')).toBeNull()
  })
})
