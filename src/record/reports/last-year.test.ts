import { expect, test } from 'vitest'
import { checkHasLastYear } from './last-year.ts'

const tables = (carried: number | null) => ({
  disclosed: null,
  disputes: null,
  requests: { carriedForward: [0, 0, 0, 0, 0, 0, carried] },
})

test('没有上年报告，或者上年报告的结转读不出来的，写明没有核对（R12）；读得出来的不提', () => {
  expect(checkHasLastYear(2025, undefined)).toMatchObject([{ code: 'R12', level: 'warning', rows: ['carriedOver'] }])
  expect(checkHasLastYear(2025, tables(null))[0]?.message).toContain('2024年报告')
  expect(checkHasLastYear(2025, tables(0))).toEqual([])
})
