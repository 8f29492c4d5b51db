import { expect, test } from 'vitest'
import { amendmentStories } from './amendments.data.ts'

test.each(amendmentStories)('$id $title（$articles）：$then', ({ answer, expect: refused }) => {
  expect(answer()).toEqual(refused)
})
