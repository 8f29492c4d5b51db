import { describe, expect, test } from 'vitest'
import { localDate } from '../date.ts'
import { deemedServedOn, postalNumber, postingRefusal } from './service.ts'

const on = localDate

describe('邮件号码', () => {
  test.each([
    ['1234567890123', '1234567890123'],
    ['ems 1234 5678 90123', '1234567890123'],
    ['XA12345678951', 'XA12345678951'],
    // the example of UPU S10
    ['RB473124829DE', 'RB473124829DE'],
    ['挂号 XA12345678951', 'XA12345678951'],
  ])('%s 是邮政企业的号码', (text, number) => {
    expect(postalNumber(text)).toEqual({ ok: true, value: number })
  })

  test('抄错一位，校验位就对不上', () => {
    expect(postalNumber('RB473124828DE')).toMatchObject({ ok: false, refusals: [{ code: 'field-invalid' }] })
    expect(postalNumber('RB473134829DE')).toMatchObject({ ok: false })
  })

  test.each(['SF1234567890123', 'YT1234567890123', 'JD0012345678901'])('%s 是快递企业的号码', (text) => {
    expect(postalNumber(text)).toMatchObject({ ok: false, refusals: [{ code: 'service-method-refused', field: 'carrier' }] })
  })

  test.each(['', '12345', '签收单', '9876543210123'])('“%s” 不是邮件号码', (text) => {
    expect(postalNumber(text)).toMatchObject({ ok: false, refusals: [{ code: 'field-invalid' }] })
  })
})

test('国办公开办函〔2016〕235号、《邮政法》第五十五条：快递企业不行；《条例》第四十二条：到付不行', () => {
  const day = on('2026-03-02')
  expect(postingRefusal({ carrier: 'ems' }, day)).toBeNull()
  expect(postingRefusal({ carrier: 'courier' }, day)).toMatchObject({ code: 'service-method-refused', field: 'carrier' })
  expect(postingRefusal({ carrier: 'ems', freightCollect: true }, day)).toMatchObject({ field: 'freightCollect' })
})

test('《民事诉讼法》第九十五条：公告之日的次日起满三十日视为送达；2022年以前为六十日', () => {
  expect(deemedServedOn(on('2026-03-02'))).toEqual({
    on: '2026-04-01',
    days: 30,
    by: { of: 'civilProcedure', at: '95' },
  })
  expect(deemedServedOn(on('2021-12-31'))).toMatchObject({ on: '2022-03-01', days: 60 })
  expect(deemedServedOn(on('2022-01-01'))).toMatchObject({ on: '2022-01-31', days: 30 })
})
