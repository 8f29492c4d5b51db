import { describe, expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import type { Act } from './acts.ts'
import { fold } from './fold.ts'
import { clockOf, recorded } from './walk.testing.ts'
import { watchesOf } from '../desk/watches.ts'
import { awaitingProof, isSettled, openDispatches, returnedLetters, serviceOf } from './service.ts'

const on = localDate
const RECEIVED: Act = { kind: 'submitted', on: on('2026-03-02'), via: 'in-person' }
const APPROVED: Act = { kind: 'reply-approved', on: on('2026-03-30'), outcome: 'granted', digest: 'd', approvedBy: '局长' }
const REPLIED: Act = { kind: 'replied', on: on('2026-03-30'), outcome: 'granted', digest: 'd' }
const LETTER = { number: '云教公开申〔2026〕3号-答', code: 'D11', actSeq: 2 } as const
const posted = (day: string): Act => ({
  kind: 'dispatched',
  on: on(day),
  of: 2,
  code: 'D11',
  letter: LETTER.number,
  by: 'signed-mail',
  carrier: 'ems',
  mailNumber: '1234567890123',
})
const given = (...acts: Act[]) => fold(recorded(RECEIVED, APPROVED, REPLIED, ...acts))
const today = on('2026-04-20')

describe('送达（国办公开办函〔2016〕235号）', () => {
  test('交寄了不等于送达：没有凭证，一直是“送达未证实”', () => {
    expect(serviceOf(given(), LETTER, today).state).toBe('unsent')
    expect(serviceOf(given(posted('2026-03-30')), LETTER, today).state).toBe('unproven')
    const served = given(posted('2026-03-30'), { kind: 'served', on: on('2026-04-01'), by: 'signed-mail', proof: '签收' })
    expect(serviceOf(served, LETTER, today)).toMatchObject({ state: 'proven', proven: { on: '2026-04-01' } })
  })

  test('退回之后再次交寄；两次都看得见', () => {
    const back: Act = { kind: 'mail-returned', on: on('2026-04-07'), of: 3, because: 'nobodyThere' }
    expect(serviceOf(given(posted('2026-03-30'), back), LETTER, today).state).toBe('returned')
    const again = given(posted('2026-03-30'), back, posted('2026-04-08'))
    const { state, attempts } = serviceOf(again, LETTER, today)
    expect({ state, attempts: attempts.map((one) => one.returned?.because ?? null) }).toEqual({
      state: 'unproven',
      attempts: ['nobodyThere', null],
    })
    expect(openDispatches(again).map(({ seq }) => seq)).toEqual([5])
  })

  test('公告：期满之前是公告中，期满之后仍待登记送达', () => {
    const notice: Act = {
      kind: 'notice-published',
      on: on('2026-04-08'),
      of: 2,
      code: 'D11',
      letter: LETTER.number,
      outlet: '县政府网站',
      because: 'otherWaysFailed',
      account: '两次邮寄退回',
    }
    expect(serviceOf(given(notice), LETTER, on('2026-05-07')).state).toBe('noticed')
    expect(serviceOf(given(notice), LETTER, on('2026-05-08')).state).toBe('noticeOver')
  })

  test('依据的一步已更正的，文书作废', () => {
    const annulled = given({ kind: 'annulled', on: on('2026-03-31'), of: 2, reason: '内容有误' })
    expect(serviceOf(annulled, LETTER, today).state).toBe('void')
  })
})

describe('责令重新答复之后，送达各归各的答复', () => {
  const REOPENED: Act = { kind: 'reopened', on: on('2026-04-20'), dispute: '争1号', by: 'reconsideration' }
  const ANEW: Act = { kind: 'replied', on: on('2026-04-29'), outcome: 'granted', digest: 'e' }
  const served = (day: string): Act => ({ kind: 'served', on: on(day), by: 'in-person', proof: '送达回证' })
  const later = on('2026-05-10')

  test('原答复3月31日送达，纠正之后仍是3月31日；重新作出的另看它自己', () => {
    const folded = given(served('2026-03-31'), REOPENED)
    expect(serviceOf(folded, LETTER, later)).toMatchObject({ state: 'proven', proven: { on: '2026-03-31' } })
    const anew = { ...LETTER, number: '云教公开申〔2026〕3号-答2', actSeq: 5 }
    const both = given(served('2026-03-31'), REOPENED, ANEW)
    expect(serviceOf(both, anew, later).state).toBe('unsent')
    const all = given(served('2026-03-31'), REOPENED, ANEW, served('2026-05-04'))
    expect([LETTER, anew].map((letter) => serviceOf(all, letter, later).proven?.on)).toEqual(['2026-03-31', '2026-05-04'])
  })

  test('退回后当面送到的原答复，纠正之后不再算“退回”，也没有待登记退回的交寄', () => {
    const back: Act = { kind: 'mail-returned', on: on('2026-04-02'), of: 3, because: 'nobodyThere' }
    const folded = given(posted('2026-03-30'), back, served('2026-04-07'), REOPENED, ANEW)
    expect(returnedLetters(folded)).toEqual([])
    expect(openDispatches(folded)).toEqual([])
    expect(watchesOf(folded, clockOf(folded)).map(({ kind }) => kind)).toEqual(['unsent'])
  })

  test('没有送到就被纠正的原答复，不再寄、不再催', () => {
    const folded = given(posted('2026-03-30'), REOPENED)
    const { state } = serviceOf(folded, LETTER, later)
    expect(state).toBe('overturned')
    expect(isSettled(state)).toBe(true)
  })
})

describe('交邮之日决定是否按期', () => {
  test('答复写的是3月30日，4月1日才交邮：按4月1日算，逾期', () => {
    expect(clockOf(given()).breaches).toEqual([])
    const late = given(posted('2026-04-01'))
    expect(late.reply?.on).toBe('2026-04-01')
    expect(late.closedOn).toBe('2026-04-01')
    expect(clockOf(late).breaches).toMatchObject([{ what: 'reply', due: '2026-03-30', on: '2026-04-01' }])
  })

  test('退回后再次交寄不影响：以第一次为准', () => {
    const back: Act = { kind: 'mail-returned', on: on('2026-04-07'), of: 3, because: 'nobodyThere' }
    expect(given(posted('2026-03-30'), back, posted('2026-04-08')).reply?.on).toBe('2026-03-30')
  })
})

describe('其他文书', () => {
  const ASKED: Act = { kind: 'third-party-asked', on: on('2026-03-03'), party: '第三方甲' }
  const told = (code: 'D05' | 'D07'): Act[] => [
    { kind: 'dispatched', on: on('2026-03-03'), of: 1, code, letter: `号-${code}`, by: 'in-person' },
    { kind: 'notice-received', on: on('2026-03-05'), of: 1, code, letter: `号-${code}`, by: 'in-person', proof: '送达回证' },
  ]

  test('第三方收到征求意见书，十五个工作日起算；给申请人的告知书送到，不算第三方收到', () => {
    const limitAfter = (code: 'D05' | 'D07') =>
      clockOf(fold(recorded(RECEIVED, ASKED, ...told(code)))).limits.find(({ what }) => what === 'thirdParty')?.due
    expect(limitAfter('D05')).toBe('2026-03-26')
    expect(limitAfter('D07')).toBeNull()
  })

  test('只登记日期、没有凭证的：期限照算；不说“尚未交寄”，说待补凭证，凭证可以补登', () => {
    const LETTER_OF_THEIRS = { number: '号-D05', code: 'D05', actSeq: 1 } as const
    const noted: Act = { kind: 'notice-received', on: on('2026-03-05'), of: 1 }
    const folded = fold(recorded(RECEIVED, ASKED, noted))
    expect(folded.consultations[0]?.letterReceived).toBe('2026-03-05')
    expect(serviceOf(folded, LETTER_OF_THEIRS, today)).toMatchObject({ state: 'arrived', arrivedOn: '2026-03-05' })
    expect(awaitingProof(folded)).toHaveLength(1)
    const asked: Act = { ...ASKED, letterReceived: on('2026-03-05') }
    expect(serviceOf(fold(recorded(RECEIVED, asked)), LETTER_OF_THEIRS, today).state).toBe('arrived')
    const proven = fold(recorded(RECEIVED, asked, ...told('D05').slice(1)))
    expect(serviceOf(proven, LETTER_OF_THEIRS, today).state).toBe('proven')
    expect(awaitingProof(proven)).toEqual([])
  })

  test('给申请人的告知书另行送达：第三方收到了征求意见书，它仍是尚未交寄', () => {
    const folded = fold(recorded(RECEIVED, { ...ASKED, letterReceived: on('2026-03-05') }))
    expect(serviceOf(folded, { number: '号-D07', code: 'D07', actSeq: 1 }, today).state).toBe('unsent')
  })

  test('退回的在前、收到的在后：以收到为准；收到之后才退回的，仍须再次送达', () => {
    const [sent] = told('D05')
    if (!sent) throw new Error('one act')
    const back = (day: string): Act => ({ kind: 'mail-returned', on: on(day), of: 2, because: 'nobodyThere' })
    const noted: Act = { kind: 'notice-received', on: on('2026-03-09'), of: 1 }
    const state = (...acts: Act[]) =>
      serviceOf(fold(recorded(RECEIVED, ASKED, sent, ...acts)), { number: '号-D05', code: 'D05', actSeq: 1 }, today).state
    expect(state(back('2026-03-06'), noted)).toBe('arrived')
    expect(state(noted, back('2026-03-10'))).toBe('returned')
  })

  test('证实之后不再等待', () => {
    const [sent, arrived] = told('D05')
    if (!sent || !arrived) throw new Error('two acts')
    expect(awaitingProof(fold(recorded(RECEIVED, ASKED, sent)))).toHaveLength(1)
    expect(awaitingProof(fold(recorded(RECEIVED, ASKED, sent, arrived)))).toEqual([])
  })
})
