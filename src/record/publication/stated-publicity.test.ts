/** 文中写的公示期：到哪一天，或者多长；没有写的不猜。 */
import { expect, test } from 'vitest'
import { localDate } from '../../law/date.ts'
import { statedPublicity } from './stated-publicity.ts'

const on = localDate('2025-07-29')

test.each([
  ['现将拟聘用人员公示7个工作日。', { length: { n: 7, unit: 'workingDays' } }],
  ['公示期为五个工作日，如有异议请反映。', { length: { n: 5, unit: 'workingDays' } }],
  ['公示时间：5天', { length: { n: 5, unit: 'days' } }],
  ['公示期：2025年7月29日至2025年8月4日。', { until: '2025-08-04' }],
  ['公示时间自7月29日至8月4日', { until: '2025-08-04' }],
  ['公示期：12月30日—1月6日', { until: '2026-01-06' }],
  ['按价格主管部门核定的标准公示如下，监督电话0970-0000000。', null],
  ['公示期：2025年7月29日至2月30日', null],
])('%s', (text, stated) => {
  expect(statedPublicity(text, on)).toEqual(stated)
})
