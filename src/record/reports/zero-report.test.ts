import { expect, test } from 'vitest'
import { checkZero } from './zero-report.ts'

const tables = (received: number, carriedOver: number) => ({
  disclosed: null,
  requests: { received: [received, 0, 0, 0, 0, 0, received], carriedOver: [carriedOver, 0, 0, 0, 0, 0, carriedOver] },
  disputes: null,
})

test('全年没有一件申请，要逐项核对各个渠道（L10）；有一件或者有结转的不问', () => {
  expect(checkZero(tables(0, 0))).toMatchObject([{ code: 'L10', level: 'error' }])
  expect(checkZero(tables(1, 0))).toEqual([])
  expect(checkZero(tables(0, 2))).toEqual([])
})

test('没有读出表三的，不算零', () => {
  expect(checkZero({ disclosed: null, requests: null, disputes: null })).toEqual([])
})
