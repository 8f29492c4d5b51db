/** 例外清单: which watch holds from which day, for cases as they come. */
import { expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import type { Act } from '../requests/acts.ts'
import { fold } from '../requests/fold.ts'
import { clockOf, recorded } from '../requests/walk.testing.ts'
import { heldOn, watchesOf } from './watches.ts'

const on = localDate

function held(today: string, ...acts: Act[]) {
  const folded = fold(recorded(...acts))
  return heldOn(watchesOf(folded, clockOf(folded)), on(today))
}

/** Received on Monday 2 March 2026: the reply is due on 30 March. */
const RECEIVED: Act = { kind: 'submitted', on: on('2026-03-02'), via: 'in-person' }

/** 征求意见告知书、征求意见书 of the act on file after the receipt. */
const told = (code: 'D05' | 'D07', day = '2026-03-04'): Act => {
  return { kind: 'dispatched', on: on(day), of: 1, code, letter: `号-${code}`, by: 'signed-mail' }
}
const D07_SENT = told('D07')

test('期限之内没有例外；届满次日起，答复超期', () => {
  expect(held('2026-03-30', RECEIVED)).toEqual([])
  expect(held('2026-03-31', RECEIVED)).toEqual([{ kind: 'replyOverdue', since: '2026-03-31' }])
})

test('网上申请当天没有确认的，次日起列出；确认之后不再列', () => {
  const web: Act = { kind: 'submitted', on: on('2026-03-02'), via: 'web' }
  expect(held('2026-03-04', web)).toEqual([{ kind: 'confirmationOutstanding', since: '2026-03-04' }])
  expect(held('2026-03-04', web, { kind: 'received', on: on('2026-03-03') })).toEqual([])
})

test('补正期满没有补正（条例第三十条）；收到补正的不列', () => {
  const asked: Act = {
    kind: 'correction-asked',
    on: on('2026-03-04'),
    items: '年度',
    replyBy: on('2026-03-20'),
    noticeReceived: on('2026-03-06'),
  }
  expect(held('2026-03-20', RECEIVED, asked)).toEqual([])
  expect(held('2026-03-21', RECEIVED, asked)).toEqual([{ kind: 'correctionLapsed', since: '2026-03-21' }])
  expect(held('2026-03-21', RECEIVED, asked, { kind: 'correction-received', on: on('2026-03-18') })).toEqual([])
})

test('不知道申请人收到补正告知书的，不列期满没有补正（条例第三十条）', () => {
  const asked: Act = { kind: 'correction-asked', on: on('2026-03-04'), items: '年度', replyBy: on('2026-03-20') }
  const sent: Act = { ...D07_SENT, code: 'D02' } as Act
  expect(held('2026-03-21', RECEIVED, asked, sent)).toEqual([{ kind: 'arrivalUnknown', since: '2026-03-14' }])
})

test('等待说明理由时答复超期，照样列出（条例第三十五条不停止计算）', () => {
  const asked: Act = {
    kind: 'reasons-asked',
    on: on('2026-03-04'),
    replyBy: on('2026-03-12'),
    facts: '数量较大',
    noticeReceived: on('2026-03-05'),
  }
  expect(held('2026-03-30', RECEIVED, asked)).toEqual([{ kind: 'reasonsLapsed', since: '2026-03-13' }])
  expect(held('2026-03-31', RECEIVED, asked)).toEqual([
    { kind: 'reasonsLapsed', since: '2026-03-13' },
    { kind: 'replyOverdue', since: '2026-03-31' },
  ])
})

test('告知补正晚了，等待补正时答复超期，照样列出（条例第三十条）', () => {
  const asked: Act = { kind: 'correction-asked', on: on('2026-03-20'), items: '年度', replyBy: on('2026-04-20') }
  const kinds = held('2026-03-31', RECEIVED, asked).map(({ kind }) => kind)
  expect(kinds).toContain('replyOverdue')
})

test('不再处理告知书没有寄出的、寄出十五天没有送达的、退回的，照答复一样列出（国办公开办函〔2016〕235号）', () => {
  const asked: Act = {
    kind: 'correction-asked',
    on: on('2026-03-04'),
    items: '年度',
    replyBy: on('2026-03-20'),
    noticeReceived: on('2026-03-06'),
  }
  const lapsed: Act = { kind: 'correction-lapsed', on: on('2026-03-23') }
  const sent: Act = { kind: 'dispatched', on: on('2026-03-24'), of: 2, code: 'D24', letter: '号', by: 'signed-mail' }
  const back: Act = { kind: 'mail-returned', on: on('2026-04-02'), of: 3, because: 'moved' }
  expect(held('2026-04-07', RECEIVED, asked, lapsed)).toEqual([{ kind: 'unsent', since: '2026-03-30' }])
  expect(held('2026-04-08', RECEIVED, asked, lapsed, sent)).toEqual([{ kind: 'unserved', since: '2026-04-08' }])
  expect(held('2026-06-15', RECEIVED, asked, lapsed, sent, back)).toEqual([{ kind: 'mailReturned', since: '2026-04-02' }])
})

test('征询的其他机关没有答复（条例第三十三条第三款）：写明的日期过后，没有写明的十五天后，提醒去催；不再等待的，不再提醒', () => {
  const asked = (answerBy?: Act['on']): Act => {
    const letter = { on: on('2026-03-04'), agency: '县财政局', letterReceived: on('2026-03-05') }
    return { kind: 'agency-asked', as: 'consulted', ...letter, ...(answerBy ? { answerBy } : {}) }
  }
  const silent = (since: string) => [{ kind: 'agencySilent', since, party: '县财政局' }]
  expect(held('2026-03-13', RECEIVED, asked(on('2026-03-13')), D07_SENT)).toEqual([])
  expect(held('2026-03-14', RECEIVED, asked(on('2026-03-13')), D07_SENT)).toEqual(silent('2026-03-14'))
  expect(held('2026-03-20', RECEIVED, asked(), D07_SENT)).toEqual(silent('2026-03-20'))
  const given: Act = { kind: 'agency-answered', on: on('2026-03-23'), agency: '县财政局', consents: false, silent: true }
  expect(held('2026-03-24', RECEIVED, asked(), D07_SENT, given)).toEqual([])
})

test('第三方十五个工作日没有答复（条例第三十二条）：说是哪一个第三方', () => {
  const asked: Act = { kind: 'third-party-asked', on: on('2026-03-04'), party: '第三方甲', letterReceived: on('2026-03-06') }
  const late = held('2026-03-28', RECEIVED, asked, D07_SENT)
  expect(late).toEqual([{ kind: 'thirdPartySilent', since: '2026-03-28', party: '第三方甲' }])
  const answered: Act = { kind: 'third-party-answered', on: on('2026-03-20'), party: '第三方甲', consents: true }
  expect(held('2026-03-28', RECEIVED, asked, D07_SENT, answered)).toEqual([])
})

test('征求意见书寄出十天，收到日期没有登记；退回后再寄的，自再寄之日起算；公告的，看公告期满', () => {
  const asked: Act = { kind: 'third-party-asked', on: on('2026-03-04'), party: '第三方甲' }
  const sent = told('D05', '2026-03-05')
  const unknown = (since: string) => [{ kind: 'arrivalUnknown', since, party: '第三方甲' }]
  expect(held('2026-03-14', RECEIVED, asked, D07_SENT, sent)).toEqual([])
  expect(held('2026-03-15', RECEIVED, asked, D07_SENT, sent)).toEqual(unknown('2026-03-15'))
  const back: Act = { kind: 'mail-returned', on: on('2026-03-12'), of: 3, because: 'nobodyThere' }
  const again = told('D05', '2026-03-13')
  expect(held('2026-03-22', RECEIVED, asked, D07_SENT, sent, back, again)).toEqual([])
  expect(held('2026-03-23', RECEIVED, asked, D07_SENT, sent, back, again)).toEqual(unknown('2026-03-23'))
  const notice: Act = {
    kind: 'notice-published',
    on: on('2026-03-13'),
    of: 1,
    code: 'D05',
    letter: '号-D05',
    outlet: '网站',
  } as Act
  expect(held('2026-04-11', RECEIVED, asked, D07_SENT, sent, back, notice)).toEqual([])
  expect(held('2026-04-12', RECEIVED, asked, D07_SENT, sent, back, notice)).toEqual(unknown('2026-04-12'))
})

test('没有寄出的文书不算在途：作出三天列为没有寄出，再久也不说“寄出十天”', () => {
  const letters: Act[] = [
    { kind: 'correction-asked', on: on('2026-03-04'), items: '年度', replyBy: on('2026-03-20') },
    { kind: 'fee-noticed', on: on('2026-03-04'), yuan: 100, scale: 'item', quantity: 11 },
  ]
  for (const letter of letters) {
    expect(held('2026-03-06', RECEIVED, letter)).toEqual([])
    expect(held('2026-03-27', RECEIVED, letter)).toEqual([{ kind: 'letterUnsent', since: '2026-03-07' }])
  }
  const asked: Act = { kind: 'third-party-asked', on: on('2026-03-04'), party: '第三方甲' }
  expect(held('2026-03-27', RECEIVED, asked, D07_SENT)).toEqual([
    { kind: 'letterUnsent', since: '2026-03-07', party: '第三方甲' },
  ])
  // Told to the requester only: the third party's own letter is still in the house.
  const reasons: Act = { kind: 'reasons-asked', on: on('2026-03-04'), replyBy: on('2026-03-26'), facts: '数量较大' }
  expect(held('2026-03-27', RECEIVED, reasons)).toEqual([{ kind: 'reasonsUnsent', since: '2026-03-07' }])
})

test('缴费期满没有缴费；缴清的不列', () => {
  const noticed: Act = {
    kind: 'fee-noticed',
    on: on('2026-03-04'),
    noticeReceived: on('2026-03-05'),
    yuan: 100,
    scale: 'item',
    quantity: 11,
  }
  const kinds = held('2026-04-30', RECEIVED, noticed).map(({ kind }) => kind)
  expect(kinds).toEqual(['feeUnpaid'])
  expect(held('2026-03-30', RECEIVED, noticed, { kind: 'fee-paid', on: on('2026-03-10') })).toEqual([])
})

test('节假日安排没有公布，届满日算不出来', () => {
  const acts: Act[] = [{ kind: 'submitted', on: on('2026-12-10'), via: 'in-person' }]
  expect(held('2026-12-11', ...acts)).toEqual([{ kind: 'calendarMissing', since: '2026-12-10' }])
})

test('答复之后：七天没有寄出、寄出十五天没有送达、送达没有凭证、诉讼没有审结；撤回之后都不列', () => {
  const replied: Act = { kind: 'replied', on: on('2026-03-20'), outcome: 'granted', digest: 'd' }
  expect(held('2026-03-26', RECEIVED, replied)).toEqual([])
  expect(held('2026-03-27', RECEIVED, replied)).toEqual([{ kind: 'unsent', since: '2026-03-27' }])
  const sent: Act = { kind: 'dispatched', on: on('2026-03-23'), of: 1, code: 'D11', letter: '号', by: 'signed-mail' }
  expect(held('2026-04-06', RECEIVED, replied, sent)).toEqual([])
  expect(held('2026-04-07', RECEIVED, replied, sent)).toEqual([{ kind: 'unserved', since: '2026-04-07' }])
  const bare: Act = { kind: 'served', on: on('2026-03-24'), by: 'signed-mail' }
  expect(held('2026-04-04', RECEIVED, replied, bare)).toEqual([{ kind: 'unproven', since: '2026-03-24' }])
  const served: Act = { ...bare, proof: 'XA12345678963' }
  expect(held('2026-04-04', RECEIVED, replied, served)).toEqual([])
  const disputed: Act = {
    kind: 'disputed',
    on: on('2026-04-02'),
    dispute: '甲',
    body: 'reconsideration',
    result: 'pending',
  }
  expect(held('2026-04-04', RECEIVED, replied, served, disputed)).toEqual([{ kind: 'disputePending', since: '2026-04-02' }])
  expect(held('2026-04-30', RECEIVED, { kind: 'withdrawn', on: on('2026-03-10') })).toEqual([])
})

test('退回的答复没有再寄的，自退回之日列出；再寄之后不列，到期仍没有凭证的另列', () => {
  const replied: Act = { kind: 'replied', on: on('2026-03-16'), outcome: 'granted', digest: 'd' }
  const sent = (day: string): Act => ({
    kind: 'dispatched',
    on: on(day),
    of: 1,
    code: 'D11',
    letter: '云教公开〔2026〕1号-答',
    by: 'signed-mail',
    carrier: 'ems',
  })
  const back: Act = { kind: 'mail-returned', on: on('2026-03-24'), of: 2, because: 'nobodyThere' }
  expect(held('2026-03-23', RECEIVED, replied, sent('2026-03-16'), back)).toEqual([])
  expect(held('2026-04-10', RECEIVED, replied, sent('2026-03-16'), back)).toEqual([{ kind: 'mailReturned', since: '2026-03-24' }])
  expect(held('2026-03-26', RECEIVED, replied, sent('2026-03-16'), back, sent('2026-03-25'))).toEqual([])
})

test('退回的征求意见书：说是哪一个第三方，不再当作在途', () => {
  const asked: Act = { kind: 'third-party-asked', on: on('2026-03-04'), party: '第三方甲' }
  const sent: Act = {
    kind: 'dispatched',
    on: on('2026-03-04'),
    of: 1,
    code: 'D05',
    letter: '云教公开〔2026〕1号-征',
    by: 'signed-mail',
    carrier: 'ems',
  }
  const back: Act = { kind: 'mail-returned', on: on('2026-03-10'), of: 2, because: 'moved' }
  expect(held('2026-03-20', RECEIVED, asked, sent, back, D07_SENT)).toEqual([
    { kind: 'mailReturned', since: '2026-03-10', party: '第三方甲' },
  ])
})

test('说明理由告知书、征求意见告知书三天没有发出的列出；发出之后不列（条例第三十五条、第三十三条第三款）', () => {
  const reasons: Act = { kind: 'reasons-asked', on: on('2026-03-04'), replyBy: on('2026-03-20'), facts: '数量较大' }
  const kinds = (day: string, ...acts: Act[]) => held(day, RECEIVED, ...acts).map(({ kind }) => kind)
  expect(kinds('2026-03-06', reasons)).toEqual([])
  expect(kinds('2026-03-07', reasons)).toEqual(['reasonsUnsent'])
  expect(kinds('2026-03-07', reasons, { ...D07_SENT, code: 'D03' } as Act)).toEqual([])
  const consulted: Act = { kind: 'third-party-asked', on: on('2026-03-04'), party: '第三方甲' }
  expect(held('2026-03-07', RECEIVED, consulted, told('D05'))).toEqual([
    { kind: 'consultationUntold', since: '2026-03-07', party: '第三方甲' },
  ])
  expect(kinds('2026-03-07', consulted, told('D05'), D07_SENT)).toEqual([])
})

test('延期告知书没有发出：次日列出；原期限届满还没有发出，答复已超期（条例第三十三条第二款）', () => {
  const extended: Act = { kind: 'extended', on: on('2026-03-27'), workingDays: 20, reason: '查找', approvedBy: '负责人' }
  const unsent = { kind: 'extensionUnsent', since: '2026-03-28' }
  const due = (...acts: Act[]) => clockOf(fold(recorded(RECEIVED, extended, ...acts))).due
  expect(due()).toBe('2026-03-30')
  expect(held('2026-03-27', RECEIVED, extended)).toEqual([])
  expect(held('2026-03-30', RECEIVED, extended)).toEqual([unsent])
  expect(held('2026-03-31', RECEIVED, extended)).toEqual([{ kind: 'replyOverdue', since: '2026-03-31' }, unsent])
  const sent: Act = { ...D07_SENT, on: on('2026-03-30'), code: 'D04' } as Act
  expect(due(sent)).toBe('2026-04-28')
  expect(held('2026-04-28', RECEIVED, extended, sent)).toEqual([])
  expect(held('2026-04-29', RECEIVED, extended, sent)).toEqual([{ kind: 'replyOverdue', since: '2026-04-29' }])
  // On the last day there is no next one.
  expect(held('2026-03-30', RECEIVED, { ...extended, on: on('2026-03-30') })).toEqual([
    { kind: 'extensionUnsent', since: '2026-03-30' },
  ])
})

test('延迟答复告知书没有发出的列出（条例第三十五条）', () => {
  const asked: Act = { kind: 'reasons-asked', on: on('2026-03-04'), replyBy: on('2026-03-20'), facts: '四十件' }
  const given: Act = { kind: 'reasons-given', on: on('2026-03-10'), reasonable: true }
  const deferred: Act = { kind: 'deferred', on: on('2026-03-12'), until: on('2026-04-30'), reason: '数量较大' }
  expect(held('2026-03-13', RECEIVED, asked, given, deferred)).toEqual([{ kind: 'deferralUnsent', since: '2026-03-13' }])
  const sent: Act = { kind: 'dispatched', on: on('2026-03-12'), of: 3, code: 'D25', letter: '号', by: 'signed-mail' }
  expect(held('2026-03-13', RECEIVED, asked, given, deferred, sent)).toEqual([])
})

test('决定公开而没有书面告知全部不同意的第三方的，当天列出（条例第三十二条）', () => {
  const replied: Act = { kind: 'replied', on: on('2026-03-20'), outcome: 'granted', digest: 'd', overridden: 2 }
  const d09 = (letter: string): Act => ({
    kind: 'dispatched',
    on: on('2026-03-20'),
    of: 1,
    code: 'D09',
    letter,
    by: 'signed-mail',
  })
  const untold = [{ kind: 'disclosureUntold', since: '2026-03-20' }]
  expect(held('2026-03-20', RECEIVED, replied)).toEqual(untold)
  expect(held('2026-03-20', RECEIVED, replied, d09('号-决'))).toEqual(untold)
  expect(held('2026-03-20', RECEIVED, replied, d09('号-决'), d09('号-决2'))).toEqual([])
})
