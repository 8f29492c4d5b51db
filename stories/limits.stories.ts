import { expect, test } from 'vitest'
import { limitStories } from './limits.data.ts'

test.each(limitStories)('$id $title（$articles）：$then', ({ answer, expect: day }) => {
  expect(answer()).toBe(day)
})
