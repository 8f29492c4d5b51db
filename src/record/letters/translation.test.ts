import { expect, test } from 'vitest'
import { asksInTibetan, isTibetan } from './translation.ts'

test('有一个藏文字母就是藏文申请；中文、标点不是', () => {
  expect(isTibetan('བོད་ཡིག')).toBe(true)
  expect(isTibetan('招生方案 2025')).toBe(false)
  expect(asksInTibetan({ subject: '招生方案', description: '请提供 སློབ་གྲྭ 的方案' })).toBe(true)
  expect(asksInTibetan({ subject: '招生方案', description: '' })).toBe(false)
})
