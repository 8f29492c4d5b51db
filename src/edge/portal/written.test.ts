import { expect, test } from 'vitest'
import { written } from './written.ts'

test('藏文照原样，标明语言；前后的汉字、标点、换行不动', () => {
  const bo = 'སློབ་ཆུང་གི་སློབ་ཁུལ་ ༢༠༢༥ ལོའི་ཡིག་ཆ།'
  expect(String(written(`藏语（${bo}），汉语\n完`))).toBe(`藏语（<span lang="bo">${bo}</span>），汉语\n完`)
  expect(String(written(bo))).toBe(`<span lang="bo">${bo}</span>`)
})

test('没有藏文的一字不变；尖括号照样转义', () => {
  expect(String(written('学区 2025'))).toBe('学区 2025')
  expect(String(written('<b>ཀ་ཁ</b>'))).toBe('&lt;b&gt;<span lang="bo">ཀ་ཁ</span>&lt;/b&gt;')
})
