/** 各渠道上的一件：签发、撤下、登记之后是什么状态，怎样说。 */
import { expect, test } from 'vitest'
import { afterHand, afterRelease, afterRemoval, stateWords } from './outlet-items.ts'

const never = { state: 'planned', proof: {}, touched: false } as const

test('没有送出过的，撤下时不必去取；送过的，不论听到什么都要去取', () => {
  expect(afterRemoval('wechat', never)).toBe('withdrawn')
  for (const state of ['planned', 'sent', 'failed', 'confirmed'] as const)
    expect(afterRemoval('wechat', { ...never, state, touched: true })).toBe('leaving')
})

test('人工放上去的，人工取下来；没有张贴的，说没有张贴', () => {
  expect(afterRemoval('board', { ...never, state: 'byHand' })).toBe('withdrawn')
  expect(afterRemoval('board', { ...never, state: 'confirmed' })).toBe('leaveByHand')
  const byHand = { proof: { byHand: 'yes' } }
  expect(afterRemoval('wechat', { ...never, ...byHand, state: 'confirmed', touched: true })).toBe('leaveByHand')
  expect(afterRelease('wechat', byHand)).toBe('byHand')
  expect(stateWords('board', 'withdrawn', false)).toBe('没有发布过，不再发布')
  expect(stateWords('board', 'withdrawn', true)).toBe('已取下')
})

test('已经在撤的不再撤一次；没有等待办理的不能登记', () => {
  expect(afterRemoval('push', { ...never, state: 'leaving', touched: true })).toBeNull()
  expect(afterHand('planned')).toBeNull()
  expect(afterHand('leaveByHand')).toBe('withdrawn')
})
