import { describe, expect, test } from 'vitest'
import { localDate } from '../src/law/date.ts'
import { DEFAULT_READINGS } from '../src/law/readings.ts'
import type { CountedRequest } from '../src/law/requests/fees.ts'
import { feeByItem, feeByVolume, itemsInMonth } from '../src/law/requests/fees.ts'
import type { FeeStory } from './fees.data.ts'
import { FEE_STORIES } from './fees.data.ts'

/** Each application charged in turn, the earlier ones of the same requester known. */
function charged({ given }: FeeStory): number[] {
  if (given.scale === 'volume')
    return given.applications.map(({ pages, published }) => {
      const fee = feeByVolume({ pages: [pages], onlyPointsToPublished: published ?? false, on: localDate('2024-03-15') })
      return fee.ok ? fee.value.yuan : Number.NaN
    })
  const earlier: CountedRequest[] = []
  return given.applications.map(({ month, items }) => {
    const on = localDate(`${month}-15`)
    const fee = feeByItem({ earlierInMonth: itemsInMonth(earlier, month, DEFAULT_READINGS), items, on })
    earlier.push({ submittedOn: on, receivedOn: on, items, scale: 'item' })
    return fee.ok ? fee.value.yuan : Number.NaN
  })
}

describe('信息处理费', () => {
  test.each(FEE_STORIES)('$id $title（$article）', (story) => {
    expect(charged(story)).toEqual(story.then)
  })
})
