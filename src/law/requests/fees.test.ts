import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../date.ts'
import type { Result } from '../refusal.ts'
import type { Fee } from './fees.ts'
import { feeByItem, feeByVolume, feeMonth, feeWords, itemsInMonth } from './fees.ts'

const on = localDate('2024-03-01')
function value(fee: Result<Fee>): Fee {
  if (!fee.ok) throw new Error(fee.refusals[0]?.say)
  return fee.value
}
const byItem = (earlierInMonth: number, items: number) => value(feeByItem({ earlierInMonth, items, on }))
const byVolume = (...pages: number[]) => value(feeByVolume({ pages, on }))

describe('信息处理费', () => {
  test('办法2021年1月1日施行，此前不能据以收费', () => {
    const before = feeByItem({ earlierInMonth: 10, items: 1, on: localDate('2020-12-31') })
    expect(before).toMatchObject({ ok: false, refusals: [{ code: 'before-the-law' }] })
    expect(feeByItem({ earlierInMonth: 10, items: 1, on: localDate('2021-01-01') })).toMatchObject({
      ok: true,
      value: { yuan: 100 },
    })
  })

  test('算式逐档印出，各档之和就是总额', () => {
    expect(feeWords(byItem(8, 4))).toEqual([
      '计收方式：按件计收（《信息处理费管理办法》第四条）',
      '第9件至第10件：免费',
      '第11件至第12件：2件×100元＝200元',
      '合计：200元',
    ])
    expect(byVolume(201).steps.map(({ yuan }) => yuan)).toEqual([0, 700, 2000, 40])
  })

  test('第51件起每十件再加100元，没有封顶', () => {
    expect(byItem(50, 1).yuan).toBe(400)
    expect(byItem(60, 1).yuan).toBe(500)
    expect(byItem(90, 10).yuan).toBe(8000)
  })

  test('不足一页按一页，逐件进位', () => {
    expect(byVolume(30.5).yuan).toBe(10)
    expect(byVolume(15.5, 15.5)).toMatchObject({ quantity: 32, yuan: 20 })
  })

  test('一件一件算与一起算相同：累进只看是当月第几件', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(60), (earlier, items) => {
        const singly = Array.from({ length: items }, (_, index) => byItem(earlier + index, 1).yuan).reduce((a, b) => a + b, 0)
        expect(byItem(earlier, items).yuan).toBe(singly)
      }),
    )
  })

  test('页数越多，费用不减', () => {
    fc.assert(fc.property(fc.nat(2000), fc.nat(200), (pages, more) => byVolume(pages + more).yuan >= byVolume(pages).yuan))
  })

  test('月份按收到之日，或者依口径按提交之日', () => {
    const request = { submittedOn: localDate('2024-03-31'), receivedOn: localDate('2024-04-01') }
    expect(feeMonth(request, { feeMonthBasis: 'receipt' })).toBe('2024-04')
    expect(feeMonth(request, { feeMonthBasis: 'submission' })).toBe('2024-03')
  })

  test('按量收费的申请是否计入当月件数，是口径', () => {
    const day = { submittedOn: on, receivedOn: on }
    const earlier = [
      { ...day, items: 3, scale: null },
      { ...day, items: 1, scale: 'volume' as const },
      { submittedOn: localDate('2024-02-29'), receivedOn: localDate('2024-02-29'), items: 5, scale: null },
    ]
    const basis = { feeMonthBasis: 'receipt' as const }
    expect(itemsInMonth(earlier, '2024-03', { ...basis, feeVolumeCountsAsItem: true })).toBe(4)
    expect(itemsInMonth(earlier, '2024-03', { ...basis, feeVolumeCountsAsItem: false })).toBe(3)
  })

  test('件数不是整数，是程序的错误', () => {
    expect(() => feeByItem({ earlierInMonth: 0, items: 1.5, on })).toThrow(RangeError)
  })
})
