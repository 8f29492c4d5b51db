import { expect, test } from 'vitest'
import { likeness, subjectWords } from './similar-cases.ts'

const alike = (one: string, other: string) => likeness(subjectWords(one), subjectWords(other))

test('说的是同一件事的，像；只有套话相同的，不像', () => {
  expect(alike('2025年义务教育阶段学区划分方案', '义务教育学校学区划分方案（2025年）')).toBeGreaterThan(0.6)
  expect(alike('关于申请公开学校食堂承包合同的有关材料', '申请公开教师招聘有关材料')).toBeLessThan(0.34)
  expect(alike('学区划分方案', '学区划分方案')).toBe(1)
})

test('没有实词的，谁也不像', () => {
  expect(alike('申请公开有关信息', '申请公开有关信息')).toBe(0)
})
