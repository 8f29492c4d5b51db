import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar.ts'
import { cite } from '../cite.ts'
import { localDate as day } from '../date.ts'
import { DEFAULT_READINGS } from '../readings.ts'
import { type Arrival, NEVER_REFUSED, otherChannels, proposeReceipt, receiptFault } from './receipt-wizard.ts'
import { INTAKE_CHANNELS } from './vocabulary.ts'

const CALENDAR = nationalCalendar()
const propose = (arrival: Arrival, readings = DEFAULT_READINGS) => proposeReceipt(arrival, CALENDAR, readings)
const friday = day('2025-04-25')

describe('收到之日怎么定：《条例》第三十一条、国办公开办函〔2015〕207号', () => {
  test.each<[string, Arrival, string | null, string]>([
    ['当面提交', { via: 'in-person', arrivedOn: friday }, '2025-04-25', '《条例》第三十一条第（一）项'],
    [
      '特快专递，领导办公室签收',
      { via: 'signed-mail', arrivedOn: day('2025-04-27'), signedOn: friday },
      '2025-04-25',
      '《条例》第三十一条第（二）项',
    ],
    [
      '平常信函，当日确认',
      { via: 'ordinary-mail', arrivedOn: friday, contactedOn: friday, confirmedOn: friday },
      '2025-04-25',
      '《条例》第三十一条第（二）项',
    ],
    ['寄到其他科室，还没有联系', { via: 'other-desk', arrivedOn: friday }, null, '国办公开办函〔2015〕207号'],
    ['平常信函，联系不上', { via: 'ordinary-mail', arrivedOn: friday, contactedOn: friday }, null, '国办公开办函〔2015〕207号'],
    [
      '传真，次周确认',
      { via: 'fax', arrivedOn: friday, confirmedOn: day('2025-04-28') },
      '2025-04-28',
      '《条例》第三十一条第（三）项',
    ],
    ['口头，当场代为填写', { via: 'oral', arrivedOn: friday }, '2025-04-25', '《条例》第二十九条'],
    [
      '指南公布以到达为准的渠道',
      { via: 'announced-channel', arrivedOn: friday, announced: 'arrival' },
      '2025-04-25',
      '国办公开办函〔2015〕207号',
    ],
    ['没有公布规则的渠道', { via: 'announced-channel', arrivedOn: friday }, null, '国办公开办函〔2015〕207号'],
  ])('%s', (_, arrival, receivedOn, by) => {
    const proposal = propose(arrival)
    expect({ receivedOn: proposal.receivedOn, by: cite(proposal.by) }).toEqual({ receivedOn, by })
    expect(proposal.missing === null).toBe(receivedOn !== null)
  })

  test('口径“电子邮件以到达为收到”：到达之日；默认以确认为准', () => {
    const arrival: Arrival = { via: 'email', arrivedOn: friday }
    expect(propose(arrival).receivedOn).toBeNull()
    expect(propose(arrival, { ...DEFAULT_READINGS, email: 'arrival' }).receivedOn).toBe('2025-04-25')
  })

  test('联系不上的：先编号、留记录、继续联系；信函没有当日联系的，说明', () => {
    const arrival: Arrival = { via: 'ordinary-mail', arrivedOn: friday, contactedOn: day('2025-04-27') }
    expect(propose(arrival).missing).toContain('先登记编号')
    expect(propose(arrival).late).toContain('2025年4月25日到达，2025年4月27日才联系')
    expect(propose({ ...arrival, contactedOn: friday }).late).toBeNull()
    // Told as the day it had to be, so that it is right also after that day.
    const untouched = propose({ via: 'other-desk', arrivedOn: friday }).missing
    expect(untouched).toBe('最迟2025年4月25日联系申请人，双方确认收到；还没有联系的，请马上联系。')
  })

  test('换一种渠道会怎样：其余每一种都给出日期或者还缺什么', () => {
    const others = otherChannels({ via: 'ordinary-mail', arrivedOn: friday }, CALENDAR, DEFAULT_READINGS)
    expect(others.map(({ via }) => via)).toEqual(INTAKE_CHANNELS.filter((via) => via !== 'ordinary-mail'))
    expect(others.find(({ via }) => via === 'signed-mail')?.receivedOn).toBe('2025-04-25')
  })

  test('当面、邮寄任何时候不得拒收（2017年19号）', () => {
    expect(NEVER_REFUSED).toEqual(['in-person', 'signed-mail', 'ordinary-mail', 'other-desk'])
  })

  test('登记的收到之日与收到方式不符：说明应为哪一天', () => {
    const signed: Arrival = { via: 'signed-mail', arrivedOn: friday, signedOn: friday }
    const fault = (arrival: Arrival, claimed: string) => receiptFault(arrival, day(claimed), CALENDAR, DEFAULT_READINGS)
    expect(fault(signed, '2025-04-28')?.say).toContain('应为2025年4月25日，不是2025年4月28日')
    expect(fault(signed, '2025-04-25')).toBeNull()
    expect(fault({ via: 'fax', arrivedOn: friday }, '2025-04-25')?.say).toContain('还没有与申请人确认')
    const before: Arrival = { via: 'fax', arrivedOn: friday, contactedOn: day('2025-04-28'), confirmedOn: friday }
    expect(fault(before, '2025-04-25')?.say).toContain('双方确认不可能更早')
  })
})
