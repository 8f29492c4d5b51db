/** 发出之日（国办公开办函〔2016〕235号）：邮寄看交邮之日，直接、委托送达看签收之日；没有登记的，看文书之日。 */
import { describe, expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import type { ServiceMethod } from '../../law/requests/vocabulary.ts'
import type { LetterCode } from '../letters/model.ts'
import type { Act } from './acts.ts'
import { fold } from './fold.ts'
import { toldActs } from './told-acts.ts'
import { clockOf, recorded, situationOf } from './walk.testing.ts'
import { refusalFor } from './may.ts'

const on = localDate
/** Due on 30 March; a correction may be asked for until 11 March. */
const RECEIVED: Act = { kind: 'submitted', on: on('2026-03-02'), via: 'in-person' }
const REPLIED: Act = { kind: 'replied', on: on('2026-03-30'), outcome: 'granted', digest: 'd' }

/** The letter of the second act on file leaves the house. */
function sent(day: string, code: LetterCode, by: ServiceMethod = 'signed-mail'): Act {
  return { kind: 'dispatched', on: on(day), of: 1, code, letter: '号', by }
}
function arrived(day: string, code: LetterCode, by: ServiceMethod): Act {
  return { kind: 'notice-received', on: on(day), of: 1, code, letter: '号', by, proof: '送达回证' }
}
function clockAfter(...acts: Act[]) {
  return clockOf(fold(recorded(RECEIVED, ...acts)))
}
function breaches(...acts: Act[]) {
  return clockAfter(...acts).breaches.map(({ what, on: day }) => `${what} ${day}`)
}

describe('答复', () => {
  const served = (day: string, by: ServiceMethod): Act => ({ kind: 'served', on: on(day), by, proof: '送达回证' })

  test('期限最后一日作出，期满之后才当面交给申请人的：以签收之日为准，逾期', () => {
    expect(breaches(REPLIED, served('2026-04-08', 'in-person'))).toEqual(['reply 2026-04-08'])
    expect(breaches(REPLIED, served('2026-03-30', 'in-person'))).toEqual([])
  })

  test('委托送达：以签收之日为准，不以委托之日为准', () => {
    const entrusted = sent('2026-03-30', 'D11', 'entrusted')
    expect(breaches(REPLIED, entrusted)).toEqual([])
    expect(breaches(REPLIED, entrusted, served('2026-04-08', 'entrusted'))).toEqual(['reply 2026-04-08'])
  })

  test('邮寄：以交邮之日为准，何时签收不影响；先邮寄、退回后当面送交的，仍以交邮之日为准', () => {
    const posted = sent('2026-03-30', 'D11')
    expect(breaches(REPLIED, posted, served('2026-04-08', 'signed-mail'))).toEqual([])
    expect(breaches(REPLIED, posted, served('2026-04-08', 'in-person'))).toEqual([])
    expect(breaches(REPLIED, sent('2026-04-01', 'D11'), served('2026-04-08', 'signed-mail'))).toEqual(['reply 2026-04-01'])
  })

  test('先在网上提供、没有打开，期满之后才改为邮寄、当面送交的：以网上提供之日为发出之日，不逾期；救济期限自收到之日起算', () => {
    const posted: Act = { ...sent('2026-04-09', 'D11'), offeredOn: on('2026-03-30') } as Act
    const arrives = served('2026-04-13', 'signed-mail')
    expect(breaches(REPLIED, posted)).toEqual([])
    const folded = fold(recorded(RECEIVED, REPLIED, posted, arrives))
    expect([folded.reply?.on, folded.served?.on]).toEqual(['2026-03-30', '2026-04-13'])
    expect(clockOf(folded).limits.find(({ what }) => what === 'litigation')?.due).toBe('2026-10-13')
    const handed: Act = { ...served('2026-04-09', 'in-person'), offeredOn: on('2026-03-30') } as Act
    expect(breaches(REPLIED, handed)).toEqual([])
    expect(breaches(REPLIED, { ...sent('2026-04-09', 'D11', 'in-person'), offeredOn: on('2026-03-30') } as Act, handed)).toEqual(
      [],
    )
  })

  test('期满之后才在网上提供的，逾期', () => {
    expect(breaches(REPLIED, { ...sent('2026-04-09', 'D11'), offeredOn: on('2026-04-01') } as Act)).toEqual(['reply 2026-04-01'])
  })

  test('没有登记怎样发出的：以作出之日为准', () => {
    expect(breaches(REPLIED, served('2026-04-08', 'signed-mail'))).toEqual([])
  })

  test('责令重新答复之后的那一份，另看它自己何时发出', () => {
    const again: Act[] = [
      REPLIED,
      served('2026-03-30', 'in-person'),
      { kind: 'reopened', on: on('2026-05-06'), dispute: '一', by: 'reconsideration', replyBy: on('2026-05-20') },
      { ...REPLIED, on: on('2026-05-20') },
      { kind: 'dispatched', on: on('2026-05-22'), of: 4, code: 'D11', letter: '号2', by: 'signed-mail' },
      served('2026-05-25', 'signed-mail'),
    ]
    expect(breaches(...again)).toEqual(['reply 2026-05-22'])
  })

  test('答复的日期更正后重新登记，当天送达的仍然有效', () => {
    const folded = fold(
      recorded(
        RECEIVED,
        { ...REPLIED, on: on('2026-03-20') },
        served('2026-03-24', 'in-person'),
        { kind: 'annulled', on: on('2026-03-25'), of: 1, reason: '日期有误' },
        { ...REPLIED, on: on('2026-03-23') },
      ),
    )
    expect([folded.reply?.on, folded.served?.on]).toEqual(['2026-03-24', '2026-03-24'])
  })
})

describe('第三十三条第三款：征求意见的时间，从征求意见书发出的次日起不计入', () => {
  const asked: Act = { kind: 'third-party-asked', on: on('2026-03-10'), party: '第三方甲' }
  const answered: Act = { kind: 'third-party-answered', on: on('2026-03-20'), party: '第三方甲', consents: true }

  test('写好放了一周才交寄的，这一周照样计入', () => {
    const due = (...acts: Act[]) => clockAfter(asked, ...acts, answered).due
    expect(due()).toBe('2026-04-10')
    expect(due(sent('2026-03-17', 'D05'))).toBe('2026-04-02')
    // 给申请人的告知书何时发出，与此无关。
    expect(due(sent('2026-03-17', 'D07'))).toBe('2026-04-10')
  })

  test('给其他机关的函同样', () => {
    const due = clockAfter(
      { kind: 'agency-asked', on: on('2026-03-10'), agency: '县财政局', as: 'consulted' },
      sent('2026-03-17', 'D08'),
      { kind: 'agency-answered', on: on('2026-03-20'), agency: '县财政局', consents: true },
    ).due
    expect(due).toBe('2026-04-02')
  })

  test('意见已经收到以后补登的交寄，不推翻已有的意见', () => {
    const folded = fold(recorded(RECEIVED, asked, answered, sent('2026-03-24', 'D05')))
    expect(folded.consultations).toMatchObject([{ askedOn: '2026-03-10', answeredOn: '2026-03-20' }])
  })

  test('第三十二条：对方收到不能早于交寄', () => {
    const acts = recorded(RECEIVED, asked, sent('2026-03-16', 'D05'))
    expect(fold(acts).consultations[0]?.askedOn).toBe('2026-03-16')
    expect(refusalFor('third-party-answered', situationOf(acts, on('2026-03-11'), on('2026-03-20')))?.code).toBe(
      'date-before-cause',
    )
  })
})

describe('告知申请人的，从发出之日起才算告知', () => {
  test('第三十三条第二款：延长书期满之后才寄出，不延长，期限仍到原来的日子', () => {
    const extended: Act = { kind: 'extended', on: on('2026-03-30'), workingDays: 20, reason: '查找', approvedBy: '负责人' }
    expect(clockAfter(extended, sent('2026-03-30', 'D04')).due).toBe('2026-04-28')
    const late = [extended, sent('2026-04-08', 'D04')]
    expect([clockAfter(...late).due, breaches(...late)]).toEqual(['2026-03-30', ['extensionNotice 2026-04-08']])
  })

  test('第三十三条第二款：延长书一直没有发出，原期限届满之后才答复的，逾期', () => {
    const extended: Act = { kind: 'extended', on: on('2026-03-27'), workingDays: 20, reason: '查找', approvedBy: '负责人' }
    const replied: Act = { ...REPLIED, on: on('2026-04-10') }
    expect(breaches(extended, replied)).toEqual(['extensionNotice 2026-04-10', 'reply 2026-04-10'])
    expect(breaches(extended, sent('2026-03-30', 'D04'), replied)).toEqual([])
    expect(breaches(extended, arrived('2026-03-30', 'D04', 'in-person'), replied)).toEqual([])
  })

  test('第三十条：补正告知书七个工作日之后才寄出：逾期，收到补正不重新计算', () => {
    const asked: Act = { kind: 'correction-asked', on: on('2026-03-05'), items: '年度', replyBy: on('2026-04-10') }
    const corrected: Act = { kind: 'correction-received', on: on('2026-03-27') }
    const late = [asked, sent('2026-03-20', 'D02'), corrected]
    expect([clockAfter(...late).due, breaches(...late)]).toEqual(['2026-03-30', ['correctionNotice 2026-03-20']])
    expect(clockAfter(asked, sent('2026-03-11', 'D02'), corrected).due).toBe('2026-04-27')
    expect(breaches(asked, arrived('2026-03-20', 'D02', 'in-person'))).toEqual(['correctionNotice 2026-03-20'])
  })

  test('收费办法第六条：收费通知期满之后才寄出，答复已经逾期', () => {
    const noticed: Act = { kind: 'fee-noticed', on: on('2026-03-30'), yuan: 100, scale: 'item', quantity: 11 }
    expect(breaches(noticed, sent('2026-03-30', 'D10'))).toEqual([])
    expect(breaches(noticed, sent('2026-04-07', 'D10'))).toEqual(['reply 2026-04-07'])
  })

  test('第三十五条：延迟答复期满之后才告知的，不延迟', () => {
    const acts: Act[] = [
      { kind: 'deferred', on: on('2026-03-30'), until: on('2026-05-15'), reason: '量大' },
      { kind: 'reasons-asked', on: on('2026-03-04'), replyBy: on('2026-03-12'), facts: '数量较大' },
      { kind: 'reasons-given', on: on('2026-03-10') },
    ]
    expect(clockAfter(...acts).due).toBe('2026-03-30')
    expect(clockAfter(...acts, sent('2026-03-30', 'D25')).due).toBe('2026-05-15')
    expect(clockAfter(...acts, arrived('2026-03-30', 'D25', 'electronic')).due).toBe('2026-05-15')
    expect(clockAfter(...acts, arrived('2026-03-31', 'D25', 'electronic')).due).toBe('2026-03-30')
    expect(clockAfter(...acts, sent('2026-04-07', 'D25')).due).toBe('2026-03-30')
  })
})

describe('延长（《条例》第三十三条第二款）：没有告知申请人的，不延长', () => {
  const EXTENDED: Act = { kind: 'extended', on: on('2026-03-20'), workingDays: 20, reason: '查找', approvedBy: '负责人' }
  const due = (...acts: Act[]) => clockAfter(EXTENDED, ...acts).due

  test('决定了没有发出：仍是原来的届满日；发出之后才延长', () => {
    expect(due()).toBe('2026-03-30')
    expect(due(sent('2026-03-30', 'D04'))).toBe('2026-04-28')
    expect(due(sent('2026-03-31', 'D04'))).toBe('2026-03-30')
  })

  test('没有登记交寄、只登记收到的：收到就是告知，网上打开的也一样；届满之后才打开的不延长', () => {
    expect(due(arrived('2026-03-26', 'D04', 'electronic'))).toBe('2026-04-28')
    expect(due(arrived('2026-03-26', 'D04', 'in-person'))).toBe('2026-04-28')
    expect(due(arrived('2026-03-31', 'D04', 'electronic'))).toBe('2026-03-30')
  })

  test('申请人看到的办理经过：告知书发出之前没有这一步', () => {
    const words = (...acts: Act[]) => toldActs(fold(recorded(RECEIVED, EXTENDED, ...acts))).map(({ words: said }) => said)
    expect(words()).not.toContain('延长答复期限 20 个工作日')
    expect(words(sent('2026-03-23', 'D04'))).toContain('延长答复期限 20 个工作日')
  })
})
