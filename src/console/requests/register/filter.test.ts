import { expect, test } from 'vitest'
import { mayBeSearched } from './filter.ts'

test.each(['学区划分', '云教公开申〔2026〕3号', '2025年 招生'])('可以按“%s”查找', (words) => {
  expect(mayBeSearched(words)).toBe(true)
})

test.each(['13987650421', '11010519491231002X', '学区 139 8765 0421'])('“%s”不进网址', (words) => {
  expect(mayBeSearched(words)).toBe(false)
})
